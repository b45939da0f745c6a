/** The checker's own Method of Equal Shares: voters with equal ballots are one class, all money over one denominator. */
import { type Election } from './election.ts'
import { type RuleCard } from './rule.ts'
import { less, over, plus, type Q, q, same, times } from './verify-numbers.ts'

export interface VoterClass {
  readonly weight: Q
  readonly share: Q
  /** What the ballot says each supported plan is worth: 1, points or places. */
  readonly worth: ReadonlyMap<number, bigint>
}

export interface Poll {
  readonly rule: RuleCard
  readonly lot: readonly string[]
  readonly budget: Q
  readonly cost: readonly Q[]
  readonly classes: readonly VoterClass[]
  readonly supporters: readonly number[][]
  readonly votes: readonly Q[]
  readonly voters: Q
  readonly start: Q
  readonly step: Q
  readonly free: readonly number[]
  readonly allowed: readonly number[]
  readonly buyable: readonly number[]
  /** Points per whole point, where ballots have decimals. */
  readonly unit: bigint
  readonly categories: readonly (readonly string[])[]
  readonly id: (plan: number) => string
  readonly place: (id: string) => number
}

export interface Purchase {
  readonly plan: number
  /** Per unit of utility, and per supporter (per point). */
  readonly price: Q
  readonly each: Q
  /** Plans that stood exactly equal with it and were not yet bought. */
  readonly equal: readonly number[]
  /** Who could not pay in full, for it and for each of its equals; only where asked for. */
  readonly short: string
  /** A price below which no other rival can be; null without rivals. */
  readonly rival: Q | null
}

const fromText = (text: string): Q => {
  const [above, below] = text.split('/')
  const [whole, decimals = ''] = above!.split('.')
  return q(BigInt(whole! + decimals), 10n ** BigInt(decimals.length) * BigInt(below ?? 1))
}

export function pollOf(election: Election, rule: RuleCard, lot: readonly string[]): Poll {
  const cost = election.projects.map((p): Q => [p.cost.num, p.cost.den])
  const budget: Q = [election.budget.num, election.budget.den]
  const { classes, voters, heads } = classesOf(election, rule)
  const supporters = cost.map((): number[] => [])
  classes.forEach((c, i) => [...c.worth.keys()].forEach((p) => supporters[p]!.push(i)))
  const votes = supporters.map((list) => list.reduce((sum, i) => plus(sum, classes[i]!.weight), q(0n)))
  const allowed = cost
    .map((_, p) => p)
    .filter((p) => {
      const share =
        rule.threshold === null ||
        !less(times(times(votes[p]!, fromText(rule.threshold)), budget), times(cost[p]!, voters))
      const enough = rule.minimumVotes === null || !less(votes[p]!, fromText(rule.minimumVotes))
      return share && enough && (rule.costCap === null || !less(fromText(rule.costCap), cost[p]!))
    })
  const perHead = heads[0] === 0n ? q(0n) : over(budget, heads)
  const ids = election.projects.map((p) => p.id)
  return {
    rule,
    lot,
    budget,
    cost,
    classes,
    supporters,
    votes,
    voters,
    allowed,
    start: rule.start === 'floor' ? q(perHead[0] / perHead[1]) : perHead,
    step: rule.step === 'free' ? q(1n, 1000000n) : fromText(rule.step),
    free: allowed.filter((p) => cost[p]![0] === 0n),
    buyable: allowed.filter((p) => cost[p]![0] > 0n && votes[p]![0] > 0n),
    unit: BigInt(election.ballots.points && rule.utility.startsWith('points') ? election.ballots.pointsUnit : 1),
    categories: election.projects.map((p) => p.categories),
    id: (plan) => ids[plan]!,
    place: (id) => ids.indexOf(id)
  }
}

