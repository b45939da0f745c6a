/**
 * Signing in by a link in a mail: ten minutes, once, in the browser that asked. An unknown address gets the same answer
 * and costs the same work: a link for nobody is stored too, and the letter goes out after the answer.
 */
import { ok, readEmail, refused, type Decision, type PersonId, type Refusal } from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../../db/index.ts'
import { inLetter, type Letter } from '../../post/index.ts'
import { sessionCookie, type By, type Change, type Cookie } from '../../web/index.ts'
import { wordsIn } from '../../words/index.ts'
import { personByEmail } from '../queries.ts'
import { accountFor, askerOf, longest, rememberBrowser } from './asking.ts'
import { addLink, linksSince, linkToUse, placeName, removeOldLinks, setLinkUsed } from './queries.ts'
import { signInAs } from './sessions.ts'

export const minutes = 10

/** The browser that asks is known by this cookie; only its hash is stored with the link. */
export const askingCookie = 'aanvraag'

export interface Asked {
  cookie: Cookie
  /** Absent for an unknown address, and when enough letters were sent. */
  letter?: Letter
}

const fresh = (by: By): string => Buffer.from(by.chance(32)).toString('base64url')
const sealedFor = (token: string): string => `sign-in-link ${token}`

/** Refusals: `field-not-an-email`. Everything else is told in the letter, to its reader alone. */
export async function askForLink(
  tx: Tx,
  change: Change,
  asked: { email: string; backTo: string }
): Promise<Decision<Asked>> {
  const { by } = change
  const email = readEmail(asked.email)?.toLowerCase()
  if (email === undefined) return refused('field-not-an-email', { field: 'email' })
  const token = fresh(by)
  // The same browser may ask twice: both letters then work.
  const before = change.cookies[askingCookie] ?? ''
  const browser = /^[\w-]{43}$/.test(before) ? before : fresh(by)
  const asker = askerOf(change, browser)
  const known = await personByEmail(tx, email)
  const sent = await linksSince(tx, known?.id ?? '', later(by.at, -longest / 60_000))
  const account = accountFor(asker, known?.id ?? '', sent, by.at)
  const person = account === 'none' ? undefined : known
  await removeOldLinks(tx, later(by.at, -longest / 60_000))
  await addLink(tx, {
    hash: sha256(token),
    person_id: person?.id ?? null,
    browser_hash: asker.browserHash,
    network_hash: asker.networkHash,
    known: account === 'known' ? 1 : 0,
    back_to: change.sealed(sealedFor(token), asked.backTo),
    made_at: by.at,
    ends_at: later(by.at, minutes),
    used_at: null
  })
  const place = await placeName(tx)
  const cookie: Cookie = { name: askingCookie, value: browser, seconds: 3600 }
  if (!person) return ok({ cookie })
  const t = wordsIn(person.lang)
  const facts = { name: inLetter(person.name), place, minutes, link: `${change.publicUrl}/aanmelden/link/${token}` }
  const letter = { to: email, subject: t('people.link-mail.subject', facts), text: t('people.link-mail.text', facts) }
  return ok({ cookie, letter })
}

const later = (at: string, more: number): string => new Date(Date.parse(at) + more * 60_000).toISOString()

type Link = Tables['sign_in_link']

/** Why this link does not sign in here and now; nothing when it does. */
export function wrongWith(link: Link | undefined, at: string, browser: string | undefined): Refusal | undefined {
  if (!link?.person_id) return { code: 'sign-in-link-wrong' }
  if (link.used_at) return { code: 'sign-in-link-used' }
  if (link.ends_at <= at) return { code: 'sign-in-link-expired' }
  if (!browser || sha256(browser) !== link.browser_hash) return { code: 'sign-in-link-other-browser' }
  return undefined
}

/** The button on the link's page. Refusals: `sign-in-link-…`. */
export async function signInByLink(
  tx: Tx,
  change: Change,
  token: string
): Promise<Decision<{ cookies: Cookie[]; backTo: string | undefined }>> {
  const { by, cookies } = change
  const link = await linkToUse(tx, token)
  const wrong = wrongWith(link, by.at, cookies[askingCookie])
  if (wrong || !link) return { ok: false, refusal: wrong ?? { code: 'sign-in-link-wrong' } }
  await setLinkUsed(tx, link.hash, by.at)
  const person = link.person_id as PersonId
  const session = await signInAs(tx, by, person, cookies[sessionCookie])
  return ok({
    cookies: [session, rememberBrowser(change, person)],
    backTo: change.unsealed(sealedFor(token), link.back_to)
  })
}
