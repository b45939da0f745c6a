/** The shape of the money in the story. Amounts as they were typed. */
import type { InstitutionKey, PersonKey } from './keys.ts'

type When = { readonly daysAgo: number; readonly by: PersonKey }

/** An account is named by its key, `round:…` or `plan:…`. */
export type StoryEntry = When & {
  readonly key: string
  readonly movement: 'awarded' | 'received' | 'allotted' | 'advanced' | 'returned' | 'released' | 'repaid'
  readonly from: string
  readonly to: string
  readonly amount: string
  readonly what: string
  readonly takenBack?: When & { readonly why: string }
}

export type StoryPayment = When & {
  readonly key: string
  readonly plan: string
  readonly what: string
  readonly amount: string
  readonly payeeKind: 'business' | 'person'
  readonly payee: string
  readonly bill: 'bon-verf' | 'bon-doelen'
  readonly approved?: When
  readonly refused?: When & { readonly why: string }
  readonly paid?: When & { readonly from: string }
  /** Shown to everybody, with these boxes painted black. */
  readonly shown?: When & { readonly cells: readonly (readonly [number, number])[] }
}

export type Money = {
  readonly accounts: readonly (When & {
    readonly key: string
    readonly kind: 'bank' | 'bursar' | 'funder'
    readonly name: string
    readonly institution?: InstitutionKey
    readonly iban?: string
  })[]
  readonly entries: readonly StoryEntry[]
  readonly payments: readonly StoryPayment[]
}
