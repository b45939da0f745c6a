/** Reads across the whole way of a voice, in few questions whose cost does not depend on how many voices there are. */
import type { Day, FrozenTerm } from '@buurtmacht/domain'
import type { Reader, Tables } from '../db/index.ts'

type Row<T extends keyof Tables> = Tables[T]

export interface NeedOnWay {
  id: string
  sentence: string
  group: { id: string; name: string }
  since: string
  state: Row<'need'>['state']
  /** When this voice was taken out of it again, and why. */
  removed?: { at: string; why: string }
}

export interface GoalOnWay {
  id: string
  need: string
  title: string
  group: { id: string; name: string }
  state: Row<'goal'>['state']
  why: string | null
  result: string | null
  resultOn: Day | null
  lead: string | null
  madeAt: string
  adoptedOn?: Day
  letGoOn?: Day
  pausedOn?: Day
}

export interface RequestOnWay {
  id: string
  goal: string
  title: string
  institution: { id: string; name: string }
  level: Row<'request'>['promised_level']
  state: Row<'request'>['state']
  sentOn: Day
  dueOn: Day
  repliedOn: Day | null
  expectedOn: Day | null
}

export interface CommitmentOnWay {
  id: string
  goal: string
  request: string
  what: string
  institution: { id: string; name: string }
  state: Row<'commitment'>['state']
  dueOn: Day
  deliveredOn: Day | null
  why: string | null
}

export interface DeedOnWay {
  goal: string
  what: string
  who: string
  doneOn: Day
}

/** Everything that goals lead to. */
export interface Along {
  goals: GoalOnWay[]
  requests: RequestOnWay[]
  commitments: CommitmentOnWay[]
  deeds: DeedOnWay[]
}

export async function needsOfVoice(read: Reader, voice: string): Promise<NeedOnWay[]> {
  const rows = await read
    .selectFrom('need_voice')
    .innerJoin('need', 'need.id', 'need_voice.need_id')
    .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
    .select([
      'need.id',
      'need.sentence',
      'need.state',
      'need_voice.added_at',
      'need_voice.removed_at',
      'need_voice.removed_why',
      'resident_group.id as group_id',
      'resident_group.name as group_name'
    ])
    .where('need_voice.voice_id', '=', voice)
    .orderBy('need_voice.added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sentence: row.sentence,
    state: row.state,
    since: row.added_at,
    group: { id: row.group_id, name: row.group_name },
    ...(row.removed_at ? { removed: { at: row.removed_at, why: row.removed_why ?? '' } } : {})
  }))
}

/** How many voices stand in each need now. */
export async function voicesIn(read: Reader, needs: string[]): Promise<Map<string, number>> {
  if (needs.length === 0) return new Map()
  const rows = await read
    .selectFrom('need_voice')
    .select(['need_id', (e) => e.fn.countAll<number>().as('n')])
    .where('need_id', 'in', needs)
    .where('removed_at', 'is', null)
    .groupBy('need_id')
    .execute()
  return new Map(rows.map((row) => [row.need_id, Number(row.n)]))
}

async function goalsWhere(read: Reader, column: 'goal.need_id' | 'goal.id', ids: string[]): Promise<GoalOnWay[]> {
  if (ids.length === 0) return []
  const rows = await read
    .selectFrom('goal')
    .innerJoin('resident_group', 'resident_group.id', 'goal.group_id')
    .leftJoin('person', 'person.id', 'goal.lead_id')
    .select([
      'goal.id',
      'goal.need_id',
      'goal.title',
      'goal.state',
      'goal.why',
      'goal.result',
      'goal.result_on',
      'goal.made_at',
      'resident_group.id as group_id',
      'resident_group.name as group_name',
      'person.name as lead'
    ])
    .where(column, 'in', ids)
    .orderBy('goal.made_at')
    .execute()
  if (rows.length === 0) return []
  const steps = await read
    .selectFrom('goal_step')
    .select(['goal_id', 'state', 'on_day'])
    .where(
      'goal_id',
      'in',
      rows.map((row) => row.id)
    )
    .where('state', 'in', ['adopted', 'letGo', 'paused'])
    .orderBy('at')
    .execute()
  const dayOf = (goal: string, state: string) =>
    steps.find((s) => s.goal_id === goal && s.state === state)?.on_day as Day
  const lastDayOf = (goal: string, state: string) =>
    steps.findLast((s) => s.goal_id === goal && s.state === state)?.on_day as Day
  return rows.map((row) => ({
    id: row.id,
    need: row.need_id,
    title: row.title,
    group: { id: row.group_id, name: row.group_name },
    state: row.state,
    why: row.why,
    result: row.result,
    resultOn: row.result_on as Day | null,
    lead: row.lead,
    madeAt: row.made_at,
    ...(dayOf(row.id, 'adopted') ? { adoptedOn: dayOf(row.id, 'adopted') } : {}),
    ...(lastDayOf(row.id, 'letGo') ? { letGoOn: lastDayOf(row.id, 'letGo') } : {}),
    ...(lastDayOf(row.id, 'paused') ? { pausedOn: lastDayOf(row.id, 'paused') } : {})
  }))
}

