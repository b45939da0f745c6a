/** A file of the bank is looked at, booked line by line or all that fits at once, and taken back by counter-entries. */
import {
  cents,
  fitting,
  lineKeys,
  ok,
  readPositiveAmount,
  readReason,
  refused,
  type Cents,
  type Decision,
  type Movement
} from '@buurtmacht/domain'
import { sha256, type Reader, type Tables, type Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { accountOf } from '../accounts/queries.ts'
import { move, takeBack } from '../entries/actions.ts'
import { payPayment, unpay } from '../payments/actions.ts'
import { keepsBooks } from '../who.ts'
import {
  addImport,
  addLine,
  approvedPayments,
  heldImport,
  lineOf,
  linesOf,
  saveImport,
  saveLine,
  type LineRow
} from './queries.ts'
import type { Statement } from './read.ts'

/** Keeps what the file says, books nothing. Refusals: `not-allowed`, `field-not-a-choice` (account), `bank-file-other-account`. */
export async function keepStatement(
  tx: Tx,
  by: By,
  account: string,
  statement: Statement,
  bytes: Uint8Array
): Promise<Decision<string>> {
  if (!keepsBooks(by.roles) || !by.person) return refused('not-allowed')
  const row = await accountOf(tx, account)
  if (row?.kind !== 'bank') return refused('field-not-a-choice', { field: 'account' })
  if (row.iban && row.iban !== statement.iban) return refused('bank-file-other-account', { field: 'file' })
  const days = statement.lines.map((line) => line.on).toSorted()
  const id = newId(by)
  await addImport(tx, {
    id,
    account_id: account,
    format: statement.format,
    sha256: sha256(bytes),
    from_on: days[0]!,
    until_on: days.at(-1)!,
    state: 'open',
    why: null,
    version: 1,
    made_by: by.person,
    made_at: by.at,
    changed_at: by.at
  })
  const keys = lineKeys(statement.iban, statement.lines)
  for (const [at, line] of statement.lines.entries())
    await addLine(tx, {
      id: newId(by),
      import_id: id,
      nr: at + 1,
      on_day: line.on,
      amount: line.amount ?? null,
      written: line.written,
      name: line.name || null,
      iban: line.iban || null,
      text: line.text || null,
      line_key: sha256(keys[at]!),
      state: 'open',
      entry_id: null,
      payment_id: null
    })
  const facts = { account, lines: statement.lines.length, from: days[0], until: days.at(-1), sha256: sha256(bytes) }
  await record(tx, by, {
    kind: 'bank-file-read',
    about: { kind: 'bankImport', id },
    as: 'administrator',
    facts
  })
  return ok(id)
}

/** Lines that can still be booked, with the one payment each fits. */
export async function suggested(tx: Reader, id: string): Promise<{ line: LineRow; payment: string }[]> {
  const lines = (await linesOf(tx, id)).filter(
    (line) => line.state === 'open' && line.amount !== null && !line.twin_entry
  )
  const payments = (await approvedPayments(tx)).map((one) => ({ id: one.id, amount: cents(Number(one.amount)) }))
  const known = new Map(lines.map((line) => [line.id, line]))
  return fitting(
    lines.map((line) => ({ id: line.id, amount: cents(Number(line.amount)) })),
    payments
  ).map(({ line, payment }) => ({ line: known.get(line)!, payment }))
}

async function openImport(tx: Tx, by: By, id: string): Promise<Decision<Tables['bank_import']>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const row = await heldImport(tx, id)
  if (!row) return refused('not-found')
  return row.state === 'open' ? ok(row) : refused('bank-import-undone')
}

/** Books every line that fits one waiting payment and no other. Refusals: `not-found`, `bank-import-undone`, those of `payPayment`. */
export async function bookSuggested(tx: Tx, by: By, id: string): Promise<Decision<number>> {
  const row = await openImport(tx, by, id)
  if (!row.ok) return row
  const fits = await suggested(tx, id)
  for (const { line, payment } of fits) {
    const done = await bookPayment(tx, by, row.value, line, payment)
    if (!done.ok) return done
  }
  await touched(tx, by, row.value, { booked: fits.length })
  return ok(fits.length)
}

async function bookPayment(
  tx: Tx,
  by: By,
  row: Tables['bank_import'],
  line: LineRow,
  payment: string
): Promise<Decision<string>> {
  const [waits] = (await approvedPayments(tx)).filter((one) => one.id === payment)
  if (!waits) return refused('payment-not-approved', { field: 'as' })
  if (Number(waits.amount) !== -Number(line.amount)) return refused('field-not-a-choice', { field: 'as' })
  const entry = await payPayment(tx, by, payment, { from: row.account_id, paidOn: line.on_day })
  if (!entry.ok) return entry
  await saveLine(tx, line.id, { state: 'booked', entry_id: entry.value, payment_id: payment })
  return entry
}

