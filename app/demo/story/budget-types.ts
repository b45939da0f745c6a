/** The shape of the budget in the story. */
import type { GroupKey, InstitutionKey, NeedKey, PersonKey } from './keys.ts'

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
}
