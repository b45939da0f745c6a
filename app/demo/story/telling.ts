// Who was told what came of it, who could not be reached, and which group let another one tell.
import { type UnreachableWhy } from '@buurtmacht/domain'
import { type GoalKey, type GroupKey, type PersonKey, type VoiceKey } from './keys.ts'

/** A giver who was told. Who follows by code needs nobody: the page tells it. */
export type TellBack = {
  readonly goal: GoalKey
  readonly voice: VoiceKey
  readonly daysAgo: number
  readonly by: PersonKey
  readonly how: 'email' | 'phone' | 'letter' | 'person'
  readonly text: string
}

/** A giver whom nobody could reach. */
export type NotReached = {
  readonly goal: GoalKey
  readonly voice: VoiceKey
  readonly daysAgo: number
  readonly by: PersonKey
  readonly why: UnreachableWhy
}

/** A group that listened lets the group of the goal tell. */
export type Handover = {
  readonly goal: GoalKey
  readonly daysAgo: number
  readonly by: PersonKey
  readonly from: GroupKey
}
