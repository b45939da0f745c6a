/** The neighbourhood budget: rounds with who decides and what was counted, plans, advice, and paper that was counted by hand. */
import { without, type PublicRows } from './shape.ts'

const ofRound = (table: string, columns: readonly string[], order: readonly string[]) => ({
  table,
  of: 'round_id',
  columns: ['round_id', ...columns],
  order
})

export const theBudget: readonly PublicRows[] = [
  {
    kind: 'round',
    table: 'budget_round',
    key: ['id'],
    columns: [
      'id',
      'title',
      'amount',
      'area_ids',
      'age_from',
      'voters_expected',
      'plans_on',
      'advice_on',
      'voting_on',
      'count_on',
      'doing_on',
      'accounting_on',
      'end_on',
      'ballot_kind',
      'ballot_points',
      'ballot_most',
      'most_per_plan',
      'pots',
      'group_id',
      'state',
      'why',
      'rule',
      'rule_hash',
      'opened_on',
      'frozen_on',
      'counted_on',
      'closed_on',
      'stopped_on',
      'version',
      'made_at',
      'changed_at'
    ],
    parts: [
      ofRound('round_person', ['person_id', 'task'], ['person_id', 'task']),
      ofRound('ballot_key', ['person_id', 'public_key'], ['person_id']),
      {
        ...ofRound('ballot_box', ['public_key', 'size'], ['round_id']),
        left: { opened_by_pair: 'sealed for the committee', opened: 'what is left is swept after the count' }
      },
      ofRound('round_result', ['told', 'hash', 'sealed', 'first_by', 'second_by', 'counted_at'], ['round_id']),
      ofRound('round_file', ['name', 'hash', 'content'], ['name'])
    ],
    of: { group: 'group_id' }
  },
  {
    kind: 'plan',
    table: 'proposal',
    key: ['id'],
    columns: [
      'id',
      'round_id',
      'title',
      'what',
      'for_whom',
      'where_text',
      'items',
      'cost',
      'bursar',
      'pot',
      'group_id',
      'need_id',
      'state',
      'into_id',
      'won',
      'why',
      'handed_in_on',
      'decided_on',
      'withdrawn_on',
      'channel',
      'by_id',
      // A keyed hash: with it in the hash, nobody outside can guess which voices a plan comes from.
      'edit_hash',
      'version',
      'made_at',
      'changed_at'
    ],
    parts: [
      {
        table: 'plan_result',
        of: 'proposal_id',
        columns: ['proposal_id', 'state', 'result', 'by_id', 'version', 'changed_at'],
        order: ['proposal_id']
      },
      { table: 'plan_voice', of: 'proposal_id', columns: ['proposal_id', 'voice_id'], order: ['voice_id'] },
      {
        table: 'merge_wish',
        of: 'proposal_id',
        columns: ['proposal_id', 'into_id', 'group_id', 'at'],
        order: ['into_id', 'group_id']
      }
    ],
    of: { group: 'group_id' }
  },
  {
    kind: 'advice',
    table: 'advice',
    key: ['id'],
    columns: [
      'id',
      'proposal_id',
      'institution_id',
      'state',
      'due_on',
      'verdict',
      'reasons',
      'given_on',
      'given_by',
      'answer',
      'answered_on',
      'version',
      'made_at'
    ],
    of: { institution: 'institution_id' }
  },
  {
    kind: 'ballotBatch',
    table: 'ballot_batch',
    key: ['id'],
    columns: ['id', 'round_id', 'name', 'kind', 'area_id', 'per_household', 'size', 'handed_out', 'lang', 'void_why'],
    // When a resident took a code is told nowhere.
    seen: (row) => (row['kind'] === 'residents' ? without(row, 'size') : row)
  },
  {
    kind: 'ballotBundle',
    table: 'ballot_bundle',
    key: ['id'],
    columns: ['id', 'round_id', 'name', 'sheets', 'state']
  }
]
