/** Grants: money from outside with a calendar and a budget of its own. */
import { cents, grantClock, type Day } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type GrantRow = Tables['ledger_grant'] & { funder: string }
export type ItemRow = Tables['grant_item']

const grants = (read: Reader) =>
  read
    .selectFrom('ledger_grant')
    .innerJoin('ledger_account', 'ledger_account.id', 'ledger_grant.account_id')
    .selectAll('ledger_grant')
    .select('ledger_account.name as funder')

/** What ends first, first. */
export const allGrants = (read: Reader): Promise<GrantRow[]> =>
  grants(read).orderBy('ledger_grant.until_on').orderBy('ledger_grant.id').limit(200).execute()
export const grantOf = (read: Reader, id: string): Promise<GrantRow | undefined> =>
  grants(read).where('ledger_grant.id', '=', id).executeTakeFirst()
export const heldGrant = (tx: Tx, id: string): Promise<Tables['ledger_grant'] | undefined> =>
  held(tx, tx.selectFrom('ledger_grant').selectAll().where('id', '=', id)).executeTakeFirst()
export const addGrant = (tx: Tx, row: Tables['ledger_grant']) => tx.insertInto('ledger_grant').values(row).execute()
export const saveGrant = (tx: Tx, id: string, row: Partial<Tables['ledger_grant']>) =>
  tx.updateTable('ledger_grant').set(row).where('id', '=', id).execute()

export const itemsOf = (read: Reader, grant: string): Promise<ItemRow[]> =>
  read.selectFrom('grant_item').selectAll().where('grant_id', '=', grant).orderBy('place').orderBy('id').execute()
export const itemOf = (read: Reader, id: string): Promise<ItemRow | undefined> =>
  read.selectFrom('grant_item').selectAll().where('id', '=', id).executeTakeFirst()
export const addItem = (tx: Tx, row: ItemRow) => tx.insertInto('grant_item').values(row).execute()
export const saveItem = (tx: Tx, id: string, row: Partial<ItemRow>) =>
  tx.updateTable('grant_item').set(row).where('id', '=', id).execute()
export const removeItem = (tx: Tx, id: string) => tx.deleteFrom('grant_item').where('id', '=', id).execute()
export const itemIsUsed = async (read: Reader, id: string): Promise<boolean> =>
  (await read.selectFrom('payment').select('id').where('item_id', '=', id).executeTakeFirst()) !== undefined

export const roundsIn = (row: Pick<GrantRow, 'round_ids'>): string[] => JSON.parse(row.round_ids) as string[]

/** Items of the grants that pay for the round of this plan: what its payments can be accounted for under. */
export async function itemsForRound(read: Reader, round: string): Promise<(ItemRow & { grant_name: string })[]> {
  const mine = (await allGrants(read)).filter((row) => roundsIn(row).includes(round))
  const found = await Promise.all(
    mine.map(async (row) => (await itemsOf(read, row.id)).map((item) => ({ ...item, grant_name: row.name })))
  )
  return found.flat()
}

/** Plans of these rounds that have money, with how the doing stands. */
export const plansDone = (read: Reader, rounds: readonly string[]) =>
  rounds.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('proposal')
        .innerJoin('ledger_account', 'ledger_account.proposal_id', 'proposal.id')
        .leftJoin('resident_group', 'resident_group.id', 'proposal.group_id')
        .leftJoin('plan_result', 'plan_result.proposal_id', 'proposal.id')
        .select([
          'proposal.id',
          'proposal.title',
          'proposal.what',
          'resident_group.name as group_name',
          'ledger_account.id as account_id',
          'ledger_account.debited',
          'ledger_account.credited',
          'plan_result.state',
          'plan_result.result'
        ])
        .where('proposal.round_id', 'in', [...rounds])
        .orderBy('proposal.title')
        .orderBy('proposal.id')
        .execute()

export interface PaidRow {
  id: string
  amount: number
  what: string
  paid_on: string | null
  payee_kind: 'business' | 'person'
  payee_name: string
  item_id: string | null
  entry_nr: number
  plan_title: string
}

/** What was paid for plans of these rounds within these days, in the order of the books. */
export const paidIn = (read: Reader, rounds: readonly string[], from: string, until: string): Promise<PaidRow[]> =>
  rounds.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('payment')
        .innerJoin('ledger_account', 'ledger_account.id', 'payment.account_id')
        .innerJoin('proposal', 'proposal.id', 'ledger_account.proposal_id')
        .innerJoin('ledger_entry', 'ledger_entry.id', 'payment.entry_id')
        .select([
          'payment.id',
          'payment.amount',
          'payment.what',
          'payment.paid_on',
          'payment.payee_kind',
          'payment.payee_name',
          'payment.item_id',
          'ledger_entry.nr as entry_nr',
          'proposal.title as plan_title'
        ])
        .where('payment.state', '=', 'paid')
        .where('proposal.round_id', 'in', [...rounds])
        .where('payment.paid_on', '>=', from)
        .where('payment.paid_on', '<=', until)
        .orderBy('ledger_entry.nr')
        .execute()

/** What came from this funder within these days, what was given or taken back taken off. */
export async function receivedFrom(read: Reader, account: string, from: string, until: string) {
  const rows = await read
    .selectFrom('ledger_entry')
    .select((e) => ['movement', 'corrects_id', e.fn.sum('amount').as('sum')])
    .where((e) => e.or([e('from_id', '=', account), e('to_id', '=', account)]))
    .where('movement', 'in', ['received', 'repaid'])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .groupBy(['movement', 'corrects_id'])
    .execute()
  const sign = (movement: string, back: boolean) => (movement === 'received' ? 1 : -1) * (back ? -1 : 1)
  return cents(rows.reduce((sum, row) => sum + sign(row.movement, row.corrects_id !== null) * Number(row.sum), 0))
}

export const resultOf = (read: Reader, plan: string): Promise<Tables['plan_result'] | undefined> =>
  read.selectFrom('plan_result').selectAll().where('proposal_id', '=', plan).executeTakeFirst()
export const heldResult = (tx: Tx, plan: string): Promise<Tables['plan_result'] | undefined> =>
  held(tx, tx.selectFrom('plan_result').selectAll().where('proposal_id', '=', plan)).executeTakeFirst()
export const putResult = async (tx: Tx, row: Tables['plan_result']) => {
  const { proposal_id: _plan, ...rest } = row
  await tx
    .insertInto('plan_result')
    .values(row)
    .onConflict((conflict) => conflict.column('proposal_id').doUpdateSet(rest))
    .execute()
}

/** As the calendar of the rules reads it. */
export const calendarOf = (row: GrantRow): { until: Day; renewBy?: Day } => ({
  until: row.until_on as Day,
  ...(row.renew_on ? { renewBy: row.renew_on as Day } : {})
})

export const soonEnding = async (read: Reader, today: Day): Promise<GrantRow[]> =>
  (await allGrants(read)).filter((row) => !['running', 'ended'].includes(grantClock(calendarOf(row), today).state))

/** The item of a grant that is called so. */
export const itemNamed = async (read: Reader, grant: string, what: string): Promise<string> =>
  (await itemsOf(read, grant)).find((item) => item.what === what)?.id ?? ''
