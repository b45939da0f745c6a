import type { Page } from '../web/index.ts'
import { accountPages } from './accounts/pages.tsx'
import { booksPages } from './books.tsx'
import { entryPages } from './entries/pages.tsx'
import { planBookPages } from './plan-book.tsx'

export const ledgerPages: readonly Page[] = [...booksPages, ...planBookPages, ...accountPages, ...entryPages]
