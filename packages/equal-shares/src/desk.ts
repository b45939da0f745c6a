/**
 * Pricing with doubles and a proven error bound. `desk.slack` bounds the error of every balance; each price comes with
 * an interval that certainly holds the true price. Where an interval cannot settle a question, `Undecided` is thrown
 * and the run starts over with the exact ledger beside it.
 */
import { type ExactPrice, exactPrice, type Ledger, ratio } from './ledger.ts'
import { type Sheet } from './sheet.ts'

export const UNIT = 2 ** -53

export class Undecided extends Error {}

export interface Desk {
  readonly sheet: Sheet
  readonly balance: Float64Array
  /** The proven error of every balance, and a proven lower bound of the money of everybody. */
  slack: number
  least: number
  most: number
  /** Proven bounds of the price per unit of value (t) and per unit of utility (low, high). */
  readonly tLow: Float64Array
  readonly tHigh: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** 1 where every supporter certainly pays the same full price. */
  readonly even: Uint8Array
  readonly exact: (ExactPrice | null)[]
  ledger: Ledger | null
}

export function openDesk(sheet: Sheet): Desk {
  const plans = sheet.cost.length
  const [tLow, tHigh, low, high] = [0, 1, 2, 3].map(() => new Float64Array(plans)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ]
  const balance = new Float64Array(sheet.groups.size)
  return {
    sheet,
    balance,
    slack: 0,
    least: 0,
    most: 0,
    tLow,
    tHigh,
    low,
    high,
    even: new Uint8Array(plans),
    exact: [],
    ledger: null
  }
}

/** Gives everybody the endowment. */
export function resetDesk(desk: Desk, endowment: number, ledger: Ledger | null): void {
  const { sheet } = desk
  const { share } = sheet.groups
  if (share) for (let g = 0; g < share.length; g++) desk.balance[g] = share[g]! * endowment
  else desk.balance.fill(endowment)
  desk.most = endowment * sheet.mostShare
  desk.slack = 4 * UNIT * desk.most
  desk.least = sheet.leastShare * endowment * (1 - 4 * UNIT)
  desk.ledger = ledger
  desk.exact.length = 0
  for (const p of sheet.buyable) {
    desk.tLow[p] = (sheet.due[p]! / sheet.totalValue[p]!) * (1 - 4 * UNIT)
    desk.low[p] = (desk.tLow[p]! / sheet.factor[p]!) * (1 - 4 * UNIT)
    desk.even[p] = 0
  }
}

/** Prices a plan; false when its supporters certainly cannot pay it. */
export function price(desk: Desk, plan: number): boolean {
  const { sheet } = desk
  desk.exact[plan] = null
  desk.even[plan] = 0
  const even = sheet.due[plan]! / sheet.totalValue[plan]!
  if (even * (1 + 4 * UNIT) * sheet.topValue[plan]! < desk.least) {
    desk.even[plan] = 1
    setPrice(desk, plan, even, 4 * UNIT * even)
    return true
  }
  return sheet.groups.worth ? priceValued(desk, plan, even) : pricePlain(desk, plan, even)
}

function setPrice(desk: Desk, plan: number, t: number, margin: number): void {
  const factor = desk.sheet.factor[plan]!
  desk.tLow[plan] = t - margin
  desk.tHigh[plan] = t + margin
  desk.low[plan] = ((t - margin) / factor) * (1 - 4 * UNIT)
  desk.high[plan] = ((t + margin) / factor) * (1 + 4 * UNIT)
}

/** The proven error of the money sums of a plan's supporters: of every balance, and of adding up. */
const sumError = (desk: Desk, plan: number): number => {
  const { groups, due, votes } = desk.sheet
  const terms = groups.first[plan + 1]! - groups.first[plan]! + 8
  return votes[plan]! * desk.slack + terms * UNIT * 2 * due[plan]!
}

/**
 * Who cannot pay the price pays all he has; the others share the rest. From below, this climbs to the price in a few
 * rounds, since the money raised is a concave function of the price.
 */
