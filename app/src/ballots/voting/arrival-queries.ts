/** That ballots arrived: hashes of codes that voters hold. Beside no code, envelope or moment. */
import { sql } from 'kysely'
import { held, type Reader, type Tx } from '../../db/index.ts'

export const arrivalOf = (read: Reader, hash: string) =>
  read.selectFrom('ballot_arrival').select(['round_id', 'entry_id']).where('hash', '=', hash).executeTakeFirst()

/** Rounds with arrivals that are not in the record yet, and how many. */
export const roundsWithArrivals = (read: Reader) =>
  read
    .selectFrom('ballot_arrival')
    .select(['round_id', sql<number>`count(*)`.as('n')])
    .where('entry_id', 'is', null)
    .groupBy('round_id')
    .execute()

/** In the order of the hashes, which says nothing of when they came. */
export const arrivalsWaiting = async (tx: Tx, round: string): Promise<string[]> =>
  (
    await held(
      tx,
      tx
        .selectFrom('ballot_arrival')
        .select('hash')
        .where('round_id', '=', round)
        .where('entry_id', 'is', null)
        .orderBy('hash')
    ).execute()
  ).map((row) => row.hash)

export async function arrivalsTold(tx: Tx, hashes: readonly string[], entry: string): Promise<void> {
  for (let at = 0; at < hashes.length; at += 100)
    await tx
      .updateTable('ballot_arrival')
      .set({ entry_id: entry })
      .where('hash', 'in', hashes.slice(at, at + 100))
      .execute()
}
