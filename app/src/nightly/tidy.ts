/**
 * What has had its time goes by itself: drafts after a day, invitations after two weeks, answers kept for a repeated sending after ninety
 * days, what is personal in the books after seven years, and what an opened ballot box left behind when the program was ended before it
 * was swept. And the record hears of ballots that arrived, twenty or more at once.
 */
import { randomBytes } from 'node:crypto'
import { sweepBox, tellArrivals } from '../ballots/index.ts'
import type { Store } from '../db/index.ts'
import { dayOf } from '@buurtmacht/domain'
import { forgetInvitesBefore } from '../groups/index.ts'
import { wipeAtNight } from '../forgetting/index.ts'
import { forgetOldBooks } from '../ledger/index.ts'
import { forgetKeptNames } from '../people/index.ts'
import { clearDrafts } from '../voices/index.ts'
import { forgetAnswersBefore } from '../web/index.ts'

const day = 86_400_000
const tenMinutes = 600_000

export async function tidy(store: Store, now: number): Promise<void> {
  await store.change(async (tx) => {
    await forgetInvitesBefore(tx, new Date(now).toISOString())
    await clearDrafts(tx, new Date(now).toISOString())
    await forgetOldBooks(tx, dayOf(now))
    await forgetKeptNames(tx, dayOf(now))
    await forgetAnswersBefore(tx, new Date(now - 90 * day).toISOString())
  })
  await sweepBox(store)
  await wipeAtNight(store, new Date(now - 2 * day).toISOString())
  await tellArrivals(store, { chance: randomBytes }, now)
}

/** Once at the start and then every day; that ballots arrived is looked at oftener. @returns how to stop it. */
export function keepTidy(store: Store, clock: () => number, failed: (error: unknown) => void): () => void {
  const once = () => void tidy(store, clock()).catch(failed)
  once()
  const timer = setInterval(once, day)
  timer.unref()
  const often = setInterval(() => void tellArrivals(store, { chance: randomBytes }, clock()).catch(failed), tenMinutes)
  often.unref()
  return () => {
    clearInterval(timer)
    clearInterval(often)
  }
}
