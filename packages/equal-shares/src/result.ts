/** The answer of a count, as plain JSON: numbers people check are given exactly, and rounded beside it. */
import { type RuleCard } from './rule.ts'

/** An exact number: whole numbers as text, in lowest terms. */
export interface ExactNumber {
  readonly num: string
  readonly den: string
}

export interface Amount extends ExactNumber {
  /** Rounded to two decimals, for reading. */
  readonly text: string
}

export interface Payers {
  /** How many voters (by weight) paid this. */
  readonly voters: string
  /** What each of them paid, rounded. */
  readonly each: string
  /** `full`: the whole price (times their points). `all-they-had`: what `paidBefore` had left of the endowment. */
  readonly paid: 'full' | 'all-they-had'
  /** The winners these voters had paid for before, with their points where ballots have points. */
  readonly paidBefore?: readonly (string | { readonly project: string; readonly points: string })[]
  readonly points?: string
}

export interface Step {
  readonly project: string
  readonly cost: number
  readonly by: 'free' | 'equal-shares' | 'votes' | 'votes-per-cost'
  /** What a supporter with enough money paid (per point, on ballots with points). Absent when nobody pays by share. */
  readonly price?: Amount
  /** Price per unit of utility: the number the order rests on. */
  readonly pricePerUtility?: ExactNumber
  /** Cost / price: the number of full payers that would have paid the same. */
  readonly effectiveVotes?: Amount
  /** Votes, points, or votes per unit of money, where that decided. */
  readonly score?: Amount
  readonly payers?: readonly Payers[]
  /** Money left in all voters' hands (or in the pot) after this purchase. */
  readonly left: Amount
}

export interface TieReport {
  readonly projects: readonly string[]
  readonly where: 'equal-shares' | 'greedy' | 'comparison'
  /** Which purchase it was about, counted from 1, and with which endowment. */
  readonly step?: number
  readonly endowment?: ExactNumber
  readonly pricePerUtility?: ExactNumber
  readonly score?: ExactNumber
  /** Whether another order could change anything but the order. */
  readonly matters: boolean
  readonly brokenBy: 'not-needed' | 'lot' | 'cost-votes-file-order' | 'project-id' | 'nobody'
  readonly sentence: string
}

export interface ComparisonReport {
  readonly kind: 'satisfaction' | 'exclusion'
  readonly prefersEqualShares: string
  readonly prefersGreedy: string
  readonly indifferent: string
  readonly chosen: 'equal-shares' | 'greedy'
  readonly equalShares: readonly string[]
  readonly greedy: readonly string[]
}

export interface Warning {
  readonly code: string
  readonly sentence: string
  readonly projects?: readonly string[]
}

export interface Result {
  readonly state: 'decided' | 'tied'
  /** Ids in the order bought; what was certain so far when a tie needs a lot. */
  readonly winners: readonly string[]
  readonly cost: number
  readonly budget: number
  /** What each voter (with a share of 1) had in the run that decided; null when nothing is bought by share. */
  readonly endowment: ExactNumber | null
  readonly rule: RuleCard
  readonly ruleHash: string
  readonly lot: readonly string[]
  readonly voters: string
  readonly steps: readonly Step[]
  readonly ties: readonly TieReport[]
  readonly comparison: ComparisonReport | null
  readonly warnings: readonly Warning[]
  readonly completion: CompletionReport | null
}

export interface CompletionReport {
  /** How many steps of Add1 were added to the start. */
  readonly steps: number
  readonly ended: 'no-completion' | 'overspend' | 'exhaustive' | 'everything-bought' | 'tie'
  /** The steps that were run, and whether all steps since the one before are proven to buy the same. */
  readonly path: readonly { readonly step: number; readonly proven: boolean }[]
}
