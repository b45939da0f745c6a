/** Everything that is asked of the tables of goals, their steps and their deeds. Each question is asked for many goals at once. */
import type { Goal, PersonId } from '@buurtmacht/domain'
import { asked, held, pageOf, type Cursor, type Listed, type Reader, type Tables, type Tx } from '../db/index.ts'

export type GoalRow = Tables['goal'] & {
  group_name: string
  need_sentence: string
  area_id: string | null
  /** How many voices stand behind it. */
  voices: number
  lead_name: string | null
}

export const stepKinds = [
  'proposed',
  'adopted',
  'started',
  'paused',
  'resumed',
  'result',
  'reached',
  'letGo',
  'reopened',
  'handedOver'
] as const
/** What happened to a goal: the `state` column of its steps. `why` holds the reason, or the result as it was written then. */
export type StepKind = (typeof stepKinds)[number]
export type GoalStep = Tables['goal_step'] & { state: StepKind; by_name: string | null }

const goals = (read: Reader) =>
  read
    .selectFrom('goal')
    .innerJoin('resident_group', 'resident_group.id', 'goal.group_id')
    .innerJoin('need', 'need.id', 'goal.need_id')
    .leftJoin('person', 'person.id', 'goal.lead_id')
    .selectAll('goal')
    .select([
      'resident_group.name as group_name',
      'need.sentence as need_sentence',
      'need.area_id as area_id',
      'need.voices as voices',
      'person.name as lead_name'
    ])

export const goalOf = (read: Reader, id: string): Promise<GoalRow | undefined> =>
  goals(read).where('goal.id', '=', id).executeTakeFirst()

export async function goalsOfNeeds(read: Reader, needs: readonly string[]): Promise<GoalRow[]> {
  if (needs.length === 0) return []
  return ofNeeds(read, needs)
}
const ofNeeds = asked((read, needs: readonly string[]) =>
  goals(read).where('goal.need_id', 'in', needs).orderBy('goal.made_at').orderBy('goal.id')
)

/** The newest first. */
export const goalsOfGroup = (read: Reader, group: string, most = 100): Promise<GoalRow[]> =>
  goals(read)
    .where('goal.group_id', '=', group)
    .orderBy('goal.made_at', 'desc')
    .orderBy('goal.id', 'desc')
    .limit(most)
    .execute()

/** The latest changed first. */
export const goalsIn = (read: Reader, states: readonly GoalRow['state'][], most: number): Promise<GoalRow[]> =>
  goals(read)
    // Found first, then read whole: only these few.
    .where('goal.id', 'in', (e) =>
      e
        .selectFrom('goal')
        .select('id')
        .where('state', 'in', states)
        .orderBy('changed_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
    )
    .orderBy('goal.changed_at', 'desc')
    .orderBy('goal.id', 'desc')
    .execute()

export interface GoalsAsked {
  state?: GoalRow['state'] | undefined
  group?: string | undefined
  area?: string | undefined
  need?: string | undefined
  after?: Cursor | undefined
  limit: number
}

type State = GoalRow['state'] | undefined
type Left = string | undefined

const newestGoals = asked((read, state: State, group: Left, area: Left, need: Left, at: Left, id: Left, most: number) =>
  goals(read)
    .$if(state !== undefined, (q) => q.where('goal.state', '=', state!))
    .$if(group !== undefined, (q) => q.where('goal.group_id', '=', group!))
    .$if(area !== undefined, (q) => q.where('need.area_id', '=', area!))
    .$if(need !== undefined, (q) => q.where('goal.need_id', '=', need!))
    .$if(at !== undefined, (q) => q.where((e) => e(e.refTuple('goal.made_at', 'goal.id'), '<', e.tuple(at!, id!))))
    .orderBy('goal.made_at', 'desc')
    .orderBy('goal.id', 'desc')
    .limit(most)
)

/** The newest first; never by how many people like it. */
export async function listGoals(read: Reader, wanted: GoalsAsked): Promise<Listed<GoalRow>> {
  const { state, group, area, need, after, limit } = wanted
  const rows = await newestGoals(read, state, group, area, need, after?.at, after?.id, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => ({ at: row.made_at, id: row.id }),
    (row) => row
  )
}

/** Things of many goals, sorted out by goal: a goal without any has an empty list. */
function byGoal<R extends { goal_id: string }>(ids: readonly string[], rows: readonly R[]): Map<string, R[]> {
  const sorted = new Map<string, R[]>(ids.map((id) => [id, []]))
  for (const row of rows) sorted.get(row.goal_id)?.push(row)
  return sorted
}

/** The history of many goals, oldest step first, with the names of who took it. */
export async function goalStepsOf(read: Reader, ids: readonly string[]): Promise<Map<string, GoalStep[]>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('goal_step')
    .leftJoin('person', 'person.id', 'goal_step.by_id')
    .selectAll('goal_step')
    .select('person.name as by_name')
    .where('goal_step.goal_id', 'in', ids)
    .orderBy('goal_step.at')
    .orderBy('goal_step.id')
    .execute()
  return byGoal(ids, rows as GoalStep[])
}

