/** Everything that is asked of the tables of commitments and their events. Overdue is computed from the calendar, never stored. */
import type { Commitment, Day, PersonId } from '@buurtmacht/domain'
import { held, pageOf, type Cursor, type Listed, type Reader, type Tables, type Tx } from '../db/index.ts'

export type CommitmentRow = Tables['commitment'] & {
  institution_name: string
  request_title: string
  goal_title: string
  group_id: string
  group_name: string
}
export type CommitmentEvent = Tables['commitment_event'] & { by_name: string | null }
export type CommitmentState = CommitmentRow['state']

const commitments = (read: Reader) =>
  read
    .selectFrom('commitment')
    .innerJoin('institution', 'institution.id', 'commitment.institution_id')
    .innerJoin('request', 'request.id', 'commitment.request_id')
    .innerJoin('goal', 'goal.id', 'commitment.goal_id')
    .innerJoin('resident_group', 'resident_group.id', 'request.group_id')
    .selectAll('commitment')
    .select([
      'institution.name as institution_name',
      'request.title as request_title',
      'request.group_id as group_id',
      'goal.title as goal_title',
      'resident_group.name as group_name'
    ])

export const commitmentOf = (read: Reader, id: string): Promise<CommitmentRow | undefined> =>
  commitments(read).where('commitment.id', '=', id).executeTakeFirst()

/** By due day, the first first. */
export async function commitmentsOfGoals(read: Reader, goals: readonly string[]): Promise<CommitmentRow[]> {
  if (goals.length === 0) return []
  return commitments(read)
    .where('commitment.goal_id', 'in', goals)
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .execute()
}

/** By due day, the first first. */
export const commitmentsOfRequest = (read: Reader, request: string): Promise<CommitmentRow[]> =>
  commitments(read)
    .where('commitment.request_id', '=', request)
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .execute()

export interface CommitmentsAsked {
  /** `open`: not said to be delivered. `overdue`: that, and the due day is over. */
  which?: 'open' | 'overdue' | 'toJudge' | 'kept' | 'disputed' | undefined
  institution?: string | undefined
  group?: string | undefined
  goal?: string | undefined
  after?: Cursor | undefined
  limit: number
}

const stateOf = {
  open: 'promised',
  overdue: 'promised',
  toJudge: 'delivered',
  kept: 'kept',
  disputed: 'disputed'
} as const

/** Open and overdue ones by due day, all others the newest first. */
export async function listCommitments(
  read: Reader,
  today: Day,
  asked: CommitmentsAsked
): Promise<Listed<CommitmentRow>> {
  const { which, institution, group, goal, after, limit } = asked
  const byDueDay = which === 'open' || which === 'overdue'
  const rows = await commitments(read)
    .$if(which !== undefined, (q) => q.where('commitment.state', '=', stateOf[which!]))
    .$if(which === 'overdue', (q) => q.where('commitment.due_on', '<', today))
    .$if(institution !== undefined, (q) => q.where('commitment.institution_id', '=', institution!))
    .$if(group !== undefined, (q) => q.where('request.group_id', '=', group!))
    .$if(goal !== undefined, (q) => q.where('commitment.goal_id', '=', goal!))
    .$if(after !== undefined && byDueDay, (q) =>
      q.where((e) => e(e.refTuple('commitment.due_on', 'commitment.id'), '>', e.tuple(after!.at, after!.id)))
    )
    .$if(after !== undefined && !byDueDay, (q) =>
      q.where((e) => e(e.refTuple('commitment.made_at', 'commitment.id'), '<', e.tuple(after!.at, after!.id)))
    )
    .orderBy(byDueDay ? 'commitment.due_on' : 'commitment.made_at', byDueDay ? 'asc' : 'desc')
    .orderBy('commitment.id', byDueDay ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows,
    limit,
    (row) => ({ at: byDueDay ? row.due_on : row.made_at, id: row.id }),
    (row) => row
  )
}

/** All that is said about many promises, in order, with the names of who said it. */
export async function eventsOfCommitments(
  read: Reader,
  ids: readonly string[]
): Promise<Map<string, CommitmentEvent[]>> {
  const sorted = new Map<string, CommitmentEvent[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return sorted
  const rows = await read
    .selectFrom('commitment_event')
    .leftJoin('person', 'person.id', 'commitment_event.by_id')
    .selectAll('commitment_event')
    .select('person.name as by_name')
    .where('commitment_event.commitment_id', 'in', ids)
    .orderBy('commitment_event.at')
    .orderBy('commitment_event.id')
    .execute()
  for (const row of rows) sorted.get(row.commitment_id)?.push(row)
  return sorted
}

/** The promise with the group that may judge it, held. */
/** Held inside a change, so that nobody comes between looking and deciding. */
export const versionOf = async (read: Reader, id: string): Promise<number | undefined> =>
  (await held(read, read.selectFrom('commitment').select('version').where('id', '=', id)).executeTakeFirst())?.version

export const heldCommitment = (tx: Tx, id: string): Promise<Tables['commitment'] | undefined> =>
  held(tx, tx.selectFrom('commitment').selectAll().where('id', '=', id)).executeTakeFirst()

export const addCommitment = (tx: Tx, row: Tables['commitment']) => tx.insertInto('commitment').values(row).execute()
export const addEvent = (tx: Tx, row: Tables['commitment_event']) =>
  tx.insertInto('commitment_event').values(row).execute()
export const saveCommitment = (tx: Tx, id: string, row: Partial<Tables['commitment']>) =>
  tx.updateTable('commitment').set(row).where('id', '=', id).execute()

/** A row as the rules know it. */
export function commitmentIn(row: Tables['commitment']): Commitment {
  const due = row.due_on as Day
  const deliveredOn = (row.delivered_on ?? row.due_on) as Day
  switch (row.state) {
    case 'promised':
      return { state: 'promised', due }
    case 'delivered':
      return { state: 'delivered', due, deliveredOn }
    case 'kept':
      return { state: 'kept', due, deliveredOn, confirmedBy: row.confirmed_by as PersonId }
    case 'disputed':
      return { state: 'disputed', due, deliveredOn, why: row.why ?? '' }
  }
}

/** What the rules decided, as columns. The due day is never among them. */
export const commitmentColumns = (commitment: Commitment) => ({
  state: commitment.state,
  delivered_on: 'deliveredOn' in commitment ? commitment.deliveredOn : null,
  confirmed_by: 'confirmedBy' in commitment ? commitment.confirmedBy : null,
  why: 'why' in commitment ? commitment.why : null
})
