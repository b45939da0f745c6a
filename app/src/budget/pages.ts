import type { Page } from '../web/index.ts'
import { advicePages } from './advice/pages.tsx'
import { planPages } from './plans/pages.tsx'
import { writingPages } from './plans/writing.tsx'
import { keepingPages } from './rounds/keeping.tsx'
import { roundPages } from './rounds/pages.tsx'

export const budgetPages: readonly Page[] = [
  ...roundPages,
  ...keepingPages,
  ...writingPages,
  ...planPages,
  ...advicePages
]
