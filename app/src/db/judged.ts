/**
 * Every column that can hold something of a person, and what forgetting does to it. One list, which is carried out (forget.ts) as well as
 * compared with the tables (judged.test.ts): a column that was not judged is found. Days (`…_on`), instants (`…_at`) and numbers are not
 * judged: they name nobody. docs/forgetting.md says the same in plain words.
 */
import type { Tables } from './tables.ts'

/** What is done to the rows of a table that belong to a voice or a person: they go, or these columns are emptied. */
export type Going = { key: string; rows: 'go' } | { key: string; set: Readonly<Record<string, string | number | null>> }

export interface Judged {
  /** Ids of things, states, kinds, hashes under the secret, settings: names nobody. Stays. */
  plain?: string
  /** Said in public, or written to be, by or for a group, an institution or the whole neighbourhood. Stays. */
  public?: string
  /** Points at a person by id. Stays, and leads to an empty place once that person is forgotten. */
  who?: string
  /** Goes when a voice or a person is forgotten. */
  goes?: string
  /** Sealed or secret, and gone by itself within days. */
  soon?: string
  /** Personal in the books: kept seven years as the law asks, seen only by who keeps or checks them, then gone. */
  books?: string
  /** A place for words where a name may stand: the name goes, the rest stays (forgetting/queries.ts). */
  named?: string
  /** When the giver takes the words back; when they have everything erased, this as well. */
  takenBack?: Going
  /** When the giver has everything erased. */
  erased?: Going
  /** When a person with an account is forgotten. */
  person?: Going
}

const people: Partial<Record<keyof Tables, Judged>> = {
  person: {
    plain: 'id',
    goes: 'name email lang about',
    person: { key: 'id', set: { name: '', email: null, lang: 'nl', about: null } }
  },
  role: { plain: 'id kind group_id institution_id', who: 'person_id' },
  session: { goes: 'hash person_id csrf', person: { key: 'person_id', rows: 'go' } },
  sign_in_link: {
    goes: 'hash person_id browser_hash network_hash back_to',
    person: { key: 'person_id', rows: 'go' }
  },
  sign_in_card: { goes: 'hash person_id pin_hash', person: { key: 'person_id', rows: 'go' } },
  once: { soon: 'key answer' },
  group_invite: {
    plain: 'group_id',
    goes: 'hash name email lang by_id',
    person: { key: 'by_id', rows: 'go' }
  },
  erasure: { plain: 'kind ref' },
  kept_name: { who: 'person_id', books: 'sealed' }
}

const voices: Partial<Record<keyof Tables, Judged>> = {
  voice: {
    plain: 'id text_hash channel show follow_hash tell_how state',
    goes: 'text lang salt area_id helper_id',
    takenBack: { key: 'id', set: { state: 'takenBack', text: '', salt: null, tell_how: 'not' } },
    erased: {
      key: 'id',
      set: {
        state: 'erased',
        text: '',
        salt: null,
        tell_how: 'not',
        lang: 'und',
        area_id: null,
        helper_id: null,
        on_behalf: 0,
        show: 'none'
      }
    }
  },
  voice_contact: { goes: 'voice_id address', takenBack: { key: 'voice_id', rows: 'go' } },
  voice_translation: { goes: 'voice_id lang text', who: 'helper_id', takenBack: { key: 'voice_id', rows: 'go' } },
  voice_draft: { soon: 'hash answers' },
  search_word: { goes: 'word kind ref', takenBack: { key: 'ref', rows: 'go' } },
  me_too: { plain: 'need_id giver_hash mark' },
  tell_back: { plain: 'id voice_id goal_id event how outcome why salt', who: 'told_by' },
  tell_handover: { plain: 'goal_id from_group_id', who: 'by_id' }
}

const neighbourhood: Partial<Record<keyof Tables, Judged>> = {
  neighbourhood: { plain: 'colour picture_id languages map_box', public: 'name town mark landmarks' },
  picture: { plain: 'id type', public: 'bytes alt' },
  area: { plain: 'id outline code code_system', public: 'name' },
  journal_entry: { plain: 'id kind about_kind about_id entry' },
  journal_subject: { plain: 'kind id state' },
  journal_comparison: { plain: 'findings' },
  journal_tile: { plain: 'hashes' },
  journal_key: { plain: 'key' },
  journal_checkpoint: { plain: 'root key note' },
  journal_lease: { plain: 'holder' },
  journal_stop: { plain: 'id why' },
  journal_witness: { plain: 'id key', public: 'name' },
  journal_cosignature: { plain: 'witness_id line' },
  resident_group: { plain: 'id kind languages spoken_with', public: 'name about meets reach spoken_why' },
  group_area: { plain: 'group_id area_id' },
  institution: { plain: 'id kind', public: 'name about' },
  need: { plain: 'id group_id area_id state into_ids', public: 'sentence' },
  need_voice: { plain: 'need_id voice_id mark salt', public: 'removed_why' },
  goal: { plain: 'id need_id group_id state paused_from', public: 'title why result', who: 'lead_id' },
  goal_step: { plain: 'id goal_id state', public: 'why', who: 'by_id' },
  deed: { plain: 'id goal_id', public: 'what', who: 'by_id', named: 'who' },
  request: {
    plain: 'id goal_id group_id institution_id promised_level experienced_level state term',
    public: 'title text'
  },
  request_draft: { plain: 'id goal_id', soon: 'answers' },
  request_event: { plain: 'id request_id kind', public: 'text', who: 'by_id' },
  commitment: {
    plain: 'id request_id goal_id institution_id state',
    public: 'what why',
    who: 'confirmed_by made_by'
  },
  commitment_event: { plain: 'id commitment_id kind', public: 'text', who: 'by_id' }
}

