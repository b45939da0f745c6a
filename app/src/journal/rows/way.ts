/** The way of a voice: given, gathered, chosen, asked, promised, told back. */
import { unguessable, without, type PublicRows } from './shape.ts'

const counted = 'a count that is kept; counts-are-right compares it'

/** Where and how a voice was given: told as it is when it may be shown, otherwise only together with its salt. */
const hidden = ['area_id', 'channel', 'heard_on', 'lang'] as const

export const theWay: readonly PublicRows[] = [
  {
    kind: 'voice',
    table: 'voice',
    key: ['id'],
    columns: [
      'id',
      'lang',
      'salt',
      'text_hash',
      'area_id',
      'channel',
      'show',
      'on_behalf',
      'helper_id',
      'follow_hash',
      'state',
      'heard_on',
      'received_at'
    ],
    left: { text: 'personal; its salted hash is told', tell_how: 'personal' },
    seen: (row) => {
      const kept = row['show'] === 'none' ? without(row, ...hidden) : row
      const beside = row['show'] === 'none' ? hidden.map((name) => row[name]) : []
      return { ...without(kept, 'salt'), beside: unguessable(row['salt'], { beside }) }
    },
    parts: [
      {
        table: 'voice_translation',
        of: 'voice_id',
        columns: ['voice_id', 'lang', 'helper_id', 'made_at'],
        left: { text: 'personal; its salted hash stands in the entry' },
        order: ['lang']
      }
    ]
  },
  {
    kind: 'need',
    table: 'need',
    key: ['id'],
    columns: ['id', 'sentence', 'group_id', 'area_id', 'state', 'into_ids', 'version', 'made_at'],
    left: { voices: counted, first_heard_on: counted },
    of: { group: 'group_id' }
  },
  {
    kind: 'needVoice',
    table: 'need_voice',
    key: ['mark'],
    columns: ['need_id', 'voice_id', 'added_at', 'removed_at', 'removed_why', 'mark', 'salt'],
    left: { received_at: 'stands with the voice' },
    seen: (row) => ({ mark: row['mark'], beside: unguessable(row['salt'], without(row, 'salt', 'mark')) })
  },
  { kind: 'meToo', table: 'me_too', key: ['mark'], columns: ['need_id', 'giver_hash', 'at', 'mark'] },
  {
    kind: 'goal',
    table: 'goal',
    key: ['id'],
    columns: [
      'id',
      'need_id',
      'title',
      'group_id',
      'lead_id',
      'state',
      'paused_from',
      'why',
      'result',
      'result_on',
      'news_on',
      'version',
      'made_at',
      'changed_at'
    ],
    left: { wanted: counted, told: counted, unreachable: counted },
    of: { goal: 'id', group: 'group_id' }
  },
  {
    kind: 'goalStep',
    table: 'goal_step',
    key: ['id'],
    columns: ['id', 'goal_id', 'state', 'on_day', 'at', 'by_id', 'why'],
    of: { goal: 'goal_id' }
  },
  {
    kind: 'deed',
    table: 'deed',
    key: ['id'],
    columns: ['id', 'goal_id', 'what', 'done_on', 'by_id', 'made_at'],
    left: { who: 'a name may stand in it, which can be forgotten; a hash that it could be tried against could not' },
    of: { goal: 'goal_id' }
  },
  {
    kind: 'request',
    table: 'request',
    key: ['id'],
    columns: [
      'id',
      'goal_id',
      'group_id',
      'institution_id',
      'title',
      'text',
      'promised_level',
      'experienced_level',
      'state',
      'term',
      'sent_on',
      'due_on',
      'receipt_on',
      'replied_on',
      'expected_on',
      'version',
      'made_at',
      'changed_at'
    ],
    of: { goal: 'goal_id', institution: 'institution_id', group: 'group_id' }
  },
  {
    kind: 'requestEvent',
    table: 'request_event',
    key: ['id'],
    columns: ['id', 'request_id', 'kind', 'text', 'by_id', 'on_day', 'at', 'expected_on']
  },
  {
    kind: 'commitment',
    table: 'commitment',
    key: ['id'],
    columns: [
      'id',
      'request_id',
      'goal_id',
      'institution_id',
      'what',
      'due_on',
      'state',
      'delivered_on',
      'confirmed_by',
      'why',
      'made_by',
      'version',
      'made_on',
      'made_at',
      'changed_at'
    ],
    of: { goal: 'goal_id', institution: 'institution_id' }
  },
  {
    kind: 'commitmentEvent',
    table: 'commitment_event',
    key: ['id'],
    columns: ['id', 'commitment_id', 'kind', 'text', 'by_id', 'on_day', 'at']
  },
  {
    kind: 'tellBack',
    table: 'tell_back',
    // Who could not be reached waits again as soon as they leave another address: told as a number only, or it would show whose voice it is.
    only: { column: 'outcome', is: 'told' },
    key: ['id'],
    columns: [
      'id',
      'voice_id',
      'goal_id',
      'event',
      'since_on',
      'how',
      'outcome',
      'why',
      'told_on',
      'told_by',
      'made_at',
      'salt'
    ],
    seen: (row) => ({ id: row['id'], beside: unguessable(row['salt'], without(row, 'salt')) })
  },
  {
    kind: 'tellHandover',
    table: 'tell_handover',
    key: ['goal_id', 'from_group_id'],
    columns: ['goal_id', 'from_group_id', 'by_id', 'at'],
    of: { goal: 'goal_id', group: 'from_group_id' }
  }
]
