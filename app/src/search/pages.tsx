import type { Page } from '../web/index.ts'

export const searchPages: readonly Page[] = []
