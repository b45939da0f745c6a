/**
 * The slow oracle: the rules straight from the paper and the cities' ordinances, voter by voter, in plain rational
 * arithmetic, scanning every step. It shares nothing with the library but the fraction type it is compared in.
 */
export type Q = readonly [bigint, bigint]

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
export const q = (a: bigint | number, b: bigint | number = 1n): Q => {
  const [x, y] = [BigInt(a), BigInt(b)]
  const g = gcd(x, y) || 1n
  return y < 0n ? [-x / g, -y / g] : [x / g, y / g]
}
const plus = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
const minus = (a: Q, b: Q): Q => q(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1])
const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0])
const less = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1]
const same = (a: Q, b: Q): boolean => a[0] * b[1] === b[0] * a[1]

export interface OracleElection {
  budget: Q
  costs: Q[]
  /** utility[v][p], one row per person. */
  utility: Q[][]
  /** What the ballots themselves say each plan is worth: 1, points or places. */
  points: Q[][]
  /** how much of an endowment each person gets */
  share: Q[]
  weight: Q[]
}

export interface OracleRule {
  start: 'exact' | 'floor'
  completion: 'none' | 'add1'
  step: Q
  stop: 'overspend' | 'exhaustive'
  then: 'none' | 'greedy'
  comparison: 'none' | 'satisfaction' | 'exclusion'
  threshold: Q | null
  minimumVotes: Q | null
  costCap: Q | null
  ties: 'error' | 'cheaper'
  lot: number[]
  /** For most-votes-first: votes or the sum of points. */
  byPoints: boolean
}

export interface OracleAnswer {
  winners: number[] | 'tie'
  endowment: Q
  chosen: 'equal-shares' | 'greedy'
}

interface State {
  money: Q[]
  bought: number[]
}

const supporters = (e: OracleElection, p: number): number[] => e.utility.flatMap((u, v) => (u[p]![0] > 0n ? [v] : []))
const votesOf = (e: OracleElection, p: number): Q => supporters(e, p).reduce((sum, v) => plus(sum, e.weight[v]!), q(0))

/** The smallest ρ with Σ weight · min(money, ρ · utility) = cost, or null when the supporters have too little. */
function rho(e: OracleElection, money: Q[], p: number): Q | null {
  const people = supporters(e, p)
  const total = people.reduce((sum, v) => plus(sum, times(e.weight[v]!, money[v]!)), q(0))
  if (people.length === 0 || less(total, e.costs[p]!)) return null
  const ratio = (v: number): Q => over(money[v]!, e.utility[v]![p]!)
  people.sort((a, b) => (less(ratio(a), ratio(b)) ? -1 : 1))
  let paid = q(0)
  let value = people.reduce((sum, v) => plus(sum, times(e.weight[v]!, e.utility[v]![p]!)), q(0))
  for (const v of people) {
    const price = over(minus(e.costs[p]!, paid), value)
    if (!less(ratio(v), price)) return price
    paid = plus(paid, times(e.weight[v]!, money[v]!))
    value = minus(value, times(e.weight[v]!, e.utility[v]![p]!))
  }
  throw new Error('unreachable: the money sufficed')
}

function purchase(e: OracleElection, state: State, p: number, price: Q): State {
  const money = state.money.map((m, v) => {
    const due = times(price, e.utility[v]![p]!)
    return e.utility[v]![p]![0] > 0n ? (less(m, due) ? q(0) : minus(m, due)) : m
  })
  return { money, bought: [...state.bought, p] }
}

const permutations = (xs: number[]): number[][] =>
  xs.length < 2 ? [xs] : xs.flatMap((x) => permutations(xs.filter((y) => y !== x)).map((rest) => [x, ...rest]))

