// A promise an institution made: what, and by when. It stays in the record whatever happens.
import { daysBetween, readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type PersonId } from './ids.ts'
import { readReason, readText } from './text.ts'

/** The institution may say it delivered; only residents say the promise was kept. */
export type Commitment =
  | { state: 'promised'; due: Day }
  | { state: 'delivered'; due: Day; deliveredOn: Day }
  | { state: 'kept'; due: Day; deliveredOn: Day; confirmedBy: PersonId }
  | { state: 'disputed'; due: Day; deliveredOn: Day; why: string }
export const commitmentStates = [
  'promised',
  'delivered',
  'kept',
  'disputed'
] as const satisfies readonly Commitment['state'][]

export type PromiseMade = { what: string; commitment: Commitment }

/** Refusals: `field-…` (what: 3–500 characters; due), `day-in-the-past`. */
export function promise(
  typed: { what: string | undefined; due: string | undefined },
  today: Day
): Decision<PromiseMade> {
  const what = readText('what', typed.what, { min: 3, max: 500 })
  if (!what.ok) return what
  const due = readDay('due', typed.due)
  if (!due.ok) return due
  if (due.value < today) return refused('day-in-the-past', { field: 'due' })
  return ok({ what: what.value, commitment: { state: 'promised', due: due.value } })
}

/** The institution says it did what it promised; after a dispute it may say so again. Refusal: `commitment-not-open`. */
export function deliver(c: Commitment, on: Day): Decision<Commitment> {
  if (c.state !== 'promised' && c.state !== 'disputed') return refused('commitment-not-open')
  return ok({ state: 'delivered', due: c.due, deliveredOn: on })
}

/** A resident confirms it. Refusal: `commitment-not-delivered`. */
export function keep(c: Commitment, by: PersonId): Decision<Commitment> {
  if (c.state !== 'delivered') return refused('commitment-not-delivered')
  return ok({ ...c, state: 'kept', confirmedBy: by })
}

/** Residents say it was not delivered as promised, and why. Refusals: `commitment-not-delivered`, `reason-missing`. */
export function dispute(c: Commitment, why: string | undefined): Decision<Commitment> {
  if (c.state !== 'delivered') return refused('commitment-not-delivered')
  const reason = readReason(why)
  return reason.ok ? ok({ ...c, state: 'disputed', why: reason.value }) : reason
}

/** Read off the calendar, never stored. */
export const isOverdue = (c: Commitment, today: Day): boolean => c.state === 'promised' && today > c.due

/** Days past the due day: until it was delivered, or until today while it was not. */
export const commitmentDaysLate = (c: Commitment, today: Day): number =>
  Math.max(0, daysBetween(c.due, c.state === 'promised' ? today : c.deliveredOn))
