import type { Page } from '../web/index.ts'

export const peoplePages: readonly Page[] = []
