import type { Page } from '../web/index.ts'

export const institutionsPages: readonly Page[] = []