/** Tied plans are harmless when in every order each of them is still bought at the same price. */
function harmless(e: OracleElection, state: State, tied: number[], price: Q): boolean {
  return permutations(tied).every((order) => {
    let s = state
    return order.every((p) => {
      const now = rho(e, s.money, p)
      if (!now || !same(now, price)) return false
      s = purchase(e, s, p, price)
      return true
    })
  })
}

export interface OracleTie {
  plans: number[]
  /** Per unit of utility. */
  price: Q
}

export function oracleRun(
  e: OracleElection,
  rule: OracleRule,
  allowed: number[],
  endowment: Q,
  ties: OracleTie[] = []
): number[] | 'tie' {
  let state: State = { money: e.share.map((s) => times(s, endowment)), bought: [] }
  for (;;) {
    let best: Q | null = null
    let tied: number[] = []
    for (const p of allowed.filter((x) => !state.bought.includes(x))) {
      const price = rho(e, state.money, p)
      if (!price) continue
      if (!best || less(price, best)) [best, tied] = [price, [p]]
      else if (same(price, best)) tied.push(p)
    }
    if (!best) return state.bought
    if (tied.length > 1) ties.push({ plans: [...tied].sort((a, b) => a - b), price: best })
    const unresolved = rule.ties === 'error' && !tied.every((p) => rule.lot.includes(p))
    if (tied.length > 1 && unresolved && !harmless(e, state, tied, best)) return 'tie'
    tied.sort((a, b) => tieOrder(e, rule, a, b))
    state = purchase(e, state, tied[0]!, best)
  }
}

/** After these purchases: what the supporters of a plan have left together, and paid for each purchase. */
export function oracleAccount(
  e: OracleElection,
  bought: number[],
  endowment: Q,
  plan: number
): { left: Q; paid: Map<number, Q> } {
  const of = (money: Q[]): Q => supporters(e, plan).reduce((sum, v) => plus(sum, times(e.weight[v]!, money[v]!)), q(0))
  let state: State = { money: e.share.map((s) => times(s, endowment)), bought: [] }
  const paid = new Map<number, Q>()
  for (const p of bought) {
    const before = of(state.money)
    state = purchase(e, state, p, rho(e, state.money, p)!)
    paid.set(p, minus(before, of(state.money)))
  }
  return { left: of(state.money), paid }
}

function tieOrder(e: OracleElection, rule: OracleRule, a: number, b: number): number {
  const place = (p: number): number => (rule.lot.includes(p) ? rule.lot.indexOf(p) : Infinity)
  if (rule.ties === 'cheaper') {
    if (!same(e.costs[a]!, e.costs[b]!)) return less(e.costs[a]!, e.costs[b]!) ? -1 : 1
    if (!same(votesOf(e, a), votesOf(e, b))) return less(votesOf(e, b), votesOf(e, a)) ? -1 : 1
  }
  return place(a) === place(b) ? a - b : place(a) - place(b)
}

const costOf = (e: OracleElection, plans: number[]): Q => plans.reduce((sum, p) => plus(sum, e.costs[p]!), q(0))

function addMostVotes(e: OracleElection, rule: OracleRule, allowed: number[], already: number[]): number[] | 'tie' {
  const score = (p: number): Q =>
    rule.byPoints
      ? supporters(e, p).reduce((s, v) => plus(s, times(e.weight[v]!, e.points[v]![p]!)), q(0))
      : votesOf(e, p)
  const plans = allowed.filter((p) => !already.includes(p))
  plans.sort((a, b) => (same(score(a), score(b)) ? tieOrder(e, rule, a, b) : less(score(b), score(a)) ? -1 : 1))
  const bought = [...already]
  while (plans.length > 0) {
    const equal = plans.filter((p) => same(score(p), score(plans[0]!)))
    const room = minus(e.budget, costOf(e, bought))
    const fitting = equal.filter((p) => !less(room, e.costs[p]!))
    const unresolved = rule.ties === 'error' && !fitting.every((p) => rule.lot.includes(p))
    if (fitting.length > 1 && unresolved && less(room, costOf(e, fitting))) return 'tie'
    for (const p of equal) if (!less(e.budget, plus(costOf(e, bought), e.costs[p]!))) bought.push(p)
    plans.splice(0, equal.length)
  }
  return bought
}

