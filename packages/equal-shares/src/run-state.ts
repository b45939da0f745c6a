/** A run in progress. */
import { type CapRoom, capRoom } from './caps.ts'
import { type Desk, resetDesk } from './desk.ts'
import { type Ledger } from './ledger.ts'
import { type FoundTie, type Outcome } from './outcome.ts'
import { type Bill } from './pay.ts'
import { resume } from './prefix.ts'
import { type Sheet } from './sheet.ts'

export interface Run {
  readonly desk: Desk
  readonly sheet: Sheet
  readonly ledger: Ledger | null
  readonly endowment: bigint
  /** The run this one must prove to be like, or null. */
  readonly like: Outcome | null
  readonly watch: Watch | null
  left: number[]
  readonly room: CapRoom | null
  readonly order: number[]
  spent: bigint
  readonly ceiling: number[]
  readonly rival: number[]
  readonly block: number[]
  readonly bills: Bill[]
  readonly short: Int32Array[] | null
  blocksEven: boolean
  allEven: boolean
  outOfMoney: number
  readonly ties: FoundTie[]
  tie: FoundTie | null
  tied: number[]
  stuck: FoundTie | null
  /** The present tie is between twins of whom not everybody can pay. */
  uneven: boolean
  differs: boolean
  crossing: number
  hintAt: number
  /** Every purchase so far is the same with any larger endowment. */
  shared: boolean
}

/** Is shown every purchase just before it is paid, with its place, and at the end (plan -1) what nobody could buy. */
export type Watch = (plan: number, place: number) => void

/** Begins a run, after the purchases that are known to be shared where there are any. */
export function openRun(
  desk: Desk,
  endowment: bigint,
  like: Outcome | null,
  watch: Watch | null,
  ledger: Ledger | null
): Run {
  const { sheet } = desk
  const usable = ledger === null && watch === null && desk.prefix && desk.prefix.endowment <= endowment
  const prefix = usable ? desk.prefix : null
  if (prefix) resume(desk, prefix, endowment)
  else resetDesk(desk, endowment, ledger)
  return {
    desk,
    sheet,
    ledger,
    endowment,
    like,
    watch,
    left: [...(prefix?.left ?? sheet.buyable)],
    room: capRoom(sheet),
    order: [...(prefix?.order ?? [])],
    spent: prefix?.spent ?? 0n,
    ceiling: [...(prefix?.ceiling ?? [])],
    rival: [...(prefix?.rival ?? [])],
    block: [...(prefix?.block ?? [])],
    bills: [...(prefix?.bills ?? [])],
    short: ledger && [],
    blocksEven: true,
    allEven: true,
    outOfMoney: 0,
    ties: (prefix?.ties ?? []).map((tie) => ({ ...tie, endowment })),
    tie: null,
    tied: [],
    stuck: null,
    uneven: false,
    differs: false,
    crossing: 0.5,
    hintAt: 0,
    shared: ledger === null && like === null && watch === null && sheet.rule.categoryCaps === null
  }
}
