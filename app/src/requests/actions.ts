/**
 * The ways a request changes. Members of the group that asks can ask, explain, remind, judge and take back; contacts of the
 * institution that is asked can confirm, ask back, reply and say honestly that it takes longer. Nobody can do the other's part.
 */
import {
  askBack,
  clarify,
  confirmReceipt,
  isContactOf,
  judgeAnswered,
  judgeUnanswered,
  levels,
  ok,
  readChoice,
  readDay,
  readText,
  refused,
  remind,
  reply,
  reportDelay,
  withdraw,
  type Decision,
  type InstitutionId,
  type Level,
  type Request
} from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../db/index.ts'
import { speaksForGroup } from '../goals/index.ts'
import { record } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import { addEvent, heldRequest, requestColumns, requestIn, saveRequest } from './queries.ts'

// — What the institution can say, and nothing else —

/** It has arrived. Words are welcome, not needed. */
export const confirmRequestReceipt = (tx: Tx, by: By, id: string, text = ''): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'receipt',
    entry: 'request-receipt-confirmed',
    as: 'institution',
    decide(request) {
      const words = text.trim() === '' ? ok('') : readText('text', text, { max: 2_000 })
      return words.ok ? said(confirmReceipt(request, by.today), words.value) : words
    }
  })

export const askBackOnRequest = (tx: Tx, by: By, id: string, question: string): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'counterQuestion',
    entry: 'request-asked-back',
    as: 'institution',
    decide(request) {
      const asked = askBack(request, question, by.today)
      return said(asked, asked.ok && 'question' in asked.value ? asked.value.question : '')
    }
  })

export const replyToRequest = (tx: Tx, by: By, id: string, text: string): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'reply',
    entry: 'request-replied',
    as: 'institution',
    decide(request) {
      const replied = reply(request, text, by.today)
      return said(replied, replied.ok && 'reply' in replied.value ? replied.value.reply : '')
    }
  })

/** "Wij kunnen dit niet op tijd": visible, and without effect on the due day. */
export const reportRequestDelay = (
  tx: Tx,
  by: By,
  id: string,
  typed: { why: string; expected: string }
): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'delay',
    entry: 'request-delay-reported',
    as: 'institution',
    decide(request) {
      const expected = readDay('expected', typed.expected)
      if (!expected.ok) return expected
      const delayed = reportDelay(request, typed.why, expected.value, by.today)
      return said(delayed, delayed.ok ? (delayed.value.delay?.why ?? '') : '')
    }
  })

// — What the group can say —

/** The answer to a counter question. */
export const clarifyRequest = (tx: Tx, by: By, id: string, text: string): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'clarification',
    entry: 'request-clarified',
    as: 'group',
    decide: (request) => clarify(request, text)
  })

/** Asking again while it waits. */
export const remindOfRequest = (tx: Tx, by: By, id: string, text: string): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'reminder',
    entry: 'request-reminded',
    as: 'group',
    decide: (request) => remind(request, text)
  })

export interface Judged {
  /** Words that go with it; needed when it is no answer. */
  why?: string
  /** How much residents really had to say; beside what was promised. */
  experienced?: string
}

export const judgeRequestAnswered = (tx: Tx, by: By, id: string, judged: Judged = {}): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'answered',
    entry: 'request-answered',
    as: 'group',
    experienced: judged.experienced,
    decide(request) {
      const words = (judged.why ?? '').trim() === '' ? ok('') : readText('why', judged.why, { max: 2_000 })
      return words.ok ? said(judgeAnswered(request, by.today), words.value) : words
    }
  })

/** This is no answer, and why. The old due day counts on. */
export const judgeRequestUnanswered = (tx: Tx, by: By, id: string, judged: Judged): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'unanswered',
    entry: 'request-unanswered',
    as: 'group',
    experienced: judged.experienced,
    decide: (request) => reasoned(judgeUnanswered(request, judged.why, by.today))
  })

export const withdrawRequest = (tx: Tx, by: By, id: string, why: string): Promise<Decision<Request>> =>
  change(tx, by, id, {
    kind: 'withdrawn',
    entry: 'request-withdrawn',
    as: 'group',
    decide: (request) => reasoned(withdraw(request, why, by.today))
  })

// — One door —

interface Said {
  request: Request
  text: string
}

const said = (decided: Decision<Request>, text: string): Decision<Said> =>
  decided.ok ? ok({ request: decided.value, text }) : decided
const reasoned = (decided: Decision<Request>): Decision<Said> =>
  said(decided, decided.ok && 'why' in decided.value ? decided.value.why : '')

interface Verb {
  kind: Tables['request_event']['kind']
  entry: string
  as: 'group' | 'institution'
  experienced?: string | undefined
  decide(request: Request): Decision<Said>
}

async function change(tx: Tx, by: By, id: string, verb: Verb): Promise<Decision<Request>> {
  const row = await heldRequest(tx, id)
  if (!row) return refused('not-found')
  const may =
    verb.as === 'group'
      ? speaksForGroup(by.roles, row.group_id)
      : isContactOf(by.roles, row.institution_id as InstitutionId)
  if (!may) return refused('not-allowed')
  const level: Decision<Level | null> = verb.experienced
    ? readChoice('experienced', verb.experienced, levels)
    : ok(row.experienced_level)
  if (!level.ok) return level
  const decided = verb.decide(requestIn(row))
  if (!decided.ok) return decided
  const { request, text } = decided.value
  const columns = requestColumns(request)
  await saveRequest(tx, id, {
    ...columns,
    experienced_level: level.value,
    version: row.version + 1,
    changed_at: by.at
  })
  const expected = verb.kind === 'delay' ? columns.expected_on : null
  await event(tx, by, id, { kind: verb.kind, text, expected })
  await record(tx, by, {
    kind: verb.entry,
    about: { kind: 'request', id },
    as: verb.as === 'group' ? { group: row.group_id } : { institution: row.institution_id },
    facts: {
      state: columns.state,
      ...(expected ? { expected } : {}),
      ...(verb.experienced ? { experiencedLevel: level.value } : {}),
      ...(text === '' ? {} : { textHash: sha256(text) })
    }
  })
  return ok(request)
}

/** What was said about a request, as it will be read. */
export const event = (
  tx: Tx,
  by: By,
  request: string,
  what: { kind: Tables['request_event']['kind']; text: string; expected?: string | null }
) =>
  addEvent(tx, {
    id: newId(by),
    request_id: request,
    kind: what.kind,
    text: what.text,
    by_id: by.person ?? null,
    on_day: by.today,
    at: by.at,
    expected_on: what.expected ?? null
  })
