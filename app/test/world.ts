/**
 * A small neighbourhood for tests that walk the whole product: two groups, two institutions, and one voice that went all the way,
 * made with the real actions. Everything named in an address (`:goal`, `:request`, …) belongs to the first group and institution.
 */
import type { GroupId, InstitutionId, Role } from '@buurtmacht/domain'
import { cosigner, verifierKey } from 'public-log'
import { startGroup } from '../src/groups/index.ts'
import { addInstitution } from '../src/institutions/index.ts'
import { newestCheckpoint } from '../src/journal/index.ts'
import { addPerson, beginAsAdministrator, giveRole } from '../src/people/index.ts'
import { setPicture, settle } from '../src/place/index.ts'
import type { By } from '../src/web/index.ts'
import { addWitness } from '../src/witnesses/index.ts'
import { act } from './act.ts'
import type { Place } from './kit.ts'
import { theBooks } from './world-books.ts'
import { theBudget } from './world-budget.ts'
import { theWay } from './world-way.ts'

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
  const told = await theWay(place, acting, { group, institution: asked, area })
  const money = await theBudget(place, acting, { group, institution: asked })
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
