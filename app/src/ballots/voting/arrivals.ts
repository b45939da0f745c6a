/**
 * That a ballot arrived, not what is in it. The voter alone holds a code; its hash waits until there are twenty of a round, or voting is
 * over, and then all that wait stand in the record together, sorted. So no entry tells when somebody voted, nor which ballot is whose.
 */
import { dayOf } from '@buurtmacht/domain'
import type { Store, Tx } from '../../db/index.ts'
import { entriesAbout, record } from '../../journal/index.ts'
import type { By } from '../../web/index.ts'
import { openNow } from './actions.ts'
import { arrivalsTold, arrivalsWaiting, roundsWithArrivals } from './arrival-queries.ts'

/** Fewer never stand in the record together while people vote. */
export const togetherAtLeast = 20
/** An entry of the record holds at most 65,535 bytes. */
const mostInEntry = 500

/** Those that may be told of now. Also after a stop: what waited still waits. */
export async function tellArrivals(store: Store, by: Pick<By, 'chance'>, now: number): Promise<void> {
  const acting: By = { ...by, roles: [], at: new Date(now).toISOString(), today: dayOf(now) }
  for (const { round_id, n } of await roundsWithArrivals(store.read)) {
    const voting = (await openNow(store.read, acting, round_id)).ok
    const least = voting ? togetherAtLeast : 1
    if (Number(n) >= least) await store.change((tx) => tellTogether(tx, acting, round_id, least))
  }
}

async function tellTogether(tx: Tx, by: By, round: string, least: number): Promise<void> {
  const waiting = await arrivalsWaiting(tx, round)
  // Another process was first.
  if (waiting.length < least) return
  const entries = Math.ceil(waiting.length / mostInEntry)
  // Of about the same size: never a few alone at the end.
  const each = Math.ceil(waiting.length / entries)
  for (let at = 0; at < waiting.length; at += each) {
    const arrived = waiting.slice(at, at + each)
    await record(tx, by, { kind: 'ballots-arrived', about: { kind: 'round', id: round }, facts: { arrived } })
    const last = (await entriesAbout(tx, 'round', round, ['ballots-arrived'])).at(-1)
    if (last) await arrivalsTold(tx, arrived, (JSON.parse(last.entry) as { id: string }).id)
  }
}
