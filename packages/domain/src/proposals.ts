// A plan for the neighbourhood budget: one page, owned by an existing residents' group, that anybody can help to write.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId, type ProposalId } from './ids.ts'
import { readPositiveAmount, totalOf, type Cents } from './money.ts'
import { phaseOn, type RoundDays, type RoundSettings } from './rounds.ts'
import { readReason, readText } from './text.ts'

export type CostItem = { what: string; amount: Cents }

/** What fits on one page. */
export type PlanPage = {
  title: string
  what: string
  forWhom: string
  where: string
  items: readonly CostItem[]
  /** Who holds the money for the group, when the group cannot. */
  bursar?: string
  /** The pot it asks money from, when the round has pots. */
  pot?: string
}

export const costOf = (page: Pick<PlanPage, 'items'>): Cents => totalOf(page.items.map((item) => item.amount))

/** Letters of a whole plan: with its costs and a heading that is one printed page in large type. */
export const onePage = 2_000
export const mostItems = 12

export type PlanTyped = {
  title: string | undefined
  what: string | undefined
  forWhom: string | undefined
  where: string | undefined
  items: readonly { what: string | undefined; amount: string | undefined }[]
  bursar?: string | undefined
  pot?: string | undefined
}

/** In residents' words: in de maak, ingediend, op het stembiljet, niet op het stembiljet, samengevoegd, ingetrokken. */
export type Proposal =
  | { state: 'draft' }
  | { state: 'handedIn'; handedInOn: Day }
  | { state: 'onBallot'; handedInOn: Day; decidedOn: Day }
  | { state: 'notOnBallot'; handedInOn: Day; decidedOn: Day; why: string }
  | { state: 'merged'; into: ProposalId }
  | { state: 'withdrawn'; why: string; withdrawnOn: Day }
export const proposalStates = [
  'draft',
  'handedIn',
  'onBallot',
  'notOnBallot',
  'merged',
  'withdrawn'
] as const satisfies readonly Proposal['state'][]

function readItems(typed: PlanTyped['items']): Decision<CostItem[]> {
  const items: CostItem[] = []
  for (const item of typed) {
    const empty = !item.what?.trim() && !item.amount?.trim()
    if (empty) continue
    const what = readText('items', item.what, { max: 80 })
    if (!what.ok) return what
    const amount = readPositiveAmount('items', item.amount)
    if (!amount.ok) return amount
    items.push({ what: what.value, amount: amount.value })
  }
  if (items.length === 0) return refused('plan-without-costs', { field: 'items' })
  return items.length > mostItems
    ? refused('plan-too-many-items', { field: 'items', facts: { max: mostItems } })
    : ok(items)
}

/**
 * The page of a plan. Refusals: `field-…`, `plan-without-costs`, `plan-too-many-items`, `plan-longer-than-a-page` (facts:
 * length, max), `plan-too-expensive` (facts: cost, max), `field-not-a-choice` (pot).
 */
export function readPlan(
  typed: PlanTyped,
  round: Pick<RoundSettings, 'amount' | 'mostPerPlan' | 'pots'>
): Decision<PlanPage> {
  const title = readText('title', typed.title, { min: 3, max: 100 })
  if (!title.ok) return title
  const what = readText('what', typed.what, { min: 10, max: onePage })
  if (!what.ok) return what
  const forWhom = readText('forWhom', typed.forWhom, { max: 300 })
  if (!forWhom.ok) return forWhom
  const where = readText('where', typed.where, { max: 200 })
  if (!where.ok) return where
  const items = readItems(typed.items)
  if (!items.ok) return items
  const length = [what.value, forWhom.value, where.value].join('').length
  if (length > onePage) return refused('plan-longer-than-a-page', { field: 'what', facts: { length, max: onePage } })
  const pot = round.pots.find((one) => one.key === typed.pot)
  if (round.pots.length > 0 && !pot) return refused('field-not-a-choice', { field: 'pot' })
  const cost = costOf({ items: items.value })
  const max = Math.min(round.mostPerPlan ?? round.amount, pot?.amount ?? round.amount)
  if (cost > max) return refused('plan-too-expensive', { field: 'items', facts: { cost, max } })
  const bursar = typed.bursar?.trim() ? readText('bursar', typed.bursar, { max: 120 }) : undefined
  if (bursar && !bursar.ok) return bursar
  return ok({
    title: title.value,
    what: what.value,
    forWhom: forWhom.value,
    where: where.value,
    items: items.value,
    ...(bursar ? { bursar: bursar.value } : {}),
    ...(pot ? { pot: pot.key } : {})
  })
}

const isWritten = (days: RoundDays, today: Day): boolean => phaseOn(days, today) === 'plans'

/** Plans are written and changed while the phase of plans lasts. Refusals: `plans-phase-over`, `plan-handed-in`. */
export function changePlan(plan: Proposal, days: RoundDays, today: Day): Decision<Proposal> {
  if (!isWritten(days, today)) return refused('plans-phase-over')
  return plan.state === 'draft' || plan.state === 'handedIn' ? ok(plan) : refused('plan-handed-in')
}

/** The owning group hands it in. Refusals: `plan-not-a-draft`, `plans-phase-over`, `plan-without-owner`. */
export function handIn(plan: Proposal, owner: GroupId | undefined, days: RoundDays, today: Day): Decision<Proposal> {
  if (plan.state !== 'draft') return refused('plan-not-a-draft')
  if (!isWritten(days, today)) return refused('plans-phase-over')
  if (!owner) return refused('plan-without-owner')
  return ok({ state: 'handedIn', handedInOn: today })
}

/** Residents named in the round decide; every no has a reason. Refusals: `plan-not-handed-in`, `reason-missing`. */
export function decideOnBallot(
  plan: Proposal,
  said: { onBallot: boolean; why: string | undefined },
  today: Day
): Decision<Proposal> {
  if (plan.state !== 'handedIn') return refused('plan-not-handed-in')
  const { handedInOn } = plan
  if (said.onBallot) return ok({ state: 'onBallot', handedInOn, decidedOn: today })
  const why = readReason(said.why)
  return why.ok ? ok({ state: 'notOnBallot', handedInOn, decidedOn: today, why: why.value }) : why
}

/** The group takes it back before voting. Refusals: `plan-finished`, `reason-missing`. */
export function withdrawPlan(plan: Proposal, why: string | undefined, today: Day): Decision<Proposal> {
  if (plan.state !== 'draft' && plan.state !== 'handedIn') return refused('plan-finished')
  const reason = readReason(why)
  return reason.ok ? ok({ state: 'withdrawn', why: reason.value, withdrawnOn: today }) : reason
}

/**
 * Two plans become one. Both owning groups say so themselves; one alone cannot. Refusals: `plan-into-itself`,
 * `plan-not-handed-in`, `merge-needs-both-owners`.
 */
export function mergePlans(
  plan: { id: ProposalId; plan: Proposal; owner: GroupId },
  into: { id: ProposalId; plan: Proposal; owner: GroupId },
  agreed: readonly GroupId[]
): Decision<Proposal> {
  if (plan.id === into.id) return refused('plan-into-itself')
  const open = [plan, into].every(({ plan: one }) => one.state === 'draft' || one.state === 'handedIn')
  if (!open) return refused('plan-not-handed-in')
  if (![plan.owner, into.owner].every((owner) => agreed.includes(owner))) return refused('merge-needs-both-owners')
  return ok({ state: 'merged', into: into.id })
}
