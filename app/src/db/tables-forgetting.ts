/** Tables of forgetting. */
export interface ForgettingTables {
  /** What was forgotten. Names nobody: kinds and ids only. Played again after an older copy of the tables was put back. */
  erasure: {
    kind: 'voice-taken-back' | 'voice-erased' | 'person-erased'
    ref: string
    at: string
  }
  /** The name of somebody who had their account erased and who asked for, looked at or signed for public money: sealed, until the books may go. */
  kept_name: {
    person_id: string
    sealed: string
    until_on: string
  }
}
