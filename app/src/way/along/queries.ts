/** What goals lead to: questions, promises and deeds, for many goals in a fixed number of questions. */
import type { Day } from '@buurtmacht/domain'
import type { Reader, Tables } from '../../db/index.ts'

type Row<T extends keyof Tables> = Tables[T]

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
