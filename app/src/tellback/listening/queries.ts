/** Which group tells which giver, and so sees how to reach them: docs/decisions/who-sees-addresses.md. */
import { whoTells, type Day, type GroupId } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../../db/index.ts'
import type { News } from '../queries.ts'

export interface Telling {
  /** For each linked giver who is told by somebody: the group that does so. */
  by: ReadonlyMap<string, GroupId>
  /** The groups that listened to them, whoever tells them now. */
  listened: readonly GroupId[]
  /** Of these, the groups that let the owner tell. */
  handedOver: readonly GroupId[]
}

/** The first group that gathered each voice behind this goal. */
async function listeners(read: Reader, goal: string): Promise<Map<string, GroupId>> {
  const rows = await read
    .selectFrom('goal')
    .innerJoin('need_voice as here', 'here.need_id', 'goal.need_id')
    .innerJoin('voice', 'voice.id', 'here.voice_id')
    .innerJoin('need_voice as first', 'first.voice_id', 'here.voice_id')
    .innerJoin('need', 'need.id', 'first.need_id')
    .select(['here.voice_id', 'need.group_id'])
    .where('goal.id', '=', goal)
    .where('here.removed_at', 'is', null)
    .where('first.removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .where('voice.tell_how', 'not in', ['not', 'code'])
    .orderBy('first.added_at')
    .orderBy('need.made_at')
    .orderBy('need.id')
    .execute()
  const found = new Map<string, GroupId>()
  for (const row of rows) if (!found.has(row.voice_id)) found.set(row.voice_id, row.group_id as GroupId)
  return found
}

/** Groups with a helper or lead today who does not speak for an institution as well. */
async function groupsThatAreThere(read: Reader, groups: readonly GroupId[], today: Day): Promise<Set<string>> {
  if (groups.length === 0) return new Set()
  const rows = await read
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select('role.group_id')
    .distinct()
    .where('role.group_id', 'in', [...groups])
    .where('person.erased_at', 'is', null)
    .where('role.from_on', '<=', today)
    .where((e) => e.or([e('role.until_on', 'is', null), e('role.until_on', '>=', today)]))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('role as other')
            .select('other.id')
            .whereRef('other.person_id', '=', 'role.person_id')
            .where('other.kind', '=', 'contact')
            .where('other.from_on', '<=', today)
            .where((also) => also.or([also('other.until_on', 'is', null), also('other.until_on', '>=', today)]))
        )
      )
    )
    .execute()
  return new Set(rows.map((row) => row.group_id ?? ''))
}

export async function tellingOf(read: Reader, news: News, today: Day): Promise<Telling> {
  const owner = news.group as GroupId
  const voices = await listeners(read, news.goal)
  const listened = [...new Set(voices.values())]
  const there = await groupsThatAreThere(read, listened, today)
  const handed = await read
    .selectFrom('tell_handover')
    .select('from_group_id')
    .where('goal_id', '=', news.goal)
    .execute()
  const handedOver = new Set(handed.map((row) => row.from_group_id))
  const by = new Map<string, GroupId>()
  for (const [voice, group] of voices)
    by.set(voice, whoTells({ listened: group, owner, handedOver: handedOver.has(group), isThere: there.has(group) }))
  return { by, listened, handedOver: listened.filter((group) => handedOver.has(group)) }
}

/** The group that gathered the need of a goal. */
export const gathererOf = async (read: Reader, goal: string): Promise<string | undefined> =>
  (
    await read
      .selectFrom('goal')
      .innerJoin('need', 'need.id', 'goal.need_id')
      .select('need.group_id')
      .where('goal.id', '=', goal)
      .executeTakeFirst()
  )?.group_id

export const addHandover = (tx: Tx, row: Tables['tell_handover']) =>
  tx.insertInto('tell_handover').values(row).execute()
