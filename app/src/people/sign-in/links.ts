/**
 * Signing in by a link in a mail: ten minutes, once, in the browser that asked. An unknown address gets the same answer
 * and costs the same work: a link for nobody is stored too, and the letter goes out after the answer.
 */
import { ok, readEmail, refused, type Decision, type PersonId, type Refusal } from '@buurtmacht/domain'
import { sha256, type Tables, type Tx } from '../../db/index.ts'
import type { Letter } from '../../post/index.ts'
import type { By, Cookie } from '../../web/index.ts'
import { wordsIn } from '../../words/index.ts'
import { personByEmail } from '../queries.ts'
import { addLink, linksSince, linkToUse, placeName, removeOldLinks, setLinkUsed } from './queries.ts'
import { signInAs } from './sessions.ts'

export const minutes = 10
/** Nobody's mailbox is filled: so many links in those ten minutes are sent to one person. */
const mostAtOnce = 5

/** The browser that asks is known by this cookie; only its hash is stored with the link. */
export const askingCookie = 'aanvraag'

export interface Asked {
  cookie: Cookie
  /** Absent for an unknown address. */
  letter?: Letter
}

/** Refusals: `field-not-an-email`. Everything else is told in the letter, to its reader alone. */
export async function askForLink(
  tx: Tx,
  by: By,
  asked: { email: string; backTo: string; browser: string | undefined; publicUrl: string }
): Promise<Decision<Asked>> {
  const email = readEmail(asked.email)?.toLowerCase()
  if (email === undefined) return refused('field-not-an-email', { field: 'email' })
  const known = await personByEmail(tx, email)
  const since = later(by.at, -minutes)
  const sent = await linksSince(tx, known?.id ?? '', since)
  const person = known && sent < mostAtOnce ? known : undefined
  const token = Buffer.from(by.chance(32)).toString('base64url')
  // The same browser may ask twice: both letters then work.
  const browser = /^[\w-]{43}$/.test(asked.browser ?? '')
    ? asked.browser!
    : Buffer.from(by.chance(32)).toString('base64url')
  await removeOldLinks(tx, later(by.at, -24 * 60))
  await addLink(tx, {
    hash: sha256(token),
    person_id: person?.id ?? null,
    browser_hash: sha256(browser),
    back_to: asked.backTo,
    made_at: by.at,
    ends_at: later(by.at, minutes),
    used_at: null
  })
  const place = await placeName(tx)
  const cookie: Cookie = { name: askingCookie, value: browser, seconds: 3600 }
  if (!person) return ok({ cookie })
  const t = wordsIn(person.lang)
  const facts = { name: person.name, place, minutes, link: `${asked.publicUrl}/aanmelden/link/${token}` }
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
  by: By,
  used: { token: string; browser: string | undefined; session: string | undefined }
): Promise<Decision<{ cookie: Cookie; backTo: string }>> {
  const link = await linkToUse(tx, used.token)
  const wrong = wrongWith(link, by.at, used.browser)
  if (wrong || !link) return { ok: false, refusal: wrong ?? { code: 'sign-in-link-wrong' } }
  await setLinkUsed(tx, link.hash, by.at)
  const cookie = await signInAs(tx, by, link.person_id as PersonId, used.session)
  return ok({ cookie, backTo: link.back_to })
}
