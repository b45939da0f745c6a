/**
 * Counts the ballots of one pot of money, and works out everything its page says about it. Pure: the same ballots give the same answer.
 * What is counted is the text of the `.pb` file itself, so that whoever counts that file again counts the same.
 */
import { inEuros, type BallotKind, type Cents, type RuleCard } from '@buurtmacht/domain'
import { count, fairness, readPb, verify, writePb, type Election, type Result } from 'equal-shares'
import type { NumberedPlan } from '../print/plans.ts'
import { toldOf, type PotTold } from './told.ts'

export interface CastBallot {
  channel: 'online' | 'paper'
  /** `ballotText`: ids of plans, each with points when points were divided. */
  text: string
}

export interface ToCount {
  title: string
  /** The pot by its name; absent when all money lies together. */
  pot?: string
  money: Cents
  plans: readonly NumberedPlan[]
  ballots: readonly CastBallot[]
  ballot: BallotKind
  card: RuleCard
  /** All plans' numbers in the order drawn. */
  lot: readonly number[]
  /** First and last day of voting. */
  days: readonly [string, string]
}

export interface Counted {
  /** Every ballot in the order it came out of the shuffled box. */
  pb: string
  result: Result
  told: PotTold
}

/** Choices on one ballot, as numbers of the plans of this pot, lowest first, with points. */
function choicesOf(text: string, numbers: ReadonlyMap<string, number>): { number: number; points: string }[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split(':'))
    .flatMap(([id = '', points = '1']) => {
      const number = numbers.get(id)
      return number === undefined ? [] : [{ number, points }]
    })
    .toSorted((a, b) => a.number - b.number)
}

/** @param withChannel leaves out how each ballot was cast when that could point at a few people. */
export function pbText(to: ToCount, withChannel: boolean): string {
  const points = to.ballot.kind === 'points'
  const numbers = new Map(to.plans.map((plan) => [plan.id, plan.number]))
  const votes = to.ballots.map((one, at) => {
    const choices = choicesOf(one.text, numbers)
    return [
      String(at + 1),
      choices.map(({ number }) => number).join(),
      ...(points ? [choices.map((choice) => choice.points).join()] : []),
      ...(withChannel ? [one.channel === 'paper' ? 'paper' : 'internet'] : [])
    ]
  })
  return writePb({
    meta: [
      ['description', [to.title, to.pot].filter(Boolean).join(', ')],
      ['country', 'Netherlands'],
      ['unit', to.title],
      ['num_projects', String(to.plans.length)],
      ['num_votes', String(to.ballots.length)],
      ['budget', inEuros(to.money)],
      ['vote_type', points ? 'cumulative' : 'approval'],
      ...(to.ballot.most === undefined ? [] : [['max_length', String(to.ballot.most)]]),
      ...(to.ballot.kind === 'points' ? [['max_sum_points', String(to.ballot.points)]] : []),
      ['date_begin', to.days[0]],
      ['date_end', to.days[1]],
      ['currency', 'EUR']
    ],
    projectHeader: ['project_id', 'cost', 'name', ...(to.pot === undefined ? [] : ['category'])],
    projects: to.plans.map((plan) => [
      String(plan.number),
      inEuros(plan.cost),
      plan.title,
      ...(to.pot === undefined ? [] : [to.pot])
    ]),
    voteHeader: ['voter_id', 'vote', ...(points ? ['points'] : []), ...(withChannel ? ['voting_method'] : [])],
    votes
  })
}

/** Plans of this pot only, in the order of the lot. */
export const lotIn = (to: Pick<ToCount, 'plans' | 'lot'>): string[] => {
  const here = new Set(to.plans.map((plan) => plan.number))
  return to.lot.filter((number) => here.has(number)).map(String)
}

/** @throws when the checker, which shares no code with the count, finds the result wrong: then nothing is stored. */
export function countPot(to: ToCount): Counted {
  const pb = pbText(to, true)
  const { election } = readPb(pb)
  const options = { rule: to.card, lot: lotIn(to) }
  const result = count(election, { ...options, payers: true })
  if (result.state !== 'decided') throw new Error('the lot names every plan, so no tie can be left')
  const verdict = verify(election, result)
  if (!verdict.ok) throw new Error(`the count is wrong: ${verdict.sentence}`)
  return { pb, result, told: toldOf(to, { election, result, options, ...judged(election, result, options) }) }
}

type Options = { rule: RuleCard; lot: string[] }

/** How fair it is, and what "most votes wins" would have given with the same ballots. */
function judged(election: Election, result: Result, options: Options) {
  const greedy = count(election, { lot: options.lot, rule: { ...options.rule, rule: 'greedy', comparison: 'none' } })
  return {
    fair: fairness(election, result.winners, options),
    mostVotes: greedy.winners,
    mostVotesFair: fairness(election, greedy.winners, options)
  }
}
