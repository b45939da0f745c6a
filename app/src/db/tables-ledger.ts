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
}
