/** Payments for plans: asked, looked at by a second person, paid. */
import { asId, cents, type Cents, type Day, type Payment, type PersonId } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type PaymentRow = Tables['payment'] & {
  plan_id: string
  plan_title: string
  group_id: string | null
  entry_nr: number | null
}

const payments = (read: Reader) =>
  read
    .selectFrom('payment')
    .innerJoin('ledger_account', 'ledger_account.id', 'payment.account_id')
    .innerJoin('proposal', 'proposal.id', 'ledger_account.proposal_id')
    .leftJoin('ledger_entry', 'ledger_entry.id', 'payment.entry_id')
    .selectAll('payment')
    .select([
      'proposal.id as plan_id',
      'proposal.title as plan_title',
      'proposal.group_id as group_id',
      'ledger_entry.nr as entry_nr'
    ])

export const paymentOf = (read: Reader, id: string): Promise<PaymentRow | undefined> =>
  payments(read).where('payment.id', '=', id).executeTakeFirst()

/** Of one plan, the newest first. */
export const paymentsOfPlan = (read: Reader, plan: string): Promise<PaymentRow[]> =>
  payments(read)
    .where('proposal.id', '=', plan)
    .orderBy('payment.made_at', 'desc')
    .orderBy('payment.id')
    .limit(500)
    .execute()

/** Those that wait for a second person or for the bank, the oldest first. */
export const waitingPayments = (read: Reader): Promise<PaymentRow[]> =>
  payments(read)
    .where('payment.state', 'in', ['asked', 'approved'])
    .orderBy('payment.made_at')
    .orderBy('payment.id')
    .limit(200)
    .execute()

export const heldPayment = (tx: Tx, id: string): Promise<Tables['payment'] | undefined> =>
  held(tx, tx.selectFrom('payment').selectAll().where('id', '=', id)).executeTakeFirst()

export const paymentOfEntry = (read: Reader, entry: string): Promise<PaymentRow | undefined> =>
  payments(read).where('payment.entry_id', '=', entry).executeTakeFirst()

export const addPayment = (tx: Tx, row: Tables['payment']) => tx.insertInto('payment').values(row).execute()
export const savePayment = (tx: Tx, id: string, row: Partial<Tables['payment']>) =>
  tx.updateTable('payment').set(row).where('id', '=', id).execute()

/** What is asked or approved but not yet paid: it is spoken for. */
export async function spokenFor(read: Reader, account: string): Promise<Cents> {
  const row = await read
    .selectFrom('payment')
    .select((e) => e.fn.sum('amount').as('sum'))
    .where('account_id', '=', account)
    .where('state', 'in', ['asked', 'approved'])
    .executeTakeFirst()
  return cents(Number(row?.sum ?? 0))
}

/** Somebody with an account here by exactly this name. */
export const personNamed = async (read: Reader, name: string): Promise<string | undefined> => {
  const rows = await read.selectFrom('person').select(['id', 'name']).where('erased_at', 'is', null).execute()
  const same = rows.filter((row) => plain(row.name) === plain(name))
  return same.length === 1 ? same[0]!.id : undefined
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase()

/** A row as the rules know it. */
export function paymentIn(row: Tables['payment']): Payment {
  const askedBy = asId<PersonId>(row.asked_by)
  const approvedBy = asId<PersonId>(row.approved_by ?? '')
  switch (row.state) {
    case 'asked':
      return { state: 'asked', askedBy }
    case 'approved':
      return { state: 'approved', askedBy, approvedBy }
    case 'paid':
      return { state: 'paid', askedBy, approvedBy, paidOn: (row.paid_on ?? row.changed_at.slice(0, 10)) as Day }
    case 'refused':
      return { state: 'refused', askedBy, why: row.why ?? '' }
  }
}

export const paymentColumns = (payment: Payment) => ({
  state: payment.state,
  approved_by: 'approvedBy' in payment ? payment.approvedBy : null,
  why: payment.state === 'refused' ? payment.why : null,
  paid_on: payment.state === 'paid' ? payment.paidOn : null
})
