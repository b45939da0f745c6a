import type { Page } from '../web/index.ts'

export const groupsPages: readonly Page[] = []
