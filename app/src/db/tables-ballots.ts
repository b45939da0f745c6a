/** Tables of voting. No time, address, session or person stands on a code, an envelope or a ballot. */
export interface BallotTables {
  /** Codes made together: the letters of a building, a pile of cards, or those of signed-in residents. */
  ballot_batch: {
    id: string
    round_id: string
    name: string
    kind: 'letters' | 'cards' | 'residents'
    area_id: string | null
    per_household: number
    /** How many codes were made, kept apart from the codes themselves so that the two can be compared. */
    size: number
    /** How many cards helpers handed out, said by two of them. */
    handed_out: number
    /** In which language its letters or cards are printed. */
    lang: string
    /** Why all of it was made void at once, when it was. */
    void_why: string | null
  }
  /** What one helper counted and a second has still to confirm; gone once confirmed. */
  ballot_handing: { id: string; batch_id: string; count: number; by_id: string }
  ballot_code: {
    /** HMAC of the code under the installation's secret. */
    hash: string
    round_id: string
    batch_id: string
    /** By chance, printed on the card: to find a lost code without knowing it. */
    number: number
    state: 'unused' | 'online' | 'paper' | 'void'
    /** 1 when a paper ballot took the place of an online one. */
    replaced: number
    /** 1 when the card was lost after its code was used: a sheet may then carry the number instead of the code. */
    lost: number
  }
  /** Sealed for the election committee until the box is opened; then gone. */
  ballot_envelope: { hash: string; round_id: string; channel: 'online' | 'paper'; sealed: string }
  /** Written in shuffled order when the box is opened, never before. */
  ballot: { id: string; round_id: string; channel: 'online' | 'paper'; text: string }
  /** That a ballot arrived: the hash of a code only its voter holds, and the entry of the record it was told in, with at least twenty at once. */
  ballot_arrival: { hash: string; round_id: string; entry_id: string | null }
  /** Numbers only, for the committee's look at concentration. Spread over stripes by chance, so that voters do not wait for each other. */
  ballot_use: { batch_id: string; hour: string; stripe: number; count: number }
  /** The public half of each committee member's key card. */
  ballot_key: { round_id: string; person_id: string; public_key: string }
  ballot_box: {
    round_id: string
    public_key: string
    /** [{a, b, sealed}]: the private key, sealed once for every pair of key cards. */
    opened_by_pair: string
    /** Bytes of every ballot before it is sealed, so that no length tells what is in it. */
    size: number
    /** 0 locked, 1 opened, 2 opened and every trace of before swept away. */
    opened: number
  }
  /** Sheets of paper from one box or one day, counted by hand. */
  ballot_bundle: { id: string; round_id: string; name: string; sheets: number; state: 'open' | 'closed' }
  ballot_sheet: {
    bundle_id: string
    number: number
    state: 'typedOnce' | 'same' | 'differs' | 'settled'
    first_by: string
    /** What was read, sealed with the installation's secret until both agree; then empty. */
    first_read: string | null
    second_by: string | null
    second_read: string | null
    settled_by: string | null
    /** Known once the readings agree or a third settled them. */
    outcome: 'ballot' | 'blank' | 'spoiled' | null
    spoiled: string | null
  }
}
