/** Groups of equal ballots, stored by plan and by group (compressed columns). */
import { type Ballots, type Election } from './election.ts'
import { type Fraction, fraction, lcm } from './fraction.ts'
import { Refusal } from './refusal.ts'
import { type RuleCard } from './rule.ts'

export interface Grouping {
  readonly size: number
  readonly weightUnit: bigint
  readonly shareUnit: bigint
  /** Whole multiples of 1 / weightUnit and 1 / shareUnit. */
  readonly weight: Float64Array
  readonly share: Float64Array | null
  /** Every group is one ballot of weight 1 without points or shares. */
  readonly plain: boolean
  /** Group `g` supports `plan[start[g]] …` with `value` (null: all 1). */
  readonly start: Int32Array
  readonly plan: Int32Array
  readonly value: Float64Array | null
  /** The same as `plan` in as few bytes as will do, for the innermost loops. */
  readonly brief: Uint16Array | Int32Array
  /** Plan `p` is supported by `member[first[p]] …` with `worth` (null: all 1). */
  readonly first: Int32Array
  readonly member: Int32Array
  readonly worth: Float64Array | null
  readonly votes: Float64Array
  readonly totalValue: Float64Array
  readonly topValue: Float64Array
  readonly voters: Fraction
  readonly heads: Fraction
  readonly leastShare: number
  readonly mostShare: number
}

interface Rows {
  start: Int32Array
  plan: Int32Array
  value: Float64Array | null
}

export function groupBallots(election: Election, rule: RuleCard): Grouping {
  const { ballots } = election
  const weighted = rule.weights === 'as-given'
  const weights = wholeNumbers(weighted ? ballots.weights : null, ballots.size, 'weights')
  const shares = wholeNumbers(weighted ? ballots.shares : null, ballots.size, 'shares')
  const rows = supportRows(ballots, rule)
  const merged = merge(rows, ballots.size, weights.values, shares.values)
  const columns = transpose(merged.rows, merged.size, election.projects.length)
  const plain = merged.single && !weights.values && !shares.values && rows.value === null
  return {
    ...totals(columns, merged.weight, election.projects.length, plain),
    ...heads(ballots.size, weights, shares),
    size: merged.size,
    weightUnit: weights.unit,
    shareUnit: shares.unit,
    weight: merged.weight,
    share: merged.share,
    plain,
    start: merged.rows.start,
    plan: merged.rows.plan,
    value: merged.rows.value,
    brief: election.projects.length > 2 ** 16 ? merged.rows.plan : new Uint16Array(merged.rows.plan),
    ...columns
  }
}

interface Whole {
  values: Float64Array | null
  unit: bigint
}

function wholeNumbers(fractions: readonly Fraction[] | null, size: number, what: string): Whole {
  if (!fractions) return { values: null, unit: 1n }
  const unit = fractions.reduce((all, f) => (all % f.den === 0n ? all : lcm(all, f.den)), 1n)
  const values = Float64Array.from(fractions, (f) => Number(f.num * (unit / f.den)))
  const total = values.reduce((sum, v) => sum + v, 0)
  if (total * Math.max(1, size) > Number.MAX_SAFE_INTEGER)
    throw new Refusal('too-fine', `The ${what} have too many digits to count exactly.`)
  return { values, unit }
}

function heads(size: number, weights: Whole, shares: Whole) {
  let voters = 0n
  let money = 0n
  let leastShare = 1
  let mostShare = 1
  if (shares.values && size > 0) {
    leastShare = shares.values.reduce((least, s) => Math.min(least, s), Infinity)
    mostShare = shares.values.reduce((most, s) => Math.max(most, s), 0)
  }
  if (!weights.values && !shares.values) [voters, money] = [BigInt(size), BigInt(size)]
  else {
    for (let i = 0; i < size; i++) {
      const weight = BigInt(weights.values?.[i] ?? 1)
      voters += weight
      money += weight * BigInt(shares.values?.[i] ?? 1)
    }
  }
  return {
    voters: fraction(voters, weights.unit),
    heads: fraction(money, weights.unit * shares.unit),
    leastShare,
    mostShare
  }
}

/** What each ballot supports: only what has a value above zero counts. Ballots without points are used as they stand. */
function supportRows({ starts, choices, points, size }: Ballots, rule: RuleCard): Rows {
  const valued = rule.utility === 'borda' || rule.utility.startsWith('points')
  if (!valued && !points) return { start: starts, plan: choices, value: null }
  const start = new Int32Array(size + 1)
  const plan = new Int32Array(choices.length)
  const value = valued ? new Float64Array(choices.length) : null
  let at = 0
  for (let b = 0; b < size; b++) {
    const to = starts[b + 1]!
    for (let i = starts[b]!; i < to; i++) {
      const worth = rule.utility === 'borda' ? to - i - 1 + rule.bordaLast : points ? points[i]! : 1
      if (worth <= 0) continue
      plan[at] = choices[i]!
      if (value) value[at] = worth
      at++
    }
    start[b + 1] = at
  }
  return { start, plan: plan.subarray(0, at), value: value && value.subarray(0, at) }
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
function merge(rows: Rows, size: number, weights: Float64Array | null, shares: Float64Array | null): Merged {
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

function transpose(rows: Rows, groups: number, plans: number) {
  const { start, plan, value } = rows
  const first = new Int32Array(plans + 1)
  for (let i = 0; i < plan.length; i++) first[plan[i]! + 1]!++
  for (let p = 0; p < plans; p++) first[p + 1]! += first[p]!
  const next = first.slice()
  const member = new Int32Array(plan.length)
  const worth = value && new Float64Array(plan.length)
  for (let g = 0; g < groups; g++) {
    for (let i = start[g]!, to = start[g + 1]!; i < to; i++) {
      const slot = next[plan[i]!]!++
      member[slot] = g
      if (worth) worth[slot] = value![i]!
    }
  }
  return { first, member, worth }
}

function totals(
  { first, member, worth }: ReturnType<typeof transpose>,
  weight: Float64Array,
  plans: number,
  plain: boolean
) {
  const votes = new Float64Array(plans)
  const totalValue = new Float64Array(plans)
  const topValue = new Float64Array(plans)
  for (let p = 0; p < plans; p++) {
    let [people, points, top] = plain ? [first[p + 1]! - first[p]!, first[p + 1]! - first[p]!, 1] : [0, 0, 0]
    for (let i = plain ? first[p + 1]! : first[p]!; i < first[p + 1]!; i++) {
      const value = worth ? worth[i]! : 1
      people += weight[member[i]!]!
      points += weight[member[i]!]! * value
      if (value > top) top = value
    }
    if (points > Number.MAX_SAFE_INTEGER)
      throw new Refusal('too-fine', 'Weights times points are too large to count exactly.')
    votes[p] = people
    totalValue[p] = points
    topValue[p] = people > 0 ? top : 0
  }
  return { votes, totalValue, topValue }
}