/** Plans the rule allows, dearer than nothing, with a supporter. */
export const buyableOf = (e: OracleElection, rule: OracleRule): number[] =>
  eligibleOf(e, rule).filter((p) => e.costs[p]![0] > 0n && supporters(e, p).length > 0)

function eligibleOf(e: OracleElection, rule: OracleRule): number[] {
  const people = e.weight.reduce(plus, q(0))
  return e.costs
    .map((_, p) => p)
    .filter(
      (p) =>
        !(rule.threshold && less(over(votesOf(e, p), people), over(e.costs[p]!, times(rule.threshold, e.budget)))) &&
        !(rule.minimumVotes && less(votesOf(e, p), rule.minimumVotes)) &&
        !(rule.costCap && less(rule.costCap, e.costs[p]!))
    )
}

export function oracle(e: OracleElection, rule: OracleRule): OracleAnswer {
  const heads = e.weight.reduce((sum, w, v) => plus(sum, times(w, e.share[v]!)), q(0))
  const eligible = eligibleOf(e, rule)
  const free = eligible.filter((p) => e.costs[p]![0] === 0n)
  const dear = eligible.filter((p) => e.costs[p]![0] > 0n)
  const buyable = dear.filter((p) => supporters(e, p).length > 0)
  let endowment = over(e.budget, heads)
  if (rule.start === 'floor') endowment = q(endowment[0] / endowment[1])
  let won = oracleRun(e, rule, buyable, endowment)
  while (rule.completion === 'add1' && won !== 'tie') {
    const bought: number[] = won
    const exhaustive = buyable.every((p) => bought.includes(p) || less(e.budget, plus(costOf(e, bought), e.costs[p]!)))
    if (rule.stop === 'exhaustive' && exhaustive) break
    if (buyable.every((p) => bought.includes(p))) break
    const next = oracleRun(e, rule, buyable, plus(endowment, rule.step))
    if (next !== 'tie' && less(e.budget, costOf(e, next))) break
    endowment = plus(endowment, rule.step)
    won = next
  }
  if (won === 'tie') return { winners: 'tie', endowment, chosen: 'equal-shares' }
  if (rule.then === 'greedy') won = addMostVotes(e, rule, dear, won)
  if (won === 'tie' || rule.comparison === 'none') {
    return { winners: won === 'tie' ? won : [...free, ...won], endowment, chosen: 'equal-shares' }
  }
  const rival = addMostVotes(e, rule, dear, [])
  if (rival === 'tie') return { winners: 'tie', endowment, chosen: 'equal-shares' }
  const chosen = prefersGreedy(e, rule, [...free, ...won], [...free, ...rival]) ? 'greedy' : 'equal-shares'
  return { winners: [...free, ...(chosen === 'greedy' ? rival : won)], endowment, chosen }
}

function prefersGreedy(e: OracleElection, rule: OracleRule, shares: number[], rival: number[]): boolean {
  const gain = (v: number, plans: number[]): Q => {
    const got = plans.filter((p) => e.utility[v]![p]![0] > 0n)
    if (rule.comparison === 'exclusion') return q(got.length > 0 ? 1 : 0)
    return rule.byPoints ? got.reduce((sum, p) => plus(sum, e.points[v]![p]!), q(0)) : q(got.length)
  }
  let [forShares, forGreedy] = [q(0), q(0)]
  e.utility.forEach((_, v) => {
    if (less(gain(v, shares), gain(v, rival))) forGreedy = plus(forGreedy, e.weight[v]!)
    if (less(gain(v, rival), gain(v, shares))) forShares = plus(forShares, e.weight[v]!)
  })
  return less(forShares, forGreedy)
}
