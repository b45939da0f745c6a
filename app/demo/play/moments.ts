// The story in the order of time: who does what, on which day, at what hour.
import { addDays, startOfDay, type Day, type Decision } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import { type By } from '../../src/web/index.ts'
import { type PersonKey } from '../story/index.ts'
import { type Known } from './known.ts'

/** One thing that happens in the story. */
export type Moment = {
  daysAgo: number
  /** Nobody for what somebody without an account does. */
  person?: PersonKey | undefined
  /** What a refusal is told with: the key in the story. */
  what: string
  /** Voting and typing in sheets leave nothing in the journal: no moment of a ballot is kept. */
  leavesNoTrace?: true
  live: (tx: Tx, by: By, known: Known) => Promise<Decision<unknown>>
}

/** A moment and the instant it happens at. */
export type Timed = { moment: Moment; at: string; today: Day }

const hour = 3_600_000

/** Oldest first; what happens on one and the same day keeps the order it was given in, from nine in the morning on. */
export function inTime(moments: readonly Moment[], now: number, today: Day): Timed[] {
  const days = Map.groupBy(
    moments.toSorted((a, b) => b.daysAgo - a.daysAgo),
    (moment) => moment.daysAgo
  )
  return [...days].flatMap(([daysAgo, all]) => {
    const day = addDays(today, -daysAgo)
    // What happened today has happened by now.
    const [from, until] =
      daysAgo === 0 ? [startOfDay(day), now] : [startOfDay(day) + 9 * hour, startOfDay(day) + 20 * hour]
    return all.map((moment, at) => ({
      moment,
      at: new Date(from + Math.floor(((until - from) * (at + 1)) / (all.length + 1))).toISOString(),
      today: day
    }))
  })
}