function classesOf(election: Election, rule: RuleCard) {
  const { ballots } = election
  const found = new Map<string, { weight: Q; share: Q; worth: Map<number, bigint> }>()
  let [voters, heads] = [q(0n), q(0n)]
  for (let b = 0; b < ballots.size; b++) {
    const given = rule.weights === 'as-given'
    const weight: Q = given && ballots.weights ? [ballots.weights[b]!.num, ballots.weights[b]!.den] : [1n, 1n]
    const share: Q = given && ballots.shares ? [ballots.shares[b]!.num, ballots.shares[b]!.den] : [1n, 1n]
    voters = plus(voters, weight)
    heads = plus(heads, times(weight, share))
    const worth = worthOf(election, rule, b)
    const key = `${share}|${worth.map((w) => w.join('=')).join()}`
    const known = found.get(key)
    if (known) known.weight = plus(known.weight, weight)
    else found.set(key, { weight, share, worth: new Map(worth) })
  }
  return { classes: [...found.values()], voters, heads }
}

function worthOf({ ballots }: Election, rule: RuleCard, b: number): [number, bigint][] {
  const [from, to] = [ballots.starts[b]!, ballots.starts[b + 1]!]
  const worth: [number, bigint][] = []
  for (let i = from; i < to; i++) {
    const points = ballots.points ? ballots.points[i]! : 1
    const value =
      rule.utility === 'borda'
        ? to - i - 1 + rule.bordaLast
        : rule.utility.startsWith('points')
          ? points
          : Math.sign(points)
    if (value > 0) worth.push([ballots.choices[i]!, BigInt(value)])
  }
  return worth.sort(([a], [b_]) => a - b_)
}

/**
 * One run: again and again the plan with the lowest price per unit of utility, until no plan can be paid. Prices only
 * rise, so a plan is priced again only while its last price could still be the lowest (or, with `below`, while it could
 * still be a rival of what a run with less money bought).
 */
export function sharesRun(
  poll: Poll,
  endowment: Q,
  below: readonly Purchase[] | null,
  names = false
): { bought: Purchase[]; tied: boolean } {
  const purse = openPurse(poll, endowment)
  const known = new Map(poll.buyable.map((p): [number, Q] => [p, q(0n)]))
  const bought: Purchase[] = []
  let tie = null as { plans: number[]; price: Q; from: number } | null
  for (;;) {
    const priced = new Map<number, Q>()
    const stage = below?.[bought.length]?.price
    let best: Q | null = null
    for (const [plan] of [...known].sort(([, a], [, b]) => (less(a, b) ? -1 : 1))) {
      if (best && less(best, known.get(plan)!) && (!stage || less(stage, known.get(plan)!))) break
      const price = fits(poll, bought, plan) ? purse.price(plan) : null
      if (price === null) {
        known.delete(plan)
        continue
      }
      known.set(plan, price)
      priced.set(plan, price)
      if (!best || less(price, best)) best = price
    }
    if (tie && !tie.plans.every((p) => priced.has(p) && same(priced.get(p)!, tie!.price)))
      return { bought: bought.slice(0, tie.from), tied: true }
    if (!best) return { bought, tied: false }
    const equal = [...priced]
      .filter(([, price]) => same(price, best!))
      .map(([p]) => p)
      .sort((a, b) => preferred(poll, a, b))
    const plan = equal[0]!
    const mayNot = equal.length > 1 && poll.rule.ties === 'error' && !equal.every((p) => poll.lot.includes(poll.id(p)))
    tie = mayNot ? { plans: equal.slice(1), price: best, from: tie?.from ?? bought.length } : null
    known.delete(plan)
    const rivals = [...known].filter(([p]) => !equal.includes(p)).map(([, price]) => price)
    const rival = rivals.reduce<Q | null>((least, price) => (least && less(least, price) ? least : price), null)
    const others = equal.slice(1).sort((a, b) => a - b)
    const short = names ? [plan, ...others].map((p) => purse.short(p, best)).join('/') : ''
    bought.push({ plan, price: best, each: purse.pay(plan, best), equal: others, short, rival })
  }
}

