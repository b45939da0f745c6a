/**
 * A small neighbourhood for tests that walk the whole product: two groups, two institutions, and one voice that went all the way,
 * made with the real actions. Everything named in an address (`:goal`, `:request`, …) belongs to the first group and institution.
 */
import {
  addDays,
  dayOf,
  freeze,
  termRules,
  type Decision,
  type GroupId,
  type InstitutionId,
  type PersonId,
  type Role
} from '@buurtmacht/domain'
import type { Tx } from '../src/db/index.ts'
import {
  askForAdvice,
  handInPlan,
  nameForRound,
  openPreparedRound,
  prepareRound,
  writePlan
} from '../src/budget/index.ts'
import { adoptGoal, proposeGoal, startGoal, writeDeed, writeGoalResult } from '../src/goals/index.ts'
import { startGroup } from '../src/groups/index.ts'
import { addInstitution } from '../src/institutions/index.ts'
import { makeCommitment, reportDelivered } from '../src/commitments/index.ts'
import { gatherNeed } from '../src/needs/index.ts'
import { addPerson, beginAsAdministrator, giveRole } from '../src/people/index.ts'
import { setPicture, settle } from '../src/place/index.ts'
import { cosigner, verifierKey } from 'public-log'
import { newestCheckpoint } from '../src/journal/index.ts'
import { addWitness } from '../src/witnesses/index.ts'
import { replyToRequest, sendRequest } from '../src/requests/index.ts'
import { giveVoice, type VoiceTaken } from '../src/voices/index.ts'
import { keyed, type By } from '../src/web/index.ts'
import type { Place } from './kit.ts'
import { theBooks } from './world-books.ts'

export const roleNames = [
  'nobody',
  'helper of the group',
  'lead of the group',
  'helper of another group',
  'lead of another group',
  'administrator',
  'contact of the institution',
  'contact of another institution'
] as const
export type RoleName = (typeof roleNames)[number]

export interface World {
  people: Record<Exclude<RoleName, 'nobody'>, string>
  /** What fills a path's parameters, by name. */
  params: Record<string, string>
  acting(role: RoleName): By
}

/** The value of a decision that must not be refused. */
export function must<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value
  throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
}

type Act<T> = (tx: Tx, by: By) => Promise<Decision<T>>

const act = async <T>(place: Place, by: By, work: Act<T>): Promise<T> =>
  must(await place.store.change((tx) => work(tx, by)))

const from = '2026-01-01' as Role['from']

/** Somebody with an account and these roles, given by an administrator. */
export async function personWith(place: Place, name: string, roles: Role[], email?: string): Promise<string> {
  const admin = place.by('beginning', [{ kind: 'admin', from }])
  const id = await act(place, place.by(), (tx, by) => addPerson(tx, by, { name, email }))
  for (const role of roles) {
    if (role.kind === 'admin') await act(place, place.by(), (tx, by) => beginAsAdministrator(tx, by, id))
    else await act(place, admin, (tx, by) => giveRole(tx, by, id, role))
  }
  return id
}

