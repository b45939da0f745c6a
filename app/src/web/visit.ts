/** Reads one request into a visit: who, when, in which language, with which tokens. */
import Tokens from '@fastify/csrf'
import { dayOf } from '@buurtmacht/domain'
import type { FastifyRequest } from 'fastify'
import { languages, wordsIn } from '../words/index.ts'
import type { By } from './by.ts'
import type { Visit } from './page.ts'
import { keyed, seal, unseal } from './secret.ts'
import type { Site } from './site.ts'

export const sessionCookie = 'buurt'
export const languageCookie = 'taal'

const host = '__Host-'

/**
 * Under https a cookie's name begins with `__Host-`: no other site under the same domain, and no page without https, can set it or
 * read it. The language is nothing to protect and is read where no setting is known.
 */
export const cookieName = (site: Pick<Site, 'publicUrl'>, name: string): string =>
  site.publicUrl.startsWith('https:') && name !== languageCookie ? `${host}${name}` : name

/** The cookies by their own names; under https one without the prefix is not ours. */
function cookiesOf(site: Pick<Site, 'publicUrl'>, request: FastifyRequest): Visit['cookies'] {
  const found: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(request.cookies)) {
    const own = name.startsWith(host) ? name.slice(host.length) : name
    if (cookieName(site, own) === name) found[own] = value
  }
  return found
}

export interface Asked {
  visit: Visit
  tokenFits(token: string): boolean
  /** Something on the page was made for this visitor alone: a form's tokens, something by chance, something sealed. */
  isPersonal(): boolean
}

const tokens = Tokens()

export async function visitOf(site: Site, request: FastifyRequest): Promise<Asked> {
  const cookies = cookiesOf(site, request)
  const at = new Date(site.clock())
  const session = cookies[sessionCookie]
  const who = session ? await site.signedIn(site.store.read, session, at.toISOString()) : undefined
  let personal = who !== undefined
  const own =
    <A extends unknown[], R>(make: (...of: A) => R) =>
    (...of: A): R => {
      personal = true
      return make(...of)
    }
  const by: By = {
    ...(who ? { person: who.person } : {}),
    roles: who?.roles ?? [],
    at: at.toISOString(),
    today: dayOf(at.getTime()),
    chance: own((n: number) => site.chance(n))
  }
  const query = oneEach(request.query)
  const wanted = [query['taal'], cookies[languageCookie], who?.lang].find((l) => l && languages.includes(l)) ?? 'nl'
  // Somebody without an account has nothing that a forged form could misuse; the token still shows the form is ours and fresh.
  const csrf = () => who?.csrf ?? keyed(site.secret, 'anyone', '')
  const visit: Visit = {
    read: site.store.read,
    by,
    ...(who ? { name: who.name } : {}),
    t: wordsIn(wanted),
    here: request.url,
    params: oneEach(request.params),
    query,
    cookies,
    address: request.ip,
    publicUrl: site.publicUrl,
    demo: site.demo,
    formTokens: own(() => ({ csrf: tokens.create(csrf()), once: Buffer.from(site.chance(16)).toString('base64url') })),
    keyed: (purpose, text) => keyed(site.secret, purpose, text),
    sealed: own((purpose: string, text: string) => seal(site.secret, purpose, text)),
    unsealed: (purpose, text) => readSealed(site.secret, purpose, text),
    post: site.post
  }
  return { visit, tokenFits: (token) => tokens.verify(csrf(), token), isPersonal: () => personal }
}

function readSealed(secret: string, purpose: string, text: string | undefined): string | undefined {
  try {
    return text ? unseal(secret, purpose, text) : undefined
  } catch {
    // Sealed by another installation, or touched.
    return undefined
  }
}

function oneEach(values: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, unknown>)) {
    const text = Array.isArray(value) ? value[0] : value
    if (typeof text === 'string') found[name] = text.replaceAll('\0', '')
  }
  return found
}
