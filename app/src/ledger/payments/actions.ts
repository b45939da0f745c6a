/** The ways a payment goes on. Two different people look at it, never the one who is paid; the books move when the bank did it. */
import {
  approvePayment,
  askPayment,
  cents,
  ok,
  payOut,
  readPositiveAmount,
  readText,
  refusePayment,
  refused,
  takePaymentBack,
  type Decision,
  type Payment,
  type PersonId
} from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import type { Tables, Tx } from '../../db/index.ts'
import { record, type Entry, type EntryKind } from '../../journal/index.ts'
import { newId, type By, type Paper } from '../../web/index.ts'
import { accountOfPlan, heldAccounts, standsOn } from '../accounts/queries.ts'
import { freeLineOf } from '../bank/queries.ts'
import { isAuditor } from '../committee/queries.ts'
import { move, takeBack } from '../entries/actions.ts'
import { keepVoucher } from '../vouchers/actions.ts'
import { keepsBooks, mayApprove, seesToMoney } from '../who.ts'
import {
  addPayment,
  heldPayment,
  paymentColumns,
  paymentIn,
  paymentOf,
  paymentOfEntry,
  personNamed,
  savePayment,
  spokenFor,
  type PaymentRow
} from './queries.ts'

export interface PaymentTyped {
  what: string | undefined
  amount: string | undefined
  payeeKind: 'business' | 'person'
  payeeName: string | undefined
  voucher: Paper | undefined
}

/**
 * Somebody of the plan's group, or an administrator, asks for a payment and sends the bill along.
 * Refusals: `not-found`, `not-allowed`, `plan-without-money`, `field-…`, and those of `askPayment`.
 */
export async function askForPayment(tx: Tx, by: By, plan: string, typed: PaymentTyped): Promise<Decision<string>> {
  const row = await planOf(tx, plan)
  if (!row) return refused('not-found')
  if (!by.person || !seesToMoney(by.roles, row.group_id)) return refused('not-allowed')
  if (await isAuditor(tx, by.person, by.today)) return refused('auditor-only-looks')
  const account = await accountOfPlan(tx, plan)
  if (!account) return refused('plan-without-money')
  const held = (await heldAccounts(tx, [account.id])).get(account.id)!
  const amount = readPositiveAmount('amount', typed.amount)
  if (!amount.ok) return amount
  const what = readText('what', typed.what, { min: 3, max: 300 })
  if (!what.ok) return what
  const name = readText('payeeName', typed.payeeName, { min: 2, max: 120 })
  if (!name.ok) return name
  const payee = await personNamed(tx, name.value)
  const asked = askPayment({
    amount: amount.value,
    vouchers: typed.voucher ? 1 : 0,
    left: cents(standsOn(held) - (await spokenFor(tx, account.id))),
    askedBy: by.person,
    ...(payee ? { payee: payee as PersonId } : {})
  })
  if (!asked.ok) return asked
  const id = newId(by)
  await addPayment(tx, {
    id,
    account_id: account.id,
    amount: amount.value,
    what: what.value,
    payee_kind: typed.payeeKind,
    payee_name: name.value,
    payee_id: payee ?? null,
    item_id: null,
    asked_by: by.person,
    ...paymentColumns(asked.value),
    entry_id: null,
    version: 1,
    made_at: by.at,
    changed_at: by.at
  })
  await keepVoucher(tx, by, id, typed.voucher!)
  const facts = { plan, amount: amount.value, what: what.value, payee: typed.payeeKind }
  await record(tx, by, { kind: 'payment-asked', about: { kind: 'payment', id }, ...asOf(by, row.group_id), facts })
  return ok(id)
}

const asOf = (by: By, group: string | null): Pick<Entry, 'as'> =>
  keepsBooks(by.roles) || !group ? { as: 'administrator' } : { as: { group } }

type Decide = (payment: Payment, row: Tables['payment']) => Decision<Payment> | Promise<Decision<Payment>>

