// What a demo story is made of. A story is only plain values: who lives in a made-up neighbourhood, what they said, and
// what came of it. Another piece plays it through the same actions that people use, in order of time.
//
// `daysAgo` counts back from the day the story is played: 0 is today, 400 is long ago, -30 is thirty days ahead (only
// due days lie ahead). On one and the same day things happen in the order in which `Story` names them; a promise made on
// the day of a reply was made in that reply. Things refer to each other by short keys; the tests follow every key.

import type { Money } from './money-types.ts'
import { type Basis, type Channel, type GroupKind, type Level, type Show } from '@buurtmacht/domain'
import {
  type AreaKey,
  type CommitmentKey,
  type DeedKey,
  type GoalKey,
  type GroupKey,
  type InstitutionKey,
  type Lang,
  type NeedKey,
  type PersonKey,
  type RequestKey,
  type VoiceKey
} from './keys.ts'
import { type Round } from './budget-types.ts'
import { type Handover, type NotReached, type TellBack } from './telling.ts'

export type { Handover, NotReached, TellBack }

export type * from './budget-types.ts'
export type * from './keys.ts'

// — The place —

export type Area = {
  readonly key: AreaKey
  readonly name: string
  readonly about: string
  /** SVG path inside the map's viewBox */
  readonly path: string
  /** where the name is written on the map */
  readonly label: { readonly x: number; readonly y: number }
}

/** What lies between the areas and helps people find their way: drawn, never clicked. */
export type Landmark =
  | { readonly kind: 'metro'; readonly name: string; readonly path: string }
  | { readonly kind: 'station'; readonly name: string; readonly x: number; readonly y: number }
  | { readonly kind: 'water'; readonly name: string; readonly path: string }
  | { readonly kind: 'park'; readonly name: string; readonly path: string }

export type Place = {
  readonly name: string
  readonly town: string
  readonly about: { readonly nl: string; readonly en: string }
  readonly colour: string
  /** What can be seen on the drawing of it. */
  readonly picture: string
  readonly languages: readonly ['nl', 'en']
  readonly daysAgo: number
  readonly map: { readonly viewBox: string; readonly landmarks: readonly Landmark[] }
  readonly areas: readonly Area[]
}

// — People, groups, institutions —

export type Role = { readonly from: number; readonly until?: number } & (
  | { readonly kind: 'admin' }
  | { readonly kind: 'lead'; readonly group: GroupKey }
  | { readonly kind: 'helper'; readonly group: GroupKey }
  | { readonly kind: 'contact'; readonly institution: InstitutionKey; readonly title: string }
)

export type Person = {
  readonly key: PersonKey
  readonly name: string
  /** how this person signs in: a link by e-mail, or a printed card for who has no e-mail */
  readonly signIn: { readonly kind: 'email'; readonly email: string } | { readonly kind: 'card' }
  readonly who: { readonly nl: string; readonly en: string }
  readonly languages: readonly Lang[]
  readonly roles: readonly Role[]
}

export type Group = {
  readonly key: GroupKey
  readonly kind: GroupKind
  readonly name: string
  readonly about: string
  readonly meets: { readonly where: string; readonly when: string }
  readonly reach: string
  readonly areas: readonly AreaKey[]
  readonly languages: readonly Lang[]
  readonly daysAgo: number
  readonly by: PersonKey
  /** a group starts by speaking with those that are there; a group that is older than the platform says so */
  readonly spokenWith: readonly GroupKey[]
  readonly noneBecause?: string
}

export type Institution = {
  readonly key: InstitutionKey
  readonly kind: 'municipality' | 'housing' | 'welfare' | 'school'
  readonly name: string
  readonly department?: string
  readonly about: string
  readonly reach: string
  readonly daysAgo: number
}

// — Hear —

export type TellBackWish =
  | { readonly how: 'not' }
  | { readonly how: 'code' }
  | { readonly how: 'email' | 'phone' | 'letter'; readonly to: string }
  | { readonly how: 'person'; readonly to: PersonKey }

export type Voice = {
  readonly key: VoiceKey
  readonly daysAgo: number
  readonly text: string
  readonly lang: Lang
  readonly area?: AreaKey
  readonly channel: Channel
  /** who wrote it down; nobody when it came online */
  readonly helper?: PersonKey
  /** said for somebody else, who agreed to it */
  readonly onBehalf?: true
  readonly show: Show
  readonly tellBack: TellBackWish
  readonly translation?: {
    readonly lang: 'nl'
    readonly text: string
    readonly by: PersonKey
    readonly daysAgo: number
  }
  /** the day its giver took it back */
  readonly takenBack?: number
  /** the day its giver had everything of it erased */
  readonly erased?: number
}

// — Gather and choose —

