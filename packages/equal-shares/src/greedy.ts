/** Most votes first, or most votes per unit of money first, as most cities count. */
import { capRoom } from './caps.ts'
import { type Fraction, fraction } from './fraction.ts'
import { type Sheet } from './sheet.ts'

export interface GreedyTie {
  readonly plans: readonly number[]
  /** Votes (or points), or votes per unit of money, at which they stand equal. */
  readonly score: Fraction
  readonly matters: boolean
}

export interface GreedyOutcome {
  readonly order: readonly number[]
  readonly spent: bigint
  readonly ties: readonly GreedyTie[]
  readonly stuck: GreedyTie | null
}

type Order = 'votes' | 'votes-per-cost'

/** Votes, or points where the rule counts points, in whole 1 / weightUnit. */
export const scoreOf = (sheet: Sheet, plan: number): bigint => {
  const points = sheet.rule.utility === 'borda' || sheet.rule.utility.startsWith('points')
  return BigInt(points ? sheet.totalValue[plan]! : sheet.votes[plan]!)
}

/**
 * Funds plans in order of their score while they fit, on top of what is already bought. A plan that does not fit is
 * passed over (`leftover: skip`) or ends the count (`stop`). Plans with equal scores are a tie only if not all fit.
 */
export function greedy(sheet: Sheet, order: Order, already: readonly number[] = []): GreedyOutcome {
  const barred = new Set([...sheet.barred.map((b) => b.project), ...already])
  const plans = sheet.cost.map((_, p) => p).filter((p) => !barred.has(p) && sheet.cost[p]! > 0n)
  const compareScores = (a: number, b: number): number => {
    const left = scoreOf(sheet, a) * (order === 'votes' ? 1n : sheet.cost[b]!)
    const right = scoreOf(sheet, b) * (order === 'votes' ? 1n : sheet.cost[a]!)
    return left > right ? -1 : left < right ? 1 : 0
  }
  plans.sort((a, b) => compareScores(a, b) || sheet.tieRank[a]! - sheet.tieRank[b]!)
  const room = capRoom(sheet, already)
  const fits = (p: number): boolean => room === null || room.fits(p)
  let left = sheet.budget - already.reduce((sum, p) => sum + sheet.cost[p]!, 0n)
  const bought: number[] = []
  const ties: GreedyTie[] = []
  for (let from = 0; from < plans.length;) {
    let to = from + 1
    while (to < plans.length && compareScores(plans[from]!, plans[to]!) === 0) to++
    const equal = plans.slice(from, to)
    from = to
    const fitting = equal.filter((p) => sheet.cost[p]! <= left && fits(p))
    const before = bought.length
    for (const p of equal) {
      if (sheet.cost[p]! > left || !fits(p)) {
        if (sheet.rule.leftover === 'stop') from = plans.length
        if (sheet.rule.leftover === 'stop') break
        continue
      }
      bought.push(p)
      left -= sheet.cost[p]!
      room?.take(p)
    }
    const shortOf = sheet.rule.leftover === 'stop' && fitting.length > 0 ? equal : fitting
    if (shortOf.length < 2) continue
    const tie = {
      plans: [...shortOf].sort((a, b) => a - b),
      score: scoreText(sheet, order, equal[0]!),
      matters: bought.length - before < shortOf.length
    }
    ties.push(tie)
    if (tie.matters && mayNotBreak(sheet, tie.plans))
      return { order: bought.slice(0, before), spent: sheet.budget - left, ties, stuck: tie }
  }
  return { order: bought, spent: sheet.budget - left, ties, stuck: null }
}

const scoreText = (sheet: Sheet, order: Order, plan: number): Fraction => {
  const score = fraction(scoreOf(sheet, plan), sheet.weightUnit)
  return order === 'votes' ? score : fraction(score.num * sheet.moneyUnit, score.den * sheet.cost[plan]!)
}

const mayNotBreak = (sheet: Sheet, plans: readonly number[]): boolean =>
  sheet.rule.ties === 'error' && !plans.every((p) => sheet.lot.includes(sheet.election.projects[p]!.id))
