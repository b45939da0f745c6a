/** Tables of accounts: who may do what until when, and how somebody signs in. */
import type { YesNo } from './tables.ts'

export interface PeopleTables {
  person: {
    id: string
    name: string
    email: string | null
    lang: string
    about: string | null
    made_at: string
    erased_at: string | null
  }
  role: {
    id: string
    person_id: string
    kind: 'helper' | 'lead' | 'admin' | 'contact'
    group_id: string | null
    institution_id: string | null
    from_on: string
    until_on: string | null
  }
  session: { hash: string; person_id: string; csrf: string; made_at: string; ends_at: string }
  sign_in_link: {
    hash: string
    /** Nobody's when the address was unknown: asking then takes exactly as long. */
    person_id: string | null
    browser_hash: string
    /** Where it was asked from; to count by, gone with the link. */
    network_hash: string
    /** Asked in a browser in which this person had signed in before. */
    known: YesNo
    /** Sealed with the link itself: the address someone was on the way to may hold a code. */
    back_to: string
    made_at: string
    ends_at: string
    used_at: string | null
  }
  sign_in_card: {
    hash: string
    person_id: string
    pin_hash: string
    tries: number
    blocked_until: string | null
    made_at: string
    ended_at: string | null
  }
}