/** What was done for many goals, the first deed first. */
export async function deedsOf(read: Reader, ids: readonly string[]): Promise<Map<string, Tables['deed'][]>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('deed')
    .selectAll()
    .where('goal_id', 'in', ids)
    .orderBy('done_on')
    .orderBy('made_at')
    .execute()
  return byGoal(ids, rows)
}

/** Helpers and leads of a group on a day, without those who speak for an institution that day: who can lead a goal of it. By name. */
export const whoCanLead = (read: Reader, group: string, today: string): Promise<{ id: string; name: string }[]> =>
  read
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('role.group_id', '=', group)
    .where('person.erased_at', 'is', null)
    .where('role.from_on', '<=', today)
    .where((e) => e.or([e('role.until_on', 'is', null), e('role.until_on', '>=', today)]))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('role as other')
            .select('other.id')
            .whereRef('other.person_id', '=', 'person.id')
            .where('other.kind', '=', 'contact')
            .where('other.from_on', '<=', today)
            .where((also) => also.or([also('other.until_on', 'is', null), also('other.until_on', '>=', today)]))
        )
      )
    )
    .orderBy('person.name')
    .execute()

/** A need that can become a goal. */
export const needFor = (read: Reader, id: string) =>
  read.selectFrom('need').select(['id', 'sentence', 'state', 'area_id']).where('id', '=', id).executeTakeFirst()

/** The need as it is now: nobody merges or splits it while a group proposes a goal on it. */
export const heldNeed = (tx: Tx, id: string) =>
  held(tx, tx.selectFrom('need').select(['id', 'state']).where('id', '=', id)).executeTakeFirst()

/** Held inside a change, so that nobody comes between looking and deciding. */
export const versionOf = async (read: Reader, id: string): Promise<number | undefined> =>
  (await held(read, read.selectFrom('goal').select('version').where('id', '=', id)).executeTakeFirst())?.version

export const heldGoal = (tx: Tx, id: string): Promise<Tables['goal'] | undefined> =>
  held(tx, tx.selectFrom('goal').selectAll().where('id', '=', id)).executeTakeFirst()

export const addGoal = (tx: Tx, row: Tables['goal']) => tx.insertInto('goal').values(row).execute()
export const addStep = (tx: Tx, row: Tables['goal_step']) => tx.insertInto('goal_step').values(row).execute()
export const addDeed = (tx: Tx, row: Tables['deed']) => tx.insertInto('deed').values(row).execute()
export const saveGoal = (tx: Tx, id: string, row: Partial<Tables['goal']>) =>
  tx.updateTable('goal').set(row).where('id', '=', id).execute()

/** A row as the rules know it. */
export function goalIn(row: Tables['goal']): Goal {
  const led = row.lead_id ? { lead: row.lead_id as PersonId } : {}
  const result = row.result ? { result: row.result } : {}
  switch (row.state) {
    case 'proposed':
      return { state: 'proposed' }
    case 'adopted':
      return { state: 'adopted', ...led }
    case 'underWay':
      return { state: 'underWay', ...result, ...(row.why ? { reopenedBecause: row.why } : {}), ...led }
    case 'paused':
      return { state: 'paused', from: row.paused_from ?? 'adopted', why: row.why ?? '', ...result, ...led }
    case 'reached':
      return { state: 'reached', result: row.result ?? '', ...led }
    case 'letGo':
      return { state: 'letGo', why: row.why ?? '' }
  }
}

/** What the rules decided, as columns. */
export function goalColumns(goal: Goal) {
  return {
    state: goal.state,
    lead_id: ('lead' in goal && goal.lead) || null,
    paused_from: goal.state === 'paused' ? goal.from : null,
    why: 'why' in goal ? goal.why : ('reopenedBecause' in goal && goal.reopenedBecause) || null,
    result: ('result' in goal && goal.result) || null
  }
}

/** Deeds in which somebody's name may stand: all of them, or those this person wrote down. */
export const deedsToForgetIn = (tx: Tx, by: string | undefined): Promise<{ id: string; who: string }[]> =>
  held(tx, tx.selectFrom('deed').select(['id', 'who']).where('who', '<>', ''))
    .$if(by !== undefined, (query) => query.where('by_id', '=', by ?? ''))
    .execute()
export const setDeedWho = (tx: Tx, id: string, who: string) =>
  tx.updateTable('deed').set({ who }).where('id', '=', id).execute()
