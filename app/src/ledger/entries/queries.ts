/** Entries of the books, the newest first. They are only added. */
import { asId, cents, type Cents, type Day, type EntryId, type LedgerEntry, type Movement } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type EntryRow = Tables['ledger_entry'] & {
  to_name: string
  to_kind: Tables['ledger_account']['kind']
  from_name: string
  from_kind: Tables['ledger_account']['kind']
  /** The number of the entry it takes back, and of the one that takes it back. */
  corrects_nr: number | null
  corrected_id: string | null
  corrected_nr: number | null
}

const entries = (read: Reader) =>
  read
    .selectFrom('ledger_entry as e')
    .innerJoin('ledger_account as to', 'to.id', 'e.to_id')
    .innerJoin('ledger_account as from', 'from.id', 'e.from_id')
    .leftJoin('proposal as to_plan', 'to_plan.id', 'to.proposal_id')
    .leftJoin('proposal as from_plan', 'from_plan.id', 'from.proposal_id')
    .leftJoin('budget_round as to_round', 'to_round.id', 'to.round_id')
    .leftJoin('budget_round as from_round', 'from_round.id', 'from.round_id')
    .leftJoin('ledger_entry as original', 'original.id', 'e.corrects_id')
    .leftJoin('ledger_entry as correction', 'correction.corrects_id', 'e.id')
    .selectAll('e')
    .select((of) => [
      of.fn.coalesce('to_plan.title', 'to_round.title', 'to.name').as('to_name'),
      of.fn.coalesce('from_plan.title', 'from_round.title', 'from.name').as('from_name'),
      'to.kind as to_kind',
      'from.kind as from_kind',
      'original.nr as corrects_nr',
      'correction.id as corrected_id',
      'correction.nr as corrected_nr'
    ])

export interface EntriesAsked {
  /** Only those that touch this account. */
  account?: string
  /** Older than this number. */
  before?: number
  limit: number
}

/** @returns the entries, and the number to go on from when there are more. */
export async function listEntries(read: Reader, asked: EntriesAsked): Promise<{ items: EntryRow[]; next?: number }> {
  const { account, before } = asked
  let query = entries(read)
    .orderBy('e.nr', 'desc')
    .limit(asked.limit + 1)
  if (account !== undefined)
    query = query.where((e) => e.or([e('e.to_id', '=', account), e('e.from_id', '=', account)]))
  if (before !== undefined) query = query.where('e.nr', '<', before)
  const rows = await query.execute()
  const items = rows.slice(0, asked.limit)
  const last = items.at(-1)
  return rows.length > asked.limit && last ? { items, next: last.nr } : { items }
}

export const entryOf = (read: Reader, id: string): Promise<EntryRow | undefined> =>
  entries(read).where('e.id', '=', id).executeTakeFirst()

export const heldEntry = (tx: Tx, id: string): Promise<Tables['ledger_entry'] | undefined> =>
  held(tx, tx.selectFrom('ledger_entry').selectAll().where('id', '=', id)).executeTakeFirst()

export const correctionOf = (read: Reader, id: string): Promise<{ id: string } | undefined> =>
  read.selectFrom('ledger_entry').select('id').where('corrects_id', '=', id).executeTakeFirst()

/** The next number; two who take the same one at once come one after the other (the later starts over). */
export async function nextNumber(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('ledger_entry')
    .select((e) => e.fn.max('nr').as('nr'))
    .executeTakeFirst()
  return Number(row?.nr ?? 0) + 1
}

export const addEntry = (tx: Tx, row: Tables['ledger_entry']) => tx.insertInto('ledger_entry').values(row).execute()

/** How much was moved in this way onto or off one account, what was taken back left out. */
export async function movedOn(read: Reader, account: string, movement: Movement): Promise<Cents> {
  const rows = await read
    .selectFrom('ledger_entry as e')
    .leftJoin('ledger_entry as correction', 'correction.corrects_id', 'e.id')
    .select((e) => e.fn.sum('e.amount').as('sum'))
    .where('e.movement', '=', movement)
    .where('e.corrects_id', 'is', null)
    .where('correction.id', 'is', null)
    .where((e) => e.or([e('e.to_id', '=', account), e('e.from_id', '=', account)]))
    .executeTakeFirst()
  return cents(Number(rows?.sum ?? 0))
}

/** The same for all accounts at once: account → movement → cents. */
export async function movedOnAll(read: Reader): Promise<Map<string, Partial<Record<Movement, Cents>>>> {
  const found = new Map<string, Partial<Record<Movement, Cents>>>()
  for (const side of ['e.to_id', 'e.from_id'] as const) {
    const rows = await read
      .selectFrom('ledger_entry as e')
      .leftJoin('ledger_entry as correction', 'correction.corrects_id', 'e.id')
      .select((e) => [`${side} as account` as const, 'e.movement', e.fn.sum('e.amount').as('sum')])
      .where('e.corrects_id', 'is', null)
      .where('correction.id', 'is', null)
      .groupBy([side, 'e.movement'])
      .execute()
    for (const row of rows as unknown as { account: string; movement: Movement; sum: number }[])
      found.set(row.account, { ...found.get(row.account), [row.movement]: cents(Number(row.sum)) })
  }
  return found
}

/** A row as the rules know it. */
export const entryIn = (row: Tables['ledger_entry']): LedgerEntry & { id: EntryId } => ({
  id: asId<EntryId>(row.id),
  on: row.on_day as Day,
  what: row.what,
  lines: [
    { account: row.to_id, amount: cents(Number(row.amount)) },
    { account: row.from_id, amount: cents(-Number(row.amount)) }
  ],
  ...(row.corrects_id ? { corrects: asId<EntryId>(row.corrects_id) } : {})
})
