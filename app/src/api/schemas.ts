/** The shapes of what goes in and out, as JSON Schema: they fill the OpenAPI document and cut the answers, so that nothing slips out unnamed. */
import { channels, shows, stops, tellHows, voiceMax, levels, nexts, tellBackStates } from '@buurtmacht/domain'

const text = { type: 'string' } as const
const day = { type: 'string', format: 'date', description: 'A day in Europe/Amsterdam.' } as const
const instant = { type: 'string', format: 'date-time', description: 'An instant in UTC.' } as const
const page = { type: 'string', description: 'The page for people, as a path on this site.' } as const
const of = (values: readonly string[]) => ({ type: 'string', enum: [...values] }) as const
const ref = (name: string) => ({ $ref: `${name}#` }) as const
const listOf = (items: object) => ({ type: 'array', items }) as const

/** Everything in `must` is always there, everything in `may` only when it is known. */
function shape($id: string, description: string, must: Record<string, object>, may: Record<string, object> = {}) {
  return { $id, description, type: 'object', required: Object.keys(must), properties: { ...must, ...may } } as const
}

const named = shape('Named', 'Something with a name.', { id: text, name: text })
const both = { id: text, page }

const need = shape(
  'Need',
  'Several voices, gathered by residents in one sentence.',
  {
    ...both,
    sentence: text,
    state: of(['open', 'merged', 'split']),
    into: { ...listOf(text), description: 'The needs it went into when it was merged or split.' },
    group: ref('Named'),
    voices: { type: 'integer', description: 'How many voices stand in it now.' },
    madeAt: instant
  },
  { area: text }
)
const goal = shape(
  'Goal',
  'What a residents’ group wants reached.',
  {
    ...both,
    title: text,
    need: text,
    group: ref('Named'),
    state: of(['proposed', 'adopted', 'underWay', 'paused', 'reached', 'letGo']),
    madeAt: instant
  },
  {
    why: { ...text, description: 'Why it was paused or let go.' },
    result: text,
    resultOn: day,
    toldBack: { ...ref('ToldBack'), description: 'Once there is something to tell.' }
  }
)
const toldBack = shape('ToldBack', 'How many of the givers who wanted to hear know what came of it.', {
  wanted: { type: 'integer' },
  told: { type: 'integer' },
  unreachable: { type: 'integer' },
  waiting: { type: 'integer' }
})
const request = shape(
  'Request',
  'A question of a group to an institution, with a clock.',
  {
    ...both,
    goal: text,
    group: ref('Named'),
    institution: ref('Named'),
    title: text,
    text,
    promisedLevel: of(levels),
    state: of(['sent', 'counterAsked', 'replied', 'answered', 'unanswered', 'withdrawn']),
    sentOn: day,
    dueOn: day,
    daysLate: { type: 'integer', description: 'Read off the calendar today.' },
    term: {
      type: 'object',
      additionalProperties: true,
      description: 'The rule the due day was computed with, frozen with the request.'
    },
    madeAt: instant
  },
  {
    experiencedLevel: { ...of(levels), description: 'The say residents found they had.' },
    receiptOn: day,
    repliedOn: day,
    expectedOn: day
  }
)
const commitment = shape(
  'Commitment',
  'A dated promise of an institution. Only residents say it was kept.',
  {
    ...both,
    goal: text,
    request: text,
    institution: ref('Named'),
    what: text,
    state: of(['promised', 'delivered', 'kept', 'disputed']),
    madeOn: day,
    dueOn: day,
    overdue: { type: 'boolean' },
    madeAt: instant
  },
  { deliveredOn: day, why: { ...text, description: 'Why residents dispute it.' } }
)
const group = shape(
  'Group',
  'An existing residents’ group.',
  { ...both, name: text, kind: text, about: text, languages: listOf(text), areas: listOf(text), madeAt: instant },
  { meets: text, reach: text }
)
const institution = shape('Institution', 'A partner that supports the residents’ goals.', {
  ...both,
  name: text,
  kind: text,
  about: text,
  madeAt: instant
})
const area = shape('Area', 'A part of the neighbourhood.', { ...both, name: text })

const problem = shape(
  'Problem',
  'A refusal (RFC 9457): a code for programs and its words for people, in the language asked for with Accept-Language.',
  { type: { type: 'string', format: 'uri-reference' }, title: text, status: { type: 'integer' }, code: text },
  {
    detail: { ...text, description: 'What happened, when the title does not say it all.' },
    field: { ...text, description: 'The part of the question it is about.' }
  }
)

