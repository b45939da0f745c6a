/** People and their roles. Sessions, links and cards are in sign-in/. */
import { type Day, type GroupId, type InstitutionId, type PersonId, type Role } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'
import { held } from '../db/index.ts'

type RoleRow = Tables['role']

export function roleOf(row: RoleRow): Role {
  const time = { from: row.from_on as Day, ...(row.until_on ? { until: row.until_on as Day } : {}) }
  if (row.kind === 'admin') return { kind: 'admin', ...time }
  if (row.kind === 'contact') return { kind: 'contact', institution: row.institution_id as InstitutionId, ...time }
  return { kind: row.kind, group: row.group_id as GroupId, ...time }
}

/** All roles a person ever had, oldest first. */
export async function rolesOf(read: Reader, person: string): Promise<Role[]> {
  return (await roleRowsOf(read, person)).map(roleOf)
}

export const roleRowsOf = (read: Reader, person: string): Promise<RoleRow[]> =>
  read.selectFrom('role').selectAll().where('person_id', '=', person).orderBy('from_on').orderBy('id').execute()

export const addRole = (tx: Tx, row: RoleRow) => tx.insertInto('role').values(row).execute()

export const roleToEnd = (tx: Tx, id: string) =>
  held(tx, tx.selectFrom('role').selectAll().where('id', '=', id)).executeTakeFirst()

export const setRoleEnd = (tx: Tx, id: string, until: Day) =>
  tx.updateTable('role').set({ until_on: until }).where('id', '=', id).execute()

/** A person with every role they have, held. */
export const rolesHeld = (tx: Tx, person: string): Promise<RoleRow[]> =>
  held(tx, tx.selectFrom('role').selectAll().where('person_id', '=', person).orderBy('id')).execute()

/** Who leads these groups today or later, by group. */
export const leadersOf = (read: Reader, groups: readonly string[], today: Day) =>
  read
    .selectFrom('role')
    .select(['group_id', 'person_id'])
    .where('kind', '=', 'lead')
    .where('group_id', 'in', groups.length > 0 ? [...groups] : [''])
    .where((e) => e.or([e('until_on', 'is', null), e('until_on', '>', today)]))
    .execute()

/** Everybody's roles as administrator, held: two who end each other's at once come one after the other. */
export const adminRoles = async (read: Reader): Promise<RoleRow[]> =>
  held(read, read.selectFrom('role').selectAll().where('kind', '=', 'admin').orderBy('id')).execute()

/** Administrators of this day who have an e-mail address. */
export const adminsToWrite = (read: Reader, today: Day) =>
  read
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(['person.email', 'person.lang'])
    .distinct()
    .where('role.kind', '=', 'admin')
    .where('role.from_on', '<=', today)
    .where((e) => e.or([e('role.until_on', 'is', null), e('role.until_on', '>', today)]))
    .where('person.email', 'is not', null)
    .execute()

/** Somebody's place in a group or at an institution, from–until. */
export interface Holder {
  /** Id of the role. */
  id: string
  person: PersonId
  name: string
  role: Role
}

const holders = (read: Reader) =>
  read
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .selectAll('role')
    .select('person.name')
    .where('person.erased_at', 'is', null)
    .orderBy('role.from_on')
    .orderBy('role.id')

const asHolder = (row: RoleRow & { name: string }): Holder => ({
  id: row.id,
  person: row.person_id as PersonId,
  name: row.name,
  role: roleOf(row)
})

/** Everybody who ever was helper or lead of a group, oldest first. */
export const holdersInGroup = async (read: Reader, group: string): Promise<Holder[]> =>
  (await holders(read).where('role.group_id', '=', group).execute()).map(asHolder)

/** Everybody who ever was contact of an institution, oldest first. */
export const holdersInInstitution = async (read: Reader, institution: string): Promise<Holder[]> =>
  (await holders(read).where('role.institution_id', '=', institution).execute()).map(asHolder)

