/** What plans were granted, for others to count with. */
import type { Reader } from '../../db/index.ts'

export const plansGranted = (read: Reader) =>
  read
    .selectFrom('ledger_account')
    .innerJoin('proposal', 'proposal.id', 'ledger_account.proposal_id')
    .innerJoin('resident_group', 'resident_group.id', 'proposal.group_id')
    .innerJoin('budget_round', 'budget_round.id', 'proposal.round_id')
    .innerJoin('ledger_entry', (join) =>
      join.onRef('ledger_entry.from_id', '=', 'ledger_account.id').on('ledger_entry.movement', '=', 'allotted')
    )
    .leftJoin('ledger_entry as back', 'back.corrects_id', 'ledger_entry.id')
    .select((e) => [
      'ledger_account.id as account',
      'proposal.id',
      'proposal.title',
      'proposal.what',
      'proposal.cost',
      'resident_group.id as group_id',
      'resident_group.name as group_name',
      'budget_round.id as round_id',
      'budget_round.title as round_title',
      'budget_round.doing_on',
      'budget_round.end_on',
      e.fn.min('ledger_entry.on_day').as('awarded_on'),
      e.fn.max('ledger_entry.made_at').as('changed_at')
    ])
    .where('ledger_entry.corrects_id', 'is', null)
    .where('back.id', 'is', null)
    .groupBy([
      'ledger_account.id',
      'proposal.id',
      'proposal.title',
      'proposal.what',
      'proposal.cost',
      'resident_group.id',
      'resident_group.name',
      'budget_round.id',
      'budget_round.title',
      'budget_round.doing_on',
      'budget_round.end_on'
    ])
    .orderBy('proposal.id')
    .execute()
