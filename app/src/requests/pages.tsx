import type { Page } from '../web/index.ts'
import { askPage, checkPage } from './ask.tsx'
import { requestsPage } from './list.tsx'
import { verbPages } from './verbs.tsx'

export const requestsPages: readonly Page[] = [requestsPage, askPage, checkPage, ...verbPages]
