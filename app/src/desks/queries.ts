/** What the home pages read. Reads only: looking is not steering. */
import type { Day } from '@buurtmacht/domain'
import type { Reader } from '../db/index.ts'

/** An honest number: so many of so many. */
export interface OutOf {
  n: number
  of: number
}

/** Requests whose due day lies in this year and has passed, or that were replied to: how many got a reply in time. */
export async function answeredInTime(read: Reader, today: Day, institution?: string): Promise<OutOf> {
  let query = read
    .selectFrom('request')
    .select((e) => [
      e.fn.countAll<number>().as('of'),
      e.fn.sum<number>(e.case().when('replied_on', '<=', e.ref('due_on')).then(1).else(0).end()).as('n')
    ])
    .where('state', '!=', 'withdrawn')
    .where('due_on', '>=', `${today.slice(0, 4)}-01-01`)
    .where((e) => e.or([e('due_on', '<', today), e('replied_on', 'is not', null)]))
  if (institution) query = query.where('institution_id', '=', institution)
  return outOf(await query.executeTakeFirst())
}

/** Promises whose day has come or that residents judged: how many were kept, say residents. */
export async function promisesKept(read: Reader, today: Day, institution?: string): Promise<OutOf> {
  let query = read
    .selectFrom('commitment')
    .select((e) => [
      e.fn.countAll<number>().as('of'),
      e.fn.sum<number>(e.case().when('state', '=', 'kept').then(1).else(0).end()).as('n')
    ])
    .where((e) => e.or([e('due_on', '<', today), e('state', 'in', ['kept', 'disputed'])]))
  if (institution) query = query.where('institution_id', '=', institution)
  return outOf(await query.executeTakeFirst())
}

const outOf = (row: { n: unknown; of: unknown } | undefined): OutOf => ({
  n: Number(row?.n ?? 0),
  of: Number(row?.of ?? 0)
})

/** Givers who wanted to hear, of goals that came to something: how many know it. As kept with each goal. */
export async function toldBack(read: Reader): Promise<OutOf> {
  const row = await read
    .selectFrom('goal')
    .select((e) => [e.fn.sum<number>('wanted').as('of'), e.fn.sum<number>('told').as('n')])
    .where('news_on', 'is not', null)
    .executeTakeFirst()
  return outOf(row)
}

/** Voices and needs per area, for the map. */
export async function countsPerArea(read: Reader): Promise<Map<string, { voices: number; needs: number }>> {
  const rows = await read
    .selectFrom('area')
    .select((e) => [
      'id',
      'voices',
      e
        .selectFrom('need')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('need.area_id', '=', 'area.id')
        .where('need.state', '=', 'open')
        .as('needs')
    ])
    .execute()
  return new Map(rows.map(({ id, voices, needs }) => [id, { voices, needs: Number(needs ?? 0) }]))
}

export const needsWhere = (read: Reader, where: { group: string } | { area: string }, most: number) =>
  read
    .selectFrom('need')
    .select(['id', 'sentence', 'made_at'])
    .where('group' in where ? 'group_id' : 'area_id', '=', 'group' in where ? where.group : where.area)
    .where('state', '=', 'open')
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

const requests = (read: Reader) =>
  read
    .selectFrom('request')
    .innerJoin('goal', 'goal.id', 'request.goal_id')
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .innerJoin('resident_group', 'resident_group.id', 'request.group_id')
    .select([
      'request.id',
      'request.title',
      'request.state',
      'request.due_on',
      'goal.title as goal',
      'institution.name as institution',
      'resident_group.name as group'
    ])

export type RequestAtDesk = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

/** Requests an institution still has to answer, the most overdue first. */
export const waitingFor = (read: Reader, institutions: string[], most: number) =>
  requests(read)
    .where('request.institution_id', 'in', institutions)
    .where('request.state', 'in', ['sent', 'counterAsked', 'unanswered'])
    .orderBy('request.due_on')
    .orderBy('request.id')
    .limit(most)
    .execute()

/** Requests of these groups that are late, or have a reply or question to look at. */
export const needsAttention = (read: Reader, groups: string[], today: Day, most: number) =>
  requests(read)
    .where('request.group_id', 'in', groups)
    .where((e) =>
      e.or([
        e('request.state', 'in', ['replied', 'counterAsked']),
        e.and([e('request.state', 'in', ['sent', 'unanswered']), e('request.due_on', '<', today)])
      ])
    )
    .orderBy('request.due_on')
    .orderBy('request.id')
    .limit(most)
    .execute()

const commitments = (read: Reader) =>
  read
    .selectFrom('commitment')
    .innerJoin('goal', 'goal.id', 'commitment.goal_id')
    .innerJoin('institution', 'institution.id', 'commitment.institution_id')
    .select([
      'commitment.id',
      'commitment.what',
      'commitment.state',
      'commitment.due_on',
      'institution.name as institution',
      'goal.title as goal'
    ])

export type CommitmentAtDesk = Awaited<ReturnType<ReturnType<typeof commitments>['execute']>>[number]

export const promisesToDeliver = (read: Reader, institutions: string[], most: number) =>
  commitments(read)
    .where('commitment.institution_id', 'in', institutions)
    .where('commitment.state', 'in', ['promised', 'disputed'])
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .limit(most)
    .execute()

export const promisesToJudge = (read: Reader, groups: string[], most: number) =>
  commitments(read)
    .where('goal.group_id', 'in', groups)
    .where('commitment.state', '=', 'delivered')
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .limit(most)
    .execute()

/** Voices that stand in no need yet. */
export async function notGathered(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('voice')
    .leftJoin('need_voice', (join) =>
      join.onRef('need_voice.voice_id', '=', 'voice.id').on('need_voice.removed_at', 'is', null)
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('need_voice.voice_id', 'is', null)
    .where('voice.state', '=', 'given')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Goals with news that not everybody has heard: of these groups, or made of a need they gathered. */
export const goalsWithNews = async (read: Reader, groups: string[]): Promise<{ id: string; title: string }[]> =>
  read
    .selectFrom('goal')
    .innerJoin('need', 'need.id', 'goal.need_id')
    .select(['goal.id', 'goal.title'])
    .where((e) => e.or([e('goal.group_id', 'in', groups), e('need.group_id', 'in', groups)]))
    .where('goal.news_on', 'is not', null)
    .where('goal.state', 'in', ['underWay', 'letGo'])
    .orderBy('goal.changed_at', 'desc')
    .limit(20)
    .execute()
