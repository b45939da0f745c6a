import type { Page } from '../web/index.ts'

export const requestsPages: readonly Page[] = []
