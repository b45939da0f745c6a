/**
 * Books are kept seven whole years (Awb 4:69). What is personal in them goes after that: who was paid, what the bank wrote, the whole bills.
 * The entries themselves stay: they name nobody.
 */
import { booksKeptUntil, type Day } from '@buurtmacht/domain'
import type { Reader, Tx } from '../../db/index.ts'

/** What happened before this day has been kept long enough. */
const keptFrom = (today: Day): string => `${Number(today.slice(0, 4)) - 7}-01-01`

export async function forgetOldBooks(tx: Tx, today: Day): Promise<void> {
  const before = keptFrom(today)
  const old = tx.selectFrom('payment').select('id').where('changed_at', '<', before)
  await tx
    .updateTable('voucher')
    .set({ bytes: null })
    .where('bytes', 'is not', null)
    .where('payment_id', 'in', old)
    .execute()
  await tx
    .updateTable('payment')
    .set({ payee_name: '', payee_id: null })
    .where('changed_at', '<', before)
    .where('payee_kind', '=', 'person')
    .where('payee_name', '<>', '')
    .execute()
  await tx
    .updateTable('bank_line')
    .set({ name: null, iban: null, text: null })
    .where('on_day', '<', before)
    .where((e) => e.or([e('name', 'is not', null), e('iban', 'is not', null), e('text', 'is not', null)]))
    .execute()
}

/** Until which day the books need who this was; nothing when they do not. Whoever erases a person asks this first. */
export async function booksNeed(read: Reader, person: string): Promise<Day | undefined> {
  const paid = await read
    .selectFrom('payment')
    .select((e) => e.fn.max('changed_at').as('at'))
    .where((e) => e.or([e('asked_by', '=', person), e('approved_by', '=', person), e('payee_id', '=', person)]))
    .executeTakeFirst()
  const signed = await read
    .selectFrom('audit_statement')
    .select((e) => e.fn.max('until_on').as('on'))
    .where((e) => e.or([e('written_by', '=', person), e('signed_by', '=', person)]))
    .executeTakeFirst()
  const last = [paid?.at?.slice(0, 10), signed?.on]
    .filter((day): day is string => Boolean(day))
    .toSorted()
    .at(-1)
  return last === undefined ? undefined : booksKeptUntil(last as Day)
}
