/** Paper: bundles counted by hand, and their sheets. */
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type BundleRow = Tables['ballot_bundle']
export type SheetRow = Tables['ballot_sheet']

export const bundlesOf = (read: Reader, round: string): Promise<BundleRow[]> =>
  read.selectFrom('ballot_bundle').selectAll().where('round_id', '=', round).orderBy('name').orderBy('id').execute()
export const bundleOf = (read: Reader, id: string): Promise<BundleRow | undefined> =>
  read.selectFrom('ballot_bundle').selectAll().where('id', '=', id).executeTakeFirst()
export const heldBundle = (tx: Tx, id: string): Promise<BundleRow | undefined> =>
  held(tx, tx.selectFrom('ballot_bundle').selectAll().where('id', '=', id)).executeTakeFirst()
export const addBundle = (tx: Tx, row: BundleRow) => tx.insertInto('ballot_bundle').values(row).execute()
export const saveBundle = (tx: Tx, id: string, row: Partial<BundleRow>) =>
  tx.updateTable('ballot_bundle').set(row).where('id', '=', id).execute()

export const sheetsOf = (read: Reader, bundle: string): Promise<SheetRow[]> =>
  read.selectFrom('ballot_sheet').selectAll().where('bundle_id', '=', bundle).orderBy('number').execute()

/** The bundle is held, so nobody else types in it at this moment. */
export const sheetOf = (read: Reader, bundle: string, number: number): Promise<SheetRow | undefined> =>
  read
    .selectFrom('ballot_sheet')
    .selectAll()
    .where('bundle_id', '=', bundle)
    .where('number', '=', number)
    .executeTakeFirst()
export const addSheet = (tx: Tx, row: SheetRow) => tx.insertInto('ballot_sheet').values(row).execute()
export const saveSheet = (tx: Tx, row: SheetRow) =>
  tx
    .updateTable('ballot_sheet')
    .set(row)
    .where('bundle_id', '=', row.bundle_id)
    .where('number', '=', row.number)
    .execute()

/** Bundles that are not closed, and how many of their sheets are not done. */
export async function bundlesOpen(read: Reader, round: string): Promise<{ bundles: number; sheets: number }> {
  const open = (await bundlesOf(read, round)).filter((bundle) => bundle.state === 'open')
  const done = await doneIn(read, round)
  return {
    bundles: open.length,
    sheets: open.reduce((sum, bundle) => sum + bundle.sheets - (done.get(bundle.id) ?? 0), 0)
  }
}

/** Sheets of each bundle of which it is known what they say. */
export async function doneIn(read: Reader, round: string): Promise<Map<string, number>> {
  const rows = await read
    .selectFrom('ballot_sheet')
    .innerJoin('ballot_bundle', 'ballot_bundle.id', 'ballot_sheet.bundle_id')
    .select(['bundle_id', (e) => e.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .where('outcome', 'is not', null)
    .groupBy('bundle_id')
    .execute()
  return new Map(rows.map((row) => [row.bundle_id, Number(row.n)]))
}

/** All sheets that are done, by what they turned out to be. */
export async function outcomesOf(
  read: Reader,
  round: string
): Promise<{ outcome: 'ballot' | 'blank' | 'spoiled'; spoiled: string | null; n: number }[]> {
  const rows = await read
    .selectFrom('ballot_sheet')
    .innerJoin('ballot_bundle', 'ballot_bundle.id', 'ballot_sheet.bundle_id')
    .select(['outcome', 'spoiled', (e) => e.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .where('outcome', 'is not', null)
    .groupBy(['outcome', 'spoiled'])
    .orderBy('outcome')
    .orderBy('spoiled')
    .execute()
  return rows.map((row) => ({ outcome: row.outcome!, spoiled: row.spoiled, n: Number(row.n) }))
}

/** How many sheets of one bundle are a ballot, blank or spoiled. */
export async function outcomesIn(
  read: Reader,
  bundle: string
): Promise<{ ballots: number; blank: number; spoiled: number }> {
  const rows = await read
    .selectFrom('ballot_sheet')
    .select(['outcome', (e) => e.fn.countAll<number>().as('n')])
    .where('bundle_id', '=', bundle)
    .groupBy('outcome')
    .execute()
  const of = (outcome: string) => Number(rows.find((row) => row.outcome === outcome)?.n ?? 0)
  return { ballots: of('ballot'), blank: of('blank'), spoiled: of('spoiled') }
}
