/** The lot is drawn in public with real slips of paper; here two people type in what was drawn. */
import { agreedLot, ok, readLot, refused, typeLot, type Decision } from '@buurtmacht/domain'
import { hasTask, heldRound } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import type { By } from '../../web/index.ts'
import { fixedBallot } from '../print/plans.ts'
import { lotEntries, setLotEntry } from './queries.ts'

/**
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `lot-already-agreed`, and those of `readLot`.
 * @returns whether two people now typed the same.
 */
export async function typeDrawnLot(
  tx: Tx,
  by: By,
  round: string,
  typed: string
): Promise<Decision<'agreed' | 'differs' | 'waits'>> {
  const row = await heldRound(tx, round)
  if (!row) return refused('not-found')
  if (!by.person || !(await hasTask(tx, round, by.person, 'committee'))) return refused('not-allowed')
  if (row.state !== 'frozen') return refused('round-not-frozen')
  const plans = (await fixedBallot(tx, round))?.plans ?? []
  const order = readLot(typed, plans.length)
  if (!order.ok) return order
  const entry = { by: by.person as string, order: order.value }
  const entries = typeLot(await lotEntries(tx, round), entry)
  if (!entries.ok) return entries
  await setLotEntry(tx, round, entry, by.at)
  const agreed = agreedLot(entries.value)
  await record(tx, by, {
    kind: agreed ? 'round-lot-agreed' : 'round-lot-typed',
    about: { kind: 'round', id: round },
    // What one person typed alone is not told before another has typed it too.
    facts: entries.value.length > 1 ? { numbers: order.value.map(String) } : {}
  })
  return ok(agreed ? 'agreed' : entries.value.length > 1 ? 'differs' : 'waits')
}
