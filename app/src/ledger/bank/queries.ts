/** What was read from files of the bank. Names, numbers and words in it are for those who keep the books. */
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type ImportRow = Tables['bank_import'] & { account_name: string }
export type LineRow = Tables['bank_line'] & {
  entry_nr: number | null
  /** The same line is booked already, from another file. */
  twin_entry: string | null
  /** What it was booked as has been taken back by hand. */
  back_id: string | null
}

const imports = (read: Reader) =>
  read
    .selectFrom('bank_import')
    .innerJoin('ledger_account', 'ledger_account.id', 'bank_import.account_id')
    .selectAll('bank_import')
    .select('ledger_account.name as account_name')

export const importOf = (read: Reader, id: string): Promise<ImportRow | undefined> =>
  imports(read).where('bank_import.id', '=', id).executeTakeFirst()

/** The newest first; a neighbourhood has a few a month. */
export const newestImports = (read: Reader): Promise<ImportRow[]> =>
  imports(read).orderBy('bank_import.made_at', 'desc').orderBy('bank_import.id').limit(50).execute()

export const heldImport = (tx: Tx, id: string): Promise<Tables['bank_import'] | undefined> =>
  held(tx, tx.selectFrom('bank_import').selectAll().where('id', '=', id)).executeTakeFirst()
export const addImport = (tx: Tx, row: Tables['bank_import']) => tx.insertInto('bank_import').values(row).execute()
export const saveImport = (tx: Tx, id: string, row: Partial<Tables['bank_import']>) =>
  tx.updateTable('bank_import').set(row).where('id', '=', id).execute()

const lines = (read: Reader) =>
  read
    .selectFrom('bank_line')
    .leftJoin('ledger_entry', 'ledger_entry.id', 'bank_line.entry_id')
    .leftJoin('ledger_entry as back', 'back.corrects_id', 'bank_line.entry_id')
    .leftJoin('bank_line as twin', (join) =>
      join
        .onRef('twin.line_key', '=', 'bank_line.line_key')
        .on('twin.state', '=', 'booked')
        .onRef('twin.id', '<>', 'bank_line.id')
    )
    .selectAll('bank_line')
    .select(['ledger_entry.nr as entry_nr', 'twin.entry_id as twin_entry', 'back.id as back_id'])

export const linesOf = (read: Reader, id: string): Promise<LineRow[]> =>
  lines(read).where('bank_line.import_id', '=', id).orderBy('bank_line.nr').execute()

export const lineOf = (read: Reader, id: string): Promise<LineRow | undefined> =>
  lines(read).where('bank_line.id', '=', id).executeTakeFirst()

export const addLine = (tx: Tx, row: Tables['bank_line']) => tx.insertInto('bank_line').values(row).execute()
export const saveLine = (tx: Tx, id: string, row: Partial<Tables['bank_line']>) =>
  tx.updateTable('bank_line').set(row).where('id', '=', id).execute()

/** Approved payments that wait for the bank. */
export const approvedPayments = (read: Reader) =>
  read
    .selectFrom('payment')
    .select(['id', 'amount', 'what', 'payee_name'])
    .where('state', '=', 'approved')
    .orderBy('made_at')
    .orderBy('id')
    .limit(500)
    .execute()

export const freeLineOf = (tx: Tx, entry: string) =>
  tx
    .updateTable('bank_line')
    .set({ state: 'open', entry_id: null, payment_id: null })
    .where('entry_id', '=', entry)
    .execute()
