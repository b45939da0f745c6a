/** Sessions: thirty days in one browser. The cookie holds 256 bits of chance, the database only its hash. */
import type { PersonId } from '@buurtmacht/domain'
import { sha256, type Tx } from '../../db/index.ts'
import { sessionCookie, type By, type Cookie } from '../../web/index.ts'
import { addSession, removeOldSessions, removeSession, removeSessionsOf } from './queries.ts'

const thirtyDays = 30 * 86_400

/** Begins a session. What this browser held before ends: a session always begins fresh (no fixation). */
export async function signInAs(tx: Tx, by: By, person: PersonId, before?: string): Promise<Cookie> {
  if (before) await removeSession(tx, before)
  await removeOldSessions(tx, by.at)
  const token = Buffer.from(by.chance(32)).toString('base64url')
  const csrf = Buffer.from(by.chance(18)).toString('base64url')
  const ends = new Date(Date.parse(by.at) + thirtyDays * 1000).toISOString()
  await addSession(tx, { hash: sha256(token), person_id: person, csrf, made_at: by.at, ends_at: ends })
  return { name: sessionCookie, value: token, seconds: thirtyDays }
}

const gone: Cookie = { name: sessionCookie, value: '' }

/** Ends a session here and takes its cookie away. */
export async function endSession(tx: Tx, cookie: string | undefined): Promise<Cookie> {
  if (cookie) await removeSession(tx, cookie)
  return gone
}

/** Ends every session of a person, on every device. */
export async function endAllSessions(tx: Tx, person: string): Promise<Cookie> {
  await removeSessionsOf(tx, person)
  return gone
}
