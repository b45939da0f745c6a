/** Tables of the public record as a log: see docs/decisions/the-log.md. */
export interface JournalTables {
  /** Entries that have no place yet. */
  journal_waiting: { seq: number }
  /** Counted from 0, without a gap, in the order in which entries were committed. */
  journal_place: { number: number; seq: number }
  /** Hashes of the tree in the form of C2SP tlog-tiles; the last one of each level grows until it is full. */
  journal_tile: { level: number; number: number; width: number; hashes: Uint8Array }
  /** Verifier keys that checkpoints were signed with, the newest last. */
  journal_key: { key: string; from_at: string }
  /** One for each size that was published. `root` in base64, `note` as it is served. */
  journal_checkpoint: { size: number; root: string; key: string; note: string; signed_at: string }
  /** The process that gives places, until when; another takes over after that. */
  journal_lease: { id: 1; holder: string; until_at: string }
  /** Why nothing is signed any more; `until_at` once everything was found right again. */
  journal_stop: { id: string; stopped_at: string; why: string; number: number | null; until_at: string | null }
  journal_witness: { id: string; name: string; key: string; from_at: string; until_at: string | null }
  /** A line that a witness signed under a checkpoint of ours. */
  journal_cosignature: { size: number; witness_id: string; line: string; signed_at: string }
}
