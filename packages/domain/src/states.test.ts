// The pictures in docs/states show exactly the states and steps that the rules know.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as advice from './advice.ts'
import * as ballots from './ballots.ts'
import * as commitments from './commitments.ts'
import { addDays, type Day } from './day.ts'
import { type Decision } from './decision.ts'
import * as goals from './goals.ts'
import { asId, type GroupId, type NeedId, type PersonId, type ProposalId, type VoiceId } from './ids.ts'
import * as ledger from './ledger.ts'
import { cents } from './money.ts'
import * as needs from './needs.ts'
import * as proposals from './proposals.ts'
import * as requests from './requests.ts'
import * as rounds from './rounds.ts'
import * as tellbacks from './tellbacks.ts'
import { freeze, termRules } from './terms.ts'
import * as voices from './voices.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type States<Noun extends { state: string }, List extends readonly string[]> = Same<Noun['state'], List[number]>

/** Fails to compile when a list of states and its type differ, in either direction. */
const listsAreWhole: [
  States<commitments.Commitment, typeof commitments.commitmentStates>,
  States<goals.Goal, typeof goals.goalStates>,
  States<needs.Need, typeof needs.needStates>,
  States<requests.Request, typeof requests.requestStates>,
  States<tellbacks.TellBack, typeof tellbacks.tellBackStates>,
  States<voices.Voice, typeof voices.voiceStates>,
  States<rounds.BudgetRound, typeof rounds.roundStates>,
  States<proposals.Proposal, typeof proposals.proposalStates>,
  States<advice.Advice, typeof advice.adviceStates>,
  States<ballots.Sheet, typeof ballots.sheetStates>,
  States<ledger.Payment, typeof ledger.paymentStates>
] = [true, true, true, true, true, true, true, true, true, true, true]

const today = '2026-11-24' as Day
const amma = asId<PersonId>('amma')
const why = 'Daarom.'

type Noun = { state: string }
type Told = {
  file: string
  states: readonly string[]
  samples: readonly Noun[]
  verbs: Record<string, (noun: never) => Decision<Noun>>
}
/** Keeps the type of the noun inside, so that a verb of one noun is never asked of another. */
const told = <N extends Noun>(
  file: string,
  states: readonly string[],
  samples: N[],
  verbs: Record<string, (noun: N) => Decision<Noun>>
): Told => ({
  file,
  states,
  samples,
  verbs
})

const term = freeze(termRules['voluntary-promise'], today)
const said = { reply: 'Morgen.', repliedOn: today }
const [one, two] = [asId<NeedId>('one'), asId<NeedId>('two')]
const ria = asId<VoiceId>('ria')
const parts = [one, two].map((id) => ({ id, sentence: 'Een zin', voices: [ria] }))
const given: voices.Voice = {
  state: 'given',
  text: 'De lift is stuk.',
  lang: 'nl',
  channel: 'online',
  show: 'full',
  tellBack: { how: 'not' },
  onBehalf: false,
  by: 'anyone'
}
const asNoun = <N extends Noun>(decision: Decision<{ request: N }>): Decision<N> =>
  decision.ok ? { ok: true, value: decision.value.request } : decision

