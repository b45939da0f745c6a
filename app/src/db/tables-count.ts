/** Tables of the count. */
export interface CountTables {
  /** The order of the lot as one member of the election committee typed it: numbers of plans, JSON. */
  lot_entry: { round_id: string; person_id: string; numbers: string; at: string }
  /** Who began the count, with their key card sealed by the installation's secret until the second comes. */
  count_begun: { round_id: string; person_id: string; card: string; at: string }
  round_result: {
    round_id: string
    /** What the page says, worked out at the count: JSON. */
    told: string
    /** SHA-256 of the result as it is published. */
    hash: string
    /** 1 when single ballots could point at people, and are only kept sealed. */
    sealed: number
    first_by: string
    second_by: string
    counted_at: string
  }
  /** What is published, to count again: name, SHA-256 and text. */
  round_file: { round_id: string; name: string; hash: string; content: string }
}
