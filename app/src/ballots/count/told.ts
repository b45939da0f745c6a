/** What the page says about a count, worked out once and kept: amounts in cents, plans by their number on the ballot. */
import type { RuleCard } from '@buurtmacht/domain'
import {
  explainLosers,
  smallestChange,
  type Amount,
  type Election,
  type ExactNumber,
  type Fairness,
  type LoserReason,
  type Payers,
  type Result,
  type Step
} from 'equal-shares'
import type { ToCount } from './tally.ts'

interface Told {
  number: number
  id: string
  title: string
  cost: number
  /** How many people chose it, on how many online and paper ballots. */
  people: number
  online: number
  paper: number
  /** Points together, when points were divided. */
  points: number | null
}

export interface WonTold extends Told {
  /** What who had enough left paid (per point, when points were divided); null when most votes decided. */
  each: number | null
  full: number
  /** How many paid less, because that was all they had left; and together. */
  rest: number
  restPaid: number
  /** In all hands together after this plan was paid. */
  left: number
}

export interface LostTold extends Told {
  barred: LoserReason['barred']
  /** Cost / people: what each would have paid. */
  each: number
  /** What its people had together at first and at the end, and what was missing; null when no money is divided. */
  start: number | null
  left: number | null
  missing: number | null
  wentTo: { number: number; amount: number }[]
  atCost: number | null
  morePeople: number | null
}

export interface PotTold {
  pot: string | null
  money: number
  spent: number
  ballots: number
  blank: number
  /** What everybody had on paper: an equal part of the money, and what it came to in the end. */
  share: number
  purse: number
  won: WonTold[]
  lost: LostTold[]
  withAWinner: number
  mostVotes: { numbers: number[]; withAWinner: number }
  /** Which of the two outcomes the rule chose in the end. */
  chosen: 'equal-shares' | 'greedy'
  smallest: { number: number; people: number } | null
  channels: { channel: 'online' | 'paper'; ballots: number; without: number[]; changes: boolean }[]
  /** Ties that could change who won, each with its plans in the order of the lot. */
  ties: { numbers: number[] }[]
  proportional: boolean | null
}

export interface Judged {
  election: Election
  result: Result
  options: { rule: RuleCard; lot: string[] }
  fair: Fairness
  mostVotes: readonly string[]
  mostVotesFair: Fairness
}

/** Rounded to whole cents; exact until here. */
const inCents = ({ num, den }: ExactNumber): number => {
  const [top, bottom] = [BigInt(num) * 200n, BigInt(den)]
  return Number((top + bottom) / (2n * bottom))
}
const amount = (of: Amount | ExactNumber | null | undefined): number | null => (of ? inCents(of) : null)

export function toldOf(to: ToCount, judged: Judged): PotTold {
  const { election, result, fair } = judged
  const support = supportOf(to, election)
  const reasons = result.winners.length === election.projects.length ? [] : explainLosers(election, judged.options)
  const smallest = reasons.some((one) => one.wouldWinWithMoreVotes !== null) ? smallestChange(reasons) : null
  const numbers = (ids: readonly string[]) => ids.map(Number)
  const voters = to.ballots.length
  const greedy = result.comparison?.chosen === 'greedy'
  return {
    pot: to.pot ?? null,
    money: to.money,
    spent: Math.round(result.cost * 100),
    ballots: voters,
    blank: to.ballots.filter((one) => one.text === '').length,
    share: voters === 0 ? 0 : Math.floor(to.money / voters),
    purse: amount(result.endowment) ?? 0,
    won: result.winners.map((id) => wonTold(support(id), result, id)),
    lost: reasons.map((one) => lostTold(support(one.project), one)),
    withAWinner: Number(fair.withAWinner.num),
    mostVotes: { numbers: numbers(judged.mostVotes), withAWinner: Number(judged.mostVotesFair.withAWinner.num) },
    chosen: result.comparison?.chosen ?? 'equal-shares',
    smallest: smallest ? { number: Number(smallest.project), people: smallest.voters } : null,
    channels: fair.channels.map((one) => ({
      channel: one.channel === 'paper' ? ('paper' as const) : ('online' as const),
      ballots: one.ballots,
      without: numbers(one.winnersWithout),
      changes: one.changes
    })),
    ties: result.ties
      .filter((tie) => tie.matters && tie.brokenBy === 'lot' && (tie.where === 'comparison') === greedy)
      .map((tie) => ({ numbers: numbers(result.lot.filter((id) => tie.projects.includes(id))) }))
      .filter(({ numbers: one }, at, all) => all.findIndex((other) => other.numbers.join() === one.join()) === at),
    proportional: fair.proportional?.holds ?? null
  }
}

/** How many people chose each plan, and how. */
function supportOf(to: ToCount, election: Election): (id: string) => Told {
  const { ballots, projects } = election
  const people = projects.map(() => ({ online: 0, paper: 0, points: 0 }))
  for (let b = 0; b < ballots.size; b += 1)
    for (let at = ballots.starts[b]!; at < ballots.starts[b + 1]!; at += 1) {
      const one = people[ballots.choices[at]!]!
      one[to.ballots[b]!.channel] += 1
      one.points += (ballots.points?.[at] ?? 0) / ballots.pointsUnit
    }
  const known = new Map(projects.map((project, at) => [project.id, people[at]!]))
  const plans = new Map(to.plans.map((plan) => [String(plan.number), plan]))
  return (id) => {
    const [plan, { online, paper, points }] = [plans.get(id)!, known.get(id)!]
    const { number, title, cost } = plan
    const told = { number, id: plan.id, title, cost, people: online + paper, online, paper }
    return { ...told, points: to.ballot.kind === 'points' ? points : null }
  }
}

const heads = (payers: readonly Payers[]): number => payers.reduce((sum, one) => sum + Number(one.voters), 0)

/** The purchase that made a plan win; none when the rule chose the outcome of most votes instead. */
function wonTold(told: Told, result: Result, id: string): WonTold {
  const greedy = result.comparison?.chosen === 'greedy'
  const step: Step | undefined = greedy ? undefined : result.steps.find((one) => one.project === id)
  const payers = step?.payers ?? []
  const full = payers.filter((one) => one.paid === 'full')
  const rest = payers.filter((one) => one.paid === 'all-they-had')
  const restPaid = rest.reduce((sum, one) => sum + Number(one.voters) * Number(one.each) * 100, 0)
  return {
    ...told,
    each: amount(step?.price),
    full: heads(full),
    rest: heads(rest),
    restPaid: Math.round(restPaid),
    left: amount(step?.left) ?? 0
  }
}

/** So many plans its people's money went to are named; there may be more. */
const mostNamed = 4

const lostTold = (told: Told, reason: LoserReason): LostTold => ({
  ...told,
  barred: reason.barred,
  each: told.people === 0 ? told.cost : Math.round(told.cost / told.people),
  start: amount(reason.money?.start),
  left: amount(reason.money?.left),
  missing: amount(reason.money?.missing),
  wentTo: reason.wentTo
    .slice(0, mostNamed)
    .map((one) => ({ number: Number(one.project), amount: inCents(one.amount) })),
  atCost: amount(reason.wouldWinAtCost),
  morePeople: reason.wouldWinWithMoreVotes
})
