import type { Page } from '../web/index.ts'
import { commitmentPage, verbPages } from './commitment-page.tsx'
import { commitmentsPage } from './list.tsx'
import { promisePage, requestPage } from './request-page.tsx'

export const commitmentsPages: readonly Page[] = [
  requestPage,
  promisePage,
  commitmentsPage,
  commitmentPage,
  ...verbPages
]
