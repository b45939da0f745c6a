/** Somebody with an account is forgotten: here what is theirs alone. What others keep of them is asked and told by who calls this. */
import {
  inForce,
  lastDay,
  leave,
  ok,
  refused,
  type Day,
  type Decision,
  type GroupId,
  type Leaving
} from '@buurtmacht/domain'
import { forgetRows, noteErasure, type Reader, type Tables, type Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import type { By, Visit } from '../web/index.ts'
import {
  adminRoles,
  keepName,
  keptName,
  leadersOf,
  personHeld,
  personOf,
  roleOf,
  rolesHeld,
  rolesOf,
  setErased,
  setRoleEnd
} from './queries.ts'

export type Held = Tables['person']

/** What would end when this person goes, and whether it can be now. Refusals: `not-found`, `last-administrator`. */
export async function leavingOf(
  read: Reader,
  person: string,
  today: Day,
  booksUntil: Day | undefined
): Promise<Decision<Leaving>> {
  const found = await personOf(read, person)
  if (!found || found.erased_at) return refused('not-found')
  const roles = await rolesOf(read, person)
  const otherAdmins = (await adminRoles(read)).filter((row) => row.person_id !== person).map(roleOf)
  const groups = roles.flatMap((role) => (role.kind === 'lead' && inForce(role, today) ? [role.group] : []))
  const others = (await leadersOf(read, groups, today)).filter((row) => row.person_id !== person)
  return leave({ roles, otherAdmins, ledByOthers: others.map((row) => row.group_id as GroupId), booksUntil }, today)
}

/**
 * Tasks end, name and addresses go, every device is signed out. What is left is an id that leads to an empty place, so that the record and the
 * books stay whole. `sealed` keeps the name for the books. @returns who it was, for what others still keep.
 */
export async function eraseHeld(
  tx: Tx,
  by: By,
  person: string,
  { booksUntil, sealed }: { booksUntil: Day | undefined; sealed(name: string): string }
): Promise<Decision<Held>> {
  const found = await personHeld(tx, person)
  const leaving = await leavingOf(tx, person, by.today, booksUntil)
  if (!found || !leaving.ok) return leaving.ok ? refused('not-found') : leaving
  for (const row of await rolesHeld(tx, person)) await endNow(tx, by, row)
  const until = leaving.value.nameUntil
  if (until && found.name) await keepName(tx, { person_id: person, sealed: sealed(found.name), until_on: until })
  await forgetRows(tx, 'person', person)
  await setErased(tx, person, by.at)
  await noteErasure(tx, { kind: 'person-erased', ref: person, at: by.at })
  await record(tx, by, { kind: 'person-erased', about: { kind: 'person', id: person } })
  return ok(found)
}

async function endNow(tx: Tx, by: By, row: Tables['role']): Promise<void> {
  const role = roleOf(row)
  if (role.until !== undefined && role.until <= by.today) return
  const until = lastDay(role, by.today)
  await setRoleEnd(tx, row.id, until)
  await record(tx, by, {
    kind: 'role-ended',
    about: { kind: 'role', id: row.id },
    facts: {
      person: row.person_id,
      role: row.kind,
      group: row.group_id ?? undefined,
      institution: row.institution_id ?? undefined,
      from: row.from_on,
      until
    }
  })
}

/** For the kascommissie: who it was that asked for or looked at money and is gone since, as long as the books are kept. */
export async function seeKeptName(visit: Visit, person: string): Promise<string | undefined> {
  return visit.unsealed('kept-name', await keptName(visit.read, person))
}
