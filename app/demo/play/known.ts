// What is known so far while the story is played: which id each key of the story got.
import { type BallotCode, type Day, type FollowCode } from '@buurtmacht/domain'
import { type Keyed } from '../../src/voices/index.ts'

const kinds = [
  'area',
  'person',
  'group',
  'institution',
  'role',
  'voice',
  'need',
  'goal',
  'request',
  'commitment',
  'round',
  'plan',
  'advice',
  'account',
  'entry',
  'payment',
  'grant',
  'question',
  'statement'
] as const
export type KnownKind = (typeof kinds)[number]

export type Known = {
  /** The id of what this key stands for. Fails when the story uses something before it is there. */
  id<T extends string = string>(kind: KnownKind, key: string): T
  keep(kind: KnownKind, key: string, id: string): void
  /** The follow code of each voice, as it was handed out. */
  codes: Map<string, FollowCode>
  /** The code with which each plan is gone on with, as it was shown. */
  planCodes: Map<string, string>
  /** Codes of the round in which people vote now, that nobody used yet. */
  ballotCodes: BallotCode[]
  /** What a person without e-mail signs in with. */
  cards: Map<string, { code: string; pin: string }>
  keyed: Keyed
  /** The day that was so many days ago; ahead when negative. */
  day(daysAgo: number): Day
}

export function knowing(keyed: Keyed, day: Known['day']): Known {
  const ids = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, string>()])) as Record<
    KnownKind,
    Map<string, string>
  >
  return {
    id<T extends string>(kind: KnownKind, key: string) {
      const id = ids[kind].get(key)
      if (id === undefined) throw new Error(`The story uses ${kind} ${key} before it is there.`)
      return id as T
    },
    keep: (kind, key, id) => void ids[kind].set(key, id),
    codes: new Map(),
    planCodes: new Map(),
    ballotCodes: [],
    cards: new Map(),
    keyed,
    day
  }
}

/** Keeps the id that was given, and passes the decision on. */
export async function kept<D extends { ok: true; value: string } | { ok: false }>(
  known: Known,
  kind: KnownKind,
  key: string,
  deciding: Promise<D>
): Promise<D> {
  const decision = await deciding
  if (decision.ok) known.keep(kind, key, decision.value)
  return decision
}