/** Every role of these people, for the administrators' list. */
export const holdingsAmong = async (read: Reader, people: readonly string[]): Promise<Holder[]> =>
  people.length === 0 ? [] : (await holders(read).where('role.person_id', 'in', people).execute()).map(asHolder)

export const personOf = (read: Reader, id: string) =>
  read.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export const personHeld = (tx: Tx, id: string) =>
  held(tx, tx.selectFrom('person').selectAll().where('id', '=', id)).executeTakeFirst()

export const personByEmail = (read: Reader, email: string) =>
  read
    .selectFrom('person')
    .select(['id', 'name', 'lang', 'email'])
    .where('email', '=', email)
    .where('erased_at', 'is', null)
    .executeTakeFirst()

/** Every role of one person, each with its id. */
export const holdingsOf = async (read: Reader, person: string): Promise<Holder[]> =>
  (await holders(read).where('role.person_id', '=', person).execute()).map(asHolder)

/** One role and whose it is. */
export const holderOf = async (read: Reader, role: string): Promise<Holder | undefined> =>
  (await holders(read).where('role.id', '=', role).execute()).map(asHolder)[0]

/** Everybody by name, page by page from a person on. E-mail addresses are for administrators' eyes only. */
export async function everybody(read: Reader, { after, limit }: { after?: string | undefined; limit: number }) {
  const from = after ? await personOf(read, after) : undefined
  const rows = await read
    .selectFrom('person')
    .select(['id', 'name', 'email', 'lang', 'about'])
    .where('erased_at', 'is', null)
    .$if(from !== undefined, (query) =>
      query.where(({ eb, and, or }) =>
        or([eb('name', '>', from!.name), and([eb('name', '=', from!.name), eb('id', '>', from!.id)])])
      )
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: last.id } : { items }
}

export const savePerson = (tx: Tx, row: Tables['person']) => tx.insertInto('person').values(row).execute()
export const changePerson = (
  tx: Tx,
  id: string,
  to: Partial<Pick<Tables['person'], 'name' | 'email' | 'lang' | 'about'>>
) => tx.updateTable('person').set(to).where('id', '=', id).execute()

export async function nameOf(read: Reader, id: string | null | undefined): Promise<string | undefined> {
  if (!id) return undefined
  return (await read.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst())?.name
}

/**
 * Residents with a task today, for whoever names somebody. Never somebody who speaks for an institution.
 * @param neither another kind of task that does not go with it
 */
export async function residentsToName(
  read: Reader,
  today: Day,
  neither?: Tables['role']['kind']
): Promise<{ id: string; name: string }[]> {
  const rows = await read
    .selectFrom('person')
    .innerJoin('role', 'role.person_id', 'person.id')
    .select(['person.id', 'person.name', 'role.kind'])
    .where('person.erased_at', 'is', null)
    .where('role.from_on', '<=', today)
    .where((e) => e.or([e('role.until_on', 'is', null), e('role.until_on', '>=', today)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const not = new Set(rows.filter((row) => row.kind === 'contact' || row.kind === neither).map((row) => row.id))
  return [...new Map(rows.filter((row) => !not.has(row.id)).map(({ id, name }) => [id, { id, name }])).values()]
}

export const setErased = (tx: Tx, id: string, at: string) =>
  tx.updateTable('person').set({ erased_at: at }).where('id', '=', id).execute()

export const keepName = (tx: Tx, row: Tables['kept_name']) =>
  tx
    .insertInto('kept_name')
    .values(row)
    .onConflict((same) => same.column('person_id').doUpdateSet({ sealed: row.sealed, until_on: row.until_on }))
    .execute()

/** The sealed name of somebody whom the books still need. */
export const keptName = async (read: Reader, person: string): Promise<string | undefined> =>
  (await read.selectFrom('kept_name').select('sealed').where('person_id', '=', person).executeTakeFirst())?.sealed

/** Names that the books needed until today or before. Called every night. */
export const forgetKeptNames = (tx: Tx, today: Day) =>
  tx.deleteFrom('kept_name').where('until_on', '<=', today).execute()
