/** The shape of the budget in the story. */
import type { AreaKey, GroupKey, InstitutionKey, NeedKey, PersonKey } from './keys.ts'

export type Plan = {
  readonly key: string
  readonly daysAgo: number
  /** nobody when it was written without an account */
  readonly by?: PersonKey
  readonly channel?: 'phone' | 'paper' | 'door' | 'meeting'
  readonly owner?: GroupKey
  readonly need?: NeedKey
  readonly title: string
  readonly what: string
  readonly forWhom: string
  readonly where: string
  readonly bursar?: string
  /** what it is for, and how much, as it was typed */
  readonly costs: readonly (readonly [string, string])[]
  readonly handedIn?: { readonly daysAgo: number; readonly by: PersonKey }
  /** put on the ballot */
  readonly chosen?: { readonly daysAgo: number; readonly by: PersonKey }
  /** kept off the ballot, with a reason */
  readonly keptOff?: { readonly daysAgo: number; readonly by: PersonKey; readonly why: string }
  readonly advice?: readonly {
    readonly of: InstitutionKey
    readonly asked: { readonly daysAgo: number; readonly by: PersonKey; readonly dueIn: number }
    readonly given?: {
      readonly daysAgo: number
      readonly by: PersonKey
      readonly verdict: 'feasible' | 'feasibleIf' | 'notFeasible'
      readonly reasons: string
    }
    readonly answered?: { readonly daysAgo: number; readonly by: PersonKey; readonly answer: string }
  }[]
}

export type Round = {
  readonly key: string
  readonly title: string
  readonly by: PersonKey
  readonly daysAgo: number
  /** on which day it was shown to everybody, when it was */
  readonly opened?: number
  readonly amount: string
  readonly mostPerPlan?: string
  readonly most: string
  readonly votersExpected: string
  /** first day of each phase, so many days ago; ahead when negative */
  readonly days: Readonly<Record<'plans' | 'advice' | 'voting' | 'count' | 'doing' | 'accounting' | 'end', number>>
  readonly decides?: readonly PersonKey[]
  readonly committee?: readonly PersonKey[]
  /** on which day the ballot was fixed, when it was */
  readonly fixed?: number
  readonly plans: readonly Plan[]
  readonly votes?: Votes
}

/** How people voted in a round, by what they chose: so many online and so many on paper. Keys and codes are made when the ballot is fixed. */
export type Votes = {
  readonly batches: readonly {
    readonly name: string
    readonly area?: AreaKey
    readonly kind: 'letters' | 'cards'
    /** households, or cards */
    readonly count: number
    readonly perHousehold?: number
    /** in which language they were printed; Dutch when it is not said */
    readonly lang?: string
  }[]
  readonly ballots: readonly { readonly on: readonly string[]; readonly online: number; readonly paper: number }[]
  /** so many of those who voted on paper had voted online before */
  readonly replaced?: number
  /** sheets that nobody could read or that had no code */
  readonly spoiled?: number
  /** how often the second who typed a sheet read something else than the first */
  readonly differs?: number
  /** who typed first, who second, and who settled what differed */
  readonly typists?: readonly [PersonKey, PersonKey, PersonKey]
  /** the lot, as it was drawn, and the count the same day by two of the committee */
  readonly counted?: {
    readonly daysAgo: number
    readonly lot: readonly string[]
    readonly by: readonly [PersonKey, PersonKey]
  }
}
