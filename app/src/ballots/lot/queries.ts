/** The lot of a round, as members of the election committee typed it. */
import { agreedLot, type LotEntry, type LotOrder } from '@buurtmacht/domain'
import type { Reader, Tx } from '../../db/index.ts'

/** Who typed what, the first first. */
export async function lotEntries(read: Reader, round: string): Promise<LotEntry[]> {
  const rows = await read
    .selectFrom('lot_entry')
    .select(['person_id', 'numbers'])
    .where('round_id', '=', round)
    .orderBy('at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ by: row.person_id, order: JSON.parse(row.numbers) as number[] }))
}

export const lotOf = async (read: Reader, round: string): Promise<LotOrder | undefined> =>
  agreedLot(await lotEntries(read, round))?.order

export async function setLotEntry(tx: Tx, round: string, entry: LotEntry, at: string): Promise<void> {
  const numbers = JSON.stringify(entry.order)
  await tx
    .insertInto('lot_entry')
    .values({ round_id: round, person_id: entry.by, numbers, at })
    .onConflict((conflict) => conflict.columns(['round_id', 'person_id']).doUpdateSet({ numbers, at }))
    .execute()
}
