import type { Page } from '../web/index.ts'

export const goalsPages: readonly Page[] = []
