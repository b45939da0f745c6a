import type { Page } from '../web/index.ts'

export const voicesPages: readonly Page[] = []
