/** The ways a goal changes. Only members of the group that owns it change it; taking on, letting go and handing over is for its leads. */
import {
  adopt,
  done,
  handOver,
  letGo,
  ok,
  pause,
  propose,
  reach,
  refused,
  reopen,
  resume,
  start,
  writeResult,
  type Decision,
  type DeedTyped,
  type Goal,
  type GroupId,
  type NeedId,
  type PersonId
} from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../db/index.ts'
import { record, type Subject, type EntryKind } from '../journal/index.ts'
import { neighbourhood } from '../place/index.ts'
import { forgetWords, keepWords } from '../search/index.ts'
import { recount } from '../voices/index.ts'
import { newId, type By } from '../web/index.ts'
import { leadsGroup, speaksForGroup } from './who.ts'
import {
  addDeed,
  addGoal,
  addStep,
  goalColumns,
  goalIn,
  heldGoal,
  heldNeed,
  saveGoal,
  whoCanLead,
  type StepKind
} from './queries.ts'

type Row = Tables['goal']

/** A group wants to make a need its goal. Refusals: `not-allowed`, `not-found`, `need-not-open`, `field-…` (title). */
export async function proposeGoal(
  tx: Tx,
  by: By,
  need: string,
  typed: { group: string; title: string }
): Promise<Decision<string>> {
  if (!speaksForGroup(by.roles, typed.group)) return refused('not-allowed', { field: 'group' })
  const found = await heldNeed(tx, need)
  if (!found) return refused('not-found')
  if (found.state !== 'open') return refused('need-not-open')
  const proposed = propose({ title: typed.title, need: need as NeedId, owner: typed.group as GroupId })
  if (!proposed.ok) return proposed
  const id = newId(by)
  const { title, owner, goal } = proposed.value
  await addGoal(tx, {
    id,
    need_id: need,
    title,
    group_id: owner,
    ...goalColumns(goal),
    result_on: null,
    news_on: null,
    wanted: 0,
    told: 0,
    unreachable: 0,
    version: 1,
    made_at: by.at,
    changed_at: by.at
  })
  await recount(tx, [need])
  const also = await step(tx, by, id, 'proposed')
  await keepWords(tx, { kind: 'goal', ref: id, text: title, lang: await langHere(tx) })
  await record(tx, by, {
    kind: 'goal-proposed',
    about: { kind: 'goal', id },
    also,
    as: { group: owner },
    facts: { need, title }
  })
  return ok(id)
}

/** The group takes it on; somebody may lead it. */
export async function adoptGoal(tx: Tx, by: By, id: string, lead?: string): Promise<Decision<Goal>> {
  return change(tx, by, id, {
    kind: 'adopted',
    entry: 'goal-adopted',
    may: 'lead',
    decide: (goal, row) => ledBy(tx, by, row, lead, (person) => adopt(goal, person))
  })
}

/** Somebody else leads it from now on, or nobody for a while. */
export async function handOverGoal(tx: Tx, by: By, id: string, lead?: string): Promise<Decision<Goal>> {
  return change(tx, by, id, {
    kind: 'handedOver',
    entry: 'goal-handed-over',
    may: 'lead',
    decide: (goal, row) => ledBy(tx, by, row, lead, (person) => handOver(goal, person))
  })
}

export const startGoal = (tx: Tx, by: By, id: string): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'started', entry: 'goal-started', decide: start })

export const pauseGoal = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'paused', entry: 'goal-paused', decide: (goal) => pause(goal, why) })

export const resumeGoal = (tx: Tx, by: By, id: string): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'resumed', entry: 'goal-resumed', decide: resume })

/**
 * What came of it, written before the goal is reached. `version` is the goal's as the writer saw it: who wrote in the
 * meantime is not overwritten. Refusals: `changed-meanwhile`, `goal-not-under-way`, `result-missing`.
 */
export const writeGoalResult = (
  tx: Tx,
  by: By,
  id: string,
  typed: { result: string; version?: number }
): Promise<Decision<Goal>> =>
  change(tx, by, id, {
    kind: 'result',
    entry: 'goal-result-written',
    decide: (goal, row) =>
      typed.version !== undefined && typed.version !== row.version
        ? refused('changed-meanwhile', { field: 'result' })
        : writeResult(goal, typed.result)
  })

/** Residents say it is reached. How many tell-backs still wait is counted by who tells back. Refusal: `tell-backs-waiting`. */
export const reachGoal = (
  tx: Tx,
  by: By,
  id: string,
  said: { waitingTellBacks: number; result?: string }
): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'reached', entry: 'goal-reached', decide: (goal) => reach(goal, said) })

export const letGoOfGoal = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'letGo', entry: 'goal-let-go', may: 'lead', decide: (goal) => letGo(goal, why) })

