import type { Page } from '../web/index.ts'
import { followEntry, followPage } from './follow-page.tsx'
import { goalsPage } from './goal-list.tsx'
import { goalPage } from './goal-page.tsx'

export const wayPages: readonly Page[] = [followEntry, followPage, goalsPage, goalPage]
