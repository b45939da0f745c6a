/**
 * Groups in an order that lies well in memory: whoever votes for the same rare plan stands together. The supporters of
 * a rare plan are then neighbours, and those of a popular plan are many anyway; so lists are read nearly in sequence.
 * The order of groups means nothing to the count.
 */
import { type Rows } from './merge.ts'

/** Fewer groups than this fit near the processor in any order. */
const MANY = 16_384

export interface Groups {
  readonly size: number
  readonly rows: Rows
  readonly weight: Float64Array
  readonly share: Float64Array | null
}

export function arrange<T extends Groups>(groups: T, plans: number): T {
  if (groups.size < MANY) return groups
  const { rows, size, weight, share } = groups
  const { start, plan, value } = rows
  const order = byRarest(rows, size, plans)
  const newStart = new Int32Array(size + 1)
  const newPlan = new Int32Array(start[size]!)
  const newValue = value && new Float64Array(newPlan.length)
  let at = 0
  for (let g = 0; g < size; g++) {
    const old = order[g]!
    for (let i = start[old]!, to = start[old + 1]!; i < to; i++) {
      newPlan[at] = plan[i]!
      if (newValue) newValue[at] = value![i]!
      at++
    }
    newStart[g + 1] = at
  }
  return {
    ...groups,
    rows: { start: newStart, plan: newPlan, value: newValue },
    weight: moved(weight, order),
    share: share && moved(share, order)
  }
}

function moved(list: Float64Array, order: Int32Array): Float64Array {
  const result = new Float64Array(order.length)
  for (let g = 0; g < order.length; g++) result[g] = list[order[g]!]!
  return result
}

function byRarest({ start, plan }: Rows, size: number, plans: number): Int32Array {
  const votes = new Int32Array(plans)
  for (let i = 0, to = start[size]!; i < to; i++) votes[plan[i]!]!++
  const place = new Int32Array(plans + 1)
  Array.from(votes, (_, p) => p)
    .sort((a, b) => votes[a]! - votes[b]!)
    .forEach((p, rank) => (place[p] = rank))
  place[plans] = plans
  // By how many plans are named, and then by the rarest of them: a counting sort.
  const kinds = plans + 1
  const kind = new Int32Array(size)
  let most = 0
  for (let g = 0; g < size; g++) {
    let least = plans
    const [from, to] = [start[g]!, start[g + 1]!]
    for (let i = from; i < to; i++) least = Math.min(least, place[plan[i]!]!)
    kind[g] = (to - from) * kinds + least
    most = Math.max(most, to - from)
  }
  const next = new Int32Array((most + 1) * kinds + 1)
  for (let g = 0; g < size; g++) next[kind[g]! + 1]!++
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!
  const order = new Int32Array(size)
  for (let g = 0; g < size; g++) order[next[kind[g]!]!++] = g
  return order
}
