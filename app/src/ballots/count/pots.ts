/** What is counted apart: the whole round, or each pot of money in it. */
import type { RuleCard } from '@buurtmacht/domain'
import type { FixedBallot } from '../print/plans.ts'
import { countPot, type CastBallot, type Counted, type ToCount } from './tally.ts'

/** Every pot by itself under the same card and the same lot; all ballots count in each. */
export const countAll = (ballot: FixedBallot, ballots: readonly CastBallot[], lot: readonly number[]): Counted[] =>
  potsOf(ballot, ballots, lot).map(countPot)

/** What is counted apart: the whole round, or each pot of it. */
export function potsOf(ballot: FixedBallot, ballots: readonly CastBallot[], lot: readonly number[]): ToCount[] {
  const { settings, plans, row } = ballot
  const common = {
    title: settings.title,
    ballots,
    ballot: settings.ballot,
    card: JSON.parse(row.rule ?? '{}') as RuleCard,
    lot,
    days: [settings.days.voting, settings.days.count] as const
  }
  if (settings.pots.length === 0) return [{ ...common, money: settings.amount, plans }]
  return settings.pots.map((pot) => ({
    ...common,
    pot: pot.name,
    money: pot.amount,
    plans: plans.filter((plan) => plan.row.pot === pot.key)
  }))
}