const nouns: Told[] = [
  told<voices.Voice>('voice', voices.voiceStates, [given, { state: 'takenBack', takenBackOn: today }], {
    takeBack: (v) => voices.takeBack(v, today)
  }),
  told<needs.Need>(
    'need',
    needs.needStates,
    [{ state: 'open' }, { state: 'merged', into: one }, { state: 'split', into: [one, two] }],
    {
      merge: (n) => needs.merge({ id: one, need: n }, { id: two, need: { state: 'open' } }),
      split: (n) => {
        const done = needs.split(n, [ria], parts)
        return done.ok ? { ok: true, value: done.value.need } : done
      }
    }
  ),
  told<goals.Goal>(
    'goal',
    goals.goalStates,
    [
      { state: 'proposed' },
      { state: 'adopted' },
      { state: 'underWay' },
      { state: 'paused', from: 'adopted', why },
      { state: 'paused', from: 'underWay', why },
      { state: 'reached', result: 'Klaar.' },
      { state: 'letGo', why }
    ],
    {
      adopt: (g) => goals.adopt(g),
      start: goals.start,
      pause: (g) => goals.pause(g, why),
      resume: goals.resume,
      reach: (g) => goals.reach(g, { result: 'Klaar.', waitingTellBacks: 0 }),
      reopen: (g) => goals.reopen(g, why),
      letGo: (g) => goals.letGo(g, why)
    }
  ),
  told<requests.Request>(
    'request',
    requests.requestStates,
    [
      { state: 'sent', term },
      { state: 'counterAsked', term, question: 'Welke?', askedOn: today },
      { state: 'replied', term, ...said },
      { state: 'answered', term, ...said, judgedOn: today },
      { state: 'unanswered', term, ...said, why, judgedOn: today },
      { state: 'withdrawn', term, why, withdrawnOn: today }
    ],
    {
      confirmReceipt: (r) => requests.confirmReceipt(r, today),
      askBack: (r) => requests.askBack(r, 'Welke?', today),
      clarify: (r) => asNoun(requests.clarify(r, 'De linker.')),
      reply: (r) => requests.reply(r, 'Morgen.', today),
      reportDelay: (r) => requests.reportDelay(r, why, today, today),
      judgeAnswered: (r) => requests.judgeAnswered(r, today),
      judgeUnanswered: (r) => requests.judgeUnanswered(r, why, today),
      withdraw: (r) => requests.withdraw(r, why, today)
    }
  ),
  told<commitments.Commitment>(
    'commitment',
    commitments.commitmentStates,
    [
      { state: 'promised', due: today },
      { state: 'delivered', due: today, deliveredOn: today },
      { state: 'kept', due: today, deliveredOn: today, confirmedBy: amma },
      { state: 'disputed', due: today, deliveredOn: today, why }
    ],
    {
      deliver: (c) => commitments.deliver(c, today),
      keep: (c) => commitments.keep(c, amma),
      dispute: (c) => commitments.dispute(c, why)
    }
  ),
  told<tellbacks.TellBack>(
    'tell-back',
    tellbacks.tellBackStates,
    [
      { state: 'waiting' },
      { state: 'ready', since: today },
      { state: 'told', on: today, by: amma },
      { state: 'unreachable', on: today, by: amma, why: 'moved' }
    ],
    {
      tell: (t) => tellbacks.tell(t, today, amma),
      giveUp: (t) => tellbacks.giveUp(t, 'moved', today, amma),
      waitAgain: tellbacks.waitAgain
    }
  )
]

/** Phases that are all long ago or far away, so that each verb is asked on a day it may happen. */
const days = (open: 'plans' | 'count'): rounds.RoundDays => {
  const ahead = ['plans', 'advice', 'voting', 'count', 'doing', 'accounting', 'end'] as const
  return Object.fromEntries(
    ahead.map((phase, at) => [phase, addDays(today, (at - ahead.indexOf(open)) * 10)])
  ) as rounds.RoundDays
}
const bep = asId<PersonId>('bep')
const flat = asId<GroupId>('flat')
const voting = days('plans')
const settings: rounds.RoundSettings = {
  title: 'Buurtbudget',
  amount: cents(1_000_000),
  areas: [],
  ageFrom: 12,
  votersExpected: 400,
  days: voting,
  ballot: { kind: 'approval' },
  pots: []
}
const opened = { openedOn: today, ruleHash: 'x' }
const fixed = { ...opened, frozenOn: today }
const counted = { ...fixed, countedOn: today }
const handed = { handedInOn: today }
const advised = { due: today, verdict: 'feasible', reasons: why, givenOn: today } as const
const plan = (id: string, state: proposals.Proposal) => ({ id: asId<ProposalId>(id), plan: state, owner: flat })
const blank: ballots.SheetReading = { kind: 'blank', code: 'A' }
const unclear: ballots.SheetReading = { kind: 'spoiled', why: 'unreadable' }
const [first, second] = [
  { by: 'amma', read: blank },
  { by: 'bep', read: unclear }
]

