import type { Page } from '../web/index.ts'
import { proposePage } from './propose.tsx'
import { verbPages } from './verbs.tsx'

export const goalsPages: readonly Page[] = [proposePage, ...verbPages]
