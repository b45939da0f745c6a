// What a rule answers: the new state, or a refusal with a code. The words of a refusal live elsewhere, one list per language.

/** The outcome of a rule. A refusal is an answer, never an exception: the form comes back with its words filled in. */
export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** Why something cannot be done. `field` is the form field it is about; `facts` fill the gaps in its sentence. */
export type Refusal = { code: RefusalCode; field?: string; facts?: Record<string, string | number> }

/** Every way this platform can say no. Each code has words in every language. */
export const refusalCodes = [
  // anywhere
  'not-allowed',
  'not-found',
  'changed-meanwhile',
  'form-too-old',
  'idempotency-key-reused',
  'idempotency-key-wrong',
  'too-many-tries',
  'too-many-voices',
  'reason-missing',
  'day-in-the-past',
  'day-in-the-future',
  // fields of a form
  'field-missing',
  'field-too-short',
  'field-too-long',
  'field-not-a-choice',
  'field-not-a-day',
  'field-not-a-number',
  'field-not-an-email',
  'field-wrong-kind',
  'field-unknown',
  // pictures that are sent along
  'picture-not-a-picture',
  'picture-too-large',
  // signing in and setting up
  'code-wrong',
  'sign-in-link-wrong',
  'sign-in-link-expired',
  'sign-in-link-used',
  'sign-in-link-other-browser',
  'sign-in-card-wrong',
  'set-up-code-wrong',
  'already-set-up',
  'email-in-use',
  'area-name-in-use',
  'colour-not-a-colour',
  'colour-contrast-too-low',
  // voices
  'voice-empty',
  'voice-too-long',
  'voice-taken-back',
  'contact-missing',
  'contact-too-long',
  'contact-not-an-email',
  'contact-not-a-phone',
  'on-behalf-needs-helper',
  'channel-needs-helper',
  // needs
  'need-not-open',
  'need-without-voices',
  'need-into-itself',
  'need-split-in-one',
  'need-split-leaves-voice-out',
  'voice-not-in-need',
  // groups
  'group-unknown',
  'group-spoken-with-missing',
  'invite-wrong',
  'invites-too-many',
  // goals
  'goal-not-proposed',
  'goal-not-adopted',
  'goal-not-going-on',
  'goal-not-under-way',
  'goal-not-paused',
  'goal-not-reached',
  'goal-finished',
  'result-missing',
  'tell-backs-waiting',
  // requests and their clocks
  'term-out-of-range',
  'request-closed',
  'request-not-replied',
  'request-no-question-asked',
  'request-receipt-already-confirmed',
  // commitments
  'commitment-not-open',
  'commitment-not-delivered',
  // telling back
  'tell-back-not-waiting',
  // amounts of money
  'field-not-an-amount',
  'amount-too-large',
  'amount-not-above-zero',
  // rounds of the neighbourhood budget
  'phase-before-the-one-before',
  'pots-do-not-add-up',
  'plan-limit-above-the-amount',
  'round-not-preparing',
  'round-begins-too-soon',
  'round-frozen',
  'round-not-open',
  'round-without-plans',
  'plans-undecided',
  'voting-has-begun',
  'round-not-frozen',
  'voting-not-over',
  'paper-still-open',
  'round-not-counted',
  'turnout-does-not-reconcile',
  'round-already-counted',
  // plans and advice
  'plan-without-costs',
  'plan-too-many-items',
  'plan-longer-than-a-page',
  'plan-too-expensive',
  'plans-phase-over',
  'plan-handed-in',
  'plan-not-a-draft',
  'plan-without-owner',
  'plan-not-handed-in',
  'plan-finished',
  'plan-into-itself',
  'merge-needs-both-owners',
  'advice-due-after-voting',
  'advice-already-asked',
  'advice-answered',
  'advice-not-given',
  // ballots
  'ballot-unknown-plan',
  'ballot-plan-twice',
  'ballot-too-many-plans',
  'ballot-points-wrong',
  'ballot-too-many-points',
  'sheet-already-typed',
  'sheet-needs-second-person',
  'sheet-does-not-differ',
  'sheet-needs-third-person',
  // the open books
  'entry-without-lines',
  'entry-line-zero',
  'entry-does-not-balance',
  'same-account',
  'entry-already-corrected',
  'entry-is-a-correction',
  'payment-without-voucher',
  'payment-above-what-is-left',
  'payment-to-oneself',
  'payment-not-asked',
  'payment-needs-second-person',
  'payment-not-approved',
  // roles
  'institution-cannot-administer',
  'role-already-given',
  'role-ends-before-it-begins',
  'role-not-in-force',
  'last-administrator'
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export const ok = <T>(value: T): Decision<T> => ({ ok: true, value })

export const refused = (code: RefusalCode, more: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more }
})
