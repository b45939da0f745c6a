import type { Page } from '../web/index.ts'
import { bureauPages } from './box/bureau.tsx'
import { keyPages } from './box/pages.tsx'
import { turnoutPages } from './box/turnout-page.tsx'
import { handingPages } from './codes/handing.tsx'
import { codesPages } from './codes/pages.tsx'
import { sheetPages } from './sheets/pages.tsx'
import { votingPages } from './voting/pages.tsx'

export const ballotsPages: readonly Page[] = [
  ...votingPages,
  ...turnoutPages,
  ...bureauPages,
  ...keyPages,
  ...codesPages,
  ...handingPages,
  ...sheetPages
]
