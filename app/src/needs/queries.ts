/** All SQL of needs: what residents gathered, and who said "ik ook". */
import type { NeedId, VoiceId } from '@buurtmacht/domain'
import { sql } from 'kysely'
import { asked, held, pageOf, type Cursor, type Listed, type Reader, type Tables, type Tx } from '../db/index.ts'
import type { Subject } from '../journal/index.ts'
import { recount } from '../voices/index.ts'
import type { By } from '../web/index.ts'

type Row = Tables['need']

/** A need as it is read, with how many people stand behind it. */
export interface NeedSeen {
  id: NeedId
  sentence: string
  group: { id: string; name: string }
  area?: { id: string; name: string }
  state: Row['state']
  /** The needs it went up in, when merged or split. */
  into: NeedId[]
  version: number
  madeAt: string
  /** How many voices stand in it, whoever may read them. */
  voices: number
  /** How many said "ik ook". */
  meToo: number
}

const meTooCount = sql<number>`(select count(*) from me_too where me_too.need_id = need.id)`.as('me_too')

const seenRows = (read: Reader) =>
  read
    .selectFrom('need')
    .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
    .leftJoin('area', 'area.id', 'need.area_id')
    .selectAll('need')
    .select(['resident_group.name as group_name', 'area.name as area_name', meTooCount])

type SeenRow = Awaited<ReturnType<ReturnType<typeof seenRows>['execute']>>[number]

const seen = (row: SeenRow): NeedSeen => ({
  id: row.id as NeedId,
  sentence: row.sentence,
  group: { id: row.group_id, name: row.group_name },
  ...(row.area_id ? { area: { id: row.area_id, name: row.area_name ?? '' } } : {}),
  state: row.state,
  into: JSON.parse(row.into_ids) as NeedId[],
  version: row.version,
  madeAt: row.made_at,
  voices: row.voices,
  meToo: Number(row.me_too)
})

/** These needs, in whatever state, newest first. */
export async function needsByIds(read: Reader, ids: readonly string[]): Promise<NeedSeen[]> {
  if (ids.length === 0) return []
  const rows = await seenRows(read)
    .where('need.id', 'in', [...ids])
    .orderBy('need.made_at', 'desc')
    .orderBy('need.id')
    .execute()
  return rows.map(seen)
}

export const needById = async (read: Reader, id: string): Promise<NeedSeen | undefined> =>
  (await needsByIds(read, [id]))[0]

export interface NeedFilter {
  area?: string | undefined
  group?: string | undefined
  /** No goal was made of it yet. */
  withoutGoal?: boolean | undefined
}

type Left = string | undefined

const openNeeds = asked((read, area: Left, group: Left, withoutGoal: Left, at: Left, id: Left, most: number) =>
  seenRows(read)
    .where('need.state', '=', 'open')
    .$if(area !== undefined, (q) => q.where('need.area_id', '=', area!))
    .$if(group !== undefined, (q) => q.where('need.group_id', '=', group!))
    .$if(withoutGoal !== undefined, (q) =>
      q.where((e) => e.not(e.exists(e.selectFrom('goal').select('goal.id').whereRef('goal.need_id', '=', 'need.id'))))
    )
    .$if(at !== undefined, (q) => q.where((e) => e(e.refTuple('need.made_at', 'need.id'), '<', e.tuple(at!, id!))))
    .orderBy('need.made_at', 'desc')
    .orderBy('need.id', 'desc')
    .limit(most)
)

/** Open needs, newest first, a page at a time. Never by how many people say it. */
export async function needs(
  read: Reader,
  filter: NeedFilter,
  { after, limit }: { after?: Cursor | undefined; limit: number }
): Promise<Listed<NeedSeen>> {
  const without = filter.withoutGoal ? 'without' : undefined
  const rows = await openNeeds(
    read,
    filter.area || undefined,
    filter.group || undefined,
    without,
    after?.at,
    after?.id,
    limit + 1
  )
  return pageOf(rows, limit, ({ made_at, id }) => ({ at: made_at, id }), seen)
}

/** The needs to decide on, held in one order, so that two people never wait for each other. */
export const heldNeeds = (tx: Tx, ids: readonly string[]): Promise<Row[]> =>
  held(
    tx,
    tx
      .selectFrom('need')
      .selectAll()
      .where('id', 'in', [...ids])
      .orderBy('id')
  ).execute()

