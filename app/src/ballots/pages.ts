import type { Page } from '../web/index.ts'
import { bureauPages } from './box/bureau.tsx'
import { keyPages } from './box/pages.tsx'
import { turnoutPages } from './box/turnout-page.tsx'
import { handingPages } from './codes/handing.tsx'
import { ownCodePages } from './codes/own.tsx'
import { codesPages } from './codes/pages.tsx'
import { printingPages } from './codes/printing.tsx'
import { voidingPages } from './codes/voiding.tsx'
import { countPages } from './count/pages.tsx'
import { resultPages } from './count/result.tsx'
import { lotPages } from './lot/pages.tsx'
import { printPages } from './print/pages.tsx'
import { sheetPages } from './sheets/pages.tsx'
import { arrivalPages } from './voting/arrival-pages.tsx'
import { votingPages } from './voting/pages.tsx'

export const ballotsPages: readonly Page[] = [
  ...printPages,
  ...votingPages,
  ...arrivalPages,
  ...turnoutPages,
  ...bureauPages,
  ...keyPages,
  ...codesPages,
  ...printingPages,
  ...voidingPages,
  ...handingPages,
  ...ownCodePages,
  ...sheetPages,
  ...lotPages,
  ...countPages,
  ...resultPages
]
