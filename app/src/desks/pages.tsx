import type { Page } from '../web/index.ts'

export const desksPages: readonly Page[] = []
