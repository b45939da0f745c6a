// The open books (kasboek): double entry, whole cents. An entry never changes or goes; a mistake gets a counter-entry.
import { readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type EntryId, type PersonId } from './ids.ts'
import { cents, type Cents } from './money.ts'
import { readReason, readText } from './text.ts'

/** Subsidiegever, ronde, plan, penvoerder, bank. What a plan was granted stands against its round, what it spent against the bank. */
export const accountKinds = ['funder', 'round', 'plan', 'bursar', 'bank'] as const
export type AccountKind = (typeof accountKinds)[number]

/**
 * What can happen with the money, and which accounts it touches: `to` is written on the debit side, `from` on the credit side. What is
 * there or still has to come (bank, penvoerder, subsidiegever) stands on the debit side; what it is meant for (round, plan) on the credit side.
 */
export const movements = {
  /** A funder promises money for a round. */
  awarded: { to: ['funder'], from: ['round'] },
  received: { to: ['bank'], from: ['funder'] },
  /** A plan that was chosen gets its money. */
  allotted: { to: ['round'], from: ['plan'] },
  /** Only with a payment that two people looked at. */
  paid: { to: ['plan'], from: ['bank', 'bursar'] },
  /** To the bursar who pays for the plans, and back. */
  advanced: { to: ['bursar'], from: ['bank'] },
  returned: { to: ['bank'], from: ['bursar'] },
  /** What a plan did not need goes back to its round. */
  released: { to: ['plan'], from: ['round'] },
  repaid: { to: ['funder'], from: ['bank'] }
} as const satisfies Record<string, { to: readonly AccountKind[]; from: readonly AccountKind[] }>
export type Movement = keyof typeof movements
export const movementNames = Object.keys(movements) as Movement[]
/** What somebody can write in the books by hand. */
export const writtenByHand = movementNames.filter((one) => one !== 'paid')

/** What stands on an account as people read it: in the bank, still to come, still to divide, still to spend. */
export const standing = (kind: AccountKind, debited: number, credited: number): Cents =>
  cents(kind === 'round' || kind === 'plan' ? credited - debited : debited - credited)

/** The account that has to hold the money that is moved; none when money comes from outside. */
const holder: Record<Movement, 'to' | 'from' | undefined> = {
  awarded: undefined,
  received: undefined,
  allotted: 'to',
  paid: 'to',
  advanced: 'from',
  returned: 'from',
  released: 'to',
  repaid: 'from'
}

export type AccountNow = { id: string; kind: AccountKind; debited: number; credited: number }

/** Refusals: `entry-between-wrong-accounts`, `more-than-there-is` (facts: amount, left). */
export function checkMovement(movement: Movement, from: AccountNow, to: AccountNow, amount: Cents): Decision<Movement> {
  const sides: { to: readonly AccountKind[]; from: readonly AccountKind[] } = movements[movement]
  if (!sides.from.includes(from.kind) || !sides.to.includes(to.kind)) return refused('entry-between-wrong-accounts')
  const side = holder[movement]
  const holds = side === undefined ? undefined : side === 'to' ? to : from
  const left = holds === undefined ? amount : standing(holds.kind, holds.debited, holds.credited)
  return amount > left ? refused('more-than-there-is', { field: 'amount', facts: { amount, left } }) : ok(movement)
}

/**
 * A plan that was chosen gets its money once the ballots are counted, never more than it asked. Refusals: `plan-not-chosen`,
 * `allotment-above-cost` (facts: amount, cost).
 */
export function checkAllotment(
  plan: { isChosen: boolean; isCounted: boolean; cost: Cents; allotted: Cents },
  amount: Cents
): Decision<Cents> {
  if (!plan.isChosen || !plan.isCounted) return refused('plan-not-chosen', { field: 'from' })
  return plan.allotted + amount > plan.cost
    ? refused('allotment-above-cost', { field: 'amount', facts: { amount, cost: plan.cost } })
    : ok(amount)
}

/** One side of an entry: above zero is debit (goes in), below zero is credit (goes out). Never zero. */
export type EntryLine = { account: string; amount: Cents }

export type LedgerEntry = {
  on: Day
  what: string
  lines: readonly EntryLine[]
  /** The entry this one takes back, line by line. */
  corrects?: EntryId
}

/** Refusals: `entry-without-lines`, `entry-line-zero`, `entry-does-not-balance` (facts: difference). */
export function checkLines(lines: readonly EntryLine[]): Decision<readonly EntryLine[]> {
  if (lines.length < 2) return refused('entry-without-lines')
  if (lines.some((line) => line.amount === 0)) return refused('entry-line-zero')
  const difference = lines.reduce((sum, line) => sum + line.amount, 0)
  return difference === 0 ? ok(lines) : refused('entry-does-not-balance', { facts: { difference } })
}

