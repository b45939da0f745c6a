/**
 * What the institution that is asked can say: it has arrived, a question back, a reply, and honestly that it takes longer. Nothing else.
 */
import {
  askBack,
  confirmReceipt,
  ok,
  readDay,
  readText,
  reply,
  reportDelay,
  type Decision,
  type Request
} from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import type { By } from '../../web/index.ts'
import { change, said } from '../change.ts'

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
