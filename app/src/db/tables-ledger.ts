/** Tables of the open books (kasboek). Amounts are whole euro cents. */
import type { Generated } from 'kysely'

export interface LedgerTables {
  ledger_account: {
    id: string
    kind: 'funder' | 'round' | 'plan' | 'bursar' | 'bank'
    name: string
    round_id: string | null
    proposal_id: string | null
    institution_id: string | null
    /** Of a bank account: to see that a file of the bank is about this one. Never shown. */
    iban: string | null
    /** Kept by the database itself with every entry. See docs/decisions/books.md. */
    debited: Generated<number>
    credited: Generated<number>
    made_at: string
  }
  ledger_entry: {
    id: string
    /** Counted from one, without gaps: a number people can name. */
    nr: number
    on_day: string
    movement: 'awarded' | 'received' | 'allotted' | 'paid' | 'advanced' | 'returned' | 'released' | 'repaid'
    what: string
    to_id: string
    from_id: string
    amount: number
    corrects_id: string | null
    by_id: string | null
    made_at: string
  }
  payment: {
    id: string
    /** The account of the plan it is for. */
    account_id: string
    amount: number
    what: string
    /** A person's name is never shown. */
    payee_kind: 'business' | 'person'
    payee_name: string
    payee_id: string | null
    /** The item of a grant's budget it is accounted for under. */
    item_id: string | null
    state: 'asked' | 'approved' | 'paid' | 'refused'
    asked_by: string
    approved_by: string | null
    why: string | null
    paid_on: string | null
    entry_id: string | null
    version: number
    made_at: string
    changed_at: string
  }
  voucher: {
    id: string
    payment_id: string
    type: 'image/webp' | 'application/pdf'
    /** As it was sent, drawn anew; for who looks after the money. Gone seven years after. */
    bytes: Uint8Array | null
    /** What everybody sees, with parts covered. */
    shown_bytes: Uint8Array | null
    width: number | null
    height: number | null
    sha256: string
    /** The cells that are covered, as JSON. */
    cells: string
    state: 'closed' | 'shown'
    checked_by: string | null
    checked_on: string | null
    version: number
    made_by: string | null
    made_at: string
  }
  bank_import: {
    id: string
    account_id: string
    format: 'camt' | 'ing' | 'rabobank'
    sha256: string
    from_on: string
    until_on: string
    state: 'open' | 'undone'
    why: string | null
    version: number
    made_by: string
    made_at: string
    changed_at: string
  }
  /** Names, numbers and words of others: for who keeps the books only, and gone seven years after. */
  bank_line: {
    id: string
    import_id: string
    nr: number
    on_day: string
    /** Absent while nobody said what an unclear amount is. */
    amount: number | null
    written: string
    name: string | null
    iban: string | null
    text: string | null
    line_key: string
    state: 'open' | 'booked' | 'left' | 'undone'
    entry_id: string | null
    payment_id: string | null
  }
  /** The kascommissie. Where somebody lives is told by the administrator who named them. */
  audit_member: {
    id: string
    person_id: string
    area_id: string
    from_on: string
    until_on: string | null
    named_by: string
    made_at: string
  }
  entry_question: {
    id: string
    entry_id: string
    text: string
    asked_by: string
    asked_on: string
    answer: string | null
    answered_by: string | null
    answered_on: string | null
    version: number
    made_at: string
  }
  audit_statement: {
    id: string
    from_on: string
    until_on: string
    /** The last entry there was when it was written. */
    last_nr: number
    verdict: 'right' | 'remarks'
    text: string
    state: 'written' | 'signed'
    written_by: string
    signed_by: string | null
    signed_on: string | null
    version: number
    made_at: string
  }
  ledger_grant: {
    id: string
    /** The account of who gives it. */
    account_id: string
    name: string
    reference: string
    amount: number
    from_on: string
    until_on: string
    renew_on: string | null
    stops: string
    /** The rounds it pays for, as JSON. */
    round_ids: string
    version: number
    made_at: string
    changed_at: string
  }
  grant_item: {
    id: string
    grant_id: string
    place: number
    what: string
    amount: number
    /** Why it was more or less than the budget. */
    explanation: string | null
  }
  /** How the doing of a plan stands, and what came of it. */
  plan_result: {
    proposal_id: string
    state: 'busy' | 'done'
    result: string
    by_id: string | null
    version: number
    changed_at: string
  }
}
