/** Every page there is, in the order of the house. */
import { adminPages } from './admin/index.ts'
import { ballotsPages } from './ballots/index.ts'
import { budgetPages } from './budget/index.ts'
import { commitmentsPages } from './commitments/index.ts'
import { desksPages } from './desks/index.ts'
import { forgettingPages } from './forgetting/index.ts'
import { goalsPages } from './goals/index.ts'
import { groupsPages } from './groups/index.ts'
import { institutionsPages } from './institutions/index.ts'
import { proofPages } from './journal/index.ts'
import { ledgerPages } from './ledger/index.ts'
import { needsPages } from './needs/index.ts'
import { peoplePages } from './people/index.ts'
import { placePages } from './place/index.ts'
import { recordPages } from './record/index.ts'
import { requestsPages } from './requests/index.ts'
import { searchPages } from './search/index.ts'
import { tellbackPages } from './tellback/index.ts'
import { voicesPages } from './voices/index.ts'
import { wayPages } from './way/index.ts'
import { witnessesPages } from './witnesses/index.ts'
import type { Page } from './web/index.ts'

export const pages: readonly Page[] = [
  ...placePages,
  ...proofPages,
  ...witnessesPages,
  ...peoplePages,
  ...searchPages,
  ...groupsPages,
  ...institutionsPages,
  ...adminPages,
  ...voicesPages,
  ...needsPages,
  ...goalsPages,
  ...requestsPages,
  ...commitmentsPages,
  ...budgetPages,
  ...ballotsPages,
  ...ledgerPages,
  ...tellbackPages,
  ...wayPages,
  ...recordPages,
  ...desksPages,
  ...forgettingPages
]
