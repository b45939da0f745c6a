/** The desk a run works at: balances as doubles with a proven error, and what is known of every plan's price. */
import { type ExactPrice, type Ledger } from './ledger.ts'
import { type Pair, pairOf } from './pair.ts'
import { type Prefix } from './prefix.ts'
import { type Sheet } from './sheet.ts'
import { type Found } from './survey.ts'
import { openWindow, type Window } from './window.ts'

export const UNIT = 2 ** -53

export class Undecided extends Error {}

export interface Desk {
  readonly sheet: Sheet
  readonly balance: Float64Array
  /** Supporters of each plan, up to `end` without those who have nothing left; not yet filled in for `fresh` plans. */
  readonly member: Int32Array
  readonly worth: Float64Array | null
  readonly end: Int32Array
  readonly fresh: Uint8Array
  readonly found: Found
  readonly window: Window
  /** The proven error of every balance, and a proven lower bound of the money of everybody. */
  slack: number
  least: number
  most: number
  /** Proven bounds of the price per unit of value (t) and per unit of utility (low, high). */
  readonly tLow: Float64Array
  readonly tHigh: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** What `tLow` and `low` are before anybody has paid: the price if all supporters pay the same. */
  readonly tBase: Float64Array
  readonly base: Float64Array
  /** 1 where every supporter certainly pays the same full price. */
  readonly even: Uint8Array
  readonly exact: (ExactPrice | null)[]
  ledger: Ledger | null
  readonly bought: Bought
  prefix: Prefix | null
  /** What the run before bought, in order, and at which price per unit of value: only a guess where to look first. */
  hint: readonly number[]
  readonly guess: Float64Array
}

/** The prices of bought plans in double length, in the order bought, each with a proven error. */
export interface Bought {
  size: number
  readonly order: Int32Array
  readonly hi: Float64Array
  readonly lo: Float64Array
  readonly error: Float64Array
  readonly counts: Float64Array | Int32Array
  /** The groups that could not pay the plan being bought. */
  readonly poor: Int32Array
  readonly due: readonly Pair[]
  endowment: Pair
}

export function openDesk(sheet: Sheet): Desk {
  const plans = sheet.cost.length
  const column = (): Float64Array => new Float64Array(plans)
  const desk: Desk = {
    sheet,
    balance: new Float64Array(sheet.groups.size),
    member: new Int32Array(sheet.groups.member.length),
    worth: sheet.groups.worth && new Float64Array(sheet.groups.worth.length),
    end: sheet.groups.first.slice(1),
    fresh: new Uint8Array(plans).fill(1),
    found: { rich: 0, poor: 0, bearable: 0 },
    window: openWindow(sheet.groups.size),
    slack: 0,
    least: 0,
    most: 0,
    tLow: column(),
    tHigh: column(),
    low: column(),
    high: column(),
    tBase: column(),
    base: column(),
    even: new Uint8Array(plans),
    exact: [],
    ledger: null,
    bought: {
      size: 0,
      order: new Int32Array(plans),
      hi: column(),
      lo: column(),
      error: column(),
      counts: sheet.groups.plain ? new Int32Array(plans) : column(),
      poor: new Int32Array(sheet.groups.size),
      due: sheet.dueExact.map(pairOf),
      endowment: { hi: 0, lo: 0 }
    },
    prefix: null,
    hint: [],
    guess: column()
  }
  for (const p of sheet.buyable) {
    desk.tBase[p] = (sheet.due[p]! / sheet.totalValue[p]!) * (1 - 4 * UNIT)
    desk.base[p] = (desk.tBase[p]! / sheet.factor[p]!) * (1 - 4 * UNIT)
  }
  return desk
}

/** Gives everybody the endowment, a whole number in sheet money. */
export function resetDesk(desk: Desk, endowment: bigint, ledger: Ledger | null): void {
  const { sheet, bought } = desk
  const { share } = sheet.groups
  const money = Number(endowment)
  if (share) for (let g = 0; g < share.length; g++) desk.balance[g] = share[g]! * money
  else desk.balance.fill(money)
  desk.most = money * sheet.mostShare
  desk.slack = 4 * UNIT * desk.most
  desk.least = sheet.leastShare * money * (1 - 4 * UNIT)
  desk.ledger = ledger
  desk.exact.length = 0
  desk.window.plan = -1
  desk.tLow.set(desk.tBase)
  desk.low.set(desk.base)
  desk.even.fill(0)
  desk.end.set(sheet.groups.first.subarray(1))
  desk.fresh.fill(1)
  bought.size = 0
  bought.endowment = pairOf(endowment)
}
