/** Equal ballots counted as one: found by a hash of their choices, confirmed by looking. */

/** Ballots in compressed rows: ballot `b` supports `plan[start[b]] …` with `value` (null: all 1). */
export interface Rows {
  start: Int32Array
  plan: Int32Array
  value: Float64Array | null
}

/** So many ballots are looked at first; where hardly any are equal, merging is not worth its time. */
const SAMPLE = 4096
const WORTH_MERGING = 0.6

interface Merged {
  readonly size: number
  readonly rows: Rows
  readonly weight: Float64Array
  readonly share: Float64Array | null
  /** Every group is one ballot. */
  readonly single: boolean
}

/** Equal ballots become one group, in the order in which they first appear. */
export function merge(rows: Rows, size: number, weights: Float64Array | null, shares: Float64Array | null): Merged {
  const alone = (): Merged => ({
    size,
    rows,
    weight: weights ?? new Float64Array(size).fill(1),
    share: shares,
    single: true
  })
  const sorted = sortedRows(rows, Math.min(SAMPLE, size))
  if (size > SAMPLE && firstOfEach(sorted, SAMPLE, shares).length > SAMPLE * WORTH_MERGING) return alone()
  const whole = size > SAMPLE ? sortedRows(rows, size) : sorted
  const groupOf = new Int32Array(size)
  const example = firstOfEach(whole, size, shares, groupOf)
  if (example.length > size * WORTH_MERGING && size > 64) return alone()
  const weight = new Float64Array(example.length)
  for (let b = 0; b < size; b++) if (groupOf[b]! >= 0) weight[groupOf[b]!]! += weights?.[b] ?? 1
  const share = shares && Float64Array.from(example, (b) => shares[b]!)
  return { size: example.length, rows: chosenRows(whole, example), weight, share, single: example.length === size }
}

/** The first ballots with their choices in order of plan, so that equal ones look equal. */
function sortedRows({ start, plan, value }: Rows, size: number): Rows {
  const to = start[size]!
  const sorted = plan.slice(0, to)
  const values = value && value.slice(0, to)
  for (let b = 0; b < size; b++) {
    const first = start[b]!
    for (let i = first + 1; i < start[b + 1]!; i++) {
      const [p, v] = [sorted[i]!, values ? values[i]! : 1]
      let slot = i
      for (; slot > first && sorted[slot - 1]! > p; slot--) {
        sorted[slot] = sorted[slot - 1]!
        if (values) values[slot] = values[slot - 1]!
      }
      sorted[slot] = p
      if (values) values[slot] = v
    }
  }
  return { start, plan: sorted, value: values }
}

/** The first ballot of every kind; `groupOf` is filled with the kind of each ballot, -1 for empty ones. */
function firstOfEach(rows: Rows, size: number, shares: Float64Array | null, groupOf?: Int32Array): number[] {
  let mask = 1
  while (mask < size * 2) mask *= 2
  const table = new Int32Array(mask).fill(-1)
  mask--
  const example: number[] = []
  for (let b = 0; b < size; b++) {
    if (groupOf) groupOf[b] = -1
    if (rows.start[b] === rows.start[b + 1]) continue
    let slot = hash(rows, b, shares) & mask
    for (; table[slot] !== -1; slot = (slot + 1) & mask) if (same(rows, example[table[slot]!]!, b, shares)) break
    if (table[slot] === -1) table[slot] = example.push(b) - 1
    if (groupOf) groupOf[b] = table[slot]!
  }
  return example
}

function chosenRows({ start, plan, value }: Rows, ballots: readonly number[]): Rows {
  const newStart = new Int32Array(ballots.length + 1)
  ballots.forEach((b, g) => (newStart[g + 1] = newStart[g]! + start[b + 1]! - start[b]!))
  const newPlan = new Int32Array(newStart[ballots.length]!)
  const newValue = value ? new Float64Array(newPlan.length) : null
  ballots.forEach((b, g) => {
    newPlan.set(plan.subarray(start[b], start[b + 1]), newStart[g])
    newValue?.set(value!.subarray(start[b], start[b + 1]), newStart[g])
  })
  return { start: newStart, plan: newPlan, value: newValue }
}

function hash({ start, plan, value }: Rows, b: number, shares: Float64Array | null): number {
  let h = shares ? shares[b]! | 0 : 17
  for (let i = start[b]!; i < start[b + 1]!; i++) {
    h = Math.imul(h ^ plan[i]!, 0x9e3779b1)
    h ^= h >>> 15
    if (value) h = Math.imul(h ^ (value[i]! | 0), 0x85ebca6b)
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

function same({ start, plan, value }: Rows, a: number, b: number, shares: Float64Array | null): boolean {
  const length = start[a + 1]! - start[a]!
  if (length !== start[b + 1]! - start[b]! || (shares && shares[a] !== shares[b])) return false
  for (let i = 0; i < length; i++) {
    const [x, y] = [start[a]! + i, start[b]! + i]
    if (plan[x] !== plan[y] || (value && value[x] !== value[y])) return false
  }
  return true
}
