/** The ways a plan changes. Anybody can help to write; the owning group hands it in; residents named in the round decide. */
import {
  changePlan,
  costOf,
  decideOnBallot,
  followCode,
  handIn,
  mergePlans,
  ok,
  readFollowCode,
  readPlan,
  refused,
  withdrawPlan,
  type Decision,
  type FollowCode,
  type GroupId,
  type PlanTyped,
  type Proposal,
  type ProposalId
} from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../../db/index.ts'
import { speaksForGroup } from '../../goals/index.ts'
import { groupIds } from '../../groups/index.ts'
import { record, type Entry, type Subject, type EntryKind } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { daysIn, hasTask, heldRound, settingsIn } from '../rounds/queries.ts'
import { isResidentHelper } from '../who.ts'
import { nameVoices } from './from/actions.ts'
import { addPlanVoices, voicesOfPlan } from './from/queries.ts'
import {
  addPlan,
  addWish,
  heldPlan,
  needToPlan,
  pageColumns,
  planColumns,
  planIn,
  savePlan,
  wishesToMerge
} from './queries.ts'

type Row = Tables['proposal']
export type Keyed = (purpose: string, text: string) => string

export type PlanWritten = PlanTyped & {
  group: string
  need: string
  channel: Row['channel']
  /** Follow codes, or addresses of words that everybody may read, a line each. */
  voices?: string
}

/** The hash a plan's code is kept under. */
export const codeHash = (keyed: Keyed, code: FollowCode): string => keyed('plan', code)

/**
 * Anybody writes a plan and gets a code to go on writing; a helper can do it for somebody who phones or hands in paper.
 * Refusals: `not-found`, `round-not-open`, `plans-phase-over`, `channel-needs-helper`, `group-unknown`, those of `readPlan` and `readVoices`.
 */
export async function writePlan(
  tx: Tx,
  by: By,
  keyed: Keyed,
  round: string,
  typed: PlanWritten
): Promise<Decision<{ id: string; code: FollowCode }>> {
  const row = await heldRound(tx, round)
  if (!row) return refused('not-found')
  if (row.state !== 'open') return refused('round-not-open')
  const open = changePlan({ state: 'draft' }, daysIn(row), by.today)
  if (!open.ok) return open
  if (typed.channel !== 'online' && !isResidentHelper(by.roles)) return refused('channel-needs-helper')
  const page = await readPage(tx, typed, row)
  if (!page.ok) return page
  const id = newId(by)
  const code = followCode(by.chance(6))
  await addPlan(tx, {
    id,
    round_id: round,
    ...page.value,
    ...planColumns({ state: 'draft' }),
    won: null,
    edit_hash: codeHash(keyed, code),
    channel: typed.channel,
    by_id: by.person ?? null,
    version: 1,
    made_at: by.at,
    changed_at: by.at
  })
  const voices = await nameVoices(tx, keyed, id, { voices: typed.voices ?? '' })
  if (!voices.ok) return voices
  await recordPlan(tx, by, { id, group_id: page.value.group_id }, 'plan-written', {
    round,
    channel: typed.channel,
    cost: page.value.cost,
    voices: voices.value,
    textHash: hashOf(page.value)
  })
  return ok({ id, code })
}

/** The page, the group and the need a plan comes from, as columns. Refusals: `group-unknown`, `not-found`, those of `readPlan`. */
async function readPage(tx: Tx, typed: PlanWritten, round: Tables['budget_round']) {
  if (typed.group && !(await groupIds(tx)).some((id) => id === typed.group))
    return refused('group-unknown', { field: 'group' })
  if (typed.need && !(await needToPlan(tx, typed.need))) return refused('not-found')
  const page = readPlan(typed, settingsIn(round))
  if (!page.ok) return page
  const columns = pageColumns(page.value, costOf(page.value))
  return ok({ ...columns, group_id: typed.group || null, need_id: typed.need || null })
}

const hashOf = (row: Pick<Row, 'title' | 'what' | 'for_whom' | 'where_text' | 'items'>): string =>
  sha256([row.title, row.what, row.for_whom, row.where_text, row.items].join('\n'))

/** @param holdsCode the writer showed the plan's code in this browser. */
export const mayWrite = (by: By, row: Pick<Row, 'group_id' | 'by_id'>, holdsCode: boolean): boolean =>
  holdsCode ||
  (row.group_id !== null && speaksForGroup(by.roles, row.group_id)) ||
  (row.by_id !== null && row.by_id === by.person && isResidentHelper(by.roles))

/** Refusals: `not-found`, `not-allowed`, `changed-meanwhile`, `plan-handed-in`, `plans-phase-over`, those of `readPlan` and `readVoices`. */
export async function rewritePlan(
  tx: Tx,
  by: By,
  keyed: Keyed,
  id: string,
  typed: PlanWritten & { version: number; holdsCode: boolean; not?: readonly string[] }
): Promise<Decision<string>> {
  const row = await heldPlan(tx, id)
  const round = row && (await heldRound(tx, row.round_id))
  if (!row || !round) return refused('not-found')
  if (!mayWrite(by, row, typed.holdsCode)) return refused('not-allowed')
  if (row.version !== typed.version) return refused('changed-meanwhile')
  const open = changePlan(planIn(row), daysIn(round), by.today)
  if (!open.ok) return open
  // A plan that is handed in stays with its group.
  const page = await readPage(tx, row.state === 'draft' ? typed : { ...typed, group: row.group_id ?? '' }, round)
  if (!page.ok) return page
  const voices = await nameVoices(tx, keyed, id, { voices: typed.voices ?? '', not: typed.not ?? [] })
  if (!voices.ok) return voices
  await savePlan(tx, id, { ...page.value, version: row.version + 1, changed_at: by.at })
  await recordPlan(tx, by, { id, group_id: page.value.group_id }, 'plan-changed', {
    cost: page.value.cost,
    voices: voices.value,
    textHash: hashOf(page.value)
  })
  return ok(id)
}

