// The terms that the law sets: where each ends, worked out by hand, and what always holds. Promises and the rules are in terms.test.ts.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween, type Day } from './day.ts'
import { isWorkingDay } from './holidays.ts'
import { dueOn, ruleFor, termRules, type TermRule } from './terms.ts'

const on = (text: string): Day => {
  const found = day(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}
const committee = (basis: 'objection' | 'complaint'): TermRule => {
  const rule = ruleFor(basis, { committee: true })
  if (!rule.ok) throw new Error(rule.refusal.code)
  return rule.value
}
const rules = {
  ...termRules,
  'objection with a committee': committee('objection'),
  'complaint with a committee': committee('complaint')
}
const term = (amount: number, unit: TermRule['unit']): TermRule => ({ ...termRules.application, amount, unit })
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays(on('2020-01-01'), n))

// Worked by hand with a calendar, and once more by a program in another language that has the holidays written out.
const worked: [rule: keyof typeof rules, from: string, due: string, whose: string][] = [
  ['application', '2026-01-05', '2026-03-02', 'an application of early January: eight weeks, an ordinary Monday'],
  [
    'application',
    '2026-10-30',
    '2026-12-28',
    'an application that would end on Christmas Day (a Friday) waits for the Monday'
  ],
  ['application', '2026-11-06', '2027-01-04', 'an application that would end on New Year’s Day, a Friday'],
  ['application', '2026-02-06', '2026-04-07', 'an application that would end on Good Friday waits until after Easter'],
  ['application', '2026-02-09', '2026-04-07', 'an application that would end on Easter Monday'],
  ['application', '2026-03-02', '2026-04-28', 'an application that would end on King’s Day, a Monday'],
  ['application', '2026-03-10', '2026-05-06', 'an application that would end on Liberation Day'],
  [
    'application',
    '2026-03-19',
    '2026-05-15',
    'an application that would end on Ascension Day ends on the Friday after'
  ],
  ['application', '2026-03-30', '2026-05-26', 'an application that would end on Whit Monday'],
  ['application', '2027-12-31', '2028-02-25', 'an application of New Year’s Eve 2027, with a leap day ahead'],
  ['application', '2028-01-04', '2028-02-29', 'an application that ends on a leap day'],
  ['application', '2027-01-04', '2027-03-01', 'the same days in a year without a leap day'],
  ['application', '2026-02-01', '2026-03-30', 'an application counted across the spring change of the clocks'],
  ['application', '2026-09-06', '2026-11-02', 'an application counted across the autumn change of the clocks'],
  [
    'application',
    '2025-03-02',
    '2025-04-28',
    'an application that would end on Sunday 27 April 2025, when King’s Day was the Saturday before'
  ],
  ['application', '2025-03-01', '2025-04-28', 'an application that would end on that King’s Day, a Saturday'],
  ['application', '2031-03-01', '2031-04-28', 'the next King’s Day that is moved, in 2031'],
  ['notice-of-default', '2025-04-04', '2025-04-22', 'a notice whose two weeks would end on Good Friday 2025'],
  ['notice-of-default', '2026-12-11', '2026-12-28', 'a notice of 11 December: Christmas, Boxing Day and a Sunday'],
  ['notice-of-default', '2026-12-18', '2027-01-04', 'a notice of 18 December ends past New Year'],
  ['notice-of-default', '2027-12-11', '2027-12-27', 'a notice that would end on Christmas Day, a Saturday'],
  [
    'notice-of-default',
    '2028-12-11',
    '2028-12-27',
    'a notice that would end on Christmas Day, a Monday, ends on the Wednesday'
  ],
  ['notice-of-default', '2028-02-15', '2028-02-29', 'a notice that ends on a leap day'],
  ['notice-of-default', '2026-11-24', '2026-12-08', 'a notice without any holiday near'],
  ['notice-of-default', '2026-03-20', '2026-04-07', 'a notice that would end on Good Friday 2026'],
  [
    'notice-of-default',
    '2027-04-22',
    '2027-05-07',
    'a notice that would end on Ascension Day, the day after Liberation Day'
  ],
  [
    'notice-of-default',
    '2027-04-21',
    '2027-05-07',
    'a notice that would end on Liberation Day, the day before Ascension Day'
  ],
  ['objection', '2026-11-24', '2027-01-05', 'an objection: six weeks after the filing term, over the year’s end'],
  ['objection', '2026-11-20', '2027-01-04', 'an objection that would end on New Year’s Day 2027'],
  ['objection', '2026-02-20', '2026-04-07', 'an objection that would end on Good Friday'],
  ['objection', '2028-03-03', '2028-04-18', 'an objection that would end on Good Friday 2028'],
  [
    'objection with a committee',
    '2026-10-02',
    '2026-12-28',
    'an objection with a committee: twelve weeks are still lengthened'
  ],
  [
    'objection with a committee',
    '2026-01-10',
    '2026-04-07',
    'an objection with a committee that would end on a Saturday'
  ],
  [
    'objection with a committee',
    '2026-02-02',
    '2026-04-28',
    'an objection with a committee that would end on King’s Day'
  ],
  [
    'objection with a committee',
    '2023-12-07',
    '2024-02-29',
    'an objection with a committee that ends on the leap day of 2024'
  ],
  ['complaint', '2026-08-01', '2026-09-14', 'a complaint handed in on a Saturday'],
  ['complaint', '2026-08-02', '2026-09-14', 'a complaint sent on a Sunday evening'],
  ['complaint', '2026-03-24', '2026-05-06', 'a complaint that would end on Liberation Day'],
  [
    'complaint with a committee',
    '2026-03-16',
    '2026-05-26',
    'a complaint with a committee that would end on Whit Monday'
  ],
  [
    'complaint with a committee',
    '2026-10-16',
    '2026-12-28',
    'a complaint with a committee that would end on Christmas Day'
  ],
  [
    'complaint with a committee',
    '2026-01-22',
    '2026-04-02',
    'a complaint with a committee, ten weeks to the Thursday before Good Friday'
  ],
  ['tenants-advice', '2026-04-13', '2026-04-28', 'tenants’ advice received two weeks before King’s Day'],
  ['tenants-advice', '2026-03-23', '2026-04-07', 'tenants’ advice received two weeks before Easter Monday'],
  ['tenants-advice', '2027-03-15', '2027-03-30', 'tenants’ advice across the change of the clocks and Easter 2027'],
  ['tenants-advice', '2026-06-15', '2026-06-29', 'tenants’ advice on an ordinary Monday in June'],
  ['tenants-advice', '2029-05-07', '2029-05-22', 'tenants’ advice received two weeks before Whit Monday 2029']
]

