/** What the group that asks can say: it explains, asks again, judges the reply, and takes the question back. Only residents judge. */
import {
  clarify,
  judgeAnswered,
  judgeUnanswered,
  ok,
  readText,
  remind,
  withdraw,
  type Decision,
  type Request
} from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import type { By } from '../../web/index.ts'
import { change, reasoned, said } from '../change.ts'

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
