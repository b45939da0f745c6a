/**
 * Sign-in cards for people without e-mail: a code that cannot be guessed (45 bits) and a PIN of six digits. The database
 * holds a keyed hash of the code and a slow hash (scrypt) of the PIN, made with this installation's secret as well.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { followCode, isAdmin, ok, readFollowCode, refused, type Decision, type PersonId } from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import type { By, Cookie, RefusedAndKept, Visit } from '../../web/index.ts'
import { personHeld } from '../queries.ts'
import { addCard, cardToUse, endCardsOf, removeSessionsOf, setCardTries } from './queries.ts'
import { signInAs } from './sessions.ts'

export interface Card {
  name: string
  code: string
  pin: string
}

type Keyed = Visit['keyed']

const slow = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)
const cost = { N: 16_384, r: 8, p: 1 }
const hashOf = (keyed: Keyed, code: string, pin: string, salt: Buffer): Promise<Buffer> =>
  slow(keyed('card-pin', `${code} ${pin}`), salt, 32, cost)

/** Six digits, each as likely as the other. */
function newPin(by: By): string {
  for (;;) {
    const bytes = by.chance(3)
    const n = (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!
    if (n < 16_000_000) return String(n % 1_000_000).padStart(6, '0')
  }
}

/** A resident administrator makes a card. Refusals: `not-allowed`, `not-found`. */
export async function makeCard(tx: Tx, by: By, keyed: Keyed, person: string): Promise<Decision<Card>> {
  return isAdmin(by.roles) ? makeFirstCard(tx, by, keyed, person) : refused('not-allowed')
}

/** A new card: the old one ends, and so does whoever was still signed in with it. Code and PIN are told this once. */
export async function makeFirstCard(tx: Tx, by: By, keyed: Keyed, person: string): Promise<Decision<Card>> {
  const found = await personHeld(tx, person)
  if (!found || found.erased_at) return refused('not-found')
  await endCardsOf(tx, person, by.at)
  if (person !== by.person) await removeSessionsOf(tx, person)
  const code = followCode(by.chance(8))
  const pin = newPin(by)
  const salt = Buffer.from(by.chance(16))
  const hash = await hashOf(keyed, code, pin, salt)
  await addCard(tx, {
    hash: keyed('sign-in-card', code),
    person_id: person,
    pin_hash: `${salt.toString('hex')}:${hash.toString('hex')}`,
    tries: 0,
    blocked_until: null,
    made_at: by.at,
    ended_at: null
  })
  await record(tx, by, { kind: 'sign-in-card-made', about: { kind: 'person', id: person }, as: 'administrator' })
  return ok({ name: found.name, code, pin })
}

/** After each five wrong tries the card waits: a quarter of an hour, then twice as long each time, a day at most. */
const triesBeforeWaiting = 5
const waiting = (tries: number): number => Math.min(15 * 2 ** (tries / triesBeforeWaiting - 1), 24 * 60) * 60_000

const wrong = { code: 'sign-in-card-wrong', field: 'code' } as const

/** Refusals: `sign-in-card-wrong` (the same for a wrong code and a wrong PIN), `too-many-tries`. */
export async function signInByCard(
  tx: Tx,
  by: By,
  keyed: Keyed,
  typed: { code: string; pin: string; session: string | undefined }
): Promise<Decision<Cookie> | RefusedAndKept> {
  const code = readFollowCode(typed.code)
  const card = code && (await cardToUse(tx, keyed('sign-in-card', code)))
  if (card?.blocked_until && card.blocked_until > by.at) return refused('too-many-tries')
  const [salt, hash] = (card?.pin_hash ?? `${randomBytes(16).toString('hex')}:${randomBytes(32).toString('hex')}`)
    .split(':')
    .map((part) => Buffer.from(part, 'hex')) as [Buffer, Buffer]
  const fits = timingSafeEqual(hash, await hashOf(keyed, code ?? '', typed.pin.replace(/\D/g, ''), salt))
  if (!card) return refused(wrong.code, { field: wrong.field })
  if (fits) {
    await setCardTries(tx, card.hash, 0, null)
    return ok(await signInAs(tx, by, card.person_id as PersonId, typed.session))
  }
  const tries = card.tries + 1
  const until = tries % triesBeforeWaiting === 0 ? new Date(Date.parse(by.at) + waiting(tries)).toISOString() : null
  await setCardTries(tx, card.hash, tries, until)
  return { ok: false, refusal: wrong, keep: true }
}
