import type { Page } from '../web/index.ts'
import { afterPages } from './after/pages.tsx'
import { givingPages } from './giving/pages.tsx'
import { forgettingPages } from './forgetting/pages.tsx'
import { readingPages } from './reading/pages.tsx'

export const voicesPages: readonly Page[] = [...givingPages, ...afterPages, ...forgettingPages, ...readingPages]