export type Need = {
  readonly key: NeedKey
  readonly daysAgo: number
  readonly group: GroupKey
  readonly by: PersonKey
  readonly sentence: string
  /** when it is about one part of the neighbourhood */
  readonly area?: AreaKey
  readonly voices: readonly VoiceKey[]
  /** voices that were put with it later */
  readonly later?: readonly { readonly daysAgo: number; readonly by: PersonKey; readonly voices: readonly VoiceKey[] }[]
}

export type NeedChange =
  | {
      readonly kind: 'merged'
      readonly daysAgo: number
      readonly by: PersonKey
      readonly from: NeedKey
      readonly into: NeedKey
      readonly why: string
    }
  | {
      readonly kind: 'split'
      readonly daysAgo: number
      readonly by: PersonKey
      readonly from: NeedKey
      /** these needs stand in `needs` with the same day; they begin by this split */
      readonly into: readonly [NeedKey, NeedKey]
      readonly why: string
    }

export type GoalState = 'proposed' | 'adopted' | 'underWay' | 'paused' | 'reached' | 'letGo'

/** `result` is written first; `reached` comes when every giver who wanted to hear it has been told. */
export type GoalEvent = { readonly daysAgo: number; readonly by: PersonKey } & (
  | { readonly kind: 'proposed' | 'adopted' | 'started' | 'resumed' | 'reached' }
  | { readonly kind: 'paused' | 'letGo'; readonly why: string }
  | { readonly kind: 'result'; readonly result: string }
)

export type Goal = {
  readonly key: GoalKey
  readonly need: NeedKey
  readonly owner: GroupKey
  readonly lead: PersonKey
  readonly title: string
  readonly history: readonly GoalEvent[]
  /** the state that the history ends in */
  readonly state: GoalState
}

/** "Ik ook": one number for each time somebody said it, without a name. */
export type MeToo = { readonly need: NeedKey; readonly daysAgo: readonly number[] }

// — Ask and promise —

/** `by` is a contact of the institution for the first four kinds, a resident of the owning group for the others. */
export type RequestEvent = { readonly daysAgo: number; readonly by: PersonKey } & (
  | { readonly kind: 'receipt' | 'counterQuestion' | 'reply'; readonly text: string }
  | { readonly kind: 'delay'; readonly why: string; readonly expected: number }
  | { readonly kind: 'clarification'; readonly text: string }
  | { readonly kind: 'answered'; readonly experienced: Level; readonly text: string }
  | { readonly kind: 'unanswered'; readonly experienced: Level; readonly why: string }
  | { readonly kind: 'withdrawn'; readonly why: string }
)

/** `sent`, `late` and `delayed` are one state to the rules; the calendar and what the institution said tell them apart. */
export type RequestOutcome =
  'sent' | 'late' | 'counterAsked' | 'delayed' | 'replied' | 'answered' | 'unanswered' | 'withdrawn'

export type Request = {
  readonly key: RequestKey
  readonly goal: GoalKey
  readonly to: InstitutionKey
  readonly daysAgo: number
  readonly by: PersonKey
  readonly title: string
  readonly text: string
  readonly promisedLevel: Level
  readonly basis: Basis
  /** the day the term begins, when that is not the day of sending (a letter to the council: the meeting that listed it) */
  readonly countsFrom?: number
  readonly events: readonly RequestEvent[]
  readonly outcome: RequestOutcome
}

export type CommitmentEvent = { readonly daysAgo: number; readonly by: PersonKey } & (
  { readonly kind: 'delivered' | 'kept'; readonly text: string } | { readonly kind: 'disputed'; readonly why: string }
)

/** `overdue` is `promised` past its day. */
export type CommitmentOutcome = 'promised' | 'overdue' | 'delivered' | 'kept' | 'disputed'

export type Commitment = {
  readonly key: CommitmentKey
  readonly request: RequestKey
  readonly daysAgo: number
  readonly by: PersonKey
  readonly what: string
  /** in days ago like all others: negative is still to come */
  readonly due: number
  readonly events: readonly CommitmentEvent[]
  readonly outcome: CommitmentOutcome
}

// — Do and tell back —

export type Deed = {
  readonly key: DeedKey
  readonly goal: GoalKey
  readonly daysAgo: number
  /** who wrote it down */
  readonly by: PersonKey
  /** who did it, as people would say it */
  readonly who: string
  readonly what: string
}

export type Story = {
  readonly place: Place
  readonly people: readonly Person[]
  readonly groups: readonly Group[]
  readonly institutions: readonly Institution[]
  readonly voices: readonly Voice[]
  readonly needs: readonly Need[]
  readonly needChanges: readonly NeedChange[]
  readonly meToos: readonly MeToo[]
  readonly goals: readonly Goal[]
  readonly requests: readonly Request[]
  readonly commitments: readonly Commitment[]
  readonly deeds: readonly Deed[]
  readonly rounds: readonly Round[]
  readonly money: Money
  readonly handovers: readonly Handover[]
  readonly tellBacks: readonly TellBack[]
  readonly notReached: readonly NotReached[]
}
