// A round of the neighbourhood budget: money that residents decide on, with phases that the calendar opens and closes.
import { PRESETS, ruleCard, ruleHash, type RuleCard } from 'equal-shares'
import { readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type AreaId } from './ids.ts'
import { inEuros, readPositiveAmount, totalOf, type Cents } from './money.ts'
import { readReason, readText } from './text.ts'

export { canonical, ruleHash, type RuleCard } from 'equal-shares'

/** Plannen maken, advies, stemmen, tellen, doen, verantwoorden. Each begins on its own day, in this order. */
export const roundPhases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting'] as const
export type RoundPhase = (typeof roundPhases)[number]

/** First day of each phase; the round ends after the day `end`. */
export type RoundDays = Record<RoundPhase, Day> & { end: Day }

/** How people choose: as many plans as they like or at most some, or points divided over plans. */
export type BallotKind = { kind: 'approval'; most?: number } | { kind: 'points'; points: number; most?: number }

/** Part of the money that is for one area or theme only, counted by itself. */
export type Pot = { key: string; name: string; amount: Cents }

export type RoundSettings = {
  title: string
  /** All money of the round, the pots together when there are any. */
  amount: Cents
  /** Who lives in one of these; everybody of the neighbourhood when empty. */
  areas: readonly AreaId[]
  ageFrom: number
  /** About how many people are expected to vote: only for the rough number that makers of plans see. */
  votersExpected: number
  days: RoundDays
  ballot: BallotKind
  /** A plan may cost at most this. */
  mostPerPlan?: Cents
  pots: readonly Pot[]
}

/** Every two members of an election committee can open the box together: with more of them there are too many who could. */
export const largestCommittee = 6

/** Refusal: `committee-too-large` (facts: max). */
export const nameCommitteeOf = (people: readonly string[]): Decision<readonly string[]> =>
  new Set(people).size > largestCommittee
    ? refused('committee-too-large', { field: 'committee', facts: { max: largestCommittee } })
    : ok(people)

/** What the calendar says, computed and never stored: before the first day, in a phase, or after the last day. */
export function phaseOn(days: RoundDays, today: Day): RoundPhase | 'before' | 'after' {
  if (today > days.end) return 'after'
  return roundPhases.findLast((phase) => days[phase] <= today) ?? 'before'
}

/** In residents' words: in voorbereiding, open, stembiljet vast, geteld, afgesloten, gestopt. */
export type BudgetRound =
  | { state: 'preparing' }
  | { state: 'open'; openedOn: Day; ruleHash: string }
  | { state: 'frozen'; openedOn: Day; ruleHash: string; frozenOn: Day }
  | { state: 'counted'; openedOn: Day; ruleHash: string; frozenOn: Day; countedOn: Day }
  | { state: 'closed'; openedOn: Day; ruleHash: string; frozenOn: Day; countedOn: Day; closedOn: Day }
  | { state: 'stopped'; why: string; stoppedOn: Day }
export const roundStates = [
  'preparing',
  'open',
  'frozen',
  'counted',
  'closed',
  'stopped'
] as const satisfies readonly BudgetRound['state'][]

export type RoundTyped = {
  title: string | undefined
  amount: string | undefined
  ageFrom: string | undefined
  votersExpected: string | undefined
  days: Partial<Record<keyof RoundDays, string | undefined>>
  ballot: string | undefined
  most: string | undefined
  points: string | undefined
  mostPerPlan: string | undefined
  areas: readonly AreaId[]
  pots: readonly { key: string; name: string | undefined; amount: string | undefined }[]
}

/** Refusals: `field-missing`, `field-not-a-number` (facts: min, max). */
function readNumber(field: string, raw: string | undefined, min: number, max: number): Decision<number> {
  const typed = raw?.trim() ?? ''
  if (typed === '') return refused('field-missing', { field })
  const n = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
  return n >= min && n <= max ? ok(n) : refused('field-not-a-number', { field, facts: { min, max } })
}

