/** Vouchers are kept whole for who looks after the money, and shown to everybody once somebody has looked and covered what is personal. */
import { ok, readReason, refused, type Decision } from '@buurtmacht/domain'
import { sha256, type Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By, type Cell, type Paper } from '../../web/index.ts'
import { paymentOf } from '../payments/queries.ts'
import { seesToMoney } from '../who.ts'
import { addVoucher, heldVoucher, saveVoucher } from './queries.ts'

/** How a picture is divided to cover parts of it. */
export const grid = { rows: 16, columns: 8 }

export async function keepVoucher(tx: Tx, by: By, payment: string, paper: Paper): Promise<string> {
  const id = newId(by)
  await addVoucher(tx, {
    id,
    payment_id: payment,
    type: paper.type,
    bytes: paper.bytes,
    shown_bytes: null,
    width: 'width' in paper ? paper.width : null,
    height: 'height' in paper ? paper.height : null,
    sha256: sha256(paper.bytes),
    cells: '[]',
    state: 'closed',
    checked_by: null,
    checked_on: null,
    version: 1,
    made_by: by.person ?? null,
    made_at: by.at
  })
  const facts = { payment, type: paper.type, sha256: sha256(paper.bytes) }
  await record(tx, by, { kind: 'voucher-kept', about: { kind: 'voucher', id }, facts })
  return id
}

/** Another bill with the same payment. Refusals: `not-found`, `not-allowed`. */
export async function addVoucherTo(tx: Tx, by: By, payment: string, paper: Paper): Promise<Decision<string>> {
  const row = await paymentOf(tx, payment)
  if (!row) return refused('not-found')
  if (!by.person || !seesToMoney(by.roles, row.group_id)) return refused('not-allowed')
  return ok(await keepVoucher(tx, by, payment, paper))
}

async function toChange(tx: Tx, by: By, id: string) {
  const row = await heldVoucher(tx, id)
  const payment = row && (await paymentOf(tx, row.payment_id))
  if (!row || !payment || !row.bytes) return refused('not-found')
  return by.person && seesToMoney(by.roles, payment.group_id) ? ok(row) : refused('not-allowed')
}

/**
 * Somebody looked, and says that nothing personal is left to see. What was covered is not in the file that everybody gets.
 * @param covered the picture with those cells painted over; absent for a PDF.
 * Refusals: `not-found`, `not-allowed`, `changed-meanwhile`, `voucher-pdf-cannot-be-covered`.
 */
export async function showVoucher(
  tx: Tx,
  by: By,
  id: string,
  said: { cells: readonly Cell[]; covered: Uint8Array | undefined; version: number }
): Promise<Decision<string>> {
  const row = await toChange(tx, by, id)
  if (!row.ok) return row
  if (row.value.version !== said.version) return refused('changed-meanwhile')
  const isPdf = row.value.type === 'application/pdf'
  if (isPdf && said.cells.length > 0) return refused('voucher-pdf-cannot-be-covered')
  const bytes = isPdf ? row.value.bytes! : said.covered
  if (!bytes) return refused('not-found')
  const cells = JSON.stringify(said.cells.map(({ row: at, column }) => `${at}-${column}`))
  await saveVoucher(tx, id, {
    shown_bytes: bytes,
    cells,
    state: 'shown',
    checked_by: by.person!,
    checked_on: by.today,
    version: row.value.version + 1
  })
  const facts = { payment: row.value.payment_id, covered: said.cells.length, shownSha256: sha256(bytes) }
  await record(tx, by, { kind: 'voucher-shown', about: { kind: 'voucher', id }, facts })
  return ok(row.value.payment_id)
}

/** Something personal was seen after all: nobody gets the file any more, with a reason. Refusals: `not-found`, `not-allowed`, `reason-missing`. */
export async function hideVoucher(tx: Tx, by: By, id: string, why: string | undefined): Promise<Decision<string>> {
  const row = await toChange(tx, by, id)
  if (!row.ok) return row
  const reason = readReason(why)
  if (!reason.ok) return reason
  await saveVoucher(tx, id, { shown_bytes: null, state: 'closed', version: row.value.version + 1 })
  const facts = { payment: row.value.payment_id, why: reason.value }
  await record(tx, by, { kind: 'voucher-hidden', about: { kind: 'voucher', id }, facts })
  return ok(row.value.payment_id)
}
