/** A group asks an institution something, with a clock that is frozen from then on. */
import { ok, readText, refused, send, type Decision, type FrozenTerm, type InstitutionId } from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../db/index.ts'
import { heldGoal, speaksForGroup } from '../goals/index.ts'
import { record } from '../journal/index.ts'
import { neighbourhood } from '../place/index.ts'
import { keepWords } from '../search/index.ts'
import { newId, type By } from '../web/index.ts'
import { event } from './change.ts'
import { addRequest, institutionsToAsk, requestColumns } from './queries.ts'

export interface RequestTyped {
  institution: string
  /** The question in one sentence. */
  title: string
  text: string
  promisedLevel: string
  term: FrozenTerm
}

/**
 * A group asks an institution something, with a promised level and a clock that is frozen from now on.
 * Refusals: `not-found`, `not-allowed`, `goal-not-going-on`, `field-…` (institution, title, text, promisedLevel).
 */
export async function sendRequest(
  tx: Tx,
  by: By,
  goal: string,
  typed: RequestTyped,
  id: string = newId(by)
): Promise<Decision<string>> {
  const row = await heldGoal(tx, goal)
  if (!row) return refused('not-found')
  if (!speaksForGroup(by.roles, row.group_id)) return refused('not-allowed')
  if (!mayAsk(row.state)) return refused('goal-not-going-on')
  const checked = await checkRequest(tx, typed)
  if (!checked.ok) return checked
  const { title, sent } = checked.value
  const group = row.group_id
  const institution = sent.institution
  await addRequest(tx, {
    id,
    goal_id: goal,
    group_id: group,
    institution_id: institution,
    title,
    text: sent.text,
    promised_level: sent.promisedLevel,
    experienced_level: null,
    ...requestColumns(sent.request),
    term: JSON.stringify(typed.term),
    sent_on: by.today,
    due_on: typed.term.due,
    version: 1,
    made_at: by.at,
    changed_at: by.at
  })
  const also = await event(tx, by, id, { kind: 'sent', text: sent.text })
  const lang = (await neighbourhood(tx))?.languages[0] ?? 'nl'
  await keepWords(tx, { kind: 'request', ref: id, text: `${title}\n${sent.text}`, lang })
  await record(tx, by, {
    kind: 'request-sent',
    about: { kind: 'request', id },
    also,
    as: { group },
    facts: {
      goal,
      institution,
      title,
      promisedLevel: sent.promisedLevel,
      basis: typed.term.rule.basis,
      due: typed.term.due,
      textHash: sha256(sent.text)
    }
  })
  return ok(id)
}

export const mayAsk = (state: Tables['goal']['state']): boolean =>
  state === 'adopted' || state === 'underWay' || state === 'paused'

/** What is typed, read before it is sent: so that a draft is refused as early as the request itself. */
export async function checkRequest(tx: Tx, typed: RequestTyped) {
  if (!(await institutionsToAsk(tx)).some((one) => one.id === typed.institution))
    return refused('field-not-a-choice', { field: 'institution' })
  const title = readText('title', typed.title, { min: 3, max: 200 })
  if (!title.ok) return title
  const { text, promisedLevel, term } = typed
  const sent = send({ text, promisedLevel, term, institution: typed.institution as InstitutionId })
  return sent.ok ? ok({ title: title.value, sent: sent.value }) : sent
}
