/** What one run bought, and what it proves. */
import { type Fraction } from './fraction.ts'
import { type Ledger } from './ledger.ts'
import { type Bill } from './pay.ts'

/** Plans that stood exactly equal, when, and whether their order could change anything. */
export interface FoundTie {
  readonly plans: readonly number[]
  readonly stage: number
  readonly endowment: bigint
  /** Price per unit of utility, in sheet money; worked out when asked. */
  readonly price: () => Fraction
  matters: boolean
  /** In a run in whole numbers: per plan, the groups of its supporters that could not pay in full. */
  readonly short: readonly Int32Array[] | null
}

export interface Outcome {
  /** Money of a voter with one share, in sheet money. */
  readonly endowment: bigint
  /** The plans bought, in order. */
  readonly order: number[]
  readonly spent: bigint
  /** Per purchase: a proven upper bound of its price, and a proven lower bound of the cheapest rival's. */
  readonly ceiling: number[]
  readonly rival: number[]
  /** Per purchase: where its block of harmlessly tied plans began. */
  readonly block: number[]
  /** Every tied plan was paid in full by all its supporters or tied with twins in an order that is given, so more money changes nothing about the tie. */
  readonly blocksEven: boolean
  readonly ties: readonly FoundTie[]
  /** A tie that matters and that nothing may break; the run ended there. */
  readonly stuck: FoundTie | null
  /** With more money the outcome stays as it is. */
  readonly settled: boolean
  /** The run was given up because it differs from the one it was compared with. */
  readonly differs: boolean
  /** How the prices come about, exactly: a bill per purchase, or the ledger of a run in whole numbers. */
  readonly bills: readonly Bill[]
  readonly ledger: Ledger | null
  /** In a run in whole numbers: per purchase, the groups of supporters that could not pay in full. */
  readonly short: readonly Int32Array[] | null
  /** Where between the two endowments the prices would have crossed, drawn as straight lines: a guess from 0 to 1. */
  readonly crossing: number
}
