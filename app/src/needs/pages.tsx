import type { Page } from '../web/index.ts'

export const needsPages: readonly Page[] = []
