/** Tables of what came of a need: goals, questions to institutions, promises, and telling it back. */
export interface GoalTables {
  goal: {
    id: string
    need_id: string
    title: string
    group_id: string
    lead_id: string | null
    state: 'proposed' | 'adopted' | 'underWay' | 'paused' | 'reached' | 'letGo'
    paused_from: 'adopted' | 'underWay' | null
    why: string | null
    result: string | null
    result_on: string | null
    /** Since when there is something to tell: a result, or that it was let go. */
    news_on: string | null
    /** Kept: givers behind it who want to hear, and how many of them know the news or could not be reached. */
    wanted: number
    told: number
    unreachable: number
    version: number
    made_at: string
    changed_at: string
  }
  goal_step: {
    id: string
    goal_id: string
    state: string
    on_day: string
    at: string
    by_id: string | null
    why: string | null
  }
  deed: {
    id: string
    goal_id: string
    what: string
    who: string
    done_on: string
    by_id: string | null
    made_at: string
  }
  request: {
    id: string
    goal_id: string
    group_id: string
    institution_id: string
    title: string
    text: string
    promised_level: 'inform' | 'think-along' | 'work-along' | 'decide-along' | 'decide'
    experienced_level: 'inform' | 'think-along' | 'work-along' | 'decide-along' | 'decide' | null
    state: 'sent' | 'counterAsked' | 'replied' | 'answered' | 'unanswered' | 'withdrawn'
    term: string
    sent_on: string
    due_on: string
    receipt_on: string | null
    replied_on: string | null
    expected_on: string | null
    version: number
    made_at: string
    changed_at: string
  }
  request_draft: { id: string; goal_id: string; answers: string; made_at: string }
  request_event: {
    id: string
    request_id: string
    kind:
      | 'sent'
      | 'receipt'
      | 'counterQuestion'
      | 'clarification'
      | 'reply'
      | 'delay'
      | 'reminder'
      | 'answered'
      | 'unanswered'
      | 'withdrawn'
    text: string
    by_id: string | null
    on_day: string
    at: string
    expected_on: string | null
  }
  commitment: {
    id: string
    request_id: string
    goal_id: string
    institution_id: string
    what: string
    due_on: string
    state: 'promised' | 'delivered' | 'kept' | 'disputed'
    delivered_on: string | null
    confirmed_by: string | null
    why: string | null
    made_by: string | null
    version: number
    made_on: string
    made_at: string
    changed_at: string
  }
  commitment_event: {
    id: string
    commitment_id: string
    kind: 'promised' | 'delivered' | 'kept' | 'disputed'
    text: string
    by_id: string | null
    on_day: string
    at: string
  }
  /** Somebody who wanted to hear was told. Who still waits is computed: linked, wanting to hear, and no row here. */
  tell_back: {
    id: string
    voice_id: string
    goal_id: string
    event: 'result' | 'letGo'
    /** The day of the result or of letting go: a later result is told anew. */
    since_on: string
    /** `code`: the giver read it there, before or after somebody tried. */
    how: 'email' | 'phone' | 'letter' | 'person' | 'code'
    outcome: 'told' | 'unreachable'
    /** Why somebody could not be told: one of a few, public. */
    why: string | null
    told_on: string
    /** Nobody's when the giver read it at the code. */
    told_by: string | null
    made_at: string
    /** By chance: keeps from guessing in the public record which voice it is about. */
    salt: string
  }
  /** A group that listened lets the owner of a goal tell its givers. */
  tell_handover: { goal_id: string; from_group_id: string; by_id: string; at: string }
}