export async function smallWorld(place: Place): Promise<World> {
  const areas = await act(place, place.by(), (tx, by) =>
    settle(tx, by, {
      name: 'Proefbuurt',
      town: 'Proefstad',
      colour: '#0b5d57',
      languages: ['nl', 'en'],
      areas: [{ name: 'Lindehof', outline: 'M5 5h40v40h-40z' }, { name: 'Iepenhof' }]
    })
  )
  const admin = await personWith(place, 'Bo Beheer', [{ kind: 'admin', from }], 'bo@buurt.test')
  const asAdmin = place.by(admin, [{ kind: 'admin', from }])
  const group = await act(place, asAdmin, (tx, by) =>
    startGroup(tx, by, {
      name: 'Bewoners Lindehof',
      kind: 'tenants',
      about: 'Wij wonen hier.',
      spokenWith: [],
      noneBecause: 'De eerste.'
    })
  )
  const other = await act(place, asAdmin, (tx, by) =>
    startGroup(tx, by, { name: 'Jeugd Iepenhof', kind: 'youth', about: 'Voor jongeren.', spokenWith: [group] })
  )
  const institution = (name: string, kind: string) =>
    act(place, asAdmin, (tx, by) => addInstitution(tx, by, { name, kind, about: 'Verhuurt woningen.' }))
  const asked = await institution('Woningstichting', 'housing')
  const apart = await institution('Gemeente', 'municipality')
  const roles = rolesIn(group, other, asked, apart)
  const people = { administrator: admin } as World['people']
  for (const name of roleNames) {
    if (name === 'nobody' || name === 'administrator') continue
    people[name] = await personWith(place, `De ${name}`, roles[name], `${name.replaceAll(' ', '.')}@buurt.test`)
  }
  const acting = (name: RoleName): By => (name === 'nobody' ? place.by() : place.by(people[name], roles[name]))
  const area = areas.areas.get('Lindehof')!
  const told = await story(place, acting, { group, institution: asked, area })
  const money = await budget(place, acting, { group, institution: asked })
  const picture = await sendPicture(place, asAdmin)
  const books = await theBooks(place, acting, { group, other })
  const role = await place.store.read
    .selectFrom('role')
    .select('id')
    .where('person_id', '=', people['helper of the group'])
    .executeTakeFirstOrThrow()
  const key = verifierKey(cosigner('getuige', Buffer.alloc(32, 5)))
  const witness = await act(place, acting('administrator'), (tx, by) =>
    addWitness(tx, by, { name: 'De corporatie', key })
  )
  await place.keeper.keepUp()
  const { size } = (await newestCheckpoint(place.store.read))!
  return {
    people,
    acting,
    params: {
      ...told,
      witness,
      size: String(size),
      subject: 'goal',
      thing: told.goal,
      record: (await place.store.read.selectFrom('journal_entry').select('id').executeTakeFirstOrThrow()).id,
      picture,
      ...money,
      ...books,
      group,
      institution: asked,
      area,
      person: people['helper of the group'],
      role: role.id,
      token: 'x',
      draft: 'x',
      card: 'x',
      file: 'instellingen.json'
    }
  }
}

/** A round that the administrator opened, with a plan of the first group that waits for advice and for the decision. */
async function budget(place: Place, acting: World['acting'], of: { group: GroupId; institution: InstitutionId }) {
  const today = dayOf(place.clock.now)
  const admin = acting('administrator')
  const days = Object.fromEntries(
    ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'].map((phase, at) => [
      phase,
      addDays(today, at * 30 - 10)
    ])
  )
  const round = await act(place, admin, (tx, by) =>
    prepareRound(tx, by, {
      group: '',
      title: 'Buurtbudget van de proefbuurt',
      amount: '25.000',
      ageFrom: '12',
      votersExpected: '400',
      ballot: 'approval',
      most: '3',
      points: '',
      mostPerPlan: '',
      areas: [],
      pots: [],
      days
    })
  )
  await act(place, admin, (tx, by) => openPreparedRound(tx, by, round))
  const decides = acting('helper of another group').person!
  await act(place, admin, (tx, by) => nameForRound(tx, by, round, 'decides', [decides]))
  const committee = acting('lead of another group').person!
  await act(place, admin, (tx, by) => nameForRound(tx, by, round, 'committee', [committee]))
  const helper = acting('helper of the group')
  const plan = await act(place, helper, (tx, by) =>
    writePlan(tx, by, (purpose, text) => keyed('secret', purpose, text), round, {
      title: 'Banken in de Lindehof',
      what: 'Wij zetten drie banken neer.',
      forWhom: 'Iedereen',
      where: 'Lindehof',
      items: [{ what: 'Banken', amount: '3.000' }],
      group: of.group,
      need: '',
      channel: 'online'
    })
  )
  await act(place, helper, (tx, by) => handInPlan(tx, by, plan.id))
  const advice = await act(place, helper, (tx, by) =>
    askForAdvice(tx, by, plan.id, { institution: of.institution, due: addDays(today, 40) })
  )
  return { round, plan: plan.id, advice, ...(await paper(place, round)) }
}