/** Money goes from one account to another. Refusals: `field-…` (what, on), `day-in-the-future`, `same-account`. */
export function enter(
  typed: { what: string | undefined; on: string | undefined; from: string; to: string; amount: Cents },
  today: Day
): Decision<LedgerEntry> {
  const what = readText('what', typed.what, { min: 3, max: 300 })
  if (!what.ok) return what
  const on = readDay('on', typed.on)
  if (!on.ok) return on
  if (on.value > today) return refused('day-in-the-future', { field: 'on' })
  if (typed.from === typed.to) return refused('same-account', { field: 'to' })
  const lines = checkLines([
    { account: typed.to, amount: typed.amount },
    { account: typed.from, amount: cents(-typed.amount) }
  ])
  return lines.ok ? ok({ on: on.value, what: what.value, lines: lines.value }) : lines
}

/**
 * Takes an entry back by its mirror image; both stay. Refusals: `entry-already-corrected`, `entry-is-a-correction`,
 * `reason-missing`.
 */
export function correct(
  entry: LedgerEntry & { id: EntryId; correctedBy?: EntryId },
  why: string | undefined,
  today: Day
): Decision<LedgerEntry> {
  if (entry.corrects) return refused('entry-is-a-correction')
  if (entry.correctedBy) return refused('entry-already-corrected')
  const reason = readReason(why)
  if (!reason.ok) return reason
  const lines = entry.lines.map(({ account, amount }) => ({ account, amount: cents(-amount) }))
  return ok({ on: today, what: reason.value, lines, corrects: entry.id })
}

/** What stands on each account. The sum of all is zero, whatever happened. */
export function balances(entries: Iterable<Pick<LedgerEntry, 'lines'>>): Map<string, Cents> {
  const found = new Map<string, Cents>()
  for (const { lines } of entries)
    for (const { account, amount } of lines) found.set(account, cents((found.get(account) ?? 0) + amount))
  return found
}

/** In residents' words: gevraagd, goedgekeurd, betaald, afgewezen. */
export type Payment =
  | { state: 'asked'; askedBy: PersonId }
  | { state: 'approved'; askedBy: PersonId; approvedBy: PersonId }
  | { state: 'paid'; askedBy: PersonId; approvedBy: PersonId; paidOn: Day }
  | { state: 'refused'; askedBy: PersonId; why: string }
export const paymentStates = ['asked', 'approved', 'paid', 'refused'] as const satisfies readonly Payment['state'][]

export type PaymentAsked = { amount: Cents; vouchers: number; left: Cents; payee?: PersonId; askedBy: PersonId }

/** Refusals: `payment-without-voucher`, `payment-above-what-is-left` (facts: amount, left), `payment-to-oneself`. */
export function askPayment(asked: PaymentAsked): Decision<Payment> {
  if (asked.vouchers < 1) return refused('payment-without-voucher')
  if (asked.payee === asked.askedBy) return refused('payment-to-oneself')
  if (asked.amount > asked.left)
    return refused('payment-above-what-is-left', { facts: { amount: asked.amount, left: asked.left } })
  return ok({ state: 'asked', askedBy: asked.askedBy })
}

/** A second person looks, never the one who asked or who is paid. Refusals: `payment-not-asked`, `payment-needs-second-person`, `payment-to-oneself`. */
export function approvePayment(payment: Payment, by: PersonId, payee?: PersonId): Decision<Payment> {
  if (payment.state !== 'asked') return refused('payment-not-asked')
  if (by === payment.askedBy) return refused('payment-needs-second-person')
  if (payee === by) return refused('payment-to-oneself')
  return ok({ state: 'approved', askedBy: payment.askedBy, approvedBy: by })
}

/** Refusals: `payment-not-asked`, `reason-missing`. */
export function refusePayment(payment: Payment, why: string | undefined): Decision<Payment> {
  if (payment.state !== 'asked') return refused('payment-not-asked')
  const reason = readReason(why)
  return reason.ok ? ok({ state: 'refused', askedBy: payment.askedBy, why: reason.value }) : reason
}

/** It was not this payment after all: the books take their entry back, and the payment waits again. Refusals: `payment-not-paid`. */
export function takePaymentBack(payment: Payment): Decision<Payment> {
  if (payment.state !== 'paid') return refused('payment-not-paid')
  return ok({ state: 'approved', askedBy: payment.askedBy, approvedBy: payment.approvedBy })
}

/** The bank did it. Refusals: `payment-not-approved`, `field-…`, `day-in-the-future`. */
export function payOut(payment: Payment, on: string | undefined, today: Day): Decision<Payment> {
  if (payment.state !== 'approved') return refused('payment-not-approved')
  const paidOn = readDay('paidOn', on)
  if (!paidOn.ok) return paidOn
  if (paidOn.value > today) return refused('day-in-the-future', { field: 'paidOn' })
  return ok({ ...payment, state: 'paid', paidOn: paidOn.value })
}