export const reopenGoal = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Goal>> =>
  change(tx, by, id, { kind: 'reopened', entry: 'goal-reopened', decide: (goal) => reopen(goal, why) })

/** Somebody did something for the goal. Refusals: `not-found`, `not-allowed`, `goal-finished`, `field-…`, `day-in-the-future`. */
export async function writeDeed(tx: Tx, by: By, goal: string, typed: DeedTyped): Promise<Decision<string>> {
  const row = await heldGoal(tx, goal)
  if (!row) return refused('not-found')
  if (!speaksForGroup(by.roles, row.group_id)) return refused('not-allowed')
  if (row.state === 'letGo') return refused('goal-finished')
  const deed = done(typed, by.today)
  if (!deed.ok) return deed
  const id = newId(by)
  const { what, who, doneOn } = deed.value
  await addDeed(tx, { id, goal_id: goal, what, who, done_on: doneOn, by_id: by.person ?? null, made_at: by.at })
  await record(tx, by, {
    kind: 'deed-done',
    about: { kind: 'deed', id },
    as: { group: row.group_id },
    // Not who: a name can be forgotten, a hash of it in the record could not.
    facts: { goal, doneOn, textHash: sha256(what) }
  })
  return ok(id)
}

const withReason: readonly StepKind[] = ['paused', 'letGo', 'reopened']

interface Verb {
  kind: StepKind
  entry: EntryKind
  may?: 'lead'
  decide(goal: Goal, row: Row): Decision<Goal> | Promise<Decision<Goal>>
}

async function change(tx: Tx, by: By, id: string, verb: Verb): Promise<Decision<Goal>> {
  const row = await heldGoal(tx, id)
  if (!row) return refused('not-found')
  const may = verb.may === 'lead' ? leadsGroup : speaksForGroup
  if (!may(by.roles, row.group_id)) return refused('not-allowed')
  const decided = await verb.decide(goalIn(row), row)
  if (!decided.ok) return decided
  const columns = goalColumns(decided.value)
  const result_on = columns.result === null ? null : columns.result === row.result ? row.result_on : by.today
  const news_on = newsOn(row, columns.state, result_on, by.today)
  await saveGoal(tx, id, { ...columns, result_on, news_on, version: row.version + 1, changed_at: by.at })
  if (news_on !== row.news_on || columns.state !== row.state) await recount(tx, [row.need_id])
  // Told in the history: the reason that was given now; the result as it was written then.
  const why = withReason.includes(verb.kind) ? columns.why : null
  const result = verb.kind === 'result' || verb.kind === 'reached' ? columns.result : null
  const also = await step(tx, by, id, verb.kind, why ?? result)
  if (result !== null && result !== row.result) await findable(tx, { id, text: `${row.title}\n${result}` })
  await record(tx, by, {
    kind: verb.entry,
    about: { kind: 'goal', id },
    also,
    as: { group: row.group_id },
    facts: {
      state: columns.state,
      ...(columns.lead_id === row.lead_id ? {} : { lead: columns.lead_id }),
      ...(why === null ? {} : { why }),
      ...(result === null ? {} : { resultHash: sha256(result) })
    }
  })
  return decided
}

/** Since when there is something to tell. Of a goal that was never adopted there is nothing: nobody had chosen it. */
function newsOn(was: Row, state: Row['state'], resultOn: string | null, today: string): string | null {
  if (state !== 'letGo') return resultOn
  if (was.state === 'letGo') return was.news_on
  return was.state === 'proposed' ? null : today
}

async function step(tx: Tx, by: By, goal: string, state: StepKind, why: string | null = null): Promise<Subject[]> {
  const id = newId(by)
  await addStep(tx, { id, goal_id: goal, state, on_day: by.today, at: by.at, by_id: by.person ?? null, why })
  return [{ kind: 'goalStep', id }]
}

async function findable(tx: Tx, goal: { id: string; text: string }): Promise<void> {
  await forgetWords(tx, 'goal', goal.id)
  await keepWords(tx, { kind: 'goal', ref: goal.id, text: goal.text, lang: await langHere(tx) })
}

const langHere = async (tx: Tx): Promise<string> => (await neighbourhood(tx))?.languages[0] ?? 'nl'

/** Only somebody of the group leads its goal. */
async function ledBy(
  tx: Tx,
  by: By,
  row: Row,
  lead: string | undefined,
  decide: (lead?: PersonId) => Decision<Goal>
): Promise<Decision<Goal>> {
  if (!lead) return decide()
  const people = await whoCanLead(tx, row.group_id, by.today)
  if (!people.some((person) => person.id === lead)) return refused('field-not-a-choice', { field: 'lead' })
  return decide(lead as PersonId)
}
