/** The box: key cards, sealed envelopes, and ballots once it is open. */
import { sql } from 'kysely'
import { engineOf, held, type Reader, type Store, type Tables, type Tx } from '../../db/index.ts'

export type BoxRow = Tables['ballot_box']
export type Channel = Tables['ballot']['channel']

export const boxOf = (read: Reader, round: string): Promise<BoxRow | undefined> =>
  read.selectFrom('ballot_box').selectAll().where('round_id', '=', round).executeTakeFirst()
/** The round with its box, in one question: asked for every ballot. */
export async function roundWithBox(
  read: Reader,
  round: string
): Promise<{ row: Tables['budget_round']; box: BoxRow | undefined } | undefined> {
  const found = await read
    .selectFrom('budget_round')
    .leftJoin('ballot_box', 'ballot_box.round_id', 'budget_round.id')
    .selectAll('budget_round')
    .select(['public_key', 'opened_by_pair', 'size', 'opened'])
    .where('budget_round.id', '=', round)
    .executeTakeFirst()
  if (!found) return undefined
  const { public_key, opened_by_pair, size, opened, ...row } = found
  const box =
    public_key === null || opened_by_pair === null || size === null || opened === null
      ? undefined
      : { round_id: row.id, public_key, opened_by_pair, size, opened }
  return { row, box }
}

export const heldBox = (tx: Tx, round: string): Promise<BoxRow | undefined> =>
  held(tx, tx.selectFrom('ballot_box').selectAll().where('round_id', '=', round)).executeTakeFirst()

export async function setBox(tx: Tx, row: BoxRow): Promise<void> {
  const { round_id: _, ...rest } = row
  await tx
    .insertInto('ballot_box')
    .values(row)
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet(rest))
    .execute()
}

export const keysOf = (read: Reader, round: string): Promise<Tables['ballot_key'][]> =>
  read.selectFrom('ballot_key').selectAll().where('round_id', '=', round).orderBy('person_id').execute()

export const setKey = (tx: Tx, row: Tables['ballot_key']) =>
  tx
    .insertInto('ballot_key')
    .values(row)
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet({ public_key: row.public_key }))
    .execute()

/** The next so many after this hash: the order of hashes is no order at all. */
export const envelopesOf = (
  read: Reader,
  round: string,
  after: string,
  most: number
): Promise<Tables['ballot_envelope'][]> =>
  read
    .selectFrom('ballot_envelope')
    .selectAll()
    .where('hash', '>', after)
    .where('round_id', '=', round)
    .orderBy('hash')
    .limit(most)
    .execute()

export async function anyEnvelope(read: Reader, round: string): Promise<boolean> {
  const found = await read.selectFrom('ballot_envelope').select('hash').where('round_id', '=', round).executeTakeFirst()
  return found !== undefined
}

/** One envelope for a code: a later one takes the place of the earlier. */
export const putEnvelope = (tx: Tx, row: Tables['ballot_envelope']) =>
  tx
    .insertInto('ballot_envelope')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ channel: row.channel, sealed: row.sealed }))
    .execute()

export const envelopeOf = (read: Reader, hash: string): Promise<Tables['ballot_envelope'] | undefined> =>
  read.selectFrom('ballot_envelope').selectAll().where('hash', '=', hash).executeTakeFirst()

/**
 * The ballots in the order given, and no envelope any more; false when there were more or fewer envelopes than ballots.
 * @param between lets others be answered in the meantime.
 */
export async function openedBallots(
  tx: Tx,
  round: string,
  ballots: readonly Tables['ballot'][],
  between: () => Promise<void>
): Promise<boolean> {
  const gone = await tx.deleteFrom('ballot_envelope').where('round_id', '=', round).executeTakeFirst()
  if (Number(gone.numDeletedRows) !== ballots.length) return false
  for (let at = 0; at < ballots.length; at += 200) {
    await tx
      .insertInto('ballot')
      .values(ballots.slice(at, at + 200))
      .execute()
    await between()
  }
  await tx.updateTable('ballot_box').set({ opened: 1, opened_by_pair: '[]' }).where('round_id', '=', round).execute()
  return true
}

export async function countOf(
  read: Reader,
  table: 'ballot' | 'ballot_envelope',
  round: string
): Promise<Record<Channel, number>> {
  const rows = await read
    .selectFrom(table)
    .select(['channel', (e) => e.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .groupBy('channel')
    .execute()
  const found = { online: 0, paper: 0 }
  for (const row of rows) found[row.channel] = Number(row.n)
  return found
}

/** Rounds whose box was opened and not swept yet: perhaps the program was ended in between. */
export async function roundsToSweep(read: Reader): Promise<string[]> {
  const rows = await read.selectFrom('ballot_box').select('round_id').where('opened', '=', 1).execute()
  return rows.map((row) => row.round_id)
}

export const markSwept = (tx: Tx, rounds: readonly string[]) =>
  tx.updateTable('ballot_box').set({ opened: 2 }).where('round_id', 'in', rounds).execute()

/** Everything that says something of voting, rewritten from the beginning: no page, row number or transaction number is left of before. */
const swept = [
  'ballot',
  'ballot_envelope',
  'ballot_code',
  'ballot_use',
  'ballot_arrival',
  'ballot_sheet',
  'round_voter',
  'once'
] as const

export async function rewriteTables(store: Store): Promise<void> {
  if (engineOf(store.read) === 'sqlite') {
    await sql`vacuum`.execute(store.owner)
    await sql`pragma wal_checkpoint(truncate)`.execute(store.owner)
    return
  }
  for (const table of swept) await sql`vacuum full ${sql.table(table)}`.execute(store.owner)
}
