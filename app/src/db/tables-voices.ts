/** Tables of voices and of the needs they are gathered in. */
import type { YesNo } from './tables.ts'

export interface VoiceTables {
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
}
