// The lot of a round: the order in which the plans were drawn in public, typed in by two people; and the count, begun by two people.
import { ok, refused, type Decision } from './decision.ts'

/** Numbers of plans as they stand on the ballot, in the order drawn. */
export type LotOrder = readonly number[]

/** What one person typed in. */
export type LotEntry = { by: string; order: LotOrder }

/**
 * The order somebody typed: every plan's number once, with anything between them. Refusals: `field-missing`, `lot-unknown-plan`
 * (facts: number), `lot-plan-twice` (facts: number), `lot-not-whole` (facts: numbers: those that are missing, missing: how many).
 */
export function readLot(typed: string | undefined, plans: number): Decision<LotOrder> {
  const order = (typed?.match(/\d+/g) ?? []).map(Number)
  if (order.length === 0) return refused('field-missing', { field: 'order' })
  const unknown = order.find((one) => one < 1 || one > plans)
  if (unknown !== undefined) return refused('lot-unknown-plan', { field: 'order', facts: { number: unknown } })
  const twice = order.find((one, at) => order.indexOf(one) !== at)
  if (twice !== undefined) return refused('lot-plan-twice', { field: 'order', facts: { number: twice } })
  const missing = Array.from({ length: plans }, (_, at) => at + 1).filter((one) => !order.includes(one))
  if (missing.length === 0) return ok(order)
  return refused('lot-not-whole', { field: 'order', facts: { numbers: missing.join(', '), missing: missing.length } })
}

/** The first two different people who typed the same order; their order is the lot. */
export function agreedLot(
  entries: readonly LotEntry[]
): { order: LotOrder; by: readonly [string, string] } | undefined {
  for (const [at, one] of entries.entries()) {
    const other = entries.slice(0, at).find((before) => before.by !== one.by && sameOrder(before.order, one.order))
    if (other) return { order: one.order, by: [other.by, one.by] }
  }
  return undefined
}

const sameOrder = (a: LotOrder, b: LotOrder): boolean => a.join() === b.join()

/**
 * Somebody types the order that was drawn; whoever typed before types again in place of it. Once two people agree nothing changes
 * any more. Refusal: `lot-already-agreed`.
 */
export function typeLot(entries: readonly LotEntry[], entry: LotEntry): Decision<LotEntry[]> {
  if (agreedLot(entries)) return refused('lot-already-agreed')
  return ok([...entries.filter((one) => one.by !== entry.by), entry])
}

/** The count is begun by one member of the election committee and goes on when another does the same. Refusal: `count-needs-second-person`. */
export function beginCount(begunBy: string | undefined, by: string): Decision<'waits' | 'counts'> {
  if (begunBy === undefined) return ok('waits')
  return begunBy === by ? refused('count-needs-second-person') : ok('counts')
}
