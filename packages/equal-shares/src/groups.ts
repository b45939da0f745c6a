/** Groups of equal ballots, stored by plan and by group (compressed columns). */
import { type Ballots, type Election } from './election.ts'
import { type Fraction, fraction, lcm } from './fraction.ts'
import { merge, type Rows } from './merge.ts'
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