/** The money of all classes over one denominator; the price is found as in the definition of who can pay and who cannot. */
function openPurse(poll: Poll, endowment: Q) {
  const common = (parts: readonly Q[], from = 1n): bigint =>
    parts.reduce((all, [, below]) => (all * below) / greatest(all, below), from)
  const scale = common(poll.classes.map((c) => c.weight))
  const weight = poll.classes.map((c) => (c.weight[0] * scale) / c.weight[1])
  let den =
    common(
      poll.classes.map((c) => c.share),
      common(poll.cost)
    ) * endowment[1]
  const money = poll.classes.map((c) => (endowment[0] * c.share[0] * den) / (endowment[1] * c.share[1]))
  const byCost = poll.rule.utility === 'cost' || poll.rule.utility === 'points-times-cost'
  const due = (plan: number): bigint => (poll.cost[plan]![0] * den * scale) / poll.cost[plan]![1]
  const perUtility = (plan: number, t: Q): Q => (byCost ? over(t, poll.cost[plan]!) : t)
  return {
    price(plan: number): Q | null {
      let rich = poll.supporters[plan]!.filter((c) => money[c]! > 0n)
      let left = due(plan)
      for (;;) {
        const value = rich.reduce((sum, c) => sum + weight[c]! * poll.classes[c]!.worth.get(plan)!, 0n)
        if (value === 0n) return null
        const cannot = (c: number): boolean => money[c]! * value < left * poll.classes[c]!.worth.get(plan)!
        const poor = rich.filter(cannot)
        if (poor.length === 0) return perUtility(plan, times(q(left, value * den), q(poll.unit)))
        rich = rich.filter((c) => !cannot(c))
        left -= poor.reduce((sum, c) => sum + weight[c]! * money[c]!, 0n)
      }
    },
    short(plan: number, price: Q): string {
      const t = over(byCost ? times(price, poll.cost[plan]!) : price, q(poll.unit))
      const cannot = (c: number): boolean => money[c]! * t[1] < t[0] * poll.classes[c]!.worth.get(plan)! * den
      return poll.supporters[plan]!.filter(cannot).join()
    },
    pay(plan: number, price: Q): Q {
      const each = byCost ? times(price, poll.cost[plan]!) : price
      const t = over(each, q(poll.unit))
      const grow = t[1] / greatest(t[1], den)
      if (grow !== 1n) for (let c = 0; c < money.length; c++) money[c] = money[c]! * grow
      den *= grow
      const unit = (t[0] * den) / t[1]
      for (const c of poll.supporters[plan]!) {
        const pays = unit * poll.classes[c]!.worth.get(plan)!
        money[c] = money[c]! > pays ? money[c]! - pays : 0n
      }
      return each
    }
  }
}

const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatest(b, a % b))

function fits(poll: Poll, bought: readonly Purchase[], plan: number): boolean {
  return Object.entries(poll.rule.categoryCaps ?? {}).every(([name, cap]) => {
    if (!poll.categories[plan]!.includes(name)) return true
    const used = bought
      .filter((b) => poll.categories[b.plan]!.includes(name))
      .reduce((sum, b) => plus(sum, poll.cost[b.plan]!), poll.cost[plan]!)
    return !less(fromText(cap), used)
  })
}

/** Who wins a tie, by the rule card. */
export function preferred(poll: Poll, a: number, b: number): number {
  const [x, y] = [poll.lot.indexOf(poll.id(a)), poll.lot.indexOf(poll.id(b))]
  if (poll.rule.ties === 'lexico') return byCodePoint(poll.id(a), poll.id(b))
  if (poll.rule.ties === 'cheaper') {
    if (!same(poll.cost[a]!, poll.cost[b]!)) return less(poll.cost[a]!, poll.cost[b]!) ? -1 : 1
    if (!same(poll.votes[a]!, poll.votes[b]!)) return less(poll.votes[b]!, poll.votes[a]!) ? -1 : 1
  }
  if (x >= 0 && y >= 0) return x - y
  return x === y ? a - b : x >= 0 ? -1 : y >= 0 ? 1 : a - b
}

function byCodePoint(a: string, b: string): number {
  const [x, y] = [Array.from(a, (c) => c.codePointAt(0)!), Array.from(b, (c) => c.codePointAt(0)!)]
  const at = x.findIndex((c, i) => c !== y[i])
  return at < 0 ? x.length - y.length : at >= y.length ? 1 : x[at]! - y[at]!
}