const budget: Partial<Record<keyof Tables, Judged>> = {
  budget_round: { plain: 'id area_ids ballot_kind pots group_id state rule rule_hash', public: 'title why' },
  round_person: { plain: 'round_id task', who: 'person_id' },
  round_voter: { plain: 'round_id', goes: 'person_id', person: { key: 'person_id', rows: 'go' } },
  proposal: {
    plain: 'id round_id pot group_id need_id state into_id edit_hash channel',
    public: 'title what for_whom where_text items why',
    who: 'by_id',
    named: 'bursar'
  },
  advice: { plain: 'id proposal_id institution_id state verdict', public: 'reasons answer', who: 'given_by' },
  plan_voice: { plain: 'proposal_id voice_id' },
  merge_wish: { plain: 'proposal_id into_id group_id' },
  ballot_batch: { plain: 'id round_id name kind area_id lang', public: 'void_why' },
  ballot_handing: { plain: 'id batch_id', who: 'by_id' },
  ballot_code: { plain: 'hash round_id batch_id state' },
  ballot_envelope: { plain: 'hash round_id channel sealed' },
  ballot_arrival: { plain: 'hash round_id entry_id' },
  ballot: { plain: 'id round_id channel text' },
  ballot_use: { plain: 'batch_id hour' },
  ballot_key: { plain: 'round_id public_key', who: 'person_id' },
  ballot_box: { plain: 'round_id public_key opened_by_pair' },
  ballot_bundle: { plain: 'id round_id name state' },
  ballot_sheet: {
    plain: 'bundle_id state first_read second_read outcome spoiled',
    who: 'first_by second_by settled_by'
  },
  lot_entry: { plain: 'round_id numbers', who: 'person_id' },
  count_begun: { plain: 'round_id', who: 'person_id', soon: 'card' },
  round_result: { plain: 'round_id hash', public: 'told', who: 'first_by second_by' },
  round_file: { plain: 'round_id name hash', public: 'content' }
}

const books: Partial<Record<keyof Tables, Judged>> = {
  ledger_account: { plain: 'id kind round_id proposal_id institution_id', public: 'name', books: 'iban' },
  ledger_entry: { plain: 'id movement to_id from_id corrects_id', public: 'what', who: 'by_id' },
  ledger_grant: { plain: 'id account_id round_ids', public: 'name reference stops' },
  grant_item: { plain: 'id grant_id', public: 'what explanation' },
  plan_result: { plain: 'proposal_id state', public: 'result', who: 'by_id' },
  payment: {
    plain: 'id account_id payee_kind item_id state entry_id',
    public: 'what why',
    who: 'payee_id asked_by approved_by',
    books: 'payee_name'
  },
  voucher: {
    plain: 'id payment_id type sha256 cells state',
    public: 'shown_bytes',
    who: 'checked_by made_by',
    books: 'bytes'
  },
  bank_import: { plain: 'id account_id format sha256 state', public: 'why', who: 'made_by' },
  bank_line: { plain: 'id import_id written line_key state entry_id payment_id', books: 'name iban text' },
  audit_member: { plain: 'id area_id', who: 'person_id named_by' },
  entry_question: { plain: 'id entry_id', public: 'text answer', who: 'asked_by answered_by' },
  audit_statement: { plain: 'id verdict state', public: 'text', who: 'written_by signed_by' }
}

export const judged: Partial<Record<keyof Tables, Judged>> = {
  ...people,
  ...voices,
  ...neighbourhood,
  ...budget,
  ...books
}

const kinds = ['plain', 'public', 'who', 'goes', 'soon', 'books', 'named'] as const
export type Judgement = (typeof kinds)[number]

/** What is said of one table's columns, by column. */
export function judgedColumns(table: keyof Tables): Map<string, Judgement> {
  const of = judged[table] ?? {}
  return new Map(kinds.flatMap((kind) => (of[kind]?.split(' ') ?? []).map((column) => [column, kind] as const)))
}
