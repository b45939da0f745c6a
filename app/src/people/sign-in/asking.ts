/**
 * How many links one person is sent. Whoever knows an e-mail address can ask for a link to it, so what strangers ask for must neither fill
 * a mailbox nor use up what its owner may ask: docs/decisions/sign-in.md.
 */
import type { PersonId } from '@buurtmacht/domain'
import { sha256, type Tables } from '../../db/index.ts'
import { networkOf, type Cookie, type Visit } from '../../web/index.ts'

/** What is known of a browser that asks. */
export interface Asker {
  browserHash: string
  /** Keyed hash of the network it asks from: kept as long as the link, a day at most. */
  networkHash: string
  /** This person has signed in here before. */
  knows(person: string): boolean
}

type Sent = Pick<Tables['sign_in_link'], 'made_at' | 'browser_hash' | 'network_hash' | 'known'>

const minutes = 60_000
const day = 24 * 60 * minutes

/** Of one browser, of one network, and of everybody together: so many in so long. */
const limits = {
  browser: [
    { most: 5, within: 10 * minutes },
    { most: 20, within: day }
  ],
  network: [
    { most: 10, within: 10 * minutes },
    { most: 30, within: day }
  ],
  everybody: [{ most: 30, within: 10 * minutes }]
} as const

/** How far back `sent` must reach. */
export const longest = day

/**
 * Whether this person is sent another link, and on which account. A browser in which this person signed in before has an account of
 * its own, that no stranger can use up; all others share what their network and everybody together may ask.
 */
export function accountFor(asker: Asker, person: string, sent: readonly Sent[], at: string): 'known' | 'any' | 'none' {
  const fits = (of: (one: Sent) => boolean, most: readonly { most: number; within: number }[]) => {
    const times = sent.filter(of).map((one) => Date.parse(at) - Date.parse(one.made_at))
    return most.every((limit) => times.filter((ago) => ago < limit.within).length < limit.most)
  }
  const here = (one: Sent) => one.browser_hash === asker.browserHash
  if (asker.knows(person) && fits((one) => one.known === 1 && here(one), limits.browser)) return 'known'
  const any = (one: Sent) => one.known === 0
  const may =
    fits((one) => any(one) && here(one), limits.browser) &&
    fits((one) => any(one) && one.network_hash === asker.networkHash, limits.network) &&
    fits(any, limits.everybody)
  return may ? 'any' : 'none'
}

const knownCookie = 'bekend'
const purpose = 'known-browser'
/** A browser that several people share keeps the last few. */
const mostKnown = 5

type Seen = Pick<Visit, 'cookies' | 'keyed' | 'sealed' | 'unsealed' | 'address'>

const knownIn = ({ cookies, unsealed }: Pick<Seen, 'cookies' | 'unsealed'>): string[] => {
  const text = unsealed(purpose, cookies[knownCookie])
  return text === undefined ? [] : (JSON.parse(text) as string[])
}

export function askerOf(visit: Seen, browser: string): Asker {
  const known = knownIn(visit)
  return {
    browserHash: sha256(browser),
    networkHash: visit.keyed('sign-in network', networkOf(visit.address)),
    knows: (person) => known.includes(person)
  }
}

/** This person has now signed in here. The cookie signs nobody in and says nothing to who reads it. */
export function rememberBrowser(visit: Seen, person: PersonId): Cookie {
  const known = [person, ...knownIn(visit).filter((one) => one !== person)].slice(0, mostKnown)
  return { name: knownCookie, value: visit.sealed(purpose, JSON.stringify(known)) }
}
