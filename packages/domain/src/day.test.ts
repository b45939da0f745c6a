import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, day, dayOf, daysBetween, endOfDay, readDay, startOfDay, weekday, type Day } from './day.ts'

const on = (text: string): Day => {
  const found = day(text)
  if (!found) throw new Error(`no such day: ${text}`)
  return found
}
const anyDay = fc.integer({ min: 0, max: 66_000 }).map((n) => addDays(on('1920-01-01'), n))

test('only days that exist are days', () => {
  for (const real of ['2028-02-29', '2000-02-29', '2026-12-31', '1583-01-01', '9999-12-31'])
    expect(day(real)).toBe(real)
  for (const not of ['2027-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', 'gisteren'])
    expect(day(not)).toBeUndefined()
  expect(day('2026-11-24T10:00')).toBeUndefined()
  expect(day('0099-01-01')).toBeUndefined()
})

test('a form without a day and a form with nonsense are answered differently', () => {
  expect(readDay('due', ' ')).toMatchObject({ refusal: { code: 'field-missing', field: 'due' } })
  expect(readDay('due', '31-12-2026')).toMatchObject({ refusal: { code: 'field-not-a-day', field: 'due' } })
  expect(readDay('due', ' 2026-12-31 ')).toEqual({ ok: true, value: '2026-12-31' })
})

test('the days of a promise add up, over leap days and year ends', () => {
  expect(addDays(on('2028-02-28'), 1)).toBe('2028-02-29')
  expect(addDays(on('2027-02-28'), 1)).toBe('2027-03-01')
  expect(addDays(on('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addMonths(on('2026-11-30'), 3)).toBe('2027-02-28')
  expect(addMonths(on('2026-03-31'), -1)).toBe('2026-02-28')
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
      expect(daysBetween(d, addDays(d, n))).toBe(n)
    })
  )
})

test('weekdays are named, Monday first', () => {
  expect(weekday(on('2026-11-23'))).toBe('monday')
  expect(weekday(on('2026-11-29'))).toBe('sunday')
})

test('a voice given just after midnight belongs to the new day in Amsterdam, in summer and in winter', () => {
  expect(dayOf(Date.UTC(2026, 10, 24, 22, 59))).toBe('2026-11-24')
  expect(dayOf(Date.UTC(2026, 10, 24, 23, 0))).toBe('2026-11-25')
  expect(dayOf(Date.UTC(2026, 6, 1, 21, 59))).toBe('2026-07-01')
  expect(dayOf(Date.UTC(2026, 6, 1, 22, 0))).toBe('2026-07-02')
  expect(dayOf(Date.UTC(2026, 11, 31, 23, 0))).toBe('2027-01-01')
})

test('a day has 23 hours when the clock goes forward and 25 when it goes back', () => {
  const hours = (d: Day) => (endOfDay(d) + 1 - startOfDay(d)) / 3_600_000
  expect(hours(on('2027-03-28'))).toBe(23)
  expect(hours(on('2027-10-31'))).toBe(25)
  expect(hours(on('2027-06-01'))).toBe(24)
  expect(new Date(endOfDay(on('2027-03-28'))).toISOString()).toBe('2027-03-28T21:59:59.999Z')
  expect(new Date(endOfDay(on('2027-10-31'))).toISOString()).toBe('2027-10-31T22:59:59.999Z')
})

test('a deadline falls at the last moment of its day and not one later', () => {
  fc.assert(
    fc.property(anyDay, (d) => {
      expect(dayOf(endOfDay(d))).toBe(d)
      expect(dayOf(endOfDay(d) + 1)).toBe(addDays(d, 1))
      expect(dayOf(startOfDay(d))).toBe(d)
    })
  )
})
