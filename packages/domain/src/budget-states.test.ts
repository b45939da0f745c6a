// The pictures of the budget in docs/states show exactly the states and steps that the rules know.
import { expect, test } from 'vitest'
import { picturesShow, told, type States, type Told } from '../test/pictures.ts'
import * as advice from './advice.ts'
import * as ballots from './ballots.ts'
import { addDays, type Day } from './day.ts'
import { asId, type GroupId, type PersonId, type ProposalId } from './ids.ts'
import * as ledger from './ledger.ts'
import { cents } from './money.ts'
import * as proposals from './proposals.ts'
import * as rounds from './rounds.ts'

/** Fails to compile when a list of states and its type differ, in either direction. */
const listsAreWhole: [
  States<rounds.BudgetRound, typeof rounds.roundStates>,
  States<proposals.Proposal, typeof proposals.proposalStates>,
  States<advice.Advice, typeof advice.adviceStates>,
  States<ballots.Sheet, typeof ballots.sheetStates>,
  States<ledger.Payment, typeof ledger.paymentStates>
] = [true, true, true, true, true]

const today = '2026-11-24' as Day
const amma = asId<PersonId>('amma')
const why = 'Daarom.'

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
      payOut: (p) => ledger.payOut(p, today, today),
      takePaymentBack: (p) => ledger.takePaymentBack(p)
    }
  )
]

test('the lists of states are whole', () => {
  expect(listsAreWhole).not.toContain(false)
})

picturesShow(moneyNouns)