describe('a term set by law', () => {
  test.each(worked)('%s of %s ends on %s: %s', (rule, from, due) => {
    expect(dueOn(rules[rule], on(from)).due).toBe(due)
  })

  test.each([
    [
      '2026-04-02',
      3,
      '2026-04-08',
      'Good Friday, a weekend and Easter Monday do not count towards the two working days'
    ],
    ['2026-04-01', 3, '2026-04-07', 'a working day before Good Friday counts as one of the two'],
    ['2026-12-24', 3, '2026-12-29', 'Christmas on a Friday'],
    ['2026-12-24', 5, '2026-12-29', 'five days over Christmas hold two working days already'],
    ['2027-12-24', 4, '2027-12-28', 'Christmas in a weekend'],
    ['2026-06-05', 3, '2026-06-09', 'three days from a Friday'],
    ['2026-06-04', 2, '2026-06-08', 'two days from a Thursday are only moved past the weekend (art. 1)'],
    ['2026-04-02', 1, '2026-04-07', 'one day from Maundy Thursday'],
    ['2026-04-02', 2, '2026-04-07', 'two days from Maundy Thursday']
  ])('from %s in %i days ends on %s: %s', (from, days, due) => {
    expect(dueOn(term(days, 'days'), on(from)).due).toBe(due)
  })

  const long: [TermRule['unit'], number, string, string, string][] = [
    ['days', 90, '2026-01-25', '2026-04-28', 'ninety days are moved from the Saturday past King’s Day'],
    ['days', 91, '2026-01-25', '2026-04-26', 'ninety-one days stay on their Sunday'],
    ['weeks', 12, '2026-01-10', '2026-04-07', 'twelve weeks are moved from Easter Saturday'],
    ['weeks', 13, '2026-01-03', '2026-04-04', 'thirteen weeks stay on Easter Saturday'],
    ['months', 3, '2026-01-04', '2026-04-07', 'three months are moved from Easter Saturday'],
    ['months', 4, '2026-01-01', '2026-05-01', 'four months stay where they fall'],
    ['months', 4, '2026-01-05', '2026-05-05', 'four months stay on Liberation Day'],
    ['months', 1, '2028-01-31', '2028-02-29', 'a month from the last of January is the last of February'],
    ['months', 1, '2027-01-31', '2027-03-01', 'which is a Sunday in 2027']
  ]
  test.each(long)('in %s: %i from %s ends on %s: %s', (unit, amount, from, due) => {
    expect(dueOn(term(amount, unit), on(from)).due).toBe(due)
  })

  test('also waits for the days the Crown equates with a holiday, when those are given', () => {
    const bridge = new Set([on('2024-05-10')])
    expect(dueOn(termRules.application, on('2024-03-15')).due).toBe('2024-05-10')
    expect(dueOn(termRules.application, on('2024-03-15'), bridge).due).toBe('2024-05-13')
  })

  test('can be moved nine days in May 2043, when three equated days close the gaps between the holidays', () => {
    const bridges = new Set([on('2043-05-04'), on('2043-05-06'), on('2043-05-08')])
    expect(dueOn(termRules.objection, on('2043-03-21'), bridges).due).toBe('2043-05-11')
  })

  test('never ends on a day the town hall is closed, nor earlier than its weeks, nor more than a few days later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (from, weeks) => {
        const { due } = dueOn(term(weeks, 'weeks'), from)
        const moved = daysBetween(addDays(from, weeks * 7), due)
        expect(isWorkingDay(due)).toBe(true)
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(4)
      })
    )
  })

  test('never gives somebody who asks later an earlier answer', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 95 }), (from, days) => {
        const rule = term(days, 'days')
        expect(dueOn(rule, addDays(from, 1)).due >= dueOn(rule, from).due).toBe(true)
      })
    )
  })

  test('of three days or more always holds two working days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 3, max: 90 }), (from, days) => {
        const { due } = dueOn(term(days, 'days'), from)
        let found = 0
        for (let d = addDays(from, 1); d <= due; d = addDays(d, 1)) if (isWorkingDay(d)) found += 1
        expect(found).toBeGreaterThanOrEqual(2)
      })
    )
  })

  test('tells step by step how its day came out', () => {
    expect(dueOn(termRules.application, on('2026-02-06')).steps).toEqual([
      { step: 'counted-from', day: '2026-02-06', countedFrom: 'receipt' },
      { step: 'plus', amount: 8, unit: 'weeks', day: '2026-04-03' },
      { step: 'falls-on', day: '2026-04-03', why: 'good-friday' },
      { step: 'falls-on', day: '2026-04-04', why: 'saturday' },
      { step: 'falls-on', day: '2026-04-05', why: 'sunday' },
      { step: 'falls-on', day: '2026-04-06', why: 'easter-monday' },
      { step: 'moved-to', day: '2026-04-07' },
      { step: 'ends', day: '2026-04-07' }
    ])
    expect(dueOn(term(3, 'days'), on('2026-04-01')).steps).toContainEqual({
      step: 'two-working-days',
      day: '2026-04-07',
      found: 1
    })
    expect(dueOn(term(13, 'weeks'), on('2026-01-03')).steps).toContainEqual({
      step: 'act-does-not-apply',
      why: 'over-12-weeks'
    })
  })
})
