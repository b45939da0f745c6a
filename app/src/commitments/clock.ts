/** Where a promise stands on a day, read off its row. */
import { commitmentDaysLate, daysBetween, isOverdue, type Day } from '@buurtmacht/domain'
import { commitmentIn } from './queries.ts'
import type { Tables } from '../db/index.ts'

export interface PromiseClock {
  open: boolean
  overdue: boolean
  /** Days past the due day: until it was delivered, or until today while it was not. */
  daysLate: number
  daysLeft: number
  /** Said to be delivered; residents have not said yet whether that is so. */
  toJudge: boolean
}

export function promiseClock(row: Tables['commitment'], today: Day): PromiseClock {
  const commitment = commitmentIn(row)
  return {
    open: commitment.state === 'promised',
    overdue: isOverdue(commitment, today),
    daysLate: commitmentDaysLate(commitment, today),
    daysLeft: Math.max(0, daysBetween(today, commitment.due)),
    toJudge: commitment.state === 'delivered'
  }
}
