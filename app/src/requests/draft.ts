/** A question that is being written: kept until it is sent, so that nothing is lost between writing, checking and sending. */
import { ok, refused, type Day, type Decision, type FrozenTerm } from '@buurtmacht/domain'
import { sha256, type Reader, type Tx } from '../db/index.ts'
import { heldGoal, speaksForGroup } from '../goals/index.ts'
import { neighbourhood } from '../place/index.ts'
import { newId, type By } from '../web/index.ts'
import { checkRequest, mayAsk, sendRequest } from './send.ts'
import { draftOf, dropDraft, heldDraft, keepDraft, requestOf } from './queries.ts'
import { termFrom, type TermTyped } from './term.ts'

export interface Draft extends TermTyped {
  institution: string
  title: string
  text: string
  promisedLevel: string
}

const month = 30 * 86_400_000

export async function readDraft(read: Reader, goal: string, id: string | undefined): Promise<Draft | undefined> {
  const row = id ? await draftOf(read, goal, id) : undefined
  return row && (JSON.parse(row.answers) as Draft)
}

/** Everything the request itself would be refused for is refused here already. `id`: the draft this one is a better version of. */
export async function writeDraft(
  tx: Tx,
  by: By,
  goal: string,
  draft: Draft,
  id: string | undefined
): Promise<Decision<string>> {
  const row = await heldGoal(tx, goal)
  if (!row) return refused('not-found')
  if (!speaksForGroup(by.roles, row.group_id)) return refused('not-allowed')
  if (!mayAsk(row.state)) return refused('goal-not-going-on')
  const term = await termOfDraft(tx, draft, by.today)
  if (!term.ok) return term
  const checked = await checkRequest(tx, { ...draft, term: term.value })
  if (!checked.ok) return checked
  const known = id !== undefined && (await draftOf(tx, goal, id)) !== undefined
  // Sent by somebody else in the meantime: a better version of it would be a second question.
  if (!known && id !== undefined && (await requestOf(tx, id))) return refused('changed-meanwhile')
  const kept = known ? id : newId(by)
  const old = new Date(Date.parse(by.at) - month).toISOString()
  await keepDraft(tx, { id: kept, goal_id: goal, answers: JSON.stringify(draft), made_at: by.at }, old)
  return ok(kept)
}

/** Exactly what somebody checks, the due day among it: whoever sends it sends this, or is told that it changed. */
export async function fingerprintOf(read: Reader, goal: string, id: string, today: Day): Promise<string> {
  const row = await heldDraft(read, goal, id)
  if (!row) return ''
  const term = await termOfDraft(read, JSON.parse(row.answers) as Draft, today)
  return sha256(`${row.answers} ${term.ok ? term.value.due : ''}`).slice(0, 16)
}

/** Sends what was checked; the request keeps the draft's id. Refusal: `changed-meanwhile` when it was sent already. */
export async function sendDraft(tx: Tx, by: By, goal: string, id: string): Promise<Decision<string>> {
  const row = await heldDraft(tx, goal, id)
  if (!row) return refused((await requestOf(tx, id)) ? 'changed-meanwhile' : 'not-found')
  const draft = JSON.parse(row.answers) as Draft
  const term = await termOfDraft(tx, draft, by.today)
  if (!term.ok) return term
  const sent = await sendRequest(tx, by, goal, { ...draft, term: term.value }, id)
  if (sent.ok) await dropDraft(tx, id)
  return sent
}

/** The clock as it would be frozen today. */
export async function termOfDraft(read: Reader, draft: Draft, today: Day): Promise<Decision<FrozenTerm>> {
  return termFrom(draft, (await neighbourhood(read))?.replyWeeks ?? 6, today)
}
