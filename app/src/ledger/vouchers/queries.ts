/** Vouchers: bills and receipts of payments. Their bytes are only read for the file itself. */
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

const shown = [
  'id',
  'payment_id',
  'type',
  'width',
  'height',
  'sha256',
  'cells',
  'state',
  'checked_by',
  'checked_on',
  'version',
  'made_at'
] as const
export type VoucherRow = Pick<Tables['voucher'], (typeof shown)[number]>

export const voucherOf = (read: Reader, id: string): Promise<VoucherRow | undefined> =>
  read
    .selectFrom('voucher')
    .select([...shown])
    .where('id', '=', id)
    .executeTakeFirst()

export const vouchersOf = (read: Reader, payments: readonly string[]): Promise<VoucherRow[]> =>
  payments.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('voucher')
        .select([...shown])
        .where('payment_id', 'in', [...payments])
        .orderBy('made_at')
        .orderBy('id')
        .execute()

/** What everybody sees. */
export const shownFile = (read: Reader, id: string) =>
  read
    .selectFrom('voucher')
    .select(['type', 'shown_bytes as bytes'])
    .where('id', '=', id)
    .where('state', '=', 'shown')
    .executeTakeFirst()

/** As it was sent, for who looks after the money. */
export const wholeFile = (read: Reader, id: string) =>
  read.selectFrom('voucher').select(['type', 'bytes', 'width', 'height']).where('id', '=', id).executeTakeFirst()

export const heldVoucher = (tx: Tx, id: string): Promise<Tables['voucher'] | undefined> =>
  held(tx, tx.selectFrom('voucher').selectAll().where('id', '=', id)).executeTakeFirst()
export const addVoucher = (tx: Tx, row: Tables['voucher']) => tx.insertInto('voucher').values(row).execute()
export const saveVoucher = (tx: Tx, id: string, row: Partial<Tables['voucher']>) =>
  tx.updateTable('voucher').set(row).where('id', '=', id).execute()

export const vouchersOfPayment = (read: Reader, payment: string): Promise<VoucherRow[]> => vouchersOf(read, [payment])
