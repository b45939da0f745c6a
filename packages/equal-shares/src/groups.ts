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
  /** Group `g` supports `plan[start[g]] …` with `value` (null: all 1). */
  readonly start: Int32Array
  readonly plan: Int32Array
  readonly value: Float64Array | null
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
  return {
    ...totals(columns, merged.weight, election.projects.length),
    ...heads(ballots.size, weights, shares),
    size: merged.size,
    weightUnit: weights.unit,
    shareUnit: shares.unit,
    weight: merged.weight,
    share: merged.share,
    start: merged.rows.start,
    plan: merged.rows.plan,
    value: merged.rows.value,
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

/** What each ballot supports, sorted by plan: only what has a value above zero counts as support. */
function supportRows(ballots: Ballots, rule: RuleCard): Rows {
  const { starts, choices, points } = ballots
  const valued = rule.utility === 'borda' || rule.utility.startsWith('points')
  const start = new Int32Array(ballots.size + 1)
  const plan = new Int32Array(choices.length)
  const value = valued ? new Float64Array(choices.length) : null
  let at = 0
  for (let b = 0; b < ballots.size; b++) {
    const [from, to] = [starts[b]!, starts[b + 1]!]
    for (let i = from; i < to; i++) {
      const points_ = points ? points[i]! : 1
      const worth = rule.utility === 'borda' ? to - i - 1 + rule.bordaLast : points_
      if (worth <= 0) continue
      let slot = at++
      for (; slot > start[b]! && plan[slot - 1]! > choices[i]!; slot--) {
        plan[slot] = plan[slot - 1]!
        if (value) value[slot] = value[slot - 1]!
      }
      plan[slot] = choices[i]!
      if (value) value[slot] = worth
    }
    start[b + 1] = at
  }
  return { start, plan: plan.subarray(0, at), value: value && value.subarray(0, at) }
}

/** So many ballots are looked at first; where hardly any are equal, merging is not worth its time. */
const SAMPLE = 8192

/** Equal ballots become one group, in the order in which they first appear. */
function merge(rows: Rows, size: number, weights: Float64Array | null, shares: Float64Array | null) {
  const { start, plan, value } = rows
  let mask = 1
  while (mask < size * 2) mask *= 2
  const table = new Int32Array(mask).fill(-1)
  mask--
  const example = new Int32Array(size)
  const weight = new Float64Array(size)
  let groups = 0
  for (let b = 0; b < size; b++) {
    if (b === SAMPLE && groups > SAMPLE * 0.8) return { size, rows, weight: weights ?? weight.fill(1), share: shares }
    if (start[b] === start[b + 1]) continue
    let slot = hash(rows, b, shares) & mask
    for (; table[slot] !== -1; slot = (slot + 1) & mask) if (same(rows, example[table[slot]!]!, b, shares)) break
    if (table[slot] === -1) {
      table[slot] = groups
      example[groups++] = b
    }
    const group = table[slot]!
    weight[group] = weight[group]! + (weights?.[b] ?? 1)
  }
  const newStart = new Int32Array(groups + 1)
  for (let g = 0; g < groups; g++) newStart[g + 1] = newStart[g]! + start[example[g]! + 1]! - start[example[g]!]!
  const newPlan = new Int32Array(newStart[groups]!)
  const newValue = value ? new Float64Array(newStart[groups]!) : null
  for (let g = 0; g < groups; g++) {
    let from = start[example[g]!]!
    for (let to = newStart[g]!; to < newStart[g + 1]!; to++, from++) {
      newPlan[to] = plan[from]!
      if (newValue) newValue[to] = value![from]!
    }
  }
  const share = shares ? Float64Array.from({ length: groups }, (_, g) => shares[example[g]!]!) : null
  return {
    size: groups,
    rows: { start: newStart, plan: newPlan, value: newValue },
    weight: weight.slice(0, groups),
    share
  }
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
  const first = new Int32Array(plans + 1)
  for (const p of rows.plan) first[p + 1]!++
  for (let p = 0; p < plans; p++) first[p + 1] = first[p + 1]! + first[p]!
  const next = first.slice()
  const member = new Int32Array(rows.plan.length)
  const worth = rows.value ? new Float64Array(rows.plan.length) : null
  for (let g = 0; g < groups; g++) {
    for (let i = rows.start[g]!; i < rows.start[g + 1]!; i++) {
      const slot = next[rows.plan[i]!]!++
      member[slot] = g
      if (worth) worth[slot] = rows.value![i]!
    }
  }
  return { first, member, worth }
}

function totals({ first, member, worth }: ReturnType<typeof transpose>, weight: Float64Array, plans: number) {
  const votes = new Float64Array(plans)
  const totalValue = new Float64Array(plans)
  const topValue = new Float64Array(plans)
  for (let p = 0; p < plans; p++) {
    for (let i = first[p]!; i < first[p + 1]!; i++) {
      const value = worth ? worth[i]! : 1
      votes[p] = votes[p]! + weight[member[i]!]!
      totalValue[p] = totalValue[p]! + weight[member[i]!]! * value
      if (value > topValue[p]!) topValue[p] = value
    }
    if (totalValue[p]! > Number.MAX_SAFE_INTEGER)
      throw new Refusal('too-fine', 'Weights times points are too large to count exactly.')
  }
  return { votes, totalValue, topValue }
}
