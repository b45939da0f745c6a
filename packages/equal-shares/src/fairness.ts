/** How fair an outcome is, in numbers anybody can check, and whether the paper ballots mattered. */
import { exactNumber, idsOf } from './answer.ts'
import { onlyBallots } from './change.ts'
import { count, type CountOptions } from './count.ts'
import { type Election } from './election.ts'
import { add, compare, divide, type Fraction, fraction, multiply, toNumber, ZERO } from './fraction.ts'
import { type ExactNumber } from './result.ts'
import { ruleCard } from './rule.ts'
import { type Sheet, tallySheet } from './sheet.ts'

export interface Fairness {
  readonly voters: ExactNumber
  /** Voters with at least one winner among their own plans, and the share without any. */
  readonly withAWinner: ExactNumber
  readonly exclusionRatio: number
  /** Winners among the own plans, and their cost, for the average voter. */
  readonly averageWinners: number
  readonly averageCost: number
  /** Per category: its share of the money spent, and its share of the support (every voter split over his plans). */
  readonly categories: readonly { readonly category: string; readonly spent: number; readonly support: number }[]
  /** EJR+ up to one: does every group get what its share of the budget entitles it to? Null on ballots with points. */
  readonly proportional: {
    readonly holds: boolean
    readonly failsFor: readonly { readonly project: string; readonly voters: string }[]
  } | null
  /** The same count per way of voting, where the ballots say it: who cast how many, and the winners without them. */
  readonly channels: readonly {
    readonly channel: string
    readonly ballots: number
    readonly winnersWithout: readonly string[]
    readonly changes: boolean
    /** Without these ballots a tie would need a lot; the winners are those certain until then. */
    readonly tied: boolean
  }[]
}

/** Judges a list of winners (ids) by the ballots. */
export function fairness(election: Election, winners: readonly string[], options: CountOptions = {}): Fairness {
  const sheet = tallySheet(election, ruleCard(election, options.rule))
  const won = new Uint8Array(sheet.cost.length)
  election.projects.forEach((p, i) => (won[i] = winners.includes(p.id) ? 1 : 0))
  const { reached, count: wins, cost } = gains(sheet, won)
  const people = (n: bigint): Fraction => fraction(n, sheet.weightUnit)
  const perVoter = (f: Fraction): number => (sheet.voters.num === 0n ? 0 : toNumber(divide(f, sheet.voters)))
  return {
    voters: exactNumber(sheet.voters),
    withAWinner: exactNumber(people(reached)),
    exclusionRatio: sheet.voters.num === 0n ? 0 : 1 - perVoter(people(reached)),
    averageWinners: perVoter(people(wins)),
    averageCost: perVoter(fraction(cost, sheet.weightUnit * sheet.moneyUnit)),
    categories: categoryShares(sheet, won),
    proportional: sheet.groups.value === null ? ejrPlus(sheet, won) : null,
    channels: channels(election, winners, options)
  }
}

function gains(sheet: Sheet, won: Uint8Array): { reached: bigint; count: bigint; cost: bigint } {
  const { groups } = sheet
  let [reached, wins, cost] = [0n, 0n, 0n]
  for (let g = 0; g < groups.size; g++) {
    let [own, ownCost] = [0n, 0n]
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++) {
      const p = groups.plan[i]!
      if (won[p]) [own, ownCost] = [own + 1n, ownCost + sheet.cost[p]!]
    }
    const weight = BigInt(groups.weight[g]!)
    if (own > 0n) reached += weight
    wins += weight * own
    cost += weight * ownCost
  }
  return { reached, count: wins, cost }
}

function categoryShares(sheet: Sheet, won: Uint8Array): Fairness['categories'] {
  const { groups, election } = sheet
  const perPlan = new Float64Array(sheet.cost.length)
  for (let g = 0; g < groups.size; g++) {
    const [from, to] = [groups.start[g]!, groups.start[g + 1]!]
    for (let i = from; i < to; i++) perPlan[groups.plan[i]!]! += groups.weight[g]! / (to - from)
  }
  const names = [...new Set(election.projects.flatMap((p) => p.categories))].sort()
  const total = sheet.cost.reduce((sum, c, p) => (won[p] ? sum + c : sum), 0n)
  const support = perPlan.reduce((sum, s) => sum + s, 0)
  return names.map((category) => {
    const plans = election.projects.flatMap((p, i) => (p.categories.includes(category) ? [i] : []))
    const spent = plans.reduce((sum, p) => (won[p] ? sum + sheet.cost[p]! : sum), 0n)
    return {
      category,
      spent: total === 0n ? 0 : toNumber(fraction(spent, total)),
      support: support === 0 ? 0 : plans.reduce((sum, p) => sum + perPlan[p]!, 0) / support
    }
  })
}

/**
 * EJR+ up to one (Brill and Peters 2023): no plan outside the outcome may have supporters who can pay for it with their
 * equal share of the budget, while each of them, even with that plan added, has at most the utility their share would
 * buy at that plan's price. Checked exactly, from the least satisfied supporter up.
 */
function ejrPlus(sheet: Sheet, won: Uint8Array): NonNullable<Fairness['proportional']> {
  const { groups } = sheet
  const byCost = sheet.rule.utility === 'cost'
  const utility = Array.from({ length: groups.size }, (_, g) => {
    let sum = 0n
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++)
      if (won[groups.plan[i]!]) sum += byCost ? sheet.cost[groups.plan[i]!]! : 1n
    return sum
  })
  const perHead = sheet.heads.num === 0n ? ZERO : divide(fraction(sheet.budget), sheet.heads)
  const failsFor = sheet.buyable.flatMap((plan) => {
    if (won[plan]) return []
    const own = byCost ? sheet.cost[plan]! : 1n
    const members = Array.from(groups.member.subarray(groups.first[plan], groups.first[plan + 1]))
    members.sort((a, b) => (utility[a]! < utility[b]! ? -1 : utility[a]! > utility[b]! ? 1 : 0))
    let heads = ZERO
    let weight = 0
    for (let i = 0; i < members.length; i++) {
      const group = members[i]!
      weight += groups.weight[group]!
      const share = groups.share ? fraction(BigInt(groups.share[group]!), sheet.shareUnit) : fraction(1n)
      heads = add(heads, multiply(fraction(BigInt(groups.weight[group]!), sheet.weightUnit), share))
      if (i + 1 < members.length && utility[members[i + 1]!] === utility[group]) continue
      const money = multiply(heads, perHead)
      if (compare(money, fraction(sheet.cost[plan]!)) < 0) continue
      // utility + own ≤ money × own / cost
      const deserved = multiply(money, fraction(own, sheet.cost[plan]!))
      if (compare(fraction(utility[group]! + own), deserved) <= 0)
        return [{ project: idsOf(sheet, [plan])[0]!, voters: String(weight) }]
    }
    return []
  })
  return { holds: failsFor.length === 0, failsFor }
}

/** What each way of voting (paper, internet) changed: the whole count again without its ballots. */
function channels(election: Election, winners: readonly string[], options: CountOptions): Fairness['channels'] {
  const trait = election.ballots.traits?.find((t) => t.name === 'voting_method')
  if (!trait || trait.names.length < 2) return []
  return trait.names.map((channel, code) => {
    const without = onlyBallots(election, (b) => trait.of[b] !== code)
    const result = count(without, { ...options, payers: false })
    const same = result.winners.length === winners.length && result.winners.every((id) => winners.includes(id))
    return {
      channel,
      ballots: election.ballots.size - without.ballots.size,
      winnersWithout: result.winners,
      changes: !same,
      tied: result.state === 'tied'
    }
  })
}
