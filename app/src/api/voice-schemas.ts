/** The shapes of a voice: what goes in, and the whole way it went as its giver reads it back. */
import { channels, levels, nexts, shows, stops, tellBackStates, tellHows, voiceMax } from '@buurtmacht/domain'
import { both, day, instant, listOf, of, ref, shape, text } from './shape.ts'

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

export const voiceShapes = [
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