export const voiceTyped = {
  $id: 'VoiceTyped',
  description: 'What somebody wants to say. No name, account, address or telephone is needed.',
  type: 'object',
  required: ['text', 'show'],
  additionalProperties: false,
  properties: {
    text: { ...text, description: `The words, kept exactly; at most ${voiceMax} characters.` },
    lang: { ...text, description: 'The language it is said in (BCP 47); the language of the answer when left out.' },
    area: { ...text, description: 'The id of an area; see /api/v1/areas.' },
    show: { ...of(shows), description: 'full: everybody may read the words; summary: only counted; none: not shown.' },
    tellBack: {
      type: 'object',
      required: ['how'],
      additionalProperties: false,
      description: 'How to hear what came of it; with the follow code when left out.',
      properties: {
        how: of(tellHows),
        to: { ...text, description: 'The address or number; not for `not` and `code`.' }
      }
    }
  }
} as const

const voiceTaken = shape('VoiceTaken', 'The voice was stored safely.', {
  followCode: {
    ...text,
    description: 'Handed out once. With it anyone can follow this voice; nobody can ask it again.'
  },
  receivedAt: instant
})

const voice = shape(
  'Voice',
  'One thing said by someone, as its giver reads it back.',
  {
    state: of(['given', 'takenBack']),
    lang: text,
    channel: of(channels),
    show: of(shows),
    onBehalf: { type: 'boolean', description: 'A helper said it for somebody, with permission.' },
    heardOn: day,
    receivedAt: instant,
    tellBack: of(tellHows)
  },
  { text: { ...text, description: 'Exactly as said; gone when it was taken back.' }, area: ref('Named') }
)
const stop = shape(
  'Stop',
  'One stop on the way of a voice.',
  { stop: of(stops), state: of(['done', 'now', 'ahead']) },
  {
    on: day,
    need: ref('FollowedNeed'),
    goal: ref('FollowedGoal'),
    requests: listOf(ref('FollowedRequest')),
    commitments: listOf(ref('FollowedCommitment')),
    deeds: listOf(ref('Deed')),
    result: text,
    how: of(tellHows),
    tellBack: { ...of(tellBackStates), description: 'Once there is something to tell.' }
  }
)
const followedNeed = shape('FollowedNeed', 'A need this voice stands in.', {
  ...both,
  sentence: text,
  group: ref('Named'),
  voices: { type: 'integer' }
})
const followedGoal = shape(
  'FollowedGoal',
  'The goal a group made of that need.',
  { ...both, title: text, group: ref('Named'), state: text },
  { why: text }
)
const followedRequest = shape(
  'FollowedRequest',
  'What was asked, of whom, and by when they answer.',
  {
    ...both,
    title: text,
    institution: ref('Named'),
    promisedLevel: of(levels),
    state: text,
    sentOn: day,
    dueOn: day,
    daysLate: { type: 'integer' }
  },
  { repliedOn: day, expectedOn: day }
)
const followedCommitment = shape(
  'FollowedCommitment',
  'What was promised, and whether residents say it was kept.',
  { ...both, what: text, institution: ref('Named'), state: text, dueOn: day, overdue: { type: 'boolean' } },
  { deliveredOn: day, why: text }
)
const deed = shape('Deed', 'What somebody did for the goal.', { what: text, who: text, on: day })
const next = shape('Next', 'What happens next, or whom it waits for.', { code: of(nexts), words: text })
const otherWay = shape('OtherWay', 'The same voice along another need or goal.', {
  way: listOf(ref('Stop')),
  next: ref('Next')
})
const followed = shape(
  'Followed',
  'The whole way of one voice.',
  { voice: ref('Voice'), way: listOf(ref('Stop')), next: ref('Next') },
  {
    otherWays: { ...listOf(ref('OtherWay')), description: 'When the voice stands in several needs or goals.' }
  }
)

export const shapes = [
  named,
  need,
  goal,
  toldBack,
  request,
  commitment,
  group,
  institution,
  area,
  problem,
  voiceTyped,
  voiceTaken,
  voice,
  followedNeed,
  followedGoal,
  followedRequest,
  followedCommitment,
  deed,
  stop,
  next,
  otherWay,
  followed
]

/** A page of a list. */
export const listShape = (name: string) => ({
  description: 'One page; `next` is the path of the following page and is left out on the last.',
  type: 'object',
  required: ['items'],
  properties: { items: listOf(ref(name)), next: { type: 'string', format: 'uri-reference' } }
})

export const problems = {
  '4xx': {
    description: 'A refusal.',
    content: { 'application/problem+json': { schema: ref('Problem') } }
  }
}

export { ref }