export async function alongNeeds(read: Reader, needs: string[]): Promise<Along> {
  return along(read, await goalsWhere(read, 'goal.need_id', needs))
}

export async function alongGoals(read: Reader, goals: string[]): Promise<Along> {
  return along(read, await goalsWhere(read, 'goal.id', goals))
}

async function along(read: Reader, goals: GoalOnWay[]): Promise<Along> {
  const ids = goals.map((goal) => goal.id)
  if (ids.length === 0) return { goals, requests: [], commitments: [], deeds: [] }
  const [requests, commitments, deeds] = [
    await requestsOf(read, ids),
    await commitmentsOf(read, ids),
    await deedsOf(read, ids)
  ]
  return { goals, requests, commitments, deeds }
}

async function requestsOf(read: Reader, goals: string[]): Promise<RequestOnWay[]> {
  const rows = await read
    .selectFrom('request')
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .select([
      'request.id',
      'request.goal_id',
      'request.title',
      'request.promised_level',
      'request.state',
      'request.sent_on',
      'request.due_on',
      'request.replied_on',
      'request.expected_on',
      'institution.id as institution_id',
      'institution.name as institution_name'
    ])
    .where('request.goal_id', 'in', goals)
    .orderBy('request.made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    goal: row.goal_id,
    title: row.title,
    institution: { id: row.institution_id, name: row.institution_name },
    level: row.promised_level,
    state: row.state,
    sentOn: row.sent_on as Day,
    dueOn: row.due_on as Day,
    repliedOn: row.replied_on as Day | null,
    expectedOn: row.expected_on as Day | null
  }))
}

async function commitmentsOf(read: Reader, goals: string[]): Promise<CommitmentOnWay[]> {
  const rows = await read
    .selectFrom('commitment')
    .innerJoin('institution', 'institution.id', 'commitment.institution_id')
    .select([
      'commitment.id',
      'commitment.goal_id',
      'commitment.request_id',
      'commitment.what',
      'commitment.state',
      'commitment.due_on',
      'commitment.delivered_on',
      'commitment.why',
      'institution.id as institution_id',
      'institution.name as institution_name'
    ])
    .where('commitment.goal_id', 'in', goals)
    .orderBy('commitment.made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    goal: row.goal_id,
    request: row.request_id,
    what: row.what,
    institution: { id: row.institution_id, name: row.institution_name },
    state: row.state,
    dueOn: row.due_on as Day,
    deliveredOn: row.delivered_on as Day | null,
    why: row.why
  }))
}

async function deedsOf(read: Reader, goals: string[]): Promise<DeedOnWay[]> {
  const rows = await read
    .selectFrom('deed')
    .select(['goal_id', 'what', 'who', 'done_on'])
    .where('goal_id', 'in', goals)
    .orderBy('done_on')
    .execute()
  return rows.map((row) => ({ goal: row.goal_id, what: row.what, who: row.who, doneOn: row.done_on as Day }))
}

/** When and how this giver was told, per goal. */
export const toldOf = (read: Reader, voice: string) =>
  read.selectFrom('tell_back').select(['goal_id', 'told_on', 'how', 'since_on']).where('voice_id', '=', voice).execute()

export const translationsOf = (read: Reader, voice: string) =>
  read
    .selectFrom('voice_translation')
    .innerJoin('person', 'person.id', 'voice_translation.helper_id')
    .select(['voice_translation.lang', 'voice_translation.text', 'person.name'])
    .where('voice_id', '=', voice)
    .execute()

export const termOf = async (read: Reader, request: string): Promise<FrozenTerm | undefined> => {
  const row = await read.selectFrom('request').select('term').where('id', '=', request).executeTakeFirst()
  return row ? (JSON.parse(row.term) as FrozenTerm) : undefined
}

/** Words of voices behind a need that everybody may read, newest first. */
export const openWordsOf = (read: Reader, need: string, most: number) =>
  read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .leftJoin('area', 'area.id', 'voice.area_id')
    .select(['voice.id', 'voice.text', 'voice.lang', 'voice.channel', 'voice.heard_on', 'area.name as area'])
    .where('need_voice.need_id', '=', need)
    .where('need_voice.removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .where('voice.show', '=', 'full')
    .orderBy('need_voice.added_at', 'desc')
    .orderBy('voice.id')
    .limit(most)
    .execute()

/** A need as it stands on a goal's way, with the day its first voice was heard. */
export async function needOf(read: Reader, id: string): Promise<(NeedOnWay & { firstHeardOn?: Day }) | undefined> {
  const row = await read
    .selectFrom('need')
    .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
    .select([
      'need.id',
      'need.sentence',
      'need.state',
      'need.made_at',
      'resident_group.id as group_id',
      'resident_group.name as group_name'
    ])
    .where('need.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const first = await read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .select('voice.heard_on')
    .where('need_voice.need_id', '=', id)
    .where('need_voice.removed_at', 'is', null)
    .orderBy('need_voice.added_at')
    .limit(1)
    .executeTakeFirst()
  return {
    id: row.id,
    sentence: row.sentence,
    state: row.state,
    since: row.made_at,
    group: { id: row.group_id, name: row.group_name },
    ...(first ? { firstHeardOn: first.heard_on as Day } : {})
  }
}
