/** Accounts of the books: where the money is or comes from (bank, bursar, funder), and what it is for (round, plan). */
import { standing, type AccountKind, type AccountNow, type Cents } from '@buurtmacht/domain'
import type { Selectable } from 'kysely'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type AccountRow = Selectable<Tables['ledger_account']>

/** The names of rounds and plans are theirs: as they are called now. */
const accounts = (read: Reader) =>
  read
    .selectFrom('ledger_account')
    .leftJoin('budget_round', 'budget_round.id', 'ledger_account.round_id')
    .leftJoin('proposal', 'proposal.id', 'ledger_account.proposal_id')
    .selectAll('ledger_account')
    .select((e) => e.fn.coalesce('budget_round.title', 'proposal.title', 'ledger_account.name').as('name'))

export const accountsOf = (read: Reader, kinds?: readonly AccountKind[]): Promise<AccountRow[]> =>
  accounts(read)
    .$if(kinds !== undefined, (query) => query.where('ledger_account.kind', 'in', [...(kinds ?? [])]))
    .orderBy('ledger_account.kind')
    .orderBy('ledger_account.made_at')
    .orderBy('ledger_account.id')
    .execute()

export const accountOf = (read: Reader, id: string): Promise<AccountRow | undefined> =>
  accounts(read).where('ledger_account.id', '=', id).executeTakeFirst()

/** Held in the order of their ids, so that two entries between the same two accounts never wait for each other in a circle. */
export async function heldAccounts(tx: Tx, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const found = new Map<string, AccountRow>()
  for (const id of [...new Set(ids)].toSorted()) {
    const row = await held(tx, tx.selectFrom('ledger_account').selectAll().where('id', '=', id)).executeTakeFirst()
    if (row) found.set(id, row)
  }
  return found
}

export const accountOfRound = (read: Reader, round: string): Promise<AccountRow | undefined> =>
  accounts(read).where('ledger_account.round_id', '=', round).executeTakeFirst()
export const accountOfPlan = (read: Reader, plan: string): Promise<AccountRow | undefined> =>
  accounts(read).where('ledger_account.proposal_id', '=', plan).executeTakeFirst()

export const accountIdOf = async (read: Reader, kind: 'round' | 'plan', id: string): Promise<string | undefined> =>
  (await (kind === 'round' ? accountOfRound(read, id) : accountOfPlan(read, id)))?.id

export const addAccount = (tx: Tx, row: Omit<AccountRow, 'debited' | 'credited'>) =>
  tx.insertInto('ledger_account').values(row).execute()

export const accountNow = (row: AccountRow): AccountNow => ({
  id: row.id,
  kind: row.kind,
  debited: Number(row.debited),
  credited: Number(row.credited)
})

/** What stands on it, as people read it. */
export const standsOn = (row: AccountRow): Cents => standing(row.kind, Number(row.debited), Number(row.credited))

/** Plans that were chosen, or that were on a ballot that must be counted by now, with their round: those that can get money. */
export const plansToPay = (read: Reader) =>
  read
    .selectFrom('proposal')
    .innerJoin('budget_round', 'budget_round.id', 'proposal.round_id')
    .leftJoin('resident_group', 'resident_group.id', 'proposal.group_id')
    .select([
      'proposal.id',
      'proposal.title',
      'proposal.cost',
      'proposal.group_id',
      'resident_group.name as group_name',
      'budget_round.id as round_id',
      'budget_round.title as round_title'
    ])
    .where('proposal.state', '=', 'onBallot')
    .where((e) => e.or([e('proposal.won', 'is', null), e('proposal.won', '=', 1)]))
    .where('budget_round.state', 'in', ['frozen', 'counted', 'closed'])
    .orderBy('budget_round.made_at', 'desc')
    .orderBy('proposal.title')
    .orderBy('proposal.id')
