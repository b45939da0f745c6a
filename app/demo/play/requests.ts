// Groups ask, institutions answer and promise, residents judge.
import { freeze, ruleFor, type Decision } from '@buurtmacht/domain'
import { judgeDisputed, judgeKept, makeCommitment, reportDelivered } from '../../src/commitments/index.ts'
import { type Tx } from '../../src/db/index.ts'
import {
  askBackOnRequest,
  clarifyRequest,
  confirmRequestReceipt,
  judgeRequestAnswered,
  judgeRequestUnanswered,
  replyToRequest,
  reportRequestDelay,
  sendRequest,
  withdrawRequest
} from '../../src/requests/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Commitment, type CommitmentEvent, type Request, type RequestEvent, type Story } from '../story/index.ts'
import { kept, type Known } from './known.ts'
import { type Moment } from './moments.ts'

export const requestMoments = ({ requests }: Story): Moment[] =>
  requests.flatMap((request) => [
    {
      daysAgo: request.daysAgo,
      person: request.by,
      what: request.key,
      live: (tx: Tx, by: By, known: Known) => kept(known, 'request', request.key, ask(tx, by, known, request))
    },
    ...request.events.map((event) => ({
      daysAgo: event.daysAgo,
      person: event.by,
      what: `${request.key}, ${event.kind}`,
      live: (tx: Tx, by: By, known: Known) => hear(tx, by, known, request, event)
    }))
  ])

async function ask(tx: Tx, by: By, known: Known, request: Request): Promise<Decision<string>> {
  const rule = ruleFor(request.basis)
  if (!rule.ok) return rule
  return sendRequest(tx, by, known.id('goal', request.goal), {
    institution: known.id('institution', request.to),
    title: request.title,
    text: request.text,
    promisedLevel: request.promisedLevel,
    term: freeze(rule.value, known.day(request.countsFrom ?? request.daysAgo))
  })
}

function hear(tx: Tx, by: By, known: Known, request: Request, event: RequestEvent): Promise<Decision<unknown>> {
  const id = known.id('request', request.key)
  switch (event.kind) {
    case 'receipt':
      return confirmRequestReceipt(tx, by, id, event.text)
    case 'counterQuestion':
      return askBackOnRequest(tx, by, id, event.text)
    case 'clarification':
      return clarifyRequest(tx, by, id, event.text)
    case 'reply':
      return replyToRequest(tx, by, id, event.text)
    case 'delay':
      return reportRequestDelay(tx, by, id, { why: event.why, expected: known.day(event.expected) })
    case 'answered':
      return judgeRequestAnswered(tx, by, id, { why: event.text, experienced: event.experienced })
    case 'unanswered':
      return judgeRequestUnanswered(tx, by, id, { why: event.why, experienced: event.experienced })
    case 'withdrawn':
      return withdrawRequest(tx, by, id, event.why)
  }
}

export const commitmentMoments = ({ commitments }: Story): Moment[] =>
  commitments.flatMap((commitment) => [
    {
      daysAgo: commitment.daysAgo,
      person: commitment.by,
      what: commitment.key,
      live: (tx: Tx, by: By, known: Known) => promised(tx, by, known, commitment)
    },
    ...commitment.events.map((event) => ({
      daysAgo: event.daysAgo,
      person: event.by,
      what: `${commitment.key}, ${event.kind}`,
      live: (tx: Tx, by: By, known: Known) => judged(tx, by, known.id('commitment', commitment.key), event)
    }))
  ])

const promised = (tx: Tx, by: By, known: Known, { key, request, what, due }: Commitment): Promise<Decision<string>> =>
  kept(known, 'commitment', key, makeCommitment(tx, by, known.id('request', request), { what, due: known.day(due) }))

function judged(tx: Tx, by: By, id: string, event: CommitmentEvent): Promise<Decision<unknown>> {
  switch (event.kind) {
    case 'delivered':
      return reportDelivered(tx, by, id, event.text)
    case 'kept':
      return judgeKept(tx, by, id, event.text)
    case 'disputed':
      return judgeDisputed(tx, by, id, event.why)
  }
}