async function verb(
  tx: Tx,
  by: By,
  id: string,
  kind: EntryKind,
  may: (row: PaymentRow) => boolean,
  decide: Decide
): Promise<Decision<Payment>> {
  const row = await heldPayment(tx, id)
  const shown = row && (await paymentOf(tx, id))
  if (!row || !shown) return refused('not-found')
  if (!by.person || !may(shown)) return refused('not-allowed')
  if (await isAuditor(tx, by.person, by.today)) return refused('auditor-only-looks')
  const payment = await decide(paymentIn(row), row)
  if (!payment.ok) return payment
  await save(tx, by, shown, payment.value, kind)
  return payment
}

async function save(
  tx: Tx,
  by: By,
  row: PaymentRow,
  payment: Payment,
  kind: EntryKind,
  entry: string | null = null
): Promise<void> {
  const columns = { ...paymentColumns(payment), entry_id: entry }
  await savePayment(tx, row.id, { ...columns, version: row.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind,
    about: { kind: 'payment', id: row.id },
    ...asOf(by, row.group_id),
    facts: { plan: row.plan_id, state: payment.state, why: columns.why, paidOn: columns.paid_on, entry }
  })
}

/** A second person looked. Refusals: `not-allowed`, and those of `approvePayment`. */
export const approve = (tx: Tx, by: By, id: string): Promise<Decision<Payment>> =>
  verb(
    tx,
    by,
    id,
    'payment-approved',
    (row) => mayApprove(by.roles, row.group_id),
    (payment, row) => approvePayment(payment, by.person!, (row.payee_id ?? undefined) as PersonId | undefined)
  )

/** Refusals: `not-allowed`, `payment-not-asked`, `reason-missing`. */
export const refusePaymentBecause = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Payment>> =>
  verb(
    tx,
    by,
    id,
    'payment-refused',
    (row) => mayApprove(by.roles, row.group_id),
    (payment) => refusePayment(payment, why)
  )

/** The bank (or the bursar) paid it; the entry is written with it. Refusals: those of `payOut` and `move`. */
export async function payPayment(
  tx: Tx,
  by: By,
  id: string,
  typed: { from: string; paidOn: string | undefined }
): Promise<Decision<string>> {
  const row = await heldPayment(tx, id)
  const shown = row && (await paymentOf(tx, id))
  if (!row || !shown) return refused('not-found')
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const payment = payOut(paymentIn(row), typed.paidOn, by.today)
  if (!payment.ok) return payment
  const { account_id: to, what } = row
  const entry = await move(tx, by, {
    movement: 'paid',
    from: typed.from,
    to,
    amount: cents(Number(row.amount)),
    on: typed.paidOn,
    what
  })
  if (!entry.ok) return entry
  await save(tx, by, shown, payment.value, 'payment-paid', entry.value)
  return entry
}

/** Takes the entry of a payment back; the payment then waits for the bank again. Refusals: `not-found`, `payment-not-paid`, those of `correct`. */
export async function unpay(tx: Tx, by: By, entry: string, why: string | undefined): Promise<Decision<string>> {
  const shown = await paymentOfEntry(tx, entry)
  const row = shown && (await heldPayment(tx, shown.id))
  if (!row || !shown) return refused('not-found')
  const payment = takePaymentBack(paymentIn(row))
  if (!payment.ok) return payment
  const back = await takeBack(tx, by, entry, why)
  if (back.ok) await save(tx, by, shown, payment.value, 'payment-taken-back')
  return back
}

/**
 * Takes an entry back, by hand. When it is of a payment, that waits for the bank again.
 * Refusals: `not-allowed`, `not-found`, and those of `correct`.
 */
export async function correctEntry(tx: Tx, by: By, id: string, why: string | undefined): Promise<Decision<string>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const back = (await paymentOfEntry(tx, id)) ? await unpay(tx, by, id, why) : await takeBack(tx, by, id, why)
  // The bank's line is still true: it can be booked as what it was.
  if (back.ok) await freeLineOf(tx, id)
  return back
}
