import type { Page } from '../web/index.ts'

export const commitmentsPages: readonly Page[] = []
