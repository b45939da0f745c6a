import { expect, test } from 'vitest'
import { day, weekday, type Day } from './day.ts'
import { easter, isWorkingDay, publicHolidays, whyNotWorking } from './holidays.ts'

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2016, '2016-03-27'],
  [2020, '2020-04-12'],
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2035, '2035-03-25'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2285, '2285-03-22']
])('Easter of %i is on %s', (year, sunday) => {
  expect(easter(year)).toBe(sunday)
})

test('Easter is a Sunday between 22 March and 25 April in every year', () => {
  for (let year = 1583; year < 2600; year += 1) {
    const sunday = easter(year)
    expect(weekday(sunday)).toBe('sunday')
    expect(sunday.slice(5) >= '03-22' && sunday.slice(5) <= '04-25').toBe(true)
  }
})

test('the holidays of 2027 stand in order', () => {
  expect([...publicHolidays(2027)]).toEqual([
    ['2027-01-01', 'new-year'],
    ['2027-03-26', 'good-friday'],
    ['2027-03-29', 'easter-monday'],
    ['2027-04-27', 'kings-day'],
    ['2027-05-05', 'liberation-day'],
    ['2027-05-06', 'ascension'],
    ['2027-05-17', 'whit-monday'],
    ['2027-12-25', 'christmas'],
    ['2027-12-26', 'second-christmas-day']
  ])
})

test.each([
  '2014-04-26',
  '2025-04-26',
  '2031-04-26',
  '2036-04-26',
  '2026-04-27',
  '2027-04-27',
  '2010-04-30',
  '2006-04-29'
])('the King (or Queen) celebrated on %s', (d) => {
  expect(publicHolidays(Number(d.slice(0, 4))).get(d as Day)).toBe('kings-day')
})

test('two holidays on one day are one day off: Ascension Day was on Liberation Day in 2016', () => {
  expect(publicHolidays(2016).size).toBe(8)
  expect(publicHolidays(2016).get('2016-05-05' as Day)).toBe('ascension')
})

test('the town hall works on Maundy Thursday and New Year’s Eve, and not on Good Friday or a Saturday', () => {
  const working = (text: string) => isWorkingDay(day(text) as Day)
  expect(working('2026-04-02')).toBe(true)
  expect(working('2026-12-31')).toBe(true)
  expect(working('2026-04-03')).toBe(false)
  expect(working('2026-11-28')).toBe(false)
})

test('a day equated by decree is only known when it is given', () => {
  const bridge = '2024-05-10' as Day
  expect(whyNotWorking(bridge)).toBeUndefined()
  expect(whyNotWorking(bridge, new Set([bridge]))).toBe('equated-day')
})
