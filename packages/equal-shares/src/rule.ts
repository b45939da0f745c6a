/** The rule card: everything that decides an outcome, in one value that can be published before anybody votes. */
import { type Election, type VoteType } from './election.ts'
import { parseFraction, toText } from './fraction.ts'
import { Refusal } from './refusal.ts'
import { sha256 } from './sha256.ts'

export type Utility = 'cost' | 'cardinality' | 'points' | 'points-times-cost' | 'borda'

export interface RuleCard {
  /** Equal Shares, or most votes first, or most votes per unit of money first. */
  readonly rule: 'mes' | 'greedy' | 'greedy-per-cost'
  readonly utility: Utility
  /** What each voter starts with: the budget divided exactly, or rounded down to whole currency units. */
  readonly start: 'exact' | 'floor'
  readonly completion: 'none' | 'add1'
  /** How much every voter gets more per step of Add1, in currency units (`1`, `0.01`), or `free`: a millionth of one. */
  readonly step: string
  readonly stop: 'overspend' | 'exhaustive'
  /** Which plans must no longer fit for an outcome to be exhaustive: those with a supporter, or all. */
  readonly exhaustiveOver: 'supported' | 'all'
  /** What happens with money left at the end: nothing, or most votes first. */
  readonly then: 'none' | 'greedy'
  /** Greedy passes over a plan that does not fit (`skip`), or ends there (`stop`). */
  readonly leftover: 'skip' | 'stop'
  readonly comparison: 'none' | 'satisfaction' | 'exclusion'
  /** A plan may win only if votes / voters ≥ cost / (threshold × budget); null: no such rule. Świecie used 3. */
  readonly threshold: string | null
  /** A plan may win only with at least so many votes. */
  readonly minimumVotes: string | null
  /** A plan may win only if it costs at most this. */
  readonly costCap: string | null
  /** At most this much for all winners of a category together. An extension: not part of the Method of Equal Shares. */
  readonly categoryCaps: Readonly<Record<string, string>> | null
  readonly ties: 'error' | 'cheaper' | 'lexico'
  /** Points of the last place on a ranked ballot: 1 as Pabulib prints scores, 0 as pabutools counts. */
  readonly bordaLast: 0 | 1
  /** Whether ballots may carry weights and shares of money, or every ballot is one person. */
  readonly weights: 'one-person-one-vote' | 'as-given'
}

export type RuleOptions = Partial<RuleCard>

const OFFICIAL: Omit<RuleCard, 'utility'> = {
  rule: 'mes',
  start: 'exact',
  completion: 'add1',
  step: '1',
  stop: 'overspend',
  exhaustiveOver: 'supported',
  then: 'none',
  leftover: 'skip',
  comparison: 'none',
  threshold: null,
  minimumVotes: null,
  costCap: null,
  categoryCaps: null,
  ties: 'error',
  bordaLast: 1,
  weights: 'as-given'
}

/** Named variants: `official` as Wieliczka, Świecie and Assen counted, and the defaults of the two best-known tools. */
export const PRESETS: Readonly<Record<string, RuleOptions>> = {
  official: {},
  pabutools: { stop: 'exhaustive', ties: 'lexico', bordaLast: 0 },
  'equalshares-net-tool': { start: 'floor', stop: 'exhaustive', exhaustiveOver: 'all', then: 'greedy' }
}

const CHOICES: Readonly<Partial<Record<keyof RuleCard, readonly unknown[]>>> = {
  rule: ['mes', 'greedy', 'greedy-per-cost'],
  utility: ['cost', 'cardinality', 'points', 'points-times-cost', 'borda'],
  start: ['exact', 'floor'],
  completion: ['none', 'add1'],
  stop: ['overspend', 'exhaustive'],
  exhaustiveOver: ['supported', 'all'],
  then: ['none', 'greedy'],
  leftover: ['skip', 'stop'],
  comparison: ['none', 'satisfaction', 'exclusion'],
  ties: ['error', 'cheaper', 'lexico'],
  bordaLast: [0, 1],
  weights: ['one-person-one-vote', 'as-given']
}

export const defaultUtility = (voteType: VoteType): Utility =>
  voteType === 'ordinal' ? 'borda' : voteType === 'cumulative' || voteType === 'scoring' ? 'points' : 'cost'

/** A complete and checked rule card for an election. Refuses what it does not know or what the ballots cannot carry. */
export function ruleCard(election: Pick<Election, 'voteType'>, options: RuleOptions = {}): RuleCard {
  const known = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as RuleOptions
  for (const key of Object.keys(known)) {
    if (key !== 'utility' && !(key in OFFICIAL)) throw new Refusal('rule-unknown-key', `The rule card has no "${key}".`)
  }
  const card: RuleCard = { ...OFFICIAL, utility: defaultUtility(election.voteType), ...known }
  for (const [key, allowed] of Object.entries(CHOICES)) {
    const value = card[key as keyof RuleCard]
    if (!allowed.includes(value)) {
      throw new Refusal('rule-unknown-value', `${key} cannot be "${String(value)}": choose ${allowed.join(', ')}.`)
    }
  }
  checkAmounts(card)
  checkUtility(card.utility, election.voteType)
  return { ...card, step: card.step === 'free' ? 'free' : amountText(card.step) }
}

function checkAmounts(card: RuleCard): void {
  const amounts: [string, string | null, boolean][] = [
    ['step', card.step === 'free' ? '1' : card.step, true],
    ['threshold', card.threshold, true],
    ['minimumVotes', card.minimumVotes, false],
    ['costCap', card.costCap, false],
    ...Object.entries(card.categoryCaps ?? {}).map(([name, cap]): [string, string, boolean] => [name, cap, false])
  ]
  for (const [what, text, aboveZero] of amounts) {
    if (text === null) continue
    const amount = parseFraction(String(text))
    if (!amount || amount.num < 0n || (aboveZero && amount.num === 0n)) {
      throw new Refusal(
        'rule-bad-amount',
        `${what} must be a number ${aboveZero ? 'above' : 'from'} zero, not "${text}".`
      )
    }
  }
}

/** The step as a number; `free` is so fine that no city could tell it from raising the endowment without steps. */
export const stepOf = (card: RuleCard): string => (card.step === 'free' ? '1/1000000' : card.step)

const amountText = (text: string): string => toText(parseFraction(String(text))!)

function checkUtility(utility: Utility, voteType: VoteType): void {
  if (utility === 'borda' && voteType !== 'ordinal') {
    throw new Refusal('rule-needs-ranking', `Borda needs ranked ballots; these are ${voteType} ballots.`)
  }
  if (utility.startsWith('points') && voteType !== 'cumulative' && voteType !== 'scoring') {
    throw new Refusal('rule-needs-points', `Points need ballots with points; these are ${voteType} ballots.`)
  }
}

/** The rule card as one line of JSON with sorted keys: the same card gives the same text everywhere. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )

/** The fingerprint to publish before voting: SHA-256 of the canonical rule card. */
export const ruleHash = (card: RuleCard): string => sha256(`equal-shares rule card 1\n${canonical(card)}`)
