/** What goals lead to: questions, promises and deeds, for many goals in a fixed number of questions. */
import type { Day } from '@buurtmacht/domain'
import { asked, type Reader, type Tables } from '../../db/index.ts'
import { goalsOfNeeds, type GoalRow } from '../../goals/index.ts'

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

export const onWay = (row: GoalRow, steps: Step[]): GoalOnWay => {
  const own = steps.filter((step) => step.goal_id === row.id)
  const adopted = own.find((step) => step.state === 'adopted')?.on_day as Day | undefined
  const letGo = own.findLast((step) => step.state === 'letGo')?.on_day as Day | undefined
  const paused = own.findLast((step) => step.state === 'paused')?.on_day as Day | undefined
  return {
    id: row.id,
    need: row.need_id,
    title: row.title,
    group: { id: row.group_id, name: row.group_name },
    state: row.state,
    why: row.why,
    result: row.result,
    resultOn: row.result_on as Day | null,
    lead: row.lead_name,
    madeAt: row.made_at,
    ...(adopted ? { adoptedOn: adopted } : {}),
    ...(letGo ? { letGoOn: letGo } : {}),
    ...(paused ? { pausedOn: paused } : {})
  }
}

type Step = Pick<Tables['goal_step'], 'goal_id' | 'state' | 'on_day'>

/** When goals were adopted, let go and paused. */
export const stepsOf = asked((read, goals: readonly string[]) =>
  read
    .selectFrom('goal_step')
    .select(['goal_id', 'state', 'on_day'])
    .where('goal_id', 'in', goals)
    .where('state', 'in', ['adopted', 'letGo', 'paused'])
    .orderBy('goal_id')
    .orderBy('at')
)

export const alongNeeds = async (read: Reader, needs: string[]): Promise<Along> =>
  alongGoals(read, await goalsOfNeeds(read, needs))

/** Everything these goals lead to. */
export async function alongGoals(read: Reader, goals: readonly GoalRow[]): Promise<Along> {
  const ids = goals.map((goal) => goal.id)
  if (ids.length === 0) return { goals: [], requests: [], commitments: [], deeds: [] }
  const steps = await stepsOf(read, ids)
  return {
    goals: goals.map((goal) => onWay(goal, steps)),
    requests: await requestsOf(read, ids),
    commitments: await commitmentsOf(read, ids),
    deeds: await deedsOf(read, ids)
  }
}

const requestRows = asked((read, goals: readonly string[]) =>
  read
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
    .orderBy('request.goal_id')
    .orderBy('request.made_at')
)

async function requestsOf(read: Reader, goals: string[]): Promise<RequestOnWay[]> {
  const rows = await requestRows(read, goals)
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

const commitmentRows = asked((read, goals: readonly string[]) =>
  read
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
    .orderBy('commitment.goal_id')
    .orderBy('commitment.made_at')
)

async function commitmentsOf(read: Reader, goals: string[]): Promise<CommitmentOnWay[]> {
  const rows = await commitmentRows(read, goals)
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

const deedRows = asked((read, goals: readonly string[]) =>
  read
    .selectFrom('deed')
    .select(['goal_id', 'what', 'who', 'done_on'])
    .where('goal_id', 'in', goals)
    .orderBy('goal_id')
    .orderBy('done_on')
)

async function deedsOf(read: Reader, goals: string[]): Promise<DeedOnWay[]> {
  const rows = await deedRows(read, goals)
  return rows.map((row) => ({ goal: row.goal_id, what: row.what, who: row.who, doneOn: row.done_on as Day }))
}
