// The days on which a term set by law does not end (Algemene termijnenwet, art. 3).
import { addDays, weekday, yearOf, type Day } from './day.ts'

export const holidayNames = [
  'new-year',
  'good-friday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension',
  'whit-monday',
  'christmas',
  'second-christmas-day'
] as const
export type HolidayName = (typeof holidayNames)[number]

/** Easter Sunday (Gregorian calendar; Meeus, Jones and Butcher's rule without exceptions). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return onDay(year, Math.floor(f / 31), (f % 31) + 1)
}

const onDay = (year: number, month: number, date: number): Day =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-') as Day

/** 27 April, or the 26th when that is a Sunday. Until 2013 Queen's Day: 30 April, or the 29th. */
function kingsDay(year: number): Day {
  const birthday = year >= 2014 ? onDay(year, 4, 27) : onDay(year, 4, 30)
  return weekday(birthday) === 'sunday' ? addDays(birthday, -1) : birthday
}

const known = new Map<number, ReadonlyMap<Day, HolidayName>>()

/**
 * The public holidays of a year, in order (Algemene termijnenwet, art. 3, paragraphs 1 and 2: Good Friday is equated).
 * When two fall together (Ascension on 5 May, 2016) the day stands once. Days equated for some years by royal decree
 * (paragraph 3) are not in here: the terms take those as an argument.
 */
export function publicHolidays(year: number): ReadonlyMap<Day, HolidayName> {
  const before = known.get(year)
  if (before) return before
  const sunday = easter(year)
  const days: [Day, HolidayName][] = [
    [onDay(year, 1, 1), 'new-year'],
    [addDays(sunday, -2), 'good-friday'],
    [addDays(sunday, 1), 'easter-monday'],
    [kingsDay(year), 'kings-day'],
    [onDay(year, 5, 5), 'liberation-day'],
    [addDays(sunday, 39), 'ascension'],
    [addDays(sunday, 50), 'whit-monday'],
    [onDay(year, 12, 25), 'christmas'],
    [onDay(year, 12, 26), 'second-christmas-day']
  ]
  const holidays: ReadonlyMap<Day, HolidayName> = new Map(days.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  known.set(year, holidays)
  return holidays
}

/** Days equated with a public holiday by royal decree (art. 3, paragraph 3); none unless given. */
export type EquatedDays = ReadonlySet<Day>
const none: EquatedDays = new Set()

export type NotWorking = 'saturday' | 'sunday' | 'equated-day' | HolidayName

/** Why a day is no working day, or undefined when it is one. */
export function whyNotWorking(d: Day, equated: EquatedDays = none): NotWorking | undefined {
  const holiday = publicHolidays(yearOf(d)).get(d)
  if (holiday) return holiday
  const name = weekday(d)
  if (name === 'saturday' || name === 'sunday') return name
  return equated.has(d) ? 'equated-day' : undefined
}

/** Neither Saturday, Sunday nor public holiday. */
export const isWorkingDay = (d: Day, equated: EquatedDays = none): boolean => whyNotWorking(d, equated) === undefined
