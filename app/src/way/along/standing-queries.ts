/** Where many goals stand, in few and narrow rows. */
import type { Day } from '@buurtmacht/domain'
import { asked, type Reader } from '../../db/index.ts'
import type { GoalRow } from '../../goals/index.ts'
import { onWay, stepsOf, type CommitmentOnWay, type DeedOnWay, type GoalOnWay, type RequestOnWay } from './queries.ts'

/** As much of it as decides where a goal stands: what a card tells. */
export interface Standing {
  goals: GoalOnWay[]
  requests: Pick<RequestOnWay, 'goal' | 'institution' | 'state' | 'sentOn' | 'dueOn' | 'repliedOn'>[]
  commitments: Pick<CommitmentOnWay, 'goal' | 'institution' | 'state' | 'dueOn'>[]
  /** The last of each goal. */
  deeds: Pick<DeedOnWay, 'goal' | 'doneOn'>[]
}

const standingRequests = asked((read, goals: readonly string[]) =>
  read
    .selectFrom('request')
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .select(['goal_id', 'state', 'sent_on', 'due_on', 'replied_on', 'institution_id', 'institution.name'])
    .where('goal_id', 'in', goals)
    .orderBy('goal_id')
    .orderBy('request.made_at')
)

const standingCommitments = asked((read, goals: readonly string[]) =>
  read
    .selectFrom('commitment')
    .innerJoin('institution', 'institution.id', 'commitment.institution_id')
    .select(['goal_id', 'state', 'due_on', 'institution_id', 'institution.name'])
    .where('goal_id', 'in', goals)
    .orderBy('goal_id')
    .orderBy('commitment.made_at')
)

const lastDeeds = asked((read, goals: readonly string[]) =>
  read
    .selectFrom('deed')
    .select(['goal_id', (e) => e.fn.max('done_on').as('last_on')])
    .where('goal_id', 'in', goals)
    .groupBy('goal_id')
)

/** Where many goals stand, in few and narrow rows: lists of cards are what is opened most. */
export async function standingOf(read: Reader, goals: readonly GoalRow[]): Promise<Standing> {
  const ids = goals.map((goal) => goal.id)
  if (ids.length === 0) return { goals: [], requests: [], commitments: [], deeds: [] }
  const steps = await stepsOf(read, ids)
  const requests = await standingRequests(read, ids)
  const commitments = await standingCommitments(read, ids)
  const deeds = await lastDeeds(read, ids)
  return {
    goals: goals.map((goal) => onWay(goal, steps)),
    requests: requests.map((row) => ({
      goal: row.goal_id,
      institution: { id: row.institution_id, name: row.name },
      state: row.state,
      sentOn: row.sent_on as Day,
      dueOn: row.due_on as Day,
      repliedOn: row.replied_on as Day | null
    })),
    commitments: commitments.map((row) => ({
      goal: row.goal_id,
      institution: { id: row.institution_id, name: row.name },
      state: row.state,
      dueOn: row.due_on as Day
    })),
    deeds: deeds.map((row) => ({ goal: row.goal_id, doneOn: row.last_on as Day }))
  }
}
