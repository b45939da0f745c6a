/**
 * The tally sheet: an election under one rule card, in whole numbers only. Equal ballots are one group with a weight,
 * plans that may not win are left out, and every utility is (value on the ballot) × (factor of the plan).
 */
import { type Election } from './election.ts'
import { type Fraction, add, compare, divide, exact, fraction, lcm, multiply, toNumber, ZERO } from './fraction.ts'
import { groupBallots, type Grouping } from './groups.ts'
import { type RuleCard, stepOf } from './rule.ts'
import { twinsOf } from './twins.ts'

export interface Sheet {
  readonly election: Election
  readonly rule: RuleCard
  /** Money below is in whole 1 / moneyUnit of the currency; times weightUnit where it is paid by groups. */
  readonly moneyUnit: bigint
  readonly weightUnit: bigint
  readonly shareUnit: bigint
  readonly budget: bigint
  /** What a voter with one share starts with, and gets more per step of Add1. */
  readonly start: bigint
  readonly step: bigint
  readonly cost: readonly bigint[]
  /** What the groups must pay for a plan together: cost × weightUnit, as a double and exactly. */
  readonly due: Float64Array
  readonly dueExact: readonly bigint[]
  /** Whether a plan is worth its cost to its supporters. A factor of 1 does not tell: a cost can be one money unit. */
  readonly byCost: boolean
  /** The plan's factor in every utility: its cost, or 1. */
  readonly factor: Float64Array
  readonly factorExact: readonly bigint[]
  /** Weighted votes in whole 1 / weightUnit. */
  readonly votes: Float64Array
  readonly voters: Fraction
  /** Sum of weight × share: the budget is divided by this. */
  readonly heads: Fraction
  /** Plans that may be bought by voters: allowed by the rule, dearer than nothing, with a supporter. */
  readonly buyable: readonly number[]
  readonly free: readonly number[]
  readonly barred: readonly { project: number; why: 'threshold' | 'minimum-votes' | 'cost-cap' }[]
  readonly groups: Grouping
  /** Per plan: its sum of weight × value, of weight, and its largest value. */
  readonly totalValue: Float64Array
  readonly topValue: Float64Array
  readonly leastShare: number
  readonly mostShare: number
  readonly tieRank: Int32Array
  /** Plans with the same number here have the same cost and the same supporters. */
  readonly twin: Int32Array
  readonly lot: readonly string[]
}

export const tallySheet = (election: Election, rule: RuleCard, lot: readonly string[] = []): Sheet =>
  sheetOf(election, rule, lot, groupBallots(election, rule))

/** The sheet of an election whose ballots are already grouped. */
export function sheetOf(election: Election, rule: RuleCard, lot: readonly string[], groups: Grouping): Sheet {
  const { moneyUnit, start, step } = moneyScale(election, rule, groups)
  const whole = (amount: Fraction): bigint => amount.num * (moneyUnit / amount.den)
  const cost = election.projects.map((p) => whole(p.cost))
  const { barred, allowed } = eligible(election, rule, groups)
  const dueExact = cost.map((c) => c * groups.weightUnit)
  const byCost = rule.utility === 'cost' || rule.utility === 'points-times-cost'
  const factorExact = cost.map((c) => (byCost ? c : 1n))
  const all = election.projects.map((_, p) => p)
  return {
    election,
    rule,
    moneyUnit,
    weightUnit: groups.weightUnit,
    shareUnit: groups.shareUnit,
    budget: whole(election.budget),
    start,
    step,
    cost,
    due: Float64Array.from(dueExact, Number),
    dueExact,
    byCost,
    factor: Float64Array.from(factorExact, Number),
    factorExact,
    votes: groups.votes,
    voters: groups.voters,
    heads: groups.heads,
    buyable: all.filter((p) => allowed[p] && cost[p]! > 0n && groups.votes[p]! > 0),
    free: all.filter((p) => allowed[p] && cost[p] === 0n),
    barred,
    groups,
    totalValue: groups.totalValue,
    topValue: groups.topValue,
    leastShare: groups.leastShare,
    mostShare: groups.mostShare,
    twin: twinsOf(groups, cost),
    tieRank: tieRanks(election, rule, groups.votes, lot),
    lot
  }
}

