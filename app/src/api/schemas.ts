/** The shapes of what goes in and out, as JSON Schema: they fill the OpenAPI document and cut the answers, so that nothing slips out unnamed. */
import { levels } from '@buurtmacht/domain'
import { both, day, instant, listOf, of, ref, shape, text } from './shape.ts'
import { voiceShapes } from './voice-schemas.ts'

const named = shape('Named', 'Something with a name.', { id: text, name: text })

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
  ...voiceShapes
]
