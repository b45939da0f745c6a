import type { Day, GroupId, InstitutionId, PersonId, Role } from '@buurtmacht/domain'
import { inForce, dayOf } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'
import { sha256 } from '../db/index.ts'
import type { SignedIn } from '../web/index.ts'

type RoleRow = Tables['role']

export function roleOf(row: RoleRow): Role {
  const time = { from: row.from_on as Day, ...(row.until_on ? { until: row.until_on as Day } : {}) }
  if (row.kind === 'admin') return { kind: 'admin', ...time }
  if (row.kind === 'contact') return { kind: 'contact', institution: row.institution_id as InstitutionId, ...time }
  return { kind: row.kind, group: row.group_id as GroupId, ...time }
}

/** All roles a person ever had, oldest first. */
export async function rolesOf(read: Reader, person: string): Promise<Role[]> {
  const rows = await read.selectFrom('role').selectAll().where('person_id', '=', person).orderBy('from_on').execute()
  return rows.map(roleOf)
}

export const personOf = (read: Reader, id: string) =>
  read.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export async function nameOf(read: Reader, id: string | null | undefined): Promise<string | undefined> {
  if (!id) return undefined
  return (await read.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst())?.name
}

/** Names by id, in one question. */
export async function namesOf(read: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await read.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who holds this session, with the roles in force today. */
export async function signedIn(read: Reader, cookie: string, at: string): Promise<SignedIn | undefined> {
  const row = await read
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.lang', 'session.csrf', 'session.ends_at'])
    .where('session.hash', '=', sha256(cookie))
    .executeTakeFirst()
  if (!row || row.ends_at < at) return undefined
  const today = dayOf(Date.parse(at))
  const roles = (await rolesOf(read, row.id)).filter((role) => inForce(role, today))
  return { person: row.id as PersonId, name: row.name, lang: row.lang, roles, csrf: row.csrf }
}

export const addSession = (tx: Tx, row: Tables['session']) => tx.insertInto('session').values(row).execute()
export const removeSession = (tx: Tx, cookie: string) =>
  tx.deleteFrom('session').where('hash', '=', sha256(cookie)).execute()
