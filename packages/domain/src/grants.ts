// Money from outside, with its own calendar: when it ends, when to ask for it again, and what stops without it.
import { addDays, daysBetween, readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { readPositiveAmount, type Cents } from './money.ts'
import { readText } from './text.ts'

export type GrantItem = { what: string; amount: Cents }

export type Grant = {
  name: string
  /** The funder's own number. */
  reference: string
  amount: Cents
  from: Day
  until: Day
  /** The last day to ask for it again, when that is possible. */
  renewBy?: Day
  /** What stops when it ends, in words of residents. */
  stops: string
  items: readonly GrantItem[]
}

export const mostGrantItems = 30

export type GrantTyped = {
  name: string | undefined
  reference: string | undefined
  amount: string | undefined
  from: string | undefined
  until: string | undefined
  renewBy: string | undefined
  stops: string | undefined
  items: readonly { what: string | undefined; amount: string | undefined }[]
}

/**
 * Refusals: `field-…` (name, reference, amount, from, until, renewBy, stops, items), `period-ends-before-it-begins`,
 * `renewal-after-the-end`, `grant-items-above-amount` (facts: together, amount), `plan-too-many-items`.
 */
export function readGrant(typed: GrantTyped): Decision<Grant> {
  const name = readText('name', typed.name, { min: 3, max: 120 })
  if (!name.ok) return name
  const amount = readPositiveAmount('amount', typed.amount)
  if (!amount.ok) return amount
  const from = readDay('from', typed.from)
  if (!from.ok) return from
  const until = readDay('until', typed.until)
  if (!until.ok) return until
  if (until.value < from.value) return refused('period-ends-before-it-begins', { field: 'until' })
  const renewBy = typed.renewBy?.trim() ? readDay('renewBy', typed.renewBy) : undefined
  if (renewBy && !renewBy.ok) return renewBy
  if (renewBy && renewBy.value > until.value) return refused('renewal-after-the-end', { field: 'renewBy' })
  const stops = readText('stops', typed.stops, { min: 3, max: 600 })
  if (!stops.ok) return stops
  const reference = typed.reference?.trim() ? readText('reference', typed.reference, { max: 80 }) : undefined
  if (reference && !reference.ok) return reference
  const items = readItems(typed.items, amount.value)
  if (!items.ok) return items
  return ok({
    name: name.value,
    reference: reference?.value ?? '',
    amount: amount.value,
    from: from.value,
    until: until.value,
    stops: stops.value,
    items: items.value,
    ...(renewBy ? { renewBy: renewBy.value } : {})
  })
}

function readItems(typed: GrantTyped['items'], amount: Cents): Decision<GrantItem[]> {
  const items: GrantItem[] = []
  for (const item of typed) {
    const what = readText('items', item.what, { max: 120 })
    if (!what.ok) return what
    const part = readPositiveAmount('items', item.amount)
    if (!part.ok) return part
    if (items.some((one) => one.what === what.value)) return refused('grant-item-twice', { field: 'items' })
    items.push({ what: what.value, amount: part.value })
  }
  if (items.length > mostGrantItems)
    return refused('plan-too-many-items', { field: 'items', facts: { max: mostGrantItems } })
  const together = items.reduce((sum, item) => sum + item.amount, 0)
  if (together > amount) return refused('grant-items-above-amount', { field: 'items', facts: { together, amount } })
  return ok(items)
}

/** Months before an end that people have to know of it: an application takes time, and work that stops has to be told. */
const early = 183

export type GrantClock = {
  /** Days until it ends; below zero when it has ended. */
  daysLeft: number
  state: 'running' | 'renew' | 'renew-late' | 'ending' | 'ended'
}

/** Read off the calendar, never stored: what the funding calendar shows, half a year before. */
export function grantClock(grant: { until: Day; renewBy?: Day }, today: Day): GrantClock {
  const daysLeft = daysBetween(today, grant.until)
  const soon = (day: Day) => today >= addDays(day, -early)
  if (daysLeft < 0) return { daysLeft, state: 'ended' }
  if (grant.renewBy && today > grant.renewBy) return { daysLeft, state: 'renew-late' }
  if (grant.renewBy && soon(grant.renewBy)) return { daysLeft, state: 'renew' }
  return { daysLeft, state: soon(grant.until) ? 'ending' : 'running' }
}

/**
 * The first day on which the books of what happened on this day need no longer be kept: seven years after the year it was in
 * (Awb 4:69 asks seven years of who gets a yearly grant).
 */
export const booksKeptUntil = (day: Day): Day => `${Number(day.slice(0, 4)) + 8}-01-01` as Day
