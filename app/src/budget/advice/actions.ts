/** Asking an institution for advice on a plan, giving it, and answering it. Advice decides nothing. */
import {
  answerAdvice,
  askAdvice,
  giveAdvice,
  isContactOf,
  ok,
  refused,
  type Decision,
  type InstitutionId
} from '@buurtmacht/domain'
import { sha256, type Reader, type Tx } from '../../db/index.ts'
import { speaksForGroup } from '../../goals/index.ts'
import { institutionNames } from '../../institutions/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { heldPlan } from '../plans/queries.ts'
import { daysIn, hasTask, roundOf } from '../rounds/queries.ts'
import { addAdvice, adviceIn, adviceOnPlan, heldAdvice, saveAdvice } from './queries.ts'

/**
 * The owning group, or a resident named in the round, asks.
 * Refusals: `not-allowed`, `plan-not-handed-in`, `field-not-a-choice` (institution), `advice-already-asked`, those of `askAdvice`.
 */
export async function askForAdvice(
  tx: Tx,
  by: By,
  plan: string,
  typed: { institution: string; due: string }
): Promise<Decision<string>> {
  const row = await heldPlan(tx, plan)
  const round = row && (await roundOf(tx, row.round_id))
  if (!row || !round) return refused('not-found')
  if (!(await mayAskAdvice(tx, by, row))) return refused('not-allowed')
  if (row.state !== 'handedIn' && row.state !== 'draft') return refused('plan-not-handed-in')
  if (!(await institutionNames(tx)).has(typed.institution))
    return refused('field-not-a-choice', { field: 'institution' })
  const before = await adviceOnPlan(tx, plan)
  if (before.some((one) => one.institution_id === typed.institution))
    return refused('advice-already-asked', { field: 'institution' })
  const asked = askAdvice(typed.due, by.today, daysIn(round).voting)
  if (!asked.ok) return asked
  const id = newId(by)
  await addAdvice(tx, {
    id,
    proposal_id: plan,
    institution_id: typed.institution,
    state: 'asked',
    due_on: asked.value.due,
    verdict: null,
    reasons: null,
    given_on: null,
    given_by: null,
    answer: null,
    answered_on: null,
    version: 1,
    made_at: by.at
  })
  await record(tx, by, {
    kind: 'advice-asked',
    about: { kind: 'advice', id },
    ...(row.group_id ? { as: { group: row.group_id } } : {}),
    facts: { plan, institution: typed.institution, due: asked.value.due }
  })
  return ok(id)
}

export async function mayAskAdvice(
  read: Reader,
  by: By,
  row: { group_id: string | null; round_id: string }
): Promise<boolean> {
  if (row.group_id !== null && speaksForGroup(by.roles, row.group_id)) return true
  return by.person !== undefined && hasTask(read, row.round_id, by.person, 'decides')
}

/** A contact of the institution that was asked. Refusals: `not-allowed`, `changed-meanwhile`, those of `giveAdvice`. */
export async function giveAdviceOn(
  tx: Tx,
  by: By,
  id: string,
  said: { verdict: string; reasons: string; version: number }
): Promise<Decision<string>> {
  const row = await heldAdvice(tx, id)
  if (!row) return refused('not-found')
  if (!isContactOf(by.roles, row.institution_id as InstitutionId)) return refused('not-allowed')
  if (row.version !== said.version) return refused('changed-meanwhile')
  const advice = giveAdvice(adviceIn(row), said, by.today)
  if (!advice.ok) return advice
  if (advice.value.state !== 'given') return refused('advice-answered')
  const { verdict, reasons, givenOn } = advice.value
  await saveAdvice(tx, id, {
    state: 'given',
    verdict,
    reasons,
    given_on: givenOn,
    given_by: by.person ?? null,
    version: row.version + 1
  })
  await record(tx, by, {
    kind: 'advice-given',
    about: { kind: 'advice', id },
    as: { institution: row.institution_id },
    facts: { plan: row.proposal_id, verdict, reasonsHash: sha256(reasons) }
  })
  return ok(row.proposal_id)
}

/** The group that owns the plan. Refusals: `not-allowed`, `advice-not-given`, `field-…` (answer), `changed-meanwhile`. */
export async function answerAdviceOn(
  tx: Tx,
  by: By,
  id: string,
  said: { answer: string; version: number }
): Promise<Decision<string>> {
  const row = await heldAdvice(tx, id)
  const plan = row && (await heldPlan(tx, row.proposal_id))
  if (!row || !plan) return refused('not-found')
  if (!plan.group_id || !speaksForGroup(by.roles, plan.group_id)) return refused('not-allowed')
  if (row.version !== said.version) return refused('changed-meanwhile')
  const advice = answerAdvice(adviceIn(row), said.answer, by.today)
  if (!advice.ok) return advice
  if (advice.value.state !== 'answered') return refused('advice-not-given')
  const { answer, answeredOn } = advice.value
  await saveAdvice(tx, id, { state: 'answered', answer, answered_on: answeredOn, version: row.version + 1 })
  await record(tx, by, {
    kind: 'advice-answered',
    about: { kind: 'advice', id },
    as: { group: plan.group_id },
    facts: { plan: plan.id, answerHash: sha256(answer) }
  })
  return ok(plan.id)
}
