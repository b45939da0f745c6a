/** Everything that is asked of the tables of requests and their events. What time decides (waiting, late) is computed, never stored. */
import type { Day, FrozenTerm, Request } from '@buurtmacht/domain'
import { held, pageOf, type Cursor, type Listed, type Reader, type Tables, type Tx } from '../db/index.ts'

export type RequestRow = Tables['request'] & { group_name: string; institution_name: string; goal_title: string }
export type RequestEvent = Tables['request_event'] & { by_name: string | null }
export type RequestState = RequestRow['state']

const requests = (read: Reader) =>
  read
    .selectFrom('request')
    .innerJoin('resident_group', 'resident_group.id', 'request.group_id')
    .innerJoin('institution', 'institution.id', 'request.institution_id')
    .innerJoin('goal', 'goal.id', 'request.goal_id')
    .selectAll('request')
    .select(['resident_group.name as group_name', 'institution.name as institution_name', 'goal.title as goal_title'])

export const requestOf = (read: Reader, id: string): Promise<RequestRow | undefined> =>
  requests(read).where('request.id', '=', id).executeTakeFirst()

/** The first that was sent first. */
export async function requestsOfGoals(read: Reader, goals: readonly string[]): Promise<RequestRow[]> {
  if (goals.length === 0) return []
  return requests(read).where('request.goal_id', 'in', goals).orderBy('request.made_at').orderBy('request.id').execute()
}

export const requestsOfGoal = (read: Reader, goal: string): Promise<RequestRow[]> => requestsOfGoals(read, [goal])

/** States in which it is the institution's turn (as `isWaiting` in the rules; a test compares the two). */
export const waitingStates = ['sent', 'counterAsked', 'unanswered'] as const satisfies readonly RequestState[]

export interface RequestsAsked {
  /** `waiting`: it is the institution's turn. `late`: that, and the due day is over. */
  which?: 'waiting' | 'late' | RequestState | undefined
  institution?: string | undefined
  group?: string | undefined
  goal?: string | undefined
  after?: Cursor | undefined
  limit: number
}

/** Waiting and late ones by due day, all others the newest first. */
export async function listRequests(read: Reader, today: Day, asked: RequestsAsked): Promise<Listed<RequestRow>> {
  const { which, institution, group, goal, after, limit } = asked
  const byDueDay = which === 'waiting' || which === 'late'
  const rows = await requests(read)
    .$if(byDueDay, (q) => q.where('request.state', 'in', waitingStates))
    .$if(which === 'late', (q) => q.where('request.due_on', '<', today))
    .$if(which !== undefined && !byDueDay, (q) => q.where('request.state', '=', which as RequestState))
    .$if(institution !== undefined, (q) => q.where('request.institution_id', '=', institution!))
    .$if(group !== undefined, (q) => q.where('request.group_id', '=', group!))
    .$if(goal !== undefined, (q) => q.where('request.goal_id', '=', goal!))
    .$if(after !== undefined && byDueDay, (q) =>
      q.where((e) => e(e.refTuple('request.due_on', 'request.id'), '>', e.tuple(after!.at, after!.id)))
    )
    .$if(after !== undefined && !byDueDay, (q) =>
      q.where((e) => e(e.refTuple('request.made_at', 'request.id'), '<', e.tuple(after!.at, after!.id)))
    )
    .orderBy(byDueDay ? 'request.due_on' : 'request.made_at', byDueDay ? 'asc' : 'desc')
    .orderBy('request.id', byDueDay ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows,
    limit,
    (row) => ({ at: byDueDay ? row.due_on : row.made_at, id: row.id }),
    (row) => row
  )
}