/** The coarsest unit in which every cost, the budget and every endowment is a whole number. */
function moneyScale(
  election: Election,
  rule: RuleCard,
  groups: Grouping
): { moneyUnit: bigint; start: bigint; step: bigint } {
  const unit = election.projects.reduce(
    (all, p) => (all % p.cost.den === 0n ? all : lcm(all, p.cost.den)),
    election.budget.den
  )
  const { start, step } = endowments(election, rule, groups, unit)
  const finer = lcm(start.den, step.den)
  return { moneyUnit: unit * finer, start: start.num * (finer / start.den), step: step.num * (finer / step.den) }
}

function eligible(election: Election, rule: RuleCard, groups: Grouping) {
  const threshold = rule.threshold === null ? null : exact(rule.threshold)
  const minimum = rule.minimumVotes === null ? null : exact(rule.minimumVotes)
  const cap = rule.costCap === null ? null : exact(rule.costCap)
  const barred: { project: number; why: 'threshold' | 'minimum-votes' | 'cost-cap' }[] = []
  election.projects.forEach(({ cost }, project) => {
    const votes = fraction(BigInt(groups.votes[project]!), groups.weightUnit)
    // votes / voters ≥ cost / (threshold × budget), without dividing
    if (
      threshold &&
      compare(multiply(votes, multiply(threshold, election.budget)), multiply(cost, groups.voters)) < 0
    ) {
      barred.push({ project, why: 'threshold' })
    } else if (minimum && compare(votes, minimum) < 0) barred.push({ project, why: 'minimum-votes' })
    else if (cap && compare(cost, cap) > 0) barred.push({ project, why: 'cost-cap' })
  })
  const allowed = election.projects.map(() => true)
  for (const { project } of barred) allowed[project] = false
  return { barred, allowed }
}

/** One fixed order for the whole computation; a smaller rank wins a tie. Plans that a lot names go before those it leaves out. */
function tieRanks(election: Election, rule: RuleCard, votes: Float64Array, lot: readonly string[]): Int32Array {
  const { projects } = election
  const drawn = new Map(lot.map((id, place) => [id, place]))
  const place = (p: number): number => drawn.get(projects[p]!.id) ?? lot.length
  const byLot = (a: number, b: number): number => place(a) - place(b) || a - b
  const cheaper = (a: number, b: number): number =>
    compare(projects[a]!.cost, projects[b]!.cost) || votes[b]! - votes[a]! || byLot(a, b)
  const order = projects.map((_, p) => p)
  if (rule.ties === 'cheaper') order.sort((a, b) => cheaper(a, b))
  else if (rule.ties === 'lexico') order.sort((a, b) => codePointOrder(projects[a]!.id, projects[b]!.id))
  else if (lot.length > 0) order.sort(byLot)
  const rank = new Int32Array(projects.length)
  order.forEach((p, place) => (rank[p] = place))
  return rank
}

/** Text order by Unicode code point, as most languages outside JavaScript sort. */
export function codePointOrder(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return x.length - y.length
}

/** Where the endowments start and how they grow, per share of 1 / shareUnit, in 1 / unit of the currency. */
function endowments(
  election: Election,
  rule: RuleCard,
  groups: Grouping,
  unit: bigint
): { start: Fraction; step: Fraction } {
  const perHead = groups.heads.num === 0n ? ZERO : divide(election.budget, groups.heads)
  const start = rule.start === 'floor' ? fraction(perHead.num / perHead.den) : perHead
  const scale = fraction(unit, groups.shareUnit)
  return { start: multiply(start, scale), step: multiply(exact(stepOf(rule)), scale) }
}

/** An endowment of the sheet back in currency units for a voter with one whole share. */
export const inCurrency = (sheet: Sheet, endowment: bigint): Fraction =>
  fraction(endowment * sheet.shareUnit, sheet.moneyUnit)

export const sumOf = (amounts: readonly Fraction[]): Fraction => amounts.reduce(add, ZERO)

/** Money of the sheet as a plain number in currency units, for JSON. */
export const plain = (sheet: Sheet, amount: bigint): number => toNumber(fraction(amount, sheet.moneyUnit))
