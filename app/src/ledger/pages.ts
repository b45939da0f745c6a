import type { Page } from '../web/index.ts'
import { accountPages } from './accounts/pages.tsx'
import { awardPages } from './awards/pages.ts'
import { bankPages } from './bank/pages.tsx'
import { booksPages } from './books.tsx'
import { committeePages } from './committee/pages.tsx'
import { statementPages } from './committee/statements.tsx'
import { entryPages } from './entries/pages.tsx'
import { grantPages } from './grants/pages.tsx'
import { accountingPages } from './grants/accounting.tsx'
import { paymentPages } from './payments/pages.tsx'
import { planBookPages } from './plan-book.tsx'

import { voucherPages } from './vouchers/pages.tsx'

export const ledgerPages: readonly Page[] = [
  ...booksPages,
  ...planBookPages,
  ...accountPages,
  ...entryPages,
  ...paymentPages,
  ...voucherPages,
  ...bankPages,
  ...grantPages,
  ...awardPages,
  ...accountingPages,
  ...committeePages,
  ...statementPages
]