/** The voices that stand in a need now and were not taken back. */
export async function standingVoices(read: Reader, need: string): Promise<VoiceId[]> {
  const rows = await read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .select('voice.id')
    .where('need_id', '=', need)
    .where('removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .orderBy('voice.id')
    .execute()
  return rows.map((row) => row.id as VoiceId)
}

export const addNeed = (tx: Tx, row: Row) => tx.insertInto('need').values(row).execute()

export const changeNeed = (tx: Tx, need: Row, change: Partial<Pick<Row, 'sentence' | 'state' | 'into_ids'>>) =>
  tx
    .updateTable('need')
    .set({ ...change, version: need.version + 1 })
    .where('id', '=', need.id)
    .execute()

const chance = (by: Pick<By, 'chance'>): string => Buffer.from(by.chance(16)).toString('hex')

/** Rows go to the database a thousand at a time: it takes only so many values at once. */
const atOnce = 1_000

/** Puts voices in a need; one that was taken out before stands there again. @returns the rows, as the record names them. */
export async function putVoices(
  tx: Tx,
  by: Pick<By, 'at' | 'chance'>,
  need: string,
  voices: readonly string[]
): Promise<Subject[]> {
  const touched: Subject[] = []
  for (let at = 0; at < voices.length; at += atOnce) {
    const some = voices.slice(at, at + atOnce)
    const rows = await tx.selectFrom('voice').select(['id', 'received_at']).where('id', 'in', some).execute()
    const marks = await tx
      .insertInto('need_voice')
      .values(
        rows.map(({ id: voice_id, received_at }) => ({
          need_id: need,
          voice_id,
          added_at: by.at,
          received_at,
          mark: chance(by),
          salt: chance(by)
        }))
      )
      .onConflict((same) => same.columns(['need_id', 'voice_id']).doUpdateSet({ removed_at: null, removed_why: null }))
      .returning('mark')
      .execute()
    touched.push(...marks.map(({ mark }) => ({ kind: 'needVoice' as const, id: mark })))
  }
  if (voices.length > 0) await recount(tx, [need])
  return touched
}

/** @returns the row, as the record names it. */
export async function takeVoiceOut(tx: Tx, need: string, voice: string, at: string, why: string): Promise<Subject[]> {
  const rows = await tx
    .updateTable('need_voice')
    .set({ removed_at: at, removed_why: why })
    .where('need_id', '=', need)
    .where('voice_id', '=', voice)
    .returning('mark')
    .execute()
  await recount(tx, [need])
  return rows.map(({ mark }) => ({ kind: 'needVoice', id: mark }))
}

/** @returns whether it is new: the same giver is counted once, and a repeat takes nothing away. */
export async function putMeToo(tx: Tx, row: Tables['me_too']): Promise<boolean> {
  const done = await tx
    .insertInto('me_too')
    .values(row)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Who said "ik ook" to the one says it to the other from now on; whoever said both is counted once. @returns the new rows. */
export async function carryMeToo(tx: Tx, by: Pick<By, 'chance'>, from: string, into: string): Promise<Subject[]> {
  const rows = await tx.selectFrom('me_too').selectAll().where('need_id', '=', from).execute()
  const touched: Subject[] = []
  for (const row of rows) {
    const carried = { ...row, need_id: into, mark: chance(by) }
    if (await putMeToo(tx, carried)) touched.push({ kind: 'meToo', id: carried.mark })
  }
  return touched
}

/** What of these voices may be told in the public record: the ids of those that were not given in silence. */
export async function tellableVoices(read: Reader, voices: readonly string[]): Promise<string[]> {
  if (voices.length === 0) return []
  const rows = await read
    .selectFrom('voice')
    .select('id')
    .where('id', 'in', [...voices])
    .where('show', '<>', 'none')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** A goal that was made of a need; what becomes of it is told by the goals themselves. */
export const goalsMadeOf = (read: Reader, need: string): Promise<{ id: string; title: string }[]> =>
  read.selectFrom('goal').select(['id', 'title']).where('need_id', '=', need).orderBy('made_at').execute()

export async function groupOfNeed(read: Reader, id: string): Promise<string | undefined> {
  return (await read.selectFrom('need').select('group_id').where('id', '=', id).executeTakeFirst())?.group_id
}

export async function saidMeToo(read: Reader, need: string, giver: string): Promise<boolean> {
  const row = await read
    .selectFrom('me_too')
    .select('at')
    .where('need_id', '=', need)
    .where('giver_hash', '=', giver)
    .executeTakeFirst()
  return row !== undefined
}
