import type { Page } from '../web/index.ts'
import { areaPage, areasPage } from './areas.tsx'
import { groupPage, groupsPage } from './groups.tsx'
import { homePage } from './home.tsx'
import { institutionPage, institutionsPage } from './institutions.tsx'
import { minePage } from './mine.tsx'
import { searchPage } from './finding/pages.tsx'

export const desksPages: readonly Page[] = [
  homePage,
  groupsPage,
  groupPage,
  institutionsPage,
  institutionPage,
  areasPage,
  areaPage,
  searchPage,
  minePage
]
