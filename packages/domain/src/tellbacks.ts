// Everybody is told back, in the way they chose. One of these for each linked giver who wanted to hear.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type PersonId } from './ids.ts'
import { type TellHow } from './voices.ts'

/** `ready` is for those who look at their follow code: it stands there from that day on, and counts as told. */
export type TellBack = { state: 'waiting' } | { state: 'ready'; since: Day } | { state: 'told'; on: Day; by: PersonId }
export const tellBackStates = ['waiting', 'ready', 'told'] as const satisfies readonly TellBack['state'][]

/** What a wish asks for: nothing, a place at the follow code, or somebody who tells it. */
export function prepare(wish: { how: TellHow }, on: Day): TellBack | undefined {
  if (wish.how === 'not') return undefined
  return wish.how === 'code' ? { state: 'ready', since: on } : { state: 'waiting' }
}

/** Somebody told the giver. Refusal: `tell-back-not-waiting`, also when another helper was just before. */
export function tell(tellBack: TellBack, on: Day, by: PersonId): Decision<TellBack> {
  if (tellBack.state !== 'waiting') return refused('tell-back-not-waiting')
  return ok({ state: 'told', on, by })
}

export const hasHeard = (tellBack: TellBack): boolean => tellBack.state !== 'waiting'
