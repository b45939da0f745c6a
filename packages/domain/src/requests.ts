// A question or proposal of a group to an institution, with a clock. The institution can confirm, ask back, reply and
// report delay, and nothing else; whether it was answered is said by residents only.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type InstitutionId } from './ids.ts'
import { levels, type Level } from './levels.ts'
import { daysLate, type FrozenTerm } from './terms.ts'
import { readChoice, readReason, readText } from './text.ts'

type Clocked = {
  /** Frozen when it was sent. Nothing below ever changes it. */
  term: FrozenTerm
  receiptOn?: Day
  /** What the institution said about being late. Visible, and without effect on the due day. */
  delay?: { why: string; expected: Day; saidOn: Day }
}

export type Request = Clocked &
  (
    | { state: 'sent' }
    | { state: 'counterAsked'; question: string; askedOn: Day }
    | { state: 'replied'; reply: string; repliedOn: Day }
    | { state: 'answered'; reply: string; repliedOn: Day; judgedOn: Day }
    | { state: 'unanswered'; reply: string; repliedOn: Day; why: string; judgedOn: Day }
    | { state: 'withdrawn'; why: string; withdrawnOn: Day }
  )
export const requestStates = [
  'sent',
  'counterAsked',
  'replied',
  'answered',
  'unanswered',
  'withdrawn'
] as const satisfies readonly Request['state'][]

export const requestMax = 10_000

export type Sent = { text: string; institution: InstitutionId; promisedLevel: Level; request: Request }

/**
 * A group asks. The influence that was promised is said beforehand.
 * Refusals: `field-missing` (text, institution, promisedLevel), `field-too-short` (10), `field-too-long` (10,000).
 */
export function send(typed: {
  text: string | undefined
  institution: InstitutionId | undefined
  promisedLevel: string | undefined
  term: FrozenTerm
}): Decision<Sent> {
  const text = readText('text', typed.text, { min: 10, max: requestMax })
  if (!text.ok) return text
  if (!typed.institution) return refused('field-missing', { field: 'institution' })
  const level = readChoice('promisedLevel', typed.promisedLevel, levels)
  if (!level.ok) return level
  const request: Request = { state: 'sent', term: typed.term }
  return ok({ text: text.value, institution: typed.institution, promisedLevel: level.value, request })
}

const clocked = ({ term, receiptOn, delay }: Request): Clocked => ({
  term,
  ...(receiptOn ? { receiptOn } : {}),
  ...(delay ? { delay } : {})
})

const isClosed = (request: Request): boolean => request.state === 'answered' || request.state === 'withdrawn'

/** The institution has it. A sign of life, no answer. Refusals: `request-closed`, `request-receipt-already-confirmed`. */
export function confirmReceipt(request: Request, on: Day): Decision<Request> {
  if (isClosed(request)) return refused('request-closed')
  if (request.receiptOn) return refused('request-receipt-already-confirmed')
  return ok({ ...request, receiptOn: on })
}

/** The institution asks back. The clock goes on. Refusals: `request-closed`, `field-…` (question). */
export function askBack(request: Request, question: string | undefined, on: Day): Decision<Request> {
  if (!isWaiting(request)) return refused('request-closed')
  const asked = readText('question', question, { max: requestMax })
  return asked.ok ? ok({ ...clocked(request), state: 'counterAsked', question: asked.value, askedOn: on }) : asked
}

/** The group answers the counter question. Refusals: `request-no-question-asked`, `field-…` (text). */
export function clarify(request: Request, text: string | undefined): Decision<{ text: string; request: Request }> {
  if (request.state !== 'counterAsked') return refused('request-no-question-asked')
  const answer = readText('text', text, { max: requestMax })
  return answer.ok ? ok({ text: answer.value, request: { ...clocked(request), state: 'sent' } }) : answer
}

/**
 * The institution answers in substance, also when it is late, and may add to its reply until residents judged it.
 * Refusals: `request-closed`, `field-…` (reply).
 */
export function reply(request: Request, text: string | undefined, on: Day): Decision<Request> {
  if (isClosed(request)) return refused('request-closed')
  const said = readText('reply', text, { max: requestMax })
  return said.ok ? ok({ ...clocked(request), state: 'replied', reply: said.value, repliedOn: on }) : said
}

/**
 * The institution says honestly that it will be late, why, and when it expects to answer. The due day stays.
 * Refusals: `request-closed`, `reason-missing`, `day-in-the-past`.
 */
export function reportDelay(request: Request, why: string | undefined, expected: Day, today: Day): Decision<Request> {
  if (!isWaiting(request)) return refused('request-closed')
  const reason = readReason(why)
  if (!reason.ok) return reason
  if (expected < today) return refused('day-in-the-past', { field: 'expected' })
  return ok({ ...request, delay: { why: reason.value, expected, saidOn: today } })
}

/** The group asks again while it waits. It changes nothing but that everybody sees it. Refusals: `request-closed`, `field-…` (text). */
export function remind(request: Request, text: string | undefined): Decision<{ text: string; request: Request }> {
  if (!isWaiting(request)) return refused('request-closed')
  const said = readText('text', text, { max: requestMax })
  return said.ok ? ok({ text: said.value, request }) : said
}

/** Residents: this is an answer. */
export function judgeAnswered(request: Request, on: Day): Decision<Request> {
  if (request.state !== 'replied') return refused('request-not-replied')
  return ok({ ...request, state: 'answered', judgedOn: on })
}

/** Residents: this is no answer, and why. The clock goes on as if nothing had been said. */
export function judgeUnanswered(request: Request, why: string | undefined, on: Day): Decision<Request> {
  if (request.state !== 'replied') return refused('request-not-replied')
  const reason = readReason(why)
  return reason.ok ? ok({ ...request, state: 'unanswered', why: reason.value, judgedOn: on }) : reason
}

/** The group does not ask it any more, and says why. Refusals: `request-closed`, `reason-missing`. */
export function withdraw(request: Request, why: string | undefined, on: Day): Decision<Request> {
  if (isClosed(request)) return refused('request-closed')
  const reason = readReason(why)
  return reason.ok ? ok({ ...clocked(request), state: 'withdrawn', why: reason.value, withdrawnOn: on }) : reason
}

/** Whether it waits for the institution. A counter question does not change that, nor does a reply that is no answer. */
export const isWaiting = (request: Request): boolean =>
  request.state === 'sent' || request.state === 'counterAsked' || request.state === 'unanswered'

/** Waiting, and the due day has passed. Read off the calendar, never stored. */
export const isLate = (request: Request, today: Day): boolean => isWaiting(request) && today > request.term.due

/** No sign of life while the day for it has passed. */
export const isReceiptLate = (request: Request, today: Day): boolean =>
  request.state === 'sent' &&
  request.receiptOn === undefined &&
  request.term.receiptDue !== undefined &&
  today > request.term.receiptDue

/** Days late: counting on while it waits, up to the reply once there is one, 0 when withdrawn. */
export function requestDaysLate(request: Request, today: Day): number {
  if (isWaiting(request)) return daysLate(request.term.due, today)
  return request.state === 'replied' || request.state === 'answered' ? daysLate(request.term.due, request.repliedOn) : 0
}
