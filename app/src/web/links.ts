/** Links of a list: filters stay while one goes on, the place in the list does not. */
import type { Visit } from './page.ts'

/** What a word in the address stands for; nothing when the page knows no such word (`constructor` is none either). */
export const meantBy = <T>(words: Readonly<Record<string, T>>, word: string | undefined): T | undefined =>
  word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined

const kept = (visit: Pick<Visit, 'here'>): { path: string; query: URLSearchParams } => {
  const [path = '', query = ''] = visit.here.split('?')
  const params = new URLSearchParams(query)
  for (const passing of ['gedaan', 'taal', 'na']) params.delete(passing)
  return { path, query: params }
}

const written = (path: string, query: URLSearchParams): string => (query.size === 0 ? path : `${path}?${query}`)

/** This page with one filter changed; without a value the filter is gone. */
export function withFilter(visit: Pick<Visit, 'here'>, name: string, value?: string): string {
  const { path, query } = kept(visit)
  if (value === undefined) query.delete(name)
  else query.set(name, value)
  return written(path, query)
}

/** The next page of this list. */
export const withNext = (visit: Pick<Visit, 'here'>, next: string): string => withFilter(visit, 'na', next)

/** The first page of this list, when this is another. */
export const withoutNext = (visit: Pick<Visit, 'here'>): string | undefined =>
  /[?&]na=/.test(visit.here) ? withFilter(visit, 'na') : undefined