function readDays(typed: RoundTyped['days']): Decision<RoundDays> {
  const days: Partial<Record<keyof RoundDays, Day>> = {}
  let before: Day | undefined
  for (const name of [...roundPhases, 'end'] as const) {
    const read = readDay(name, typed[name])
    if (!read.ok) return read
    if (before !== undefined && read.value <= before) return refused('phase-before-the-one-before', { field: name })
    days[name] = before = read.value
  }
  return ok(days as RoundDays)
}

function readBallotKind(typed: RoundTyped): Decision<BallotKind> {
  const most = typed.most?.trim() ? readNumber('most', typed.most, 1, 100) : undefined
  if (most && !most.ok) return most
  const atMost = most ? { most: most.value } : {}
  if (typed.ballot === 'approval') return ok({ kind: 'approval', ...atMost })
  if (typed.ballot !== 'points') return refused('field-not-a-choice', { field: 'ballot' })
  const points = readNumber('points', typed.points, 2, 1_000)
  return points.ok ? ok({ kind: 'points', points: points.value, ...atMost }) : points
}

function readPots(typed: RoundTyped['pots'], amount: Cents): Decision<Pot[]> {
  const pots: Pot[] = []
  for (const pot of typed) {
    const name = readText('pots', pot.name, { max: 80 })
    if (!name.ok) return name
    const part = readPositiveAmount('pots', pot.amount)
    if (!part.ok) return part
    pots.push({ key: pot.key, name: name.value, amount: part.value })
  }
  const together = totalOf(pots.map((pot) => pot.amount))
  if (pots.length > 0 && together !== amount)
    return refused('pots-do-not-add-up', { field: 'pots', facts: { together, amount } })
  return ok(pots)
}

/**
 * The settings of a round, all of them or a refusal: `field-…`, `phase-before-the-one-before` (field: the later phase),
 * `pots-do-not-add-up`, `plan-limit-above-the-amount`.
 */
export function readRound(typed: RoundTyped): Decision<RoundSettings> {
  const title = readText('title', typed.title, { min: 3, max: 120 })
  if (!title.ok) return title
  const amount = readPositiveAmount('amount', typed.amount)
  if (!amount.ok) return amount
  const ageFrom = readNumber('ageFrom', typed.ageFrom, 0, 99)
  if (!ageFrom.ok) return ageFrom
  const votersExpected = readNumber('votersExpected', typed.votersExpected, 1, 1_000_000)
  if (!votersExpected.ok) return votersExpected
  const days = readDays(typed.days)
  if (!days.ok) return days
  const ballot = readBallotKind(typed)
  if (!ballot.ok) return ballot
  const pots = readPots(typed.pots, amount.value)
  if (!pots.ok) return pots
  const limit = typed.mostPerPlan?.trim() ? readPositiveAmount('mostPerPlan', typed.mostPerPlan) : undefined
  if (limit && !limit.ok) return limit
  if (limit && limit.value > amount.value) return refused('plan-limit-above-the-amount', { field: 'mostPerPlan' })
  return ok({
    title: title.value,
    amount: amount.value,
    areas: typed.areas,
    ageFrom: ageFrom.value,
    votersExpected: votersExpected.value,
    days: days.value,
    ballot: ballot.value,
    pots: pots.value,
    ...(limit ? { mostPerPlan: limit.value } : {})
  })
}

/**
 * How the ballots of this round are counted: Equal Shares as cities decided with it, with the comparison step `satisfaction`,
 * because with few voters a plan that costs nearly everything can otherwise lose to one that almost nobody wants. A tie waits
 * for a lot that is drawn in public. Each pot is counted by itself under the same card.
 */
export function ruleOf(settings: Pick<RoundSettings, 'ballot' | 'mostPerPlan'>): RuleCard {
  const voteType = settings.ballot.kind === 'points' ? 'cumulative' : 'approval'
  return ruleCard(
    { voteType },
    {
      ...PRESETS['official'],
      comparison: 'satisfaction',
      ties: 'error',
      weights: 'one-person-one-vote',
      ...(settings.mostPerPlan === undefined ? {} : { costCap: inEuros(settings.mostPerPlan) })
    }
  )
}

