// The place, its people, groups and institutions.
import { readFileSync } from 'node:fs'
import { type Decision, type GroupId, type InstitutionId, type Role } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import { startGroup } from '../../src/groups/index.ts'
import { addInstitution } from '../../src/institutions/index.ts'
import { addPerson, beginAsAdministrator, endRole, freshCard, giveRole, makeCard } from '../../src/people/index.ts'
import { setPicture, settle } from '../../src/place/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Person, type Role as StoryRole, type Story } from '../story/index.ts'
import { kept, type Known } from './known.ts'
import { type Moment } from './moments.ts'

/** The first administrator settles the place; later it is the administrator who starts groups and gives roles. */
export function placeMoments({ place, people }: Story): Moment[] {
  const first = people[0]!
  return [
    { daysAgo: place.daysAgo, what: place.name, live: (tx, by, known) => settlePlace(tx, by, known, place) },
    account(first, place.daysAgo),
    {
      daysAgo: place.daysAgo,
      what: `${first.key}, admin`,
      live: (tx, by, known) => beginAsAdministrator(tx, by, known.id('person', first.key))
    }
  ]
}

/** Drawn for this story, and already as pictures are kept. It lies beside the story, and in the built program beside its words. */
const file = import.meta.url.endsWith('.ts') ? '../story/moerbeibuurt.webp' : './moerbeibuurt.webp'
const drawing = {
  bytes: readFileSync(new URL(file, import.meta.url)),
  type: 'image/webp',
  width: 960,
  height: 420
} as const

async function settlePlace(tx: Tx, by: By, known: Known, place: Story['place']): Promise<Decision<unknown>> {
  const settled = await settle(tx, by, {
    name: place.name,
    town: place.town,
    colour: place.colour,
    languages: [...place.languages],
    mapBox: place.map.viewBox,
    landmarks: place.map.landmarks,
    areas: place.areas.map((area) => ({ name: area.name, outline: area.path }))
  })
  if (!settled.ok) return settled
  for (const area of place.areas) known.keep('area', area.key, settled.value.areas.get(area.name)!)
  return setPicture(tx, by, { picture: drawing, alt: place.picture, version: 1 })
}

const account = (person: Person, daysAgo: number, by?: Person): Moment => ({
  daysAgo,
  person: by?.key,
  what: person.key,
  live: (tx, who, known) =>
    kept(
      known,
      'person',
      person.key,
      addPerson(tx, who, {
        name: person.name,
        ...(person.signIn.kind === 'email' ? { email: person.signIn.email } : {}),
        lang: 'nl',
        about: person.who.nl
      })
    )
})

export const groupMoments = ({ groups }: Story): Moment[] =>
  groups.map((group) => ({
    daysAgo: group.daysAgo,
    person: group.by,
    what: group.key,
    live: (tx, by, known) =>
      kept(
        known,
        'group',
        group.key,
        startGroup(tx, by, {
          name: group.name,
          kind: group.kind,
          about: group.about,
          spokenWith: group.spokenWith.map((other) => known.id<GroupId>('group', other)),
          noneBecause: group.noneBecause,
          areas: group.areas.map((area) => known.id('area', area)),
          meets: `${group.meets.where}. ${group.meets.when}`,
          reach: group.reach,
          languages: group.languages
        })
      )
  }))

export const institutionMoments = ({ institutions, people }: Story): Moment[] =>
  institutions.map((institution) => ({
    daysAgo: institution.daysAgo,
    person: people[0]!.key,
    what: institution.key,
    live: (tx, by, known) =>
      kept(
        known,
        'institution',
        institution.key,
        addInstitution(tx, by, {
          name: institution.name,
          kind: institution.kind,
          about: [
            ...(institution.department ? [`${institution.department}.`] : []),
            institution.about,
            `Te bereiken via ${institution.reach}.`
          ].join(' ')
        })
      )
  }))

/** Each gets an account on the day of the first task; a task that ended is ended on its last day. */
export function roleMoments({ people }: Story): Moment[] {
  const [admin] = people as [Person]
  return people.flatMap((person) => {
    const roles = person.roles.filter((role) => role.kind !== 'admin')
    const first = Math.max(...roles.map((role) => role.from))
    return [
      ...(person === admin ? [] : [account(person, first, admin)]),
      ...(person.signIn.kind === 'card' ? [card(person, first, admin)] : []),
      ...roles.flatMap((role, at) => roleOf(person, role, `${person.key} ${at}`, admin))
    ]
  })
}

const card = (person: Person, daysAgo: number, admin: Person): Moment => ({
  daysAgo,
  person: admin.key,
  what: `${person.key}, card`,
  async live(tx, by, known) {
    const made = await makeCard(tx, by, await freshCard(by, known.keyed), known.id('person', person.key))
    if (made.ok) known.cards.set(person.key, { code: made.value.code, pin: made.value.pin })
    return made
  }
})

function roleOf(person: Person, role: StoryRole, key: string, admin: Person): Moment[] {
  const what = `${person.key}, ${role.kind}`
  const begins: Moment = {
    daysAgo: role.from,
    person: admin.key,
    what,
    live: (tx, by, known) =>
      kept(known, 'role', key, giveRole(tx, by, known.id('person', person.key), asRole(role, known)))
  }
  if (role.until === undefined) return [begins]
  return [
    begins,
    {
      daysAgo: role.until,
      person: admin.key,
      what: `${what}, ended`,
      live: (tx, by, known) => endRole(tx, by, known.id('role', key))
    }
  ]
}

function asRole(role: StoryRole, known: Known): Role {
  const from = known.day(role.from)
  if (role.kind === 'admin') return { kind: 'admin', from }
  return role.kind === 'contact'
    ? { kind: 'contact', institution: known.id<InstitutionId>('institution', role.institution), from }
    : { kind: role.kind, group: known.id<GroupId>('group', role.group), from }
}
