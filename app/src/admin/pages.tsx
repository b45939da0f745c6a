import type { Page } from '../web/index.ts'

export const adminPages: readonly Page[] = []
