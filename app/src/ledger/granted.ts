/** What a plan was granted, read from what happened on its account. */
import { cents, type Cents } from '@buurtmacht/domain'
import type { movedOnAll } from './entries/queries.ts'

/** What happened on each account, what was taken back left out. */
export type Moved = Awaited<ReturnType<typeof movedOnAll>>

/** Allotted, less what it gave back. */
export const grantedTo = (moved: Moved, account: string): Cents =>
  cents((moved.get(account)?.allotted ?? 0) - (moved.get(account)?.released ?? 0))