/** Refusals: `plan-not-a-draft`, `plan-without-owner`, `plans-phase-over`. */
export const handInPlan = (tx: Tx, by: By, id: string): Promise<Decision<Proposal>> =>
  byOwner(tx, by, id, 'plan-handed-in', (plan, row, round) =>
    handIn(plan, (row.group_id ?? undefined) as GroupId | undefined, daysIn(round), by.today)
  )

export const takePlanBack = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Proposal>> =>
  byOwner(tx, by, id, 'plan-withdrawn', (plan) => withdrawPlan(plan, why, by.today))

type Decide = (
  plan: Proposal,
  row: Row,
  round: Tables['budget_round']
) => Decision<Proposal> | Promise<Decision<Proposal>>

async function byOwner(tx: Tx, by: By, id: string, kind: EntryKind, decide: Decide): Promise<Decision<Proposal>> {
  const row = await heldPlan(tx, id)
  const round = row && (await heldRound(tx, row.round_id))
  if (!row || !round) return refused('not-found')
  if (row.group_id === null) return refused('plan-without-owner')
  if (!speaksForGroup(by.roles, row.group_id)) return refused('not-allowed')
  if (round.state !== 'open') return refused('round-not-open')
  const plan = await decide(planIn(row), row, round)
  return plan.ok ? settle(tx, by, row, plan.value, kind, { group: row.group_id }) : plan
}

/** Residents named in the round decide, each no with a reason. Refusals: `not-allowed`, `plan-not-handed-in`, `reason-missing`. */
export async function decideOnPlan(
  tx: Tx,
  by: By,
  id: string,
  said: { onBallot: boolean; why: string; version: number }
): Promise<Decision<Proposal>> {
  const row = await heldPlan(tx, id)
  const round = row && (await heldRound(tx, row.round_id))
  if (!row || !round) return refused('not-found')
  if (!by.person || !(await hasTask(tx, row.round_id, by.person, 'decides'))) return refused('not-allowed')
  if (round.state !== 'open') return refused('round-not-open')
  if (row.version !== said.version) return refused('changed-meanwhile')
  const plan = decideOnBallot(planIn(row), said, by.today)
  if (!plan.ok) return plan
  return settle(tx, by, row, plan.value, said.onBallot ? 'plan-on-ballot' : 'plan-kept-off-ballot', undefined)
}

/**
 * A group says that its plan goes together with another, which it then becomes part of. It happens when both groups said so, in
 * whichever of the two plans; the first to say it decides which goes on. A group's second wish counts once.
 * Refusals: `not-allowed`, `plan-into-itself`, `plan-not-handed-in`, `field-not-a-choice` (into).
 */
export async function wishToMerge(tx: Tx, by: By, id: string, into: string): Promise<Decision<'merged' | 'waits'>> {
  const [row, other] = [await heldPlan(tx, id), await heldPlan(tx, into)]
  if (!row) return refused('not-found')
  if (!other?.group_id || other.round_id !== row.round_id) return refused('field-not-a-choice', { field: 'into' })
  if (!row.group_id || !speaksForGroup(by.roles, row.group_id)) return refused('not-allowed')
  await addWish(tx, { proposal_id: id, into_id: into, group_id: row.group_id, at: by.at })
  const wishes = (await wishesToMerge(tx, id)).filter((wish) => [wish.proposal_id, wish.into_id].includes(into))
  const agreed = wishes.map((wish) => wish.group_id as GroupId)
  const theirsCameFirst = wishes[0]?.proposal_id === into
  const [goes, stays] = theirsCameFirst ? [other, row] : [row, other]
  const plan = mergePlans(sides(goes), sides(stays), agreed)
  if (plan.ok) {
    // What was said goes along with the plan it came from.
    await addPlanVoices(tx, stays.id, await voicesOfPlan(tx, goes.id))
    const also = [row, other].map((one) => ({ kind: 'plan' as const, id: one.id }))
    await settle(tx, by, goes, plan.value, 'plan-merged', { group: row.group_id }, also)
    return ok('merged')
  }
  if (plan.refusal.code !== 'merge-needs-both-owners') return plan
  await recordPlan(tx, by, row, 'plan-merge-wished', { into, group: row.group_id })
  return ok('waits')
}

const sides = (row: Row) => ({ id: row.id as ProposalId, plan: planIn(row), owner: row.group_id as GroupId })

async function settle(
  tx: Tx,
  by: By,
  row: Row,
  plan: Proposal,
  kind: EntryKind,
  as: Entry['as'] | undefined,
  also: readonly Subject[] = []
): Promise<Decision<Proposal>> {
  const columns = planColumns(plan)
  await savePlan(tx, row.id, { ...columns, version: row.version + 1, changed_at: by.at })
  const facts = { round: row.round_id, state: columns.state, why: columns.why, into: columns.into_id }
  const touched = also.filter((one) => one.id !== row.id)
  await record(tx, by, { kind, about: { kind: 'plan', id: row.id }, also: touched, ...(as ? { as } : {}), facts })
  return ok(plan)
}

const recordPlan = (
  tx: Tx,
  by: By,
  row: Pick<Row, 'id' | 'group_id'>,
  kind: EntryKind,
  facts: NonNullable<Entry['facts']>
) =>
  record(tx, by, {
    kind,
    about: { kind: 'plan', id: row.id },
    ...(row.group_id && speaksForGroup(by.roles, row.group_id) ? { as: { group: row.group_id } } : {}),
    facts
  })

export const readPlanCode = readFollowCode
