/** Where a request's clock stands on a day, read off its row: cheap enough for a list of a hundred. */
import { daysBetween, daysLate, type Day } from '@buurtmacht/domain'
import type { Tables } from '../db/index.ts'
import { waitingStates } from './queries.ts'

export interface Clock {
  /** It is the institution's turn. A counter question does not change that, nor does a reply that is no answer. */
  waiting: boolean
  /** Days past the due day: until today while it waits, until the reply once there is one. */
  daysLate: number
  /** Days until the due day, while it waits in time. */
  daysLeft: number
  late: boolean
}

export function clockOf(row: Pick<Tables['request'], 'state' | 'due_on' | 'replied_on'>, today: Day): Clock {
  const waiting = (waitingStates as readonly string[]).includes(row.state)
  const due = row.due_on as Day
  const until = waiting ? today : row.replied_on && row.state !== 'withdrawn' ? (row.replied_on as Day) : due
  const late = daysLate(due, until)
  return {
    waiting,
    daysLate: late,
    daysLeft: waiting ? Math.max(0, daysBetween(today, due)) : 0,
    late: waiting && late > 0
  }
}