/** The round is shown to everybody with its counting rule. Refusals: `round-not-preparing`, `round-begins-too-soon`. */
export function openRound(round: BudgetRound, settings: RoundSettings, today: Day): Decision<BudgetRound> {
  if (round.state !== 'preparing') return refused('round-not-preparing')
  if (settings.days.voting <= today) return refused('round-begins-too-soon')
  return ok({ state: 'open', openedOn: today, ruleHash: ruleHash(ruleOf(settings)) })
}

/** Until the ballot is fixed the settings may change, in the open: the card gets a new hash. Refusal: `round-frozen`. */
export function changeRound(round: BudgetRound, settings: RoundSettings): Decision<BudgetRound> {
  if (round.state === 'preparing') return ok(round)
  if (round.state !== 'open') return refused('round-frozen')
  return ok({ ...round, ruleHash: ruleHash(ruleOf(settings)) })
}

/**
 * The ballot is fixed: these plans, this rule, at the latest on the first day of voting. Nothing about the count changes after
 * it. Refusals: `round-not-open`, `round-without-plans`, `plans-undecided` (facts: undecided), `voting-has-begun`.
 */
export function freezeRound(
  round: BudgetRound,
  ballot: { plans: number; undecided: number; voting: Day },
  today: Day
): Decision<BudgetRound> {
  if (round.state !== 'open') return refused('round-not-open')
  if (today > ballot.voting) return refused('voting-has-begun')
  if (ballot.undecided > 0) return refused('plans-undecided', { facts: { undecided: ballot.undecided } })
  if (ballot.plans === 0) return refused('round-without-plans')
  return ok({ ...round, state: 'frozen', frozenOn: today })
}

/** Ballots are taken only between these two days, and only for a ballot that is fixed. Computed, never stored. */
export const votingIsOpen = (round: BudgetRound, days: RoundDays, today: Day): boolean =>
  round.state === 'frozen' && phaseOn(days, today) === 'voting'

/**
 * The result stands. Refusals: `round-not-frozen`, `voting-not-over`, `paper-still-open` (facts: sheets). Leaving paper out
 * would have changed the winners of nearly every second round with much paper.
 */
export function countRound(
  round: BudgetRound,
  said: { days: RoundDays; openSheets: number },
  today: Day
): Decision<BudgetRound> {
  if (round.state !== 'frozen') return refused('round-not-frozen')
  const phase = phaseOn(said.days, today)
  if (phase === 'before' || phase === 'plans' || phase === 'advice' || phase === 'voting')
    return refused('voting-not-over')
  if (said.openSheets > 0) return refused('paper-still-open', { facts: { sheets: said.openSheets } })
  return ok({ ...round, state: 'counted', countedOn: today })
}

/** Refusals: `round-not-counted`, `turnout-does-not-reconcile` (facts: difference). */
export function closeRound(round: BudgetRound, difference: number, today: Day): Decision<BudgetRound> {
  if (round.state !== 'counted') return refused('round-not-counted')
  if (difference !== 0) return refused('turnout-does-not-reconcile', { facts: { difference } })
  return ok({ ...round, state: 'closed', closedOn: today })
}

/** Residents stop a round before it is counted, and say why. Refusals: `round-already-counted`, `reason-missing`. */
export function stopRound(round: BudgetRound, why: string | undefined, today: Day): Decision<BudgetRound> {
  if (round.state === 'counted' || round.state === 'closed' || round.state === 'stopped')
    return refused('round-already-counted')
  const reason = readReason(why)
  return reason.ok ? ok({ state: 'stopped', why: reason.value, stoppedOn: today }) : reason
}

/**
 * About how many people have to want a plan of this cost: each voter brings an equal share of the money. A rough number for
 * who writes a plan, never a gate.
 */
export const supportersNeeded = (cost: Cents, money: Cents, voters: number): number =>
  Number((BigInt(cost) * BigInt(voters) + BigInt(money) - 1n) / BigInt(money))

/**
 * With many plans and many choices most ballots are the only one of their kind, and publishing them would tell who voted what to
 * whoever knows a little. At most three choices or ten plans keeps most ballots in company (a simulation: 33 % alone at
 * twenty plans and three choices, 3 % at eight and three).
 */
export const ballotsMayMarkPeople = (plans: number, most: number | undefined): boolean =>
  plans > 10 && (most ?? plans) > 3
