/** People get an account and roles. Names and addresses stay out of the journal, so that a person can be forgotten. */
import {
  endRoleAmong,
  grant,
  mayGive,
  ok,
  readEmail,
  readText,
  refused,
  type Day,
  type Decision,
  type GroupId,
  type PersonId,
  type Role
} from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { record, type Entry, type EntryKind } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import {
  addRole,
  adminRoles,
  changePerson,
  personByEmail,
  personHeld,
  roleOf,
  roleRowsOf,
  roleToEnd,
  savePerson,
  setRoleEnd
} from './queries.ts'

export interface PersonTyped {
  name: string
  /** Absent for somebody who signs in with a card. */
  email?: string | undefined
  /** The language they read best. */
  lang?: string | undefined
  about?: string | undefined
}

/** Refusals: `field-…` (name 2–100 characters), `field-not-an-email`, `email-in-use`. */
async function readPerson(tx: Tx, typed: PersonTyped, self?: string): Promise<Decision<Required<PersonRow>>> {
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const lang = typed.lang ?? 'nl'
  const about = typed.about?.trim() || null
  if (!typed.email?.trim()) return ok({ name: name.value, email: null, lang, about })
  const email = readEmail(typed.email)?.toLowerCase()
  if (email === undefined) return refused('field-not-an-email', { field: 'email' })
  const other = await personByEmail(tx, email)
  if (other && other.id !== self) return refused('email-in-use', { field: 'email' })
  return ok({ name: name.value, email, lang, about })
}
type PersonRow = { name: string; email: string | null; lang: string; about: string | null }

/** Somebody gets an account. The journal knows that, not who. */
export async function addPerson(
  tx: Tx,
  by: By,
  typed: PersonTyped,
  as: NonNullable<Entry['as']> = 'administrator'
): Promise<Decision<PersonId>> {
  const person = await readPerson(tx, typed)
  if (!person.ok) return person
  const id = newId<PersonId>(by)
  await savePerson(tx, { id, ...person.value, made_at: by.at, erased_at: null })
  await record(tx, by, { kind: 'person-added', about: { kind: 'person', id }, as })
  return ok(id)
}

export async function editPerson(tx: Tx, by: By, id: string, typed: PersonTyped): Promise<Decision<PersonId>> {
  const before = await personHeld(tx, id)
  if (!before || before.erased_at) return refused('not-found')
  const person = await readPerson(tx, typed, id)
  if (!person.ok) return person
  await changePerson(tx, id, person.value)
  const as = by.person === id ? {} : { as: 'administrator' as const }
  await record(tx, by, { kind: 'person-changed', about: { kind: 'person', id }, ...as })
  return ok(id as PersonId)
}

/** Gives a role to a person. Refusals: `not-allowed`, `not-found`, and those of the rule `grant`. */
export async function giveRole(tx: Tx, by: By, person: string, role: Role): Promise<Decision<string>> {
  return mayGive(by.roles, role) ? putRole(tx, by, person, role) : refused('not-allowed')
}

/** The one who starts a group leads it; the neighbourhood's first administrator has nobody to ask. */
export const beginAsLead = (tx: Tx, by: By, person: string, group: GroupId): Promise<Decision<string>> =>
  putRole(tx, by, person, { kind: 'lead', group, from: by.today })
/** Whoever says yes to the invitation of a group's lead helps there from today. */
export const beginAsHelper = (tx: Tx, by: By, person: string, group: GroupId): Promise<Decision<string>> =>
  putRole(tx, by, person, { kind: 'helper', group, from: by.today }, { group })
export const beginAsAdministrator = (tx: Tx, by: By, person: string): Promise<Decision<string>> =>
  putRole(tx, by, person, { kind: 'admin', from: by.today })

async function putRole(
  tx: Tx,
  by: By,
  person: string,
  role: Role,
  as?: NonNullable<Entry['as']>
): Promise<Decision<string>> {
  // Held, so that two administrators cannot make one person lead and contact at the same moment.
  const found = await personHeld(tx, person)
  if (!found || found.erased_at) return refused('not-found')
  const decision = grant((await roleRowsOf(tx, person)).map(roleOf), role)
  if (!decision.ok) return decision
  const id = newId(by)
  await addRole(tx, {
    id,
    person_id: person,
    kind: role.kind,
    group_id: 'group' in role ? role.group : null,
    institution_id: 'institution' in role ? role.institution : null,
    from_on: role.from,
    until_on: role.until ?? null
  })
  await record(tx, by, { ...entryOf('role-given', id, person, role, by), ...(as ? { as } : {}) })
  return ok(id)
}

/** Ends a role after a day; the history stays. Refusals: `not-allowed`, `not-found`, `last-administrator`, `role-…`. */
export async function endRole(tx: Tx, by: By, id: string, until: Day = by.today): Promise<Decision<PersonId>> {
  const admins = await adminRoles(tx)
  const row = await roleToEnd(tx, id)
  if (!row) return refused('not-found')
  const role = roleOf(row)
  if (!mayGive(by.roles, role)) return refused('not-allowed')
  const others = admins.filter((other) => other.id !== id).map(roleOf)
  const ended = endRoleAmong(role, others, until)
  if (!ended.ok) return ended
  await setRoleEnd(tx, id, until)
  await record(tx, by, entryOf('role-ended', id, row.person_id, ended.value, by))
  return ok(row.person_id as PersonId)
}

function entryOf(kind: EntryKind, id: string, person: string, role: Role, by: By): Entry {
  const group = 'group' in role ? role.group : undefined
  return {
    kind,
    about: { kind: 'role', id },
    as:
      group !== undefined &&
      mayGive(
        by.roles.filter((r) => r.kind === 'lead'),
        role
      )
        ? { group }
        : 'administrator',
    facts: {
      person,
      role: role.kind,
      group,
      institution: 'institution' in role ? role.institution : undefined,
      from: role.from,
      until: role.until
    }
  }
}
