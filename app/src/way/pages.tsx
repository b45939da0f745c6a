import type { Page } from '../web/index.ts'

export const wayPages: readonly Page[] = []
