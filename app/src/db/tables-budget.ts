/** Tables of the neighbourhood budget. Amounts are whole euro cents. */
export interface BudgetTables {
  budget_round: {
    id: string
    title: string
    amount: number
    area_ids: string
    age_from: number
    voters_expected: number
    plans_on: string
    advice_on: string
    voting_on: string
    count_on: string
    doing_on: string
    accounting_on: string
    end_on: string
    ballot_kind: 'approval' | 'points'
    ballot_points: number | null
    ballot_most: number | null
    most_per_plan: number | null
    pots: string
    group_id: string | null
    state: 'preparing' | 'open' | 'frozen' | 'counted' | 'closed' | 'stopped'
    why: string | null
    /** The rule card as canonical JSON, and its hash. */
    rule: string | null
    rule_hash: string | null
    opened_on: string | null
    frozen_on: string | null
    counted_on: string | null
    closed_on: string | null
    stopped_on: string | null
    version: number
    made_at: string
    changed_at: string
  }
  /** Residents who decide what goes on the ballot, and those of the election committee. */
  round_person: { round_id: string; person_id: string; task: 'decides' | 'committee' }
  /** That a signed-in resident had a ballot code: no time, no code, no way from one to the other. */
  round_voter: { round_id: string; person_id: string }
  /** Voices a plan comes from: named by whoever holds the giver's code, or read in public. */
  plan_voice: { proposal_id: string; voice_id: string }
  proposal: {
    id: string
    round_id: string
    title: string
    what: string
    for_whom: string
    where_text: string
    items: string
    cost: number
    bursar: string | null
    pot: string | null
    group_id: string | null
    need_id: string | null
    state: 'draft' | 'handedIn' | 'onBallot' | 'notOnBallot' | 'merged' | 'withdrawn'
    into_id: string | null
    /** Said by the count: 1 when it gets its money, 0 when it does not. */
    won: 0 | 1 | null
    why: string | null
    handed_in_on: string | null
    decided_on: string | null
    withdrawn_on: string | null
    /** Keyed hash of the code with which its makers go on writing. */
    edit_hash: string
    channel: 'door' | 'street' | 'meeting' | 'phone' | 'paper' | 'online' | 'group'
    by_id: string | null
    version: number
    made_at: string
    changed_at: string
  }
  advice: {
    id: string
    proposal_id: string
    institution_id: string
    state: 'asked' | 'given' | 'answered'
    due_on: string
    verdict: 'feasible' | 'feasibleIf' | 'notFeasible' | null
    reasons: string | null
    given_on: string | null
    given_by: string | null
    answer: string | null
    answered_on: string | null
    version: number
    made_at: string
  }
  merge_wish: { proposal_id: string; into_id: string; group_id: string; at: string }
}
