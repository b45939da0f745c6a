import { ruleHash } from 'equal-shares'
import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { cents } from './money.ts'
import {
  ballotsMayMarkPeople,
  changeRound,
  closeRound,
  countRound,
  freezeRound,
  openRound,
  phaseOn,
  readRound,
  ruleOf,
  stopRound,
  supportersNeeded,
  votingIsOpen,
  type BudgetRound,
  type RoundTyped
} from './rounds.ts'

const on = (text: string) => text as Day
const typed: RoundTyped = {
  title: 'Buurtbudget 2027',
  amount: '25.000',
  ageFrom: '12',
  votersExpected: '400',
  days: {
    plans: '2027-01-04',
    advice: '2027-02-01',
    voting: '2027-03-01',
    count: '2027-03-15',
    doing: '2027-03-22',
    accounting: '2027-11-01',
    end: '2027-12-31'
  },
  ballot: 'approval',
  most: '3',
  points: '',
  mostPerPlan: '10.000',
  areas: [],
  pots: []
}
const must = <T>(decision: { ok: true; value: T } | { ok: false }): T => {
  if (!decision.ok) throw new Error('refused')
  return decision.value
}
const settings = must(readRound(typed))
const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code

const frozen = { state: 'frozen', openedOn: on('2027-01-02'), ruleHash: 'x', frozenOn: on('2027-02-27') } as const

describe('the settings of a round', () => {
  test('are understood as they were typed', () => {
    expect(settings).toMatchObject({ amount: 2_500_000, ageFrom: 12, ballot: { kind: 'approval', most: 3 } })
  })

  test.each([
    ['no name', { title: ' ' }, 'field-missing'],
    ['no money', { amount: '0' }, 'amount-not-above-zero'],
    ['half a year of age', { ageFrom: '12,5' }, 'field-not-a-number'],
    ['a phase before the one before', { days: { ...typed.days, voting: '2027-01-31' } }, 'phase-before-the-one-before'],
    ['two phases on one day', { days: { ...typed.days, count: '2027-03-01' } }, 'phase-before-the-one-before'],
    ['another way of voting', { ballot: 'likes' }, 'field-not-a-choice'],
    ['points without a number', { ballot: 'points' }, 'field-missing'],
    ['a plan of more than there is', { mostPerPlan: '25.000,01' }, 'plan-limit-above-the-amount'],
    ['pots that are not the whole', { pots: [{ key: 'n', name: 'Noord', amount: '24.999,99' }] }, 'pots-do-not-add-up']
  ])('are refused with %s', (_what, other, refusal) => {
    expect(code(readRound({ ...typed, ...other }))).toBe(refusal)
  })
})

describe('the calendar', () => {
  test.each([
    ['2027-01-03', 'before'],
    ['2027-01-04', 'plans'],
    ['2027-02-28', 'advice'],
    ['2027-03-01', 'voting'],
    ['2027-03-14', 'voting'],
    ['2027-03-15', 'count'],
    ['2027-12-31', 'accounting'],
    ['2028-01-01', 'after']
  ])('says on %s: %s', (day, phase) => {
    expect(phaseOn(settings.days, on(day))).toBe(phase)
  })

  test('opens the vote only for a ballot that is fixed', () => {
    expect(votingIsOpen(frozen, settings.days, on('2027-03-01'))).toBe(true)
    expect(votingIsOpen(frozen, settings.days, on('2027-03-15'))).toBe(false)
    expect(
      votingIsOpen({ state: 'open', openedOn: on('2027-01-02'), ruleHash: 'x' }, settings.days, on('2027-03-01'))
    ).toBe(false)
  })
})

describe('the counting rule', () => {
  test('is Equal Shares with the comparison that protects what many people want, and waits for a lot at a tie', () => {
    expect(ruleOf(settings)).toMatchObject({
      rule: 'mes',
      utility: 'cost',
      comparison: 'satisfaction',
      ties: 'error',
      completion: 'add1',
      stop: 'overspend',
      costCap: '10000.00',
      weights: 'one-person-one-vote'
    })
    expect(ruleOf({ ballot: { kind: 'points', points: 10 } }).utility).toBe('points')
  })

  test('is published with its hash when the round opens, changes in the open, and not at all once the ballot is fixed', () => {
    const opened = must(openRound({ state: 'preparing' }, settings, on('2027-01-02')))
    expect(opened).toMatchObject({ state: 'open', ruleHash: ruleHash(ruleOf(settings)) })
    const points = { ...settings, ballot: { kind: 'points', points: 10 } } as const
    const changed = must(changeRound(opened, points))
    expect(changed).toMatchObject({ ruleHash: ruleHash(ruleOf(points)) })
    expect(changed).not.toEqual(opened)
    expect(code(changeRound(frozen, points))).toBe('round-frozen')
  })
})

describe('a round goes its way', () => {
  const open: BudgetRound = { state: 'open', openedOn: on('2027-01-02'), ruleHash: 'x' }
  const today = on('2027-02-27')
  const voting = settings.days.voting

  test('only when every plan was decided on, and at the latest on the first day of voting', () => {
    expect(code(freezeRound(open, { plans: 4, undecided: 1, voting }, today))).toBe('plans-undecided')
    expect(code(freezeRound(open, { plans: 0, undecided: 0, voting }, today))).toBe('round-without-plans')
    expect(code(freezeRound(open, { plans: 4, undecided: 0, voting }, on('2027-03-02')))).toBe('voting-has-begun')
    expect(must(freezeRound(open, { plans: 4, undecided: 0, voting }, today))).toMatchObject({ state: 'frozen' })
  })

  test('is counted when voting is over and every sheet of paper has been typed in, not before', () => {
    const { days } = settings
    expect(code(countRound(frozen, { days, openSheets: 0 }, on('2027-03-14')))).toBe('voting-not-over')
    expect(code(countRound(frozen, { days, openSheets: 2 }, on('2027-03-15')))).toBe('paper-still-open')
    expect(code(countRound(open, { days, openSheets: 0 }, on('2027-03-15')))).toBe('round-not-frozen')
    expect(must(countRound(frozen, { days, openSheets: 0 }, on('2027-03-15')))).toMatchObject({ state: 'counted' })
  })

  test('is not closed while codes and sheets do not add up', () => {
    const counted: BudgetRound = { ...frozen, state: 'counted', countedOn: on('2027-03-16') }
    expect(code(closeRound(counted, 1, today))).toBe('turnout-does-not-reconcile')
    expect(must(closeRound(counted, 0, today))).toMatchObject({ state: 'closed' })
  })

  test('can be stopped before the count, with a reason', () => {
    expect(code(stopRound(open, ' ', today))).toBe('reason-missing')
    expect(must(stopRound(open, 'Het geld komt niet.', today))).toMatchObject({ state: 'stopped' })
    expect(code(stopRound({ ...frozen, state: 'counted', countedOn: today }, 'Nee.', today))).toBe(
      'round-already-counted'
    )
  })
})

test('makers of plans see about how many people a plan needs, rounded up', () => {
  expect(supportersNeeded(cents(500_000), cents(2_500_000), 400)).toBe(80)
  expect(supportersNeeded(cents(1), cents(2_500_000), 400)).toBe(1)
})

test('many plans with many choices make ballots that point at people', () => {
  expect(ballotsMayMarkPeople(20, 3)).toBe(false)
  expect(ballotsMayMarkPeople(10, undefined)).toBe(false)
  expect(ballotsMayMarkPeople(11, 4)).toBe(true)
  expect(ballotsMayMarkPeople(60, undefined)).toBe(true)
})
