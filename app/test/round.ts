/** A round of the budget in which people have voted, for tests of what comes after: made with the real actions, except the codes. */
import { randomBytes } from 'node:crypto'
import { addDays, ballotText, dayOf, startOfDay, type KeyCard, type ProposalId } from '@buurtmacht/domain'
import {
  decideOnPlan,
  fixBallot,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import { fixedBallot, makeKeyCard, type NumberedPlan } from '../src/ballots/index.ts'
import { putIn } from '../src/ballots/box/actions.ts'
import { boxOf } from '../src/ballots/box/queries.ts'
import { keyed, type By } from '../src/web/index.ts'
import type { Place } from './kit.ts'
import { must } from './act.ts'
import { type RoleName, type World } from './world.ts'

export interface VotedRound {
  round: string
  /** By number on the ballot. */
  plans: NumberedPlan[]
  /** Of each member of the committee. */
  cards: Record<string, KeyCard>
}

/** Numbers of the plans on a ballot, or points per number. */
export type Voted = { paper?: true; on: readonly number[] | Readonly<Record<number, number>> }

const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'] as const
export const committee: readonly RoleName[] = ['helper of the group', 'helper of another group', 'lead of the group']

export interface RoundWanted {
  amount: string
  /** What each plan costs; its name is made up so that plans stand in this order on the ballot. */
  costs: readonly string[]
  points?: string
  most?: string
  pots?: readonly { name: string; amount: string }[]
  /** The pot of each plan, when there are any. */
  in?: readonly string[]
}

/** The round with its fixed ballot and key cards; it is the first day of voting now. */
export async function roundToVoteIn(place: Place, world: World, wanted: RoundWanted): Promise<VotedRound> {
  const today = dayOf(place.clock.now)
  const begin = addDays(today, 0)
  const change = <T>(role: RoleName, work: (tx: Parameters<typeof openPreparedRound>[0], by: By) => Promise<T>) => {
    const { person, roles } = world.acting(role)
    return place.store.change((tx) => work(tx, place.by(person, roles)))
  }
  const admin = 'administrator' as const
  const days = Object.fromEntries(phases.map((phase, at) => [phase, addDays(begin, at * 10)]))
  const pots = (wanted.pots ?? []).map((pot) => ({ ...pot, key: pot.name }))
  const round = must(
    await change(admin, (tx, by) =>
      prepareRound(tx, by, {
        group: '',
        title: 'Proefronde',
        amount: wanted.amount,
        ageFrom: '12',
        votersExpected: '100',
        ballot: wanted.points ? 'points' : 'approval',
        most: wanted.most ?? '3',
        points: wanted.points ?? '',
        mostPerPlan: '',
        areas: [],
        pots,
        days
      })
    )
  )
  must(await change(admin, (tx, by) => openPreparedRound(tx, by, round)))
  const people = committee.map((role) => world.acting(role).person!)
  must(await change(admin, (tx, by) => nameForRound(tx, by, round, 'committee', people)))
  must(await change(admin, (tx, by) => nameForRound(tx, by, round, 'decides', people.slice(0, 1))))
  for (const [at, cost] of wanted.costs.entries()) {
    const pot = wanted.in?.[at]
    const plan = await change('helper of the group', (tx, by) =>
      writePlan(tx, by, (purpose, text) => keyed('secret', purpose, text), round, {
        title: `Plan ${String.fromCharCode(65 + at)}`,
        what: 'Wij doen iets voor de straat.',
        forWhom: 'Iedereen',
        where: 'In de straat',
        items: [{ what: 'Spullen', amount: cost }],
        group: world.params['group']!,
        need: '',
        channel: 'online',
        ...(pot ? { pot } : {})
      })
    )
    const { id } = must(plan)
    must(await change('helper of the group', (tx, by) => handInPlan(tx, by, id)))
    const said = { onBallot: true, why: '', version: 2 }
    must(await change('helper of the group', (tx, by) => decideOnPlan(tx, by, id, said)))
  }
  must(await change(admin, (tx, by) => fixBallot(tx, by, round)))
  const cards: VotedRound['cards'] = {}
  for (const role of committee)
    cards[role] = must(await change(role, (tx, by) => makeKeyCard(tx, by, round, randomBytes(15))))
  place.clock.now = startOfDay(addDays(begin, 20)) + 12 * 3_600_000
  return { round, plans: (await fixedBallot(place.store.read, round))!.plans, cards }
}

/** Ballots in the box, each with a code that was used up for it, and some that nobody used. */
export async function vote(place: Place, { round, plans }: VotedRound, ballots: readonly Voted[], unused = 3) {
  const batch = randomBytes(6).toString('hex')
  const hash = () => randomBytes(32).toString('hex')
  await place.store.change(async (tx) => {
    const box = (await boxOf(tx, round))!
    const size = ballots.length + unused
    await tx
      .insertInto('ballot_batch')
      .values({
        id: batch,
        round_id: round,
        name: batch,
        kind: 'cards',
        area_id: null,
        per_household: 1,
        size,
        handed_out: 0,
        lang: 'nl',
        void_why: null
      })
      .execute()
    const add = async (number: number, state: 'online' | 'paper' | 'unused') => {
      const code = hash()
      await tx
        .insertInto('ballot_code')
        .values({ hash: code, round_id: round, batch_id: batch, number, state, replaced: 0, lost: 0 })
        .execute()
      return code
    }
    const from = Math.floor(Math.random() * 1e9)
    for (const [at, { on, paper }] of ballots.entries()) {
      const channel = paper ? 'paper' : 'online'
      const choices = Array.isArray(on)
        ? on.map((number) => ({ plan: planId(plans, number) }))
        : Object.entries(on).map(([number, points]) => ({
            plan: planId(plans, Number(number)),
            points: Number(points)
          }))
      const text = ballotText({ choices })
      await putIn(tx, box, { round, hash: await add(from + at, channel), channel, text, chance: randomBytes(32) })
    }
    for (let at = 0; at < unused; at += 1) await add(from + ballots.length + at, 'unused')
  })
}

const planId = (plans: readonly NumberedPlan[], number: number): ProposalId =>
  plans.find((plan) => plan.number === number)!.id as ProposalId

/** The first day of the count. */
export const toTheCount = (place: Place): void => {
  place.clock.now = startOfDay(addDays(dayOf(place.clock.now), 10)) + 12 * 3_600_000
}

/** A pile of two sheets of paper that somebody counted, and that is done or not. */
export const bundle = (place: Place, round: string, state: 'open' | 'closed') =>
  place.store.change((tx) =>
    tx
      .insertInto('ballot_bundle')
      .values({ id: `${round}-pile`, round_id: round, name: 'Bus', sheets: 2, state })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ state }))
      .execute()
  )
