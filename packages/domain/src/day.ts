// A day on the calendar, as people say it: no hour, no zone. Days are compared with < and > because they sort as text.
import { ok, refused, type Decision } from './decision.ts'
import { type Brand } from './ids.ts'

/** A real day, 'YYYY-MM-DD', from 1583-01-01 (the first whole year of the Gregorian calendar) to 9999-12-31. */
export type Day = Brand<string, 'Day'>

const msPerDay = 86_400_000
const zone = 'Europe/Amsterdam'

/** The day, or undefined when there is no such day ('2027-02-29'). */
export function day(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1583-01-01') return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) || fromMs(ms) !== text ? undefined : (text as Day)
}

/** A day from a form field. Refusals: `field-missing`, `field-not-a-day`. */
export function readDay(field: string, raw: string | undefined): Decision<Day> {
  const typed = raw?.trim() ?? ''
  if (typed === '') return refused('field-missing', { field })
  const found = day(typed)
  return found === undefined ? refused('field-not-a-day', { field }) : ok(found)
}

const fromMs = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day
const toMs = (d: Day): number => Date.parse(d)

/** `n` days later (earlier when negative). */
export const addDays = (d: Day, n: number): Day => fromMs(toMs(d) + n * msPerDay)

/** The same day of the month `n` months later, or that month's last day when it is shorter (31 January → 28 February). */
export function addMonths(d: Day, n: number): Day {
  const months = yearOf(d) * 12 + Number(d.slice(5, 7)) - 1 + n
  const first = Date.UTC(Math.floor(months / 12), months % 12, 1)
  const last = Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)
  return fromMs(Math.min(first + (Number(d.slice(8)) - 1) * msPerDay, last))
}

/** Days from `a` to `b`: 1 from today to tomorrow, negative when `b` comes first. */
export const daysBetween = (a: Day, b: Day): number => Math.round((toMs(b) - toMs(a)) / msPerDay)

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const weekday = (d: Day): Weekday => weekdays[(new Date(toMs(d)).getUTCDay() + 6) % 7] as Weekday

export const yearOf = (d: Day): number => Number(d.slice(0, 4))

/** Swedish writes days and times as '2026-11-24 09:30:00'. Ten times quicker than taking the parts apart. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit'
})

/** What the clock in Amsterdam shows at an instant, written as if it were UTC (milliseconds). */
const amsterdamClock = (instantMs: number): number => Date.parse(`${clock.format(instantMs).replace(' ', 'T')}Z`)

/** The day it is in Amsterdam at an instant (milliseconds since 1970, UTC). */
export const dayOf = (instantMs: number): Day => clock.format(instantMs).slice(0, 10) as Day

/**
 * The first millisecond of a day in Amsterdam. The clock is changed at night, after midnight, so midnight is always one
 * instant and has the offset of 00:00 UTC (true of every day since 1917).
 */
export const startOfDay = (d: Day): number => 2 * toMs(d) - amsterdamClock(toMs(d))

/** The last millisecond of a day in Amsterdam: deadlines fall there. A day has 23 or 25 hours when the clock changes. */
export const endOfDay = (d: Day): number => startOfDay(addDays(d, 1)) - 1
