// Everybody is told back, in the way they chose. One of these for each linked giver who wanted to hear.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId, type PersonId } from './ids.ts'
import { readChoice } from './text.ts'
import { type TellHow } from './voices.ts'

export const unreachableWhys = ['no-address', 'wrong-address', 'moved', 'returned', 'no-answer'] as const
/** Why somebody could not be told. One of a few, so that it can be public: nothing of a person is in it. */
export type UnreachableWhy = (typeof unreachableWhys)[number]

/**
 * `ready` is for those who look at their follow code: it stands there from that day on, and counts as told.
 * `unreachable`: somebody tried and could not; whoever turns up still finds it at the code.
 */
export type TellBack =
  | { state: 'waiting' }
  | { state: 'ready'; since: Day }
  | { state: 'told'; on: Day; by: PersonId | 'giver' }
  | { state: 'unreachable'; on: Day; by: PersonId; why: UnreachableWhy }
export const tellBackStates = [
  'waiting',
  'ready',
  'told',
  'unreachable'
] as const satisfies readonly TellBack['state'][]

/** What a wish asks for: nothing, a place at the follow code, or somebody who tells it. */
export function prepare(wish: { how: TellHow }, on: Day): TellBack | undefined {
  if (wish.how === 'not') return undefined
  return wish.how === 'code' ? { state: 'ready', since: on } : { state: 'waiting' }
}

/**
 * Somebody told the giver, or the giver read it at the follow code; also after it seemed impossible.
 * Refusal: `tell-back-not-waiting`, also when another helper was just before.
 */
export function tell(tellBack: TellBack, on: Day, by: PersonId | 'giver'): Decision<TellBack> {
  if (tellBack.state !== 'waiting' && tellBack.state !== 'unreachable') return refused('tell-back-not-waiting')
  return ok({ state: 'told', on, by })
}

/** Somebody tried and could not, and says why. Refusals: `tell-back-not-waiting`, `field-…` (why). */
export function giveUp(tellBack: TellBack, why: string | undefined, on: Day, by: PersonId): Decision<TellBack> {
  if (tellBack.state !== 'waiting') return refused('tell-back-not-waiting')
  const reason = readChoice('why', why, unreachableWhys)
  return reason.ok ? ok({ state: 'unreachable', on, by, why: reason.value }) : reason
}

/** The giver left another address: somebody can try again. Refusal: `tell-back-not-waiting`. */
export function waitAgain(tellBack: TellBack): Decision<TellBack> {
  return tellBack.state === 'unreachable' ? ok({ state: 'waiting' }) : refused('tell-back-not-waiting')
}

export const hasHeard = (tellBack: TellBack): boolean => tellBack.state === 'told' || tellBack.state === 'ready'

/**
 * Which group tells a giver, and so the only one that sees how to reach them: the group that listened, which is the first that
 * gathered the voice. The owner of the goal instead when that group handed it over, or has nobody left.
 */
export function whoTells(about: {
  listened: GroupId
  owner: GroupId
  handedOver: boolean
  /** The group that listened has at least one resident helper or lead today. */
  isThere: boolean
}): GroupId {
  return about.handedOver || !about.isThere ? about.owner : about.listened
}
