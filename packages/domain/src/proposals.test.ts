import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type GroupId, type ProposalId } from './ids.ts'
import { cents } from './money.ts'
import {
  changePlan,
  costOf,
  decideOnBallot,
  handIn,
  mergePlans,
  onePage,
  readPlan,
  withdrawPlan,
  type PlanTyped,
  type Proposal
} from './proposals.ts'
import { type RoundDays } from './rounds.ts'

const on = (text: string) => text as Day
const flat = asId<GroupId>('flat')
const church = asId<GroupId>('church')
const days: RoundDays = {
  plans: on('2027-01-04'),
  advice: on('2027-02-01'),
  voting: on('2027-03-01'),
  count: on('2027-03-15'),
  doing: on('2027-03-22'),
  accounting: on('2027-11-01'),
  end: on('2027-12-31')
}
const round = { amount: cents(2_500_000), mostPerPlan: cents(1_000_000), pots: [] }
const typed: PlanTyped = {
  title: 'Banken bij de vijver',
  what: 'Wij zetten vijf banken bij de vijver, met leuning.',
  forWhom: 'Ouderen en ouders',
  where: 'Vijver achter de flat',
  items: [
    { what: 'Banken', amount: '4.000' },
    { what: 'Plaatsen', amount: '500,50' },
    { what: '', amount: '' }
  ]
}
const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code
const january = on('2027-01-20')
const handed: Proposal = { state: 'handedIn', handedInOn: january }

describe('a plan fits on one page', () => {
  test('with what it costs added up for its makers', () => {
    const plan = readPlan(typed, round)
    expect(plan).toMatchObject({ ok: true, value: { items: [{ amount: 400_000 }, { amount: 50_050 }] } })
    if (plan.ok) expect(costOf(plan.value)).toBe(450_050)
  })

  test.each([
    ['longer than a page', { what: 'a'.repeat(onePage - 10), forWhom: 'b'.repeat(40) }, 'plan-longer-than-a-page'],
    ['without costs', { items: [{ what: '', amount: '' }] }, 'plan-without-costs'],
    ['with a cost of nothing', { items: [{ what: 'Banken', amount: '0' }] }, 'amount-not-above-zero'],
    ['above what one plan may cost', { items: [{ what: 'Banken', amount: '10.000,01' }] }, 'plan-too-expensive'],
    [
      'with an endless list',
      { items: Array.from({ length: 13 }, () => ({ what: 'x', amount: '1' })) },
      'plan-too-many-items'
    ]
  ])('or is refused: %s', (_what, other, refusal) => {
    expect(code(readPlan({ ...typed, ...other }, round))).toBe(refusal)
  })

  test('and chooses a pot when the round has pots, within what is in it', () => {
    const pots = [{ key: 'noord', name: 'Noord', amount: cents(300_000) }]
    expect(code(readPlan(typed, { ...round, pots }))).toBe('field-not-a-choice')
    expect(code(readPlan({ ...typed, pot: 'noord' }, { ...round, pots }))).toBe('plan-too-expensive')
  })
})

describe('a plan on its way to the ballot', () => {
  test('is handed in by the group that owns it, while plans are made', () => {
    expect(code(handIn({ state: 'draft' }, undefined, days, january))).toBe('plan-without-owner')
    expect(code(handIn({ state: 'draft' }, flat, days, on('2027-02-01')))).toBe('plans-phase-over')
    expect(handIn({ state: 'draft' }, flat, days, january)).toEqual({ ok: true, value: handed })
    expect(code(changePlan(handed, days, on('2027-02-01')))).toBe('plans-phase-over')
  })

  test('hears a reason for every no', () => {
    expect(code(decideOnBallot(handed, { onBallot: false, why: '' }, january))).toBe('reason-missing')
    expect(decideOnBallot(handed, { onBallot: false, why: 'Dit hoort bij onderhoud.' }, january)).toMatchObject({
      value: { state: 'notOnBallot', why: 'Dit hoort bij onderhoud.' }
    })
    expect(decideOnBallot(handed, { onBallot: true, why: '' }, january)).toMatchObject({ value: { state: 'onBallot' } })
    expect(code(decideOnBallot({ state: 'draft' }, { onBallot: true, why: '' }, january))).toBe('plan-not-handed-in')
  })

  test('is merged only when both groups say so', () => {
    const one = { id: asId<ProposalId>('a'), plan: handed, owner: flat }
    const two = { id: asId<ProposalId>('b'), plan: handed, owner: church }
    expect(code(mergePlans(one, two, [flat]))).toBe('merge-needs-both-owners')
    expect(code(mergePlans(one, two, [church]))).toBe('merge-needs-both-owners')
    expect(code(mergePlans(one, one, [flat, church]))).toBe('plan-into-itself')
    expect(mergePlans(one, two, [church, flat])).toEqual({ ok: true, value: { state: 'merged', into: 'b' } })
  })

  test('can be taken back by its group until it is decided on', () => {
    expect(withdrawPlan(handed, 'Wij doen het zonder geld.', january)).toMatchObject({ value: { state: 'withdrawn' } })
    expect(code(withdrawPlan({ state: 'onBallot', handedInOn: january, decidedOn: january }, 'x', january))).toBe(
      'plan-finished'
    )
  })
})
