import type { Page } from '../web/index.ts'
import { accountPages } from './accounts/pages.tsx'
import { bankPages } from './bank/pages.tsx'
import { booksPages } from './books.tsx'
import { committeePages } from './committee/pages.tsx'
import { statementPages } from './committee/statements.tsx'
import { entryPages } from './entries/pages.tsx'
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
  ...committeePages,
  ...statementPages
]
