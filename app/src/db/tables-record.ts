/** Tables of the public record besides the entries themselves. */
import type { Generated } from 'kysely'

export interface RecordTables {
  /** What an entry is about, besides: which other rows it names, and to which goal, institution and group it belongs. Only grows. */
  journal_subject: {
    kind: string
    id: string
    seq: number
    /** How the row stood after the change ('gone' when there was none); absent when the entry only belongs to this. */
    state: string | null
  }
  /** What was found when the tables were last compared with the record: one row per night. */
  journal_comparison: {
    seq: Generated<number>
    at: string
    compared: number
    wrong: number
    /** The first findings as JSON: what, kind, id. */
    findings: string
  }
}
