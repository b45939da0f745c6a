/** Links of a list: filters stay while one goes on, the place in the list does not. */
import type { Visit } from './page.ts'

/** What a word in the address stands for; nothing when the page knows no such word (`constructor` is none either). */
export const meantBy = <T>(words: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
  word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined

const passing = ['gedaan', 'taal', 'na']

/** This page with one filter changed; without a value the filter is gone. */
export function withFilter(visit: Pick<Visit, 'here'>, name: string, value?: string): string {
  const [path = '', asked] = visit.here.split('?')
  // A page has dozens of these links, and mostly no filter yet.
  if (!asked) return value === undefined ? path : `${path}?${name}=${encodeURIComponent(value)}`
  const query = new URLSearchParams(asked)
  for (const one of passing) query.delete(one)
  if (value === undefined) query.delete(name)
  else query.set(name, value)
  return query.size === 0 ? path : `${path}?${query}`
}

/** The next page of this list. */
export const withNext = (visit: Pick<Visit, 'here'>, next: string): string => withFilter(visit, 'na', next)

/** The first page of this list, when this is another. */
export const withoutNext = (visit: Pick<Visit, 'here'>): string | undefined =>
  /[?&]na=/.test(visit.here) ? withFilter(visit, 'na') : undefined
