/**
 * What the tables hold, as both engines see it. Only text and whole numbers: instants are ISO 8601 text in UTC (`…_at`),
 * days are `YYYY-MM-DD` in Europe/Amsterdam (`…_on`), yes and no are 1 and 0, lists are JSON text. See docs/database.md.
 */
import type { Generated } from 'kysely'
import type { BallotTables } from './tables-ballots.ts'
import type { BudgetTables } from './tables-budget.ts'
import type { CountTables } from './tables-count.ts'
import type { ForgettingTables } from './tables-forgetting.ts'
import type { GoalTables } from './tables-goals.ts'
import type { JournalTables } from './tables-journal.ts'
import type { LedgerTables } from './tables-ledger.ts'
import type { PeopleTables } from './tables-people.ts'
import type { PlaceTables } from './tables-place.ts'
import type { RecordTables } from './tables-record.ts'
import type { VoiceTables } from './tables-voices.ts'

export type YesNo = 0 | 1

export interface Tables
  extends
    PlaceTables,
    PeopleTables,
    VoiceTables,
    GoalTables,
    BudgetTables,
    BallotTables,
    CountTables,
    LedgerTables,
    JournalTables,
    RecordTables,
    ForgettingTables {
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
  search_word: { word: string; kind: string; ref: string }
}
