/** Existing residents' groups: who they are, where, and with whom. */
import type { GroupId, GroupKind } from '@buurtmacht/domain'
import { held, steady, type Reader, type Tables, type Tx } from '../db/index.ts'
import { holdersInGroup, type Holder } from '../people/index.ts'

export interface GroupShown {
  id: GroupId
  name: string
  kind: GroupKind
  about: string
  /** When and where it meets. */
  meets?: string
  /** How to reach it. */
  reach?: string
  /** Languages spoken there, BCP 47. */
  languages: string[]
  areas: { id: string; name: string }[]
  /** The groups it spoke with before it started. */
  spokenWith: GroupId[]
  /** Why it spoke with none. */
  spokenWhy?: string
  madeAt: string
  version: number
}

type Row = Omit<Tables['resident_group'], 'version'> & { version: number }

/** All groups by name. */
export async function groupsOf(read: Reader): Promise<GroupShown[]> {
  const rows = await read.selectFrom('resident_group').selectAll().orderBy('name').orderBy('id').execute()
  const areas = await areasByGroup(read)
  return rows.map((row) => shown(row, areas.get(row.id) ?? []))
}

export async function groupOf(read: Reader, id: string): Promise<GroupShown | undefined> {
  const row = await read.selectFrom('resident_group').selectAll().where('id', '=', id).executeTakeFirst()
  return row && shown(row, (await areasByGroup(read, id)).get(id) ?? [])
}

export const groupNames = steady(async (read): Promise<ReadonlyMap<string, string>> => {
  const rows = await read.selectFrom('resident_group').select(['id', 'name']).orderBy('name').execute()
  return new Map(rows.map((row) => [row.id, row.name]))
})

/** Everybody who ever was helper or lead, oldest first; ask `inForce(holder.role, today)` who is now. */
export const membersOfGroup = (read: Reader, group: string): Promise<Holder[]> => holdersInGroup(read, group)

async function areasByGroup(read: Reader, group?: string): Promise<Map<string, { id: string; name: string }[]>> {
  let query = read
    .selectFrom('group_area')
    .innerJoin('area', 'area.id', 'group_area.area_id')
    .select(['group_area.group_id', 'area.id', 'area.name'])
    .orderBy('area.place')
    .orderBy('area.name')
  if (group !== undefined) query = query.where('group_area.group_id', '=', group)
  const found = new Map<string, { id: string; name: string }[]>()
  for (const { group_id, id, name } of await query.execute())
    found.set(group_id, [...(found.get(group_id) ?? []), { id, name }])
  return found
}

const shown = (row: Row, areas: { id: string; name: string }[]): GroupShown => ({
  id: row.id as GroupId,
  name: row.name,
  kind: row.kind,
  about: row.about,
  ...(row.meets ? { meets: row.meets } : {}),
  ...(row.reach ? { reach: row.reach } : {}),
  languages: JSON.parse(row.languages) as string[],
  areas,
  spokenWith: JSON.parse(row.spoken_with) as GroupId[],
  ...(row.spoken_why ? { spokenWhy: row.spoken_why } : {}),
  madeAt: row.made_at,
  version: row.version
})

export const groupIds = async (read: Reader): Promise<GroupId[]> =>
  (await read.selectFrom('resident_group').select('id').execute()).map((row) => row.id as GroupId)

export const saveGroup = (tx: Tx, row: Omit<Tables['resident_group'], 'version'>) =>
  tx.insertInto('resident_group').values(row).execute()

export const groupToChange = (tx: Tx, id: string) =>
  held(tx, tx.selectFrom('resident_group').selectAll().where('id', '=', id)).executeTakeFirst()

export const changeGroup = (tx: Tx, id: string, to: Partial<Omit<Row, 'id'>>) =>
  tx.updateTable('resident_group').set(to).where('id', '=', id).execute()

export async function setAreasOfGroup(tx: Tx, group: string, areas: readonly string[]): Promise<void> {
  await tx.deleteFrom('group_area').where('group_id', '=', group).execute()
  for (const area of areas) await tx.insertInto('group_area').values({ group_id: group, area_id: area }).execute()
}