function pricePlain(desk: Desk, plan: number, even: number): boolean {
  const { sheet, balance } = desk
  const { first, member, weight } = sheet.groups
  const [from, to] = [first[plan]!, first[plan + 1]!]
  const due = sheet.due[plan]!
  const error = sumError(desk, plan)
  let t = Math.max(even, desk.tLow[plan]!)
  let rich = sheet.totalValue[plan]!
  for (;;) {
    const margin = (2 * error) / rich + 8 * UNIT * t
    const near = t + margin + desk.slack
    let [poor, nowRich, nearRich] = [0, 0, 0]
    for (let i = from; i < to; i++) {
      const group = member[i]!
      const money = balance[group]!
      const w = weight[group]!
      if (money < t) poor += w * money
      else {
        nowRich += w
        if (money >= near) nearRich += w
      }
    }
    if (nowRich === 0) return bankrupt(desk, plan, poor, error)
    if (nowRich === rich) return settle(desk, plan, rich === sheet.totalValue[plan]! ? even : t, margin, rich, nearRich)
    rich = nowRich
    t = Math.max(t, (due - poor) / rich)
  }
}

/** The same for ballots with points: a supporter pays price × points. */
function priceValued(desk: Desk, plan: number, even: number): boolean {
  const { sheet, balance } = desk
  const { first, member, weight, worth } = sheet.groups
  const [from, to] = [first[plan]!, first[plan + 1]!]
  const due = sheet.due[plan]!
  const error = sumError(desk, plan)
  let t = Math.max(even, desk.tLow[plan]!)
  let rich = sheet.totalValue[plan]!
  for (;;) {
    const margin = (2 * error) / rich + 8 * UNIT * t
    let [poor, nowRich, nearRich] = [0, 0, 0]
    for (let i = from; i < to; i++) {
      const group = member[i]!
      const money = balance[group]!
      const value = worth![i]!
      const w = weight[group]!
      if (money < t * value) poor += w * money
      else {
        nowRich += w * value
        if (money >= (t + margin) * value + desk.slack) nearRich += w * value
      }
    }
    if (nowRich === 0) return bankrupt(desk, plan, poor, error)
    if (nowRich === rich) return settle(desk, plan, rich === sheet.totalValue[plan]! ? even : t, margin, rich, nearRich)
    rich = nowRich
    t = Math.max(t, (due - poor) / rich)
  }
}

/** Nobody can pay the price that was reached: certainly too little money, or a question for the exact ledger. */
function bankrupt(desk: Desk, plan: number, money: number, error: number): boolean {
  if (money < desk.sheet.due[plan]! - error) return false
  return askLedger(desk, plan)
}

/** The interval is proven when at least half of those who pay in full certainly still do at its upper end. */
function settle(desk: Desk, plan: number, t: number, margin: number, rich: number, nearRich: number): boolean {
  if (nearRich * 2 < rich) return askLedger(desk, plan)
  desk.even[plan] = nearRich === desk.sheet.totalValue[plan] ? 1 : 0
  setPrice(desk, plan, t, margin)
  return true
}

function askLedger(desk: Desk, plan: number): boolean {
  if (!desk.ledger) throw new Undecided()
  const { sheet, ledger } = desk
  const lowest = (sheet.due[plan]! / sheet.totalValue[plan]!) * (1 - 8 * UNIT)
  const found = exactPrice(ledger, plan, desk.balance, lowest, Infinity, desk.slack)
  if (!found) return false
  const t = ratio(found.above, found.below * ledger.den)
  desk.exact[plan] = found
  setPrice(desk, plan, t, 16 * UNIT * t)
  return true
}

/** The exact price of a plan that was just priced. */
export function exactly(desk: Desk, plan: number): ExactPrice {
  const { ledger, sheet } = desk
  if (desk.even[plan])
    return { above: sheet.dueExact[plan]! * (ledger?.den ?? 1n), below: BigInt(sheet.totalValue[plan]!) }
  const known = desk.exact[plan]
  if (known) return known
  if (!ledger) throw new Undecided()
  const found = exactPrice(ledger, plan, desk.balance, desk.tLow[plan]!, desk.tHigh[plan]!, desk.slack)
  if (!found) throw new Error('a plan that was priced cannot be paid: the error bound is wrong')
  return (desk.exact[plan] = found)
}

/** Negative when plan `a` is cheaper per unit of utility than `b`, both just priced; exact. */
export function comparePrices(desk: Desk, a: number, b: number): number {
  const { factorExact } = desk.sheet
  const [x, y] = [exactly(desk, a), exactly(desk, b)]
  const left = x.above * y.below * factorExact[b]!
  const right = y.above * x.below * factorExact[a]!
  return left < right ? -1 : left > right ? 1 : 0
}
