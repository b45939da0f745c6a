/** All migrations by date and name. Add at the end; never change one that was released. */
import { first } from './2026-11-24-first.ts'
import { budget } from './2026-11-24-second-budget.ts'
import { ballots } from './2026-11-24-third-ballots.ts'
import { theCount } from './2026-11-24-third-count.ts'
import { forgetting } from './2026-11-24-third-forgetting.ts'
import { ledger } from './2026-11-24-third-ledger.ts'
import { journal } from './2026-11-24-third-log.ts'
import { theRecord } from './2026-11-24-third-record.ts'

export const migrations = {
  '2026-11-24-first': first,
  '2026-11-24-second-budget': budget,
  '2026-11-24-third-ballots': ballots,
  '2026-11-24-third-count': theCount,
  '2026-11-24-third-forgetting': forgetting,
  '2026-11-24-third-ledger': ledger,
  '2026-11-24-third-log': journal,
  '2026-11-24-third-record': theRecord
}