/** A batch of codes and a bundle of paper, as they stand before voting. */
async function paper(place: Place, round: string) {
  const [batch, bundle] = ['batchlindehof', 'bundlelindehof']
  await place.store.change(async (tx) => {
    const of = { round_id: round, name: 'Lindehof' }
    const made = {
      kind: 'cards',
      area_id: null,
      per_household: 1,
      size: 0,
      handed_out: 0,
      lang: 'nl',
      void_why: null
    } as const
    await tx
      .insertInto('ballot_batch')
      .values({ id: batch, ...of, ...made })
      .execute()
    await tx
      .insertInto('ballot_bundle')
      .values({ id: bundle, ...of, sheets: 3, state: 'open' })
      .execute()
  })
  return { batch, bundle, sheet: '1' }
}

/** The smallest picture there is, already drawn anew. */
async function sendPicture(place: Place, by: By): Promise<string> {
  const bytes = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')
  const picture = { bytes, type: 'image/webp' as const, width: 1, height: 1 }
  return act(place, by, (tx, who) => setPicture(tx, who, { picture, alt: 'De proefhof met een boom', version: 1 }))
}

const rolesIn = (
  group: GroupId,
  other: GroupId,
  asked: InstitutionId,
  apart: InstitutionId
): Record<RoleName, Role[]> => ({
  nobody: [],
  'helper of the group': [{ kind: 'helper', group, from }],
  'lead of the group': [{ kind: 'lead', group, from }],
  'helper of another group': [{ kind: 'helper', group: other, from }],
  'lead of another group': [{ kind: 'lead', group: other, from }],
  administrator: [{ kind: 'admin', from }],
  'contact of the institution': [{ kind: 'contact', institution: asked, from }],
  'contact of another institution': [{ kind: 'contact', institution: apart, from }]
})

interface Where {
  group: GroupId
  institution: InstitutionId
  area: string
}

/** Six voices, a need, a goal under way with a deed and a result, a request that waits, one that was replied to, a promise delivered. */
async function story(place: Place, acting: World['acting'], { group, institution, area }: Where) {
  const voices: VoiceTaken[] = []
  for (const [nr, show] of (['full', 'full', 'full', 'summary', 'none', 'full'] as const).entries())
    voices.push(
      await act(place, place.by(), (tx, by) =>
        giveVoice(tx, by, (purpose, text) => keyed(place.site.secret, purpose, text), {
          text: `De lift in de Lindehof doet het niet, al ${nr + 2} dagen.`,
          lang: 'nl',
          area,
          channel: 'online',
          show,
          tellBack: { how: 'code' },
          by: 'anyone'
        })
      )
    )
  const lead = acting('lead of the group')
  const contact = acting('contact of the institution')
  const need = await act(place, lead, (tx, by) =>
    gatherNeed(tx, by, { group, sentence: 'Een lift die het doet.', voices: voices.slice(0, 5).map((v) => v.id) })
  )
  const goal = await act(place, lead, (tx, by) =>
    proposeGoal(tx, by, need.id, { group, title: 'De lift doet het altijd' })
  )
  await act(place, lead, (tx, by) => adoptGoal(tx, by, goal, lead.person as PersonId))
  await act(place, lead, (tx, by) => startGoal(tx, by, goal))
  const deed = { what: 'Met de monteur gesproken', who: 'Bewoners van de Lindehof', doneOn: lead.today }
  await act(place, lead, (tx, by) => writeDeed(tx, by, goal, deed))
  await act(place, lead, (tx, by) => writeGoalResult(tx, by, goal, { result: 'Er is een nieuwe lift.' }))
  const ask = (title: string) =>
    act(place, lead, (tx, by) =>
      sendRequest(tx, by, goal, {
        institution,
        title,
        text: 'Wanneer doet de lift het weer?',
        promisedLevel: 'think-along',
        term: freeze(termRules['voluntary-promise'], by.today)
      })
    )
  const replied = await ask('Wie repareert de lift?')
  await act(place, contact, (tx, by) => replyToRequest(tx, by, replied, 'Onze monteur komt.'))
  const commitment = await act(place, contact, (tx, by) =>
    makeCommitment(tx, by, replied, { what: 'De monteur komt.', due: '2026-06-01' })
  )
  await act(place, contact, (tx, by) => reportDelivered(tx, by, commitment, 'Hij is geweest.'))
  const request = await ask('Wanneer doet de lift het weer?')
  return { voice: voices[0]!.id, code: voices[0]!.code as string, need: need.id as string, goal, request, commitment }
}