/** All that is said about many requests, in order, with the names of who said it. */
export async function eventsOfRequests(read: Reader, ids: readonly string[]): Promise<Map<string, RequestEvent[]>> {
  const sorted = new Map<string, RequestEvent[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return sorted
  const rows = await read
    .selectFrom('request_event')
    .leftJoin('person', 'person.id', 'request_event.by_id')
    .selectAll('request_event')
    .select('person.name as by_name')
    .where('request_event.request_id', 'in', ids)
    .orderBy('request_event.at')
    .orderBy('request_event.id')
    .execute()
  for (const row of rows) sorted.get(row.request_id)?.push(row)
  return sorted
}

export const eventsOf = async (read: Reader, request: string): Promise<RequestEvent[]> =>
  (await eventsOfRequests(read, [request])).get(request) ?? []

export const institutionsToAsk = (read: Reader): Promise<{ id: string; name: string; about: string }[]> =>
  read.selectFrom('institution').select(['id', 'name', 'about']).orderBy('name').execute()

/** Held inside a change, so that nobody comes between looking and deciding. */
export const versionOf = async (read: Reader, id: string): Promise<number | undefined> =>
  (await held(read, read.selectFrom('request').select('version').where('id', '=', id)).executeTakeFirst())?.version

export const heldRequest = (tx: Tx, id: string): Promise<Tables['request'] | undefined> =>
  held(tx, tx.selectFrom('request').selectAll().where('id', '=', id)).executeTakeFirst()

export const addRequest = (tx: Tx, row: Tables['request']) => tx.insertInto('request').values(row).execute()
export const addEvent = (tx: Tx, row: Tables['request_event']) => tx.insertInto('request_event').values(row).execute()
export const saveRequest = (tx: Tx, id: string, row: Partial<Tables['request']>) =>
  tx.updateTable('request').set(row).where('id', '=', id).execute()

export const termOf = (row: Pick<Tables['request'], 'term'>): FrozenTerm => JSON.parse(row.term) as FrozenTerm

/** A row as the rules know it. The texts stand in the events; no rule looks at them, so they are empty here. */
export function requestIn(row: Tables['request']): Request {
  const clocked = {
    term: termOf(row),
    ...(row.receipt_on ? { receiptOn: row.receipt_on as Day } : {}),
    ...(row.expected_on
      ? { delay: { why: '', expected: row.expected_on as Day, saidOn: row.changed_at.slice(0, 10) as Day } }
      : {})
  }
  const day = row.changed_at.slice(0, 10) as Day
  const replied = { reply: '', repliedOn: (row.replied_on ?? day) as Day }
  switch (row.state) {
    case 'sent':
      return { ...clocked, state: 'sent' }
    case 'counterAsked':
      return { ...clocked, state: 'counterAsked', question: '', askedOn: day }
    case 'replied':
      return { ...clocked, ...replied, state: 'replied' }
    case 'answered':
      return { ...clocked, ...replied, state: 'answered', judgedOn: day }
    case 'unanswered':
      return { ...clocked, ...replied, state: 'unanswered', why: '', judgedOn: day }
    case 'withdrawn':
      return { ...clocked, state: 'withdrawn', why: '', withdrawnOn: day }
  }
}

/** What the rules decided, as columns. The term and its due day are never among them. */
export const requestColumns = (request: Request) => ({
  state: request.state,
  receipt_on: request.receiptOn ?? null,
  replied_on: 'repliedOn' in request ? request.repliedOn : null,
  expected_on: request.delay?.expected ?? null
})

export const draftOf = (read: Reader, goal: string, id: string): Promise<Tables['request_draft'] | undefined> =>
  read.selectFrom('request_draft').selectAll().where('id', '=', id).where('goal_id', '=', goal).executeTakeFirst()

export const heldDraft = (tx: Reader, goal: string, id: string): Promise<Tables['request_draft'] | undefined> =>
  held(
    tx,
    tx.selectFrom('request_draft').selectAll().where('id', '=', id).where('goal_id', '=', goal)
  ).executeTakeFirst()

/** Keeps a draft, instead of the one it was written over, and clears away what was left lying for a month. */
export async function keepDraft(tx: Tx, row: Tables['request_draft'], olderThan: string): Promise<void> {
  await tx.deleteFrom('request_draft').where('made_at', '<', olderThan).execute()
  await tx
    .insertInto('request_draft')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ answers: row.answers, made_at: row.made_at }))
    .execute()
}

export const dropDraft = (tx: Tx, id: string) => tx.deleteFrom('request_draft').where('id', '=', id).execute()
