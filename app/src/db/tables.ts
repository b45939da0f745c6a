/**
 * What the tables hold, as both engines see it. Only text and whole numbers: instants are ISO 8601 text in UTC (`…_at`),
 * days are `YYYY-MM-DD` in Europe/Amsterdam (`…_on`), yes and no are 1 and 0, lists are JSON text. See docs/database.md.
 */
import type { Generated } from 'kysely'
import type { BallotTables } from './tables-ballots.ts'
import type { BudgetTables } from './tables-budget.ts'
import type { CountTables } from './tables-count.ts'
import type { ForgettingTables } from './tables-forgetting.ts'
import type { JournalTables } from './tables-journal.ts'
import type { LedgerTables } from './tables-ledger.ts'
import type { RecordTables } from './tables-record.ts'

export type YesNo = 0 | 1

export interface Tables
  extends BudgetTables, BallotTables, CountTables, LedgerTables, JournalTables, ForgettingTables, RecordTables {
  neighbourhood: {
    id: 1
    name: string
    town: string
    colour: string
    mark: string | null
    picture_id: string | null
    languages: string
    map_box: string
    landmarks: string | null
    reply_weeks: number
    version: Generated<number>
    made_at: string
  }
  picture: {
    id: string
    type: 'image/webp'
    bytes: Uint8Array
    width: number
    height: number
    alt: string
    made_at: string
  }
  area: {
    id: string
    name: string
    outline: string | null
    place: number
    code: string | null
    code_system: string | null
    from_year: number | null
    until_year: number | null
    /** Kept: voices that may be told of here. See docs/decisions/kept-counts.md. */
    voices: Generated<number>
  }
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
  once: { key: string; answer: string; at: string }
  journal_entry: {
    seq: Generated<number>
    id: string
    at: string
    kind: string
    about_kind: string
    about_id: string
    entry: string
  }
  resident_group: {
    id: string
    name: string
    kind: 'core' | 'tenants' | 'faith' | 'youth' | 'sports' | 'platform' | 'other'
    about: string
    meets: string | null
    reach: string | null
    languages: string
    spoken_with: string
    spoken_why: string | null
    version: Generated<number>
    made_at: string
  }
  /** Somebody is asked to help a group: until they say yes, or for two weeks. */
  group_invite: {
    hash: string
    group_id: string
    name: string
    email: string
    lang: string
    by_id: string
    made_at: string
    ends_at: string
  }
  group_area: { group_id: string; area_id: string }
  institution: { id: string; name: string; kind: string; about: string; made_at: string }
  voice: {
    id: string
    text: string
    lang: string
    salt: string | null
    text_hash: string
    area_id: string | null
    channel: 'door' | 'street' | 'meeting' | 'phone' | 'paper' | 'online' | 'group'
    show: 'full' | 'summary' | 'none'
    on_behalf: YesNo
    helper_id: string | null
    follow_hash: string
    tell_how: 'not' | 'code' | 'email' | 'phone' | 'letter' | 'person'
    state: 'given' | 'takenBack' | 'erased'
    heard_on: string
    received_at: string
  }
  voice_contact: { voice_id: string; address: string }
  voice_translation: { voice_id: string; lang: string; text: string; helper_id: string; made_at: string }
  voice_draft: { hash: string; answers: string; ends_at: string }
  need: {
    id: string
    sentence: string
    group_id: string
    area_id: string | null
    state: 'open' | 'merged' | 'split'
    into_ids: string
    version: number
    made_at: string
    /** Kept: how many voices stand in it, and the day the first that may be told of was heard. */
    voices: number
    first_heard_on: string | null
  }
  need_voice: {
    need_id: string
    voice_id: string
    added_at: string
    /** The voice's own, which never changes: the newest of a need are found without reading all. */
    received_at: string
    removed_at: string | null
    removed_why: string | null
    /** By chance: what the public record calls this row, and what keeps from guessing which voice it is of. */
    mark: string
    salt: string
  }
  /** `mark`: by chance, what the public record calls this row. */
  me_too: { need_id: string; giver_hash: string; at: string; mark: string }
  goal: {
    id: string
    need_id: string
    title: string
    group_id: string
    lead_id: string | null
    state: 'proposed' | 'adopted' | 'underWay' | 'paused' | 'reached' | 'letGo'
    paused_from: 'adopted' | 'underWay' | null
    why: string | null
    result: string | null
    result_on: string | null
    /** Since when there is something to tell: a result, or that it was let go. */
    news_on: string | null
    /** Kept: givers behind it who want to hear, and how many of them know the news or could not be reached. */
    wanted: number
    told: number
    unreachable: number
    version: number
    made_at: string
    changed_at: string
  }
  goal_step: {
    id: string
    goal_id: string
    state: string
    on_day: string
    at: string
    by_id: string | null
    why: string | null
  }
  deed: {
    id: string
    goal_id: string
    what: string
    who: string
    done_on: string
    by_id: string | null
    made_at: string
  }
  request: {
    id: string
    goal_id: string
    group_id: string
    institution_id: string
    title: string
    text: string
    promised_level: 'inform' | 'think-along' | 'work-along' | 'decide-along' | 'decide'
    experienced_level: 'inform' | 'think-along' | 'work-along' | 'decide-along' | 'decide' | null
    state: 'sent' | 'counterAsked' | 'replied' | 'answered' | 'unanswered' | 'withdrawn'
    term: string
    sent_on: string
    due_on: string
    receipt_on: string | null
    replied_on: string | null
    expected_on: string | null
    version: number
    made_at: string
    changed_at: string
  }
  request_draft: { id: string; goal_id: string; answers: string; made_at: string }
  request_event: {
    id: string
    request_id: string
    kind:
      | 'sent'
      | 'receipt'
      | 'counterQuestion'
      | 'clarification'
      | 'reply'
      | 'delay'
      | 'reminder'
      | 'answered'
      | 'unanswered'
      | 'withdrawn'
    text: string
    by_id: string | null
    on_day: string
    at: string
    expected_on: string | null
  }
  commitment: {
    id: string
    request_id: string
    goal_id: string
    institution_id: string
    what: string
    due_on: string
    state: 'promised' | 'delivered' | 'kept' | 'disputed'
    delivered_on: string | null
    confirmed_by: string | null
    why: string | null
    made_by: string | null
    version: number
    made_on: string
    made_at: string
    changed_at: string
  }
  commitment_event: {
    id: string
    commitment_id: string
    kind: 'promised' | 'delivered' | 'kept' | 'disputed'
    text: string
    by_id: string | null
    on_day: string
    at: string
  }
  /** Somebody who wanted to hear was told. Who still waits is computed: linked, wanting to hear, and no row here. */
  tell_back: {
    id: string
    voice_id: string
    goal_id: string
    event: 'result' | 'letGo'
    /** The day of the result or of letting go: a later result is told anew. */
    since_on: string
    /** `code`: the giver read it there, before or after somebody tried. */
    how: 'email' | 'phone' | 'letter' | 'person' | 'code'
    outcome: 'told' | 'unreachable'
    /** Why somebody could not be told: one of a few, public. */
    why: string | null
    told_on: string
    /** Nobody's when the giver read it at the code. */
    told_by: string | null
    made_at: string
    /** By chance: keeps from guessing in the public record which voice it is about. */
    salt: string
  }
  /** A group that listened lets the owner of a goal tell its givers. */
  tell_handover: { goal_id: string; from_group_id: string; by_id: string; at: string }
  search_word: { word: string; kind: string; ref: string }
}