/** @param facts how many lines were booked, or left. */
async function touched(
  tx: Tx,
  by: By,
  row: Tables['bank_import'],
  facts: { booked?: number; left?: number }
): Promise<void> {
  await saveImport(tx, row.id, { version: row.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind: 'bank-lines-told',
    about: { kind: 'bankImport', id: row.id },
    as: 'administrator',
    facts
  })
}

export interface LineSaid {
  /** `payment:…`, `received:…`, `repaid:…`, `advanced:…`, `returned:…` with an account, or `left`. */
  as: string
  /** What an unclear amount is, in words of who looked at the paper. */
  amount?: string | undefined
}

/**
 * Says what one line is. Refusals: `not-found`, `bank-line-booked`, `bank-line-amount-unclear`, `field-not-a-choice`, and those of `move`
 * and `payPayment`.
 */
export async function bookLine(tx: Tx, by: By, id: string, said: LineSaid): Promise<Decision<string>> {
  const known = await lineOf(tx, id)
  const row = known ? await openImport(tx, by, known.import_id) : refused('not-found')
  if (!row.ok) return row
  const line = (await lineOf(tx, id))!
  if (line.state === 'booked' || line.state === 'undone' || line.twin_entry) return refused('bank-line-booked')
  if (said.as === 'left') {
    await saveLine(tx, id, { state: 'left' })
    await touched(tx, by, row.value, { left: 1 })
    return ok(line.import_id)
  }
  const amount = amountOf(line, said.amount)
  if (!amount.ok) return amount
  if (line.amount === null) await saveLine(tx, id, { amount: amount.value })
  const [kind = '', other = ''] = said.as.split(':')
  const done =
    kind === 'payment'
      ? await bookPayment(tx, by, row.value, { ...line, amount: amount.value }, other)
      : await bookMove(tx, by, row.value, { ...line, amount: amount.value }, kind, other)
  if (!done.ok) return done
  await touched(tx, by, row.value, { booked: 1 })
  return ok(line.import_id)
}

function amountOf(line: LineRow, typed: string | undefined): Decision<Cents> {
  if (line.amount !== null) return ok(cents(Number(line.amount)))
  if (!typed?.trim()) return refused('bank-line-amount-unclear', { field: 'amount' })
  const amount = readPositiveAmount('amount', typed)
  return amount.ok ? ok(cents(line.written.startsWith('-') ? -amount.value : amount.value)) : amount
}

/** Money that comes in goes onto the bank; money that goes out comes off it. The words are ours: the bank's are personal. */
async function bookMove(
  tx: Tx,
  by: By,
  row: Tables['bank_import'],
  line: LineRow,
  kind: string,
  other: string
): Promise<Decision<string>> {
  const comesIn = Number(line.amount) > 0
  const may: readonly Movement[] = comesIn ? ['received', 'returned'] : ['advanced', 'repaid']
  const movement = may.find((one) => one === kind)
  const account = await accountOf(tx, other)
  if (!movement || !account) return refused('field-not-a-choice', { field: 'as' })
  const entry = await move(tx, by, {
    movement,
    from: comesIn ? other : row.account_id,
    to: comesIn ? row.account_id : other,
    amount: cents(Math.abs(Number(line.amount))),
    on: line.on_day,
    what: `Volgens de bank: ${account.name}`
  })
  if (!entry.ok) return entry
  await saveLine(tx, line.id, { state: 'booked', entry_id: entry.value })
  return entry
}

/** Takes everything of this file back by counter-entries. Refusals: `not-found`, `bank-import-undone`, `reason-missing`. */
export async function undoImport(tx: Tx, by: By, id: string, why: string | undefined): Promise<Decision<number>> {
  const row = await openImport(tx, by, id)
  if (!row.ok) return row
  const reason = readReason(why)
  if (!reason.ok) return reason
  const lines = await linesOf(tx, id)
  // The newest first, so that nothing is taken back that a later line rests on.
  for (const line of lines.toReversed()) {
    if (line.entry_id && !line.back_id) {
      const back = line.payment_id
        ? await unpay(tx, by, line.entry_id, reason.value)
        : await takeBack(tx, by, line.entry_id, reason.value)
      if (!back.ok) return back
    }
    await saveLine(tx, line.id, { state: 'undone', entry_id: null, payment_id: null })
  }
  await saveImport(tx, id, { state: 'undone', why: reason.value, version: row.value.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind: 'bank-file-taken-back',
    about: { kind: 'bankImport', id },
    as: 'administrator',
    facts: { why: reason.value, lines: lines.filter((line) => line.entry_id).length }
  })
  return ok(lines.length)
}
