/** Batches of codes. A code is known here as a keyed hash only. */
import type { CodeState } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type BatchRow = Tables['ballot_batch'] & { area_name: string | null }
export type CodeRow = Tables['ballot_code']

const batches = (read: Reader) =>
  read
    .selectFrom('ballot_batch')
    .leftJoin('area', 'area.id', 'ballot_batch.area_id')
    .selectAll('ballot_batch')
    .select('area.name as area_name')

export const batchesOf = (read: Reader, round: string): Promise<BatchRow[]> =>
  batches(read).where('round_id', '=', round).orderBy('ballot_batch.name').orderBy('ballot_batch.id').execute()
export const batchOf = (read: Reader, id: string): Promise<BatchRow | undefined> =>
  batches(read).where('ballot_batch.id', '=', id).executeTakeFirst()
export const heldBatch = (tx: Tx, id: string): Promise<Tables['ballot_batch'] | undefined> =>
  held(tx, tx.selectFrom('ballot_batch').selectAll().where('id', '=', id)).executeTakeFirst()
export const addBatch = (tx: Tx, row: Tables['ballot_batch']) => tx.insertInto('ballot_batch').values(row).execute()
export const saveBatch = (tx: Tx, id: string, row: Partial<Tables['ballot_batch']>) =>
  tx.updateTable('ballot_batch').set(row).where('id', '=', id).execute()

/** In the order of their hashes, which is no order at all. */
export async function addCodes(tx: Tx, rows: readonly CodeRow[]): Promise<void> {
  const sorted = rows.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  for (let at = 0; at < sorted.length; at += 500)
    await tx
      .insertInto('ballot_code')
      .values(sorted.slice(at, at + 500))
      .execute()
}

export const codeOf = (read: Reader, hash: string): Promise<CodeRow | undefined> =>
  read.selectFrom('ballot_code').selectAll().where('hash', '=', hash).executeTakeFirst()
/** Whoever uses the same code at the same moment waits here. */
export const heldCode = (tx: Tx, hash: string): Promise<CodeRow | undefined> =>
  held(tx, tx.selectFrom('ballot_code').selectAll().where('hash', '=', hash)).executeTakeFirst()
export const heldNumber = (tx: Tx, round: string, number: number): Promise<CodeRow | undefined> =>
  held(
    tx,
    tx.selectFrom('ballot_code').selectAll().where('round_id', '=', round).where('number', '=', number)
  ).executeTakeFirst()
export const saveCode = (tx: Tx, hash: string, row: Partial<CodeRow>) =>
  tx.updateTable('ballot_code').set(row).where('hash', '=', hash).execute()

/** @returns how many. */
export async function voidUnused(tx: Tx, batch: string): Promise<number> {
  const done = await tx
    .updateTable('ballot_code')
    .set({ state: 'void' })
    .where('batch_id', '=', batch)
    .where('state', '=', 'unused')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function numbersOf(read: Reader, round: string): Promise<Set<number>> {
  const rows = await read.selectFrom('ballot_code').select('number').where('round_id', '=', round).execute()
  return new Set(rows.map((row) => row.number))
}

export type StateCounts = Record<CodeState, number> & { replaced: number }

const none = (): StateCounts => ({ unused: 0, online: 0, paper: 0, void: 0, replaced: 0 })

/** How many codes of each batch are in which state. */
export async function statesByBatch(read: Reader, round: string): Promise<Map<string, StateCounts>> {
  const rows = await read
    .selectFrom('ballot_code')
    .select(['batch_id', 'state', 'replaced', (e) => e.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .groupBy(['batch_id', 'state', 'replaced'])
    .execute()
  const found = new Map<string, StateCounts>()
  for (const { batch_id, state, replaced, n } of rows) {
    const counts = found.get(batch_id) ?? none()
    counts[state] += Number(n)
    if (replaced) counts.replaced += Number(n)
    found.set(batch_id, counts)
  }
  return found
}

export async function usesOf(read: Reader, round: string): Promise<{ batch: string; hour: string; n: number }[]> {
  const rows = await read
    .selectFrom('ballot_use')
    .innerJoin('ballot_batch', 'ballot_batch.id', 'ballot_use.batch_id')
    .select(['batch_id', 'hour', (e) => e.fn.sum<number>('count').as('n')])
    .where('round_id', '=', round)
    .groupBy(['batch_id', 'hour'])
    .orderBy('hour')
    .orderBy('batch_id')
    .execute()
  return rows.map((row) => ({ batch: row.batch_id, hour: row.hour, n: Number(row.n) }))
}

export const handingsOf = (read: Reader, batch: string): Promise<Tables['ballot_handing'][]> =>
  read.selectFrom('ballot_handing').selectAll().where('batch_id', '=', batch).orderBy('id').execute()
export const heldHanding = (tx: Tx, id: string): Promise<Tables['ballot_handing'] | undefined> =>
  held(tx, tx.selectFrom('ballot_handing').selectAll().where('id', '=', id)).executeTakeFirst()
export const addHanding = (tx: Tx, row: Tables['ballot_handing']) =>
  tx.insertInto('ballot_handing').values(row).execute()
export const dropHanding = (tx: Tx, id: string) => tx.deleteFrom('ballot_handing').where('id', '=', id).execute()

/** The numbers on the cards of a batch, by hash. */
export async function numbersByHash(read: Reader, batch: string): Promise<Map<string, number>> {
  const rows = await read.selectFrom('ballot_code').select(['hash', 'number']).where('batch_id', '=', batch).execute()
  return new Map(rows.map((row) => [row.hash, row.number]))
}
