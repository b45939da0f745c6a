/** Every table: told in the record, or not, and then why. A test holds it against the database itself. */
import { theBooks } from './ledger.ts'
import { theBudget } from './budget.ts'
import { placeAndPeople } from './people.ts'
import type { PublicRows } from './shape.ts'
import { theWay } from './way.ts'

export const publicRows: readonly PublicRows[] = [...placeAndPeople, ...theWay, ...theBudget, ...theBooks]

const byKind = new Map(publicRows.map((rows) => [rows.kind, rows]))
export const rowsOf = (kind: string): PublicRows | undefined => byKind.get(kind)

const signIn = 'how somebody signs in'
const unsent = 'not sent yet'
const secret = 'the secrecy of the ballot'

export const notPublic: Readonly<Record<string, string>> = {
  journal_entry: 'the record itself',
  journal_subject: 'the record itself: what every entry is about',
  journal_comparison: 'what the comparing found',
  ...Object.fromEntries(
    ['waiting', 'place', 'tile', 'key', 'checkpoint', 'lease', 'stop', 'cosignature'].map((part) => [
      `journal_${part}`,
      'the record itself, as a log that outsiders check'
    ])
  ),
  erasure: 'what was forgotten: each has its entry',
  kept_name: 'names, sealed',
  session: signIn,
  sign_in_link: signIn,
  sign_in_card: signIn,
  once: 'answers to a form that is sent twice',
  group_invite: 'a name and an address of somebody who has not said yes',
  voice_contact: 'addresses',
  voice_draft: unsent,
  request_draft: unsent,
  search_word: 'made of what is told elsewhere',
  round_voter: secret,
  ballot_code: secret,
  ballot_envelope: secret,
  ballot: 'published with the count, as a file of the round',
  ballot_use: secret,
  ballot_arrival: secret,
  ballot_handing: 'said by one, not yet by a second',
  ballot_sheet: 'sealed while it is read; what came of it is told with its bundle',
  lot_entry: 'what one typed alone is not told; the order both typed stands in the entry',
  count_begun: 'a sealed key card',
  bank_line: 'names and words of others; what is booked of it is an entry'
}

export { gone, idOf, stateOf, type Belonging, type PartRows, type PublicRows, type Row } from './shape.ts'
