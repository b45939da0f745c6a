/**
 * What waits in one browser alone, sealed with the installation's secret: the codes that were just made, a key card, the choices of
 * somebody who is voting. Nothing of it is in the database, in an address or in a log.
 */
import type { Change, Cookie, Visit } from '../web/index.ts'

interface Kept<T> {
  what: T
  until: string
}

/** @param minutes after which even this browser cannot show it any more. */
export const keep = <T>(change: Change, name: string, what: T, minutes: number): Cookie => {
  const until = new Date(Date.parse(change.by.at) + minutes * 60_000).toISOString()
  const kept: Kept<T> = { what, until }
  return { name, value: change.sealed(`ballots ${name}`, JSON.stringify(kept)), seconds: minutes * 60 }
}

export function kept<T>(visit: Pick<Visit, 'unsealed' | 'cookies' | 'by'>, name: string): T | undefined {
  const text = visit.unsealed(`ballots ${name}`, visit.cookies[name])
  const found = text === undefined ? undefined : (JSON.parse(text) as Kept<T>)
  return found && found.until > visit.by.at ? found.what : undefined
}

export const forget = (name: string): Cookie => ({ name, value: '' })
