/** Everything that is ever written in the record, by what it is about: nothing else can be recorded. Each has its sentence in words/. */
export const topics = {
  voices: ['voice-given', 'voice-translated', 'voice-wish-changed', 'voice-taken-back', 'voice-erased'],
  needs: [
    'need-gathered',
    'need-voices-added',
    'need-voice-removed',
    'need-reworded',
    'need-me-too',
    'need-merged',
    'need-took-in',
    'need-split'
  ],
  goals: [
    'goal-proposed',
    'goal-adopted',
    'goal-handed-over',
    'goal-started',
    'goal-paused',
    'goal-resumed',
    'goal-result-written',
    'goal-reached',
    'goal-let-go',
    'goal-reopened',
    'deed-done',
    'name-erased'
  ],
  requests: [
    'request-sent',
    'request-receipt-confirmed',
    'request-asked-back',
    'request-clarified',
    'request-replied',
    'request-delay-reported',
    'request-reminded',
    'request-answered',
    'request-unanswered',
    'request-withdrawn'
  ],
  commitments: ['commitment-promised', 'commitment-delivered', 'commitment-kept', 'commitment-disputed'],
  tellback: ['givers-told', 'givers-not-reached', 'giver-read-at-code', 'telling-handed-over'],
  budget: [
    'round-prepared',
    'round-changed',
    'round-opened',
    'round-people-named',
    'round-ballot-fixed',
    'round-stopped',
    'round-closed',
    'plan-written',
    'plan-changed',
    'plan-handed-in',
    'plan-withdrawn',
    'plan-on-ballot',
    'plan-kept-off-ballot',
    'plan-merge-wished',
    'plan-merged',
    'plan-result-told',
    'advice-asked',
    'advice-given',
    'advice-answered'
  ],
  voting: [
    'ballot-codes-made',
    'ballot-codes-void',
    'ballot-cards-handed-out',
    'ballot-card-lost',
    'ballot-key-made',
    'ballots-arrived',
    'ballot-bundle-counted',
    'ballot-bundle-closed',
    'round-lot-typed',
    'round-lot-agreed',
    'round-count-begun',
    'round-count-taken-back',
    'round-counted'
  ],
  books: [
    'account-opened',
    'entry-written',
    'entry-corrected',
    'payment-asked',
    'payment-approved',
    'payment-refused',
    'payment-paid',
    'payment-taken-back',
    'payment-put-under-item',
    'voucher-kept',
    'voucher-shown',
    'voucher-hidden',
    'bank-file-read',
    'bank-lines-told',
    'bank-file-taken-back',
    'audit-committee-named',
    'audit-committee-left',
    'question-asked',
    'question-answered',
    'statement-written',
    'statement-signed',
    'grant-written',
    'grant-changed',
    'grant-item-explained'
  ],
  people: [
    'group-started',
    'group-changed',
    'helper-invited',
    'institution-added',
    'person-added',
    'person-changed',
    'person-erased',
    'role-given',
    'role-ended',
    'sign-in-card-made'
  ],
  place: [
    'neighbourhood-set-up',
    'neighbourhood-changed',
    'neighbourhood-picture-set',
    'neighbourhood-picture-taken-away',
    'area-added',
    'area-renamed'
  ],
  record: ['entry-goes-on', 'witness-added', 'witness-ended', 'paper-read-back']
} as const

export type Topic = keyof typeof topics
export type EntryKind = (typeof topics)[Topic][number]

export const topicNames = Object.keys(topics) as Topic[]
export const entryKinds: readonly EntryKind[] = Object.values(topics).flat()
