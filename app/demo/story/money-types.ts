/** The shape of the money in the story. Amounts as they were typed. */
import type { AreaKey, InstitutionKey, PersonKey } from './keys.ts'

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
  readonly grants: readonly (When & {
    readonly key: string
    readonly name: string
    readonly account: string
    readonly reference: string
    readonly amount: string
    /** days ago; ahead when negative */
    readonly from: number
    readonly until: number
    readonly renewBy?: number
    readonly stops: string
    readonly rounds: readonly string[]
    readonly items: readonly (readonly [string, string])[]
  })[]
  /** payment → item of a grant */
  readonly under: readonly (When & { readonly payment: string; readonly grant: string; readonly item: string })[]
  readonly explained: readonly (When & { readonly grant: string; readonly item: string; readonly why: string })[]
  readonly results: readonly (When & {
    readonly plan: string
    readonly state: 'busy' | 'done'
    readonly result: string
  })[]
  readonly committee: When & {
    readonly members: readonly [readonly [PersonKey, AreaKey], readonly [PersonKey, AreaKey]]
    readonly questions: readonly (When & {
      readonly entry: string
      readonly text: string
      readonly answer?: When & { readonly text: string }
    })[]
    readonly statement: When & {
      readonly from: number
      readonly until: number
      readonly text: string
      readonly signed: When
    }
  }
  /** A file of the bank, already read; what fits is booked. */
  readonly bank: When & {
    readonly account: string
    readonly lines: readonly {
      readonly daysAgo: number
      readonly written: string
      /** cents; absent when what is written could mean two amounts */
      readonly amount?: number
      readonly name: string
      readonly text: string
    }[]
  }
}
