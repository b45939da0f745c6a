/** A round on the first day of voting, made with the real actions: plans on the ballot, a committee of three with key cards, codes. */
import { randomBytes } from 'node:crypto'
import {
  addDays,
  dayOf,
  showBallotCode,
  type BallotCode,
  type Decision,
  type KeyCard,
  type Role
} from '@buurtmacht/domain'
import { makeBatch, makeKeyCard, codesFrom } from '../src/ballots/index.ts'
import {
  decideOnPlan,
  fixBallot,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import { startGroup } from '../src/groups/index.ts'
import { settle } from '../src/place/index.ts'
import type { Tx } from '../src/db/index.ts'
import { keyed, type By } from '../src/web/index.ts'
import type { Place } from './kit.ts'
import { must } from './act.ts'
import { personWith } from './world.ts'

export { personWith }

export interface Round {
  id: string
  plans: string[]
  /** Election committee, with its key cards. */
  committee: string[]
  cards: KeyCard[]
  batch: string
  codes: BallotCode[]
  /** A resident helper who is in no committee. */
  helper: string
  admin: string
  act<T>(person: string, work: (tx: Tx, by: By) => Promise<T>): Promise<T>
}

const from = '2026-01-01' as Role['from']
const phases = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'] as const

export interface Wishes {
  plans?: number
  codes?: number
  ballot?: 'approval' | 'points'
  most?: string
  points?: string
  cards?: number
}

const day = 86_400_000

/** The neighbourhood once; rounds as many as wanted. The clock stands on the first day of voting afterwards. */
export async function votingRound(place: Place, wishes: Wishes = {}): Promise<Round> {
  const people = await peopleOf(place)
  const act = <T>(person: string, work: (tx: Tx, by: By) => Promise<T>): Promise<T> =>
    place.store.change((tx) => work(tx, place.by(person, people.roles.get(person) ?? [])))
  const doing = async <T>(person: string, work: (tx: Tx, by: By) => Promise<Decision<T>>): Promise<T> =>
    must(await act(person, work))
  const today = dayOf(place.clock.now)
  const admin = people.admin
  const id: string = await doing(admin, (tx, by) =>
    prepareRound(tx, by, {
      group: '',
      title: 'Buurtbudget',
      amount: '10.000',
      ageFrom: '12',
      votersExpected: '200',
      ballot: wishes.ballot ?? 'approval',
      most: wishes.most ?? '3',
      points: wishes.points ?? '',
      mostPerPlan: '',
      areas: [],
      pots: [],
      days: Object.fromEntries(phases.map((phase, at) => [phase, addDays(today, at * 10)]))
    })
  )
  await doing(admin, (tx, by) => openPreparedRound(tx, by, id))
  await doing(admin, (tx, by) => nameForRound(tx, by, id, 'decides', [people.helper]))
  await doing(admin, (tx, by) => nameForRound(tx, by, id, 'committee', people.committee))
  const plans: string[] = []
  for (let nr = 1; nr <= (wishes.plans ?? 5); nr += 1) {
    const plan: { id: string } = await doing(people.helper, (tx, by) =>
      writePlan(tx, by, (purpose, text) => keyed('secret', purpose, text), id, {
        title: `Plan ${nr}`,
        what: `Wij doen ding ${nr}.`,
        forWhom: 'Iedereen',
        where: 'De buurt',
        items: [{ what: 'Alles', amount: '1.000' }],
        group: people.group,
        need: '',
        channel: 'online'
      })
    )
    await doing(people.helper, (tx, by) => handInPlan(tx, by, plan.id))
    plans.push(plan.id)
  }
  place.clock.now += 12 * day
  for (const plan of plans)
    await doing(people.helper, (tx, by) => decideOnPlan(tx, by, plan, { onBallot: true, why: '', version: 2 }))
  place.clock.now += 7 * day
  await doing(admin, (tx, by) => fixBallot(tx, by, id))
  const cards: KeyCard[] = []
  for (const member of people.committee.slice(0, wishes.cards ?? 3))
    cards.push(await doing(member, (tx, by) => makeKeyCard(tx, by, id, randomBytes(15))))
  const seed = randomBytes(32)
  const count = wishes.codes ?? 40
  const batch: string = await doing(admin, (tx, by) =>
    makeBatch(
      tx,
      by,
      (purpose, text) => keyed(place.site.secret, purpose, text),
      id,
      {
        kind: 'cards',
        name: 'Lindehof',
        area: people.area,
        count: String(count),
        perHousehold: '',
        lang: 'nl'
      },
      seed
    )
  )
  place.clock.now += 1.1 * day
  return {
    id,
    plans,
    committee: people.committee,
    cards,
    batch,
    codes: codesFrom(seed, count),
    helper: people.helper,
    admin,
    act
  }
}

interface People {
  admin: string
  helper: string
  committee: string[]
  group: string
  area: string
  roles: Map<string, Role[]>
}

const known = new WeakMap<Place, Promise<People>>()
const peopleOf = (place: Place): Promise<People> => {
  const found = known.get(place) ?? settlePeople(place)
  known.set(place, found)
  return found
}

async function settlePeople(place: Place): Promise<People> {
  const areas = must(
    await place.store.change((tx) =>
      settle(tx, place.by(), {
        name: 'Proefbuurt',
        town: 'Proefstad',
        colour: '#0b5d57',
        languages: ['nl'],
        areas: [{ name: 'Lindehof' }, { name: 'Iepenhof' }]
      })
    )
  )
  const roles = new Map<string, Role[]>()
  const admin = await personWith(place, 'Bo', [{ kind: 'admin', from }], 'bo@buurt.test')
  roles.set(admin, [{ kind: 'admin', from }])
  const asAdmin = place.by(admin, roles.get(admin))
  const group = must(
    await place.store.change((tx) =>
      startGroup(tx, asAdmin, {
        name: 'Bewoners',
        kind: 'tenants',
        about: 'Wij.',
        spokenWith: [],
        noneBecause: 'De eerste.'
      })
    )
  )
  const add = async (name: string): Promise<string> => {
    const own: Role[] = [{ kind: 'helper', group: group, from }]
    const person = await personWith(place, name, own, `${name}@buurt.test`)
    roles.set(person, own)
    return person
  }
  const committee = [await add('een'), await add('twee'), await add('drie')]
  return {
    admin,
    helper: await add('vier'),
    committee,
    group: group as string,
    area: areas.areas.get('Lindehof') as string,
    roles
  }
}

export const typed = (code: BallotCode): string => showBallotCode(code).toLowerCase()
