/**
 * Sign-in cards for people without e-mail: a code that cannot be guessed (45 bits) and a PIN of six digits. The database
 * holds a keyed hash of the code and a slow hash (scrypt) of the PIN, made with this installation's secret as well.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { followCode, isAdmin, ok, readFollowCode, refused, type Decision, type PersonId } from '@buurtmacht/domain'
import type { Reader, Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import type { By, Cookie, RefusedAndKept, Visit } from '../../web/index.ts'
import { personHeld } from '../queries.ts'
import { addCard, cardOf, cardToUse, endCardsOf, removeSessionsOf, setCardTries } from './queries.ts'
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

/** A card that is nobody's yet: its slow hash is made before the change begins, so that nobody waits for it. */
export interface FreshCard {
  code: string
  pin: string
  hash: string
  pinHash: string
}

export async function freshCard(by: By, keyed: Keyed): Promise<FreshCard> {
  const code = followCode(by.chance(8))
  const pin = newPin(by)
  const salt = Buffer.from(by.chance(16))
  const slowHash = await hashOf(keyed, code, pin, salt)
  const pinHash = `${salt.toString('hex')}:${slowHash.toString('hex')}`
  return { code, pin, hash: keyed('sign-in-card', code), pinHash }
}

/** A resident administrator makes a card. Refusals: `not-allowed`, `not-found`. */
export async function makeCard(tx: Tx, by: By, fresh: FreshCard, person: string): Promise<Decision<Card>> {
  return isAdmin(by.roles) ? makeFirstCard(tx, by, fresh, person) : refused('not-allowed')
}

/** A new card: the old one ends, and so does whoever was still signed in with it. Code and PIN are told this once. */
export async function makeFirstCard(tx: Tx, by: By, fresh: FreshCard, person: string): Promise<Decision<Card>> {
  const found = await personHeld(tx, person)
  if (!found || found.erased_at) return refused('not-found')
  await endCardsOf(tx, person, by.at)
  if (person !== by.person) await removeSessionsOf(tx, person)
  await addCard(tx, {
    hash: fresh.hash,
    person_id: person,
    pin_hash: fresh.pinHash,
    tries: 0,
    blocked_until: null,
    made_at: by.at,
    ended_at: null
  })
  await record(tx, by, { kind: 'sign-in-card-made', about: { kind: 'person', id: person }, as: 'administrator' })
  return ok({ name: found.name, code: fresh.code, pin: fresh.pin })
}

/** After each five wrong tries the card waits: a quarter of an hour, then twice as long each time, a day at most. */
const triesBeforeWaiting = 5
const waiting = (tries: number): number => Math.min(15 * 2 ** (tries / triesBeforeWaiting - 1), 24 * 60) * 60_000

const wrong = { code: 'sign-in-card-wrong', field: 'code' } as const

/** A code and PIN as somebody typed them, compared already; whether the card still is what it was is asked in the change. */
export interface TriedCard {
  hash: string
  /** What the PIN was compared with; absent when there is no such card. */
  pinHash?: string
  fits: boolean
}

/** The slow part, outside the change: nobody's words wait for somebody's PIN. An unknown code takes the same work. */
export async function tryCard(read: Reader, keyed: Keyed, typed: { code: string; pin: string }): Promise<TriedCard> {
  const code = readFollowCode(typed.code) ?? ''
  const hash = keyed('sign-in-card', code)
  const card = await cardOf(read, hash)
  const [salt, right] = (card?.pin_hash ?? `${randomBytes(16).toString('hex')}:${randomBytes(32).toString('hex')}`)
    .split(':')
    .map((part) => Buffer.from(part, 'hex')) as [Buffer, Buffer]
  const fits = timingSafeEqual(right, await hashOf(keyed, code, typed.pin.replace(/\D/g, ''), salt))
  return { hash, fits, ...(card ? { pinHash: card.pin_hash } : {}) }
}

/**
 * Tries that come at the same moment are counted one after the other: once the card waits, a right PIN that was compared
 * before is refused as well. Refusals: `sign-in-card-wrong` (the same for a wrong code and a wrong PIN), `too-many-tries`.
 */
export async function signInByCard(
  tx: Tx,
  by: By,
  tried: TriedCard,
  session: string | undefined
): Promise<Decision<{ cookie: Cookie; person: PersonId }> | RefusedAndKept> {
  const card = await cardToUse(tx, tried.hash)
  if (!card || card.pin_hash !== tried.pinHash) return refused(wrong.code, { field: wrong.field })
  if (card.blocked_until && card.blocked_until > by.at) return refused('too-many-tries')
  if (tried.fits) {
    await setCardTries(tx, card.hash, 0, null)
    const person = card.person_id as PersonId
    return ok({ cookie: await signInAs(tx, by, person, session), person })
  }
  const tries = card.tries + 1
  const until = tries % triesBeforeWaiting === 0 ? new Date(Date.parse(by.at) + waiting(tries)).toISOString() : null
  await setCardTries(tx, card.hash, tries, until)
  return { ok: false, refusal: wrong, keep: true }
}