const moneyNouns: Told[] = [
  told<rounds.BudgetRound>(
    'budget-round',
    rounds.roundStates,
    [
      { state: 'preparing' },
      { state: 'open', ...opened },
      { state: 'frozen', ...fixed },
      { state: 'counted', ...counted },
      { state: 'closed', ...counted, closedOn: today },
      { state: 'stopped', why, stoppedOn: today }
    ],
    {
      openRound: (r) => rounds.openRound(r, settings, today),
      freezeRound: (r) => rounds.freezeRound(r, { plans: 2, undecided: 0, voting: voting.voting }, today),
      countRound: (r) => rounds.countRound(r, { days: days('count'), openSheets: 0 }, today),
      closeRound: (r) => rounds.closeRound(r, 0, today),
      stopRound: (r) => rounds.stopRound(r, why, today)
    }
  ),
  told<proposals.Proposal>(
    'proposal',
    proposals.proposalStates,
    [
      { state: 'draft' },
      { state: 'handedIn', ...handed },
      { state: 'onBallot', ...handed, decidedOn: today },
      { state: 'notOnBallot', ...handed, decidedOn: today, why },
      { state: 'merged', into: asId<ProposalId>('other') },
      { state: 'withdrawn', why, withdrawnOn: today }
    ],
    {
      handIn: (p) => proposals.handIn(p, flat, voting, today),
      putOnBallot: (p) => proposals.decideOnBallot(p, { onBallot: true, why: '' }, today),
      keepOffBallot: (p) => proposals.decideOnBallot(p, { onBallot: false, why }, today),
      mergePlans: (p) => proposals.mergePlans(plan('a', p), plan('b', { state: 'draft' }), [flat]),
      withdrawPlan: (p) => proposals.withdrawPlan(p, why, today)
    }
  ),
  told<advice.Advice>(
    'advice',
    advice.adviceStates,
    [
      { state: 'asked', due: today },
      { state: 'given', ...advised },
      { state: 'answered', ...advised, answer: why, answeredOn: today }
    ],
    {
      giveAdvice: (a) => advice.giveAdvice(a, { verdict: 'feasible', reasons: why }, today),
      answerAdvice: (a) => advice.answerAdvice(a, why, today)
    }
  ),
  told<ballots.Sheet>(
    'sheet',
    ballots.sheetStates,
    [
      { state: 'typedOnce', first: first! },
      { state: 'same', read: blank },
      { state: 'differs', first: first!, second: second! },
      { state: 'settled', read: blank }
    ],
    {
      typeTheSame: (s) => ballots.typeSheet(s, 'bep', blank),
      typeAnother: (s) => ballots.typeSheet(s, 'bep', unclear),
      settleSheet: (s) => ballots.settleSheet(s, 'joyce', blank)
    }
  ),
  told<ledger.Payment>(
    'payment',
    ledger.paymentStates,
    [
      { state: 'asked', askedBy: amma },
      { state: 'approved', askedBy: amma, approvedBy: bep },
      { state: 'paid', askedBy: amma, approvedBy: bep, paidOn: today },
      { state: 'refused', askedBy: amma, why }
    ],
    {
      approvePayment: (p) => ledger.approvePayment(p, bep),
      refusePayment: (p) => ledger.refusePayment(p, why),
      payOut: (p) => ledger.payOut(p, today, today)
    }
  )
]

/** The arrows of a picture: from, to, verb. `[*]` is where a noun comes from. */
function drawn(file: string): { from: string; to: string; verb: string }[] {
  const text = readFileSync(new URL(`../../../docs/states/${file}.md`, import.meta.url), 'utf8')
  const picture = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  return [...picture.matchAll(/^\s*(\S+) --> (\S+): (\w+)/gm)].map(([, from = '', to = '', verb = '']) => ({
    from,
    to,
    verb
  }))
}

test('the lists of states are whole', () => {
  expect(listsAreWhole).not.toContain(false)
})

describe.each([...nouns, ...moneyNouns])('the picture of a $file', ({ file, states, samples, verbs }) => {
  const arrows = drawn(file)

  test('shows every state and no other', () => {
    const shown = new Set(arrows.flatMap(({ from, to }) => [from, to]).filter((state) => state !== '[*]'))
    expect([...shown].sort()).toEqual([...states].sort())
    expect(new Set(samples.map(({ state }) => state))).toEqual(new Set(states))
  })

  test('shows every step the rules allow from one state to another, and no other', () => {
    const allowed = new Set<string>()
    for (const sample of samples)
      for (const [verb, does] of Object.entries(verbs)) {
        const next = does(sample as never)
        if (next.ok && next.value.state !== sample.state) allowed.add(`${sample.state} ${verb} ${next.value.state}`)
      }
    const shown = arrows.filter(({ from }) => from !== '[*]').map(({ from, verb, to }) => `${from} ${verb} ${to}`)
    expect(shown.sort()).toEqual([...allowed].sort())
  })

  test('has a row in its table for every state', () => {
    const text = readFileSync(new URL(`../../../docs/states/${file}.md`, import.meta.url), 'utf8')
    const rows = [...text.matchAll(/^\| (\w+) \|/gm)].map(([, state]) => state).filter((state) => state !== 'state')
    expect(rows).toEqual([...states])
  })
})
