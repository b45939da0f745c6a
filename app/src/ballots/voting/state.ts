/** What one voter chose so far: sealed, in this browser alone, for an hour at most. */
import { createHash } from 'node:crypto'
import type { Change, Cookie, Visit } from '../../web/index.ts'
import { keep, kept } from '../kept.ts'
import type { Chosen } from './actions.ts'

export interface State {
  hash: string
  round: string
  /** Chance of this voter: the order of the plans, and the seal of the ballot. */
  seed: string
  chosen: Chosen
  /** Somebody helps: after this voter the next one comes. */
  helped: boolean
}

export const cookieName = 'stembiljet'

/** With somebody who helps, nothing waits long for a voter who walked away. */
export const keepState = (change: Change, state: State): Cookie =>
  keep(change, cookieName, state, state.helped ? 15 : 60)

export const stateOf = (visit: Pick<Visit, 'unsealed' | 'cookies' | 'by'>): State | undefined =>
  kept<State>(visit, cookieName)

export const seedOf = (state: State): Uint8Array => Buffer.from(state.seed, 'base64url')

/** Another order for every voter, the same for one voter: no plan profits from standing first. */
export function inOwnOrder<T extends { id: string }>(plans: readonly T[], state: State): T[] {
  const place = (id: string): string => createHash('sha256').update(`${state.seed} ${id}`).digest('hex')
  return plans
    .map((plan) => ({ plan, at: place(plan.id) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map((one) => one.plan)
}
