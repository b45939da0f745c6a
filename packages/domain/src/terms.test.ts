import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, weekday, type Day } from './day.ts'
import {
  bases,
  daysLate,
  dueOn,
  filingTermEnds,
  freeze,
  freezeOwnPromise,
  ruleFor,
  tenantsCanAdviseUntil,
  termRules,
  type TermRule
} from './terms.ts'

const on = (text: string): Day => {
  const found = day(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays(on('2020-01-01'), n))

describe('a promise', () => {
  test.each([
    ['2026-11-24', '2026-12-01', '2027-01-05', 'asked on a Tuesday in November'],
    ['2026-12-23', '2026-12-31', '2027-02-03', 'asked just before Christmas'],
    ['2026-11-13', '2026-11-20', '2026-12-25', 'six weeks end on Christmas Day, and that is what was said'],
    ['2026-11-14', '2026-11-20', '2026-12-26', 'asked on a Saturday'],
    ['2026-04-02', '2026-04-13', '2026-05-14', 'asked on Maundy Thursday: answer on Ascension Day'],
    ['2027-04-29', '2027-05-10', '2027-06-10', 'two holidays and a weekend among the five working days'],
    ['2028-02-25', '2028-03-03', '2028-04-07', 'a leap day among the working days'],
    ['2026-10-23', '2026-10-30', '2026-12-04', 'the clock goes back on the second day'],
    ['2025-04-17', '2025-04-28', '2025-05-29', 'Easter, and King’s Day on a Saturday'],
    ['2026-12-31', '2027-01-08', '2027-02-11', 'asked on New Year’s Eve']
  ])('made in general, asked on %s: a sign of life by %s, an answer by %s (%s)', (from, receiptDue, due) => {
    const computed = dueOn(termRules['voluntary-promise'], on(from))
    expect(computed.receiptDue).toBe(receiptDue)
    expect(computed.due).toBe(due)
    expect(computed.steps).toContainEqual({ step: 'act-does-not-apply', why: 'promise' })
  })

  test('is never moved: so many weeks after a Tuesday is a Tuesday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 52 }), (from, weeks) => {
        const rule = ruleFor('voluntary-promise', { weeks })
        if (!rule.ok) throw new Error(rule.refusal.code)
        expect(weekday(dueOn(rule.value, from).due)).toBe(weekday(from))
      })
    )
  })

  test('of the council counts from the meeting that listed the letter, and carries no law', () => {
    expect(termRules['council-letter']).toMatchObject({ kind: 'promise', countedFrom: 'council-meeting' })
    expect(dueOn(termRules['council-letter'], on('2026-11-13')).due).toBe('2026-12-25')
  })

  test('on the institution’s own date ends on that date, also on a Sunday', () => {
    const term = freezeOwnPromise(on('2026-11-24'), on('2027-02-28'))
    expect(term.ok && term.value.due).toBe('2027-02-28')
    expect(term.ok && dueOn(term.value.rule, term.value.from).due).toBe('2027-02-28')
  })

  test('cannot be made for a day that has gone', () => {
    expect(freezeOwnPromise(on('2026-11-24'), on('2026-11-23'))).toMatchObject({
      ok: false,
      refusal: { code: 'day-in-the-past' }
    })
  })
})

describe('the rules', () => {
  test('every basis says what it is, where it stands and of which day its text is', () => {
    for (const basis of bases) {
      const rule = termRules[basis]
      expect(rule.basis).toBe(basis)
      expect(rule.source).not.toBe('')
      expect(day(rule.checkedOn)).toBeDefined()
      expect(rule.kind === 'law').toBe(/^(Awb|Wohv) /.test(rule.source))
    }
  })

  test('stand in docs/law-texts.md with their source and the year of the text that was read', () => {
    const text = readFileSync(new URL('../../../docs/law-texts.md', import.meta.url), 'utf8')
    const rows = text.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows).toHaveLength(bases.length)
    for (const [at, basis] of bases.entries()) {
      const { source, checkedOn } = termRules[basis]
      expect(rows[at]).toMatch(new RegExp(`^\\| \`${basis}\` \\|`))
      expect(rows[at]).toContain(`| ${source} | ${checkedOn.slice(0, 4)} |`)
    }
  })

  test('a request keeps its term when the rule is changed later', () => {
    const kept = freeze(termRules.complaint, on('2026-08-01'))
    const again = structuredClone(kept)
    const changed: TermRule = { ...termRules.complaint, amount: 20, version: 2 }
    expect(dueOn(changed, kept.from).due).not.toBe(kept.due)
    expect(kept).toEqual(again)
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
  })

  test('a neighbourhood may agree on other weeks for its promise, within a year', () => {
    expect(ruleFor('voluntary-promise', { weeks: 4 })).toMatchObject({ ok: true, value: { amount: 4, unit: 'weeks' } })
    for (const weeks of [0, 53, 2.5, Number.NaN])
      expect(ruleFor('voluntary-promise', { weeks })).toMatchObject({ refusal: { code: 'term-out-of-range' } })
  })

  test('nobody chooses other weeks for an objection than the law gives', () => {
    expect(ruleFor('objection', { weeks: 20 })).toMatchObject({ refusal: { code: 'field-not-a-choice' } })
    expect(ruleFor('own-promise', { weeks: 20 })).toMatchObject({ refusal: { code: 'field-not-a-choice' } })
    expect(ruleFor('application', { committee: true })).toMatchObject({ refusal: { code: 'field-not-a-choice' } })
  })

  test('an objection is filed within six weeks, and its answer is counted from the end of those', () => {
    const end = filingTermEnds(on('2026-11-20'))
    expect(end).toBe('2027-01-04')
    expect(dueOn(termRules.objection, end).due).toBe('2027-02-15')
  })

  test('tenants have at least six weeks to advise', () => {
    expect(tenantsCanAdviseUntil(on('2026-06-01'))).toBe('2026-07-13')
  })

  test('nobody is late on the due day itself, and one day late on the next', () => {
    expect(daysLate(on('2026-11-24'), on('2026-11-23'))).toBe(0)
    expect(daysLate(on('2026-11-24'), on('2026-11-24'))).toBe(0)
    expect(daysLate(on('2026-11-24'), on('2026-11-25'))).toBe(1)
    expect(daysLate(on('2026-10-24'), on('2026-10-26'))).toBe(2)
  })
})
