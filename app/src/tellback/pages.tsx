import type { Page } from '../web/index.ts'

export const tellbackPages: readonly Page[] = []
