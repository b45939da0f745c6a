/**
 * The exact side of a run. A voter with money left has paid the full price of every bought plan he supports, so one
 * exact price per bought plan is enough to know every voter's money exactly: start − Σ (price × value).
 * All prices share one denominator, so comparing is multiplying whole numbers.
 */
import { type Fraction, fraction } from './fraction.ts'
import { type Bill } from './pay.ts'
import { type Sheet } from './sheet.ts'

export interface Ledger {
  readonly sheet: Sheet
  /** The common denominator, and the money of one share over it. */
  den: bigint
  start: bigint
  readonly bought: number[]
  /** Exact price per unit of value of each bought plan, over `den`. */
  readonly prices: bigint[]
  /** The place of a plan in `bought`, or -1. */
  readonly place: Int32Array
}

/** A price per unit of value: above / (below × the ledger's den) at the moment it was made. */
export interface ExactPrice {
  readonly above: bigint
  readonly below: bigint
}

export function openLedger(sheet: Sheet, endowment: bigint): Ledger {
  const place = new Int32Array(sheet.cost.length).fill(-1)
  return { sheet, den: 1n, start: endowment, bought: [], prices: [], place }
}

/** What a group that never ran out still has per head, over `den`. */
export function moneyOf(ledger: Ledger, group: number): bigint {
  const { groups } = ledger.sheet
  let money = groups.share ? BigInt(groups.share[group]!) * ledger.start : ledger.start
  for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
    const place = ledger.place[groups.plan[i]!]!
    if (place < 0) continue
    const price = ledger.prices[place]!
    money -= groups.value ? BigInt(groups.value[i]!) * price : price
  }
  return money
}

/** Adds up the money of many groups in whole-number counts, one multiplication per bought plan. */
export interface Tally {
  shares: number
  readonly counts: Float64Array
}

export const openTally = (ledger: Ledger): Tally => ({ shares: 0, counts: new Float64Array(ledger.bought.length) })

export function addGroup(ledger: Ledger, tally: Tally, group: number): void {
  const { groups } = ledger.sheet
  const weight = groups.weight[group]!
  tally.shares += groups.share ? weight * groups.share[group]! : weight
  for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
    const place = ledger.place[groups.plan[i]!]!
    if (place >= 0) tally.counts[place] = tally.counts[place]! + (groups.value ? weight * groups.value[i]! : weight)
  }
}

export function tallied(ledger: Ledger, tally: { shares: number; counts: ArrayLike<number> }): bigint {
  let money = BigInt(tally.shares) * ledger.start
  for (let i = 0; i < tally.counts.length; i++) {
    if (tally.counts[i] !== 0) money -= BigInt(tally.counts[i]!) * ledger.prices[i]!
  }
  return money
}

/**
 * The exact price of a plan, or null when its supporters cannot pay it. `low` and `high` are proven bounds (per unit of
 * value), `slack` the proven error of every balance; only supporters in between are looked at exactly.
 */
export function exactPrice(
  ledger: Ledger,
  plan: number,
  balance: Float64Array,
  low: number,
  high: number,
  slack: number
): ExactPrice | null {
  const { sheet } = ledger
  const { groups } = sheet
  const poor = openTally(ledger)
  let rich = 0
  const unsure: { money: bigint; value: bigint; weight: number }[] = []
  for (let i = groups.first[plan]!; i < groups.first[plan + 1]!; i++) {
    const group = groups.member[i]!
    const money = balance[group]!
    if (money === 0) continue
    const value = groups.worth ? groups.worth[i]! : 1
    if (money + slack < low * value) addGroup(ledger, poor, group)
    else {
      rich += groups.weight[group]! * value
      if (money - slack <= high * value)
        unsure.push({ money: moneyOf(ledger, group), value: BigInt(value), weight: groups.weight[group]! })
    }
  }
  let left = sheet.dueExact[plan]! * ledger.den - tallied(ledger, poor)
  // Who cannot pay the price pays all he has; that raises the price for the others, until nobody else is poor.
  unsure.sort((a, b) => order(a.money * b.value, b.money * a.value))
  for (const { money, value, weight } of unsure) {
    if (money * BigInt(rich) >= value * left) break
    left -= money * BigInt(weight)
    rich -= weight * Number(value)
  }
  return rich > 0 ? { above: left, below: BigInt(rich) } : null
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** Enters a purchase. The common denominator grows by what the new price needs. */
export function enter(ledger: Ledger, plan: number, { above, below }: ExactPrice): void {
  const common = shared(above, below)
  const grow = below / common
  if (grow !== 1n) {
    ledger.den *= grow
    ledger.start *= grow
    for (let i = 0; i < ledger.prices.length; i++) ledger.prices[i] = ledger.prices[i]! * grow
  }
  ledger.place[plan] = ledger.bought.length
  ledger.bought.push(plan)
  ledger.prices.push(above / common)
}

function shared(above: bigint, below: bigint): bigint {
  let [a, b] = [Number(above % below), Number(below)]
  while (a !== 0) [a, b] = [b % a, a]
  return BigInt(b)
}

/** The exact prices per unit of value of the purchases whose bills are given, in lowest terms. */
export function pricesOf(
  sheet: Sheet,
  endowment: bigint,
  order: readonly number[],
  bills: readonly Bill[]
): Fraction[] {
  const ledger = openLedger(sheet, endowment)
  bills.forEach(({ rich, shares, counts }, nth) => {
    const had = tallied(ledger, { shares, counts: counts ?? [] })
    enter(ledger, order[nth]!, { above: sheet.dueExact[order[nth]!]! * ledger.den - had, below: BigInt(rich) })
  })
  return bills.map((_, nth) => priceAt(ledger, nth))
}

export const priceAt = (ledger: Ledger, place: number): Fraction => fraction(ledger.prices[place]!, ledger.den)

/** above / below as a double, off by at most a few units in the last place, however long both are. */
export function ratio(above: bigint, below: bigint): number {
  const quotient = Number(above) / Number(below)
  if (Number.isFinite(quotient) && quotient > 1e-290 && Number(below) < 1e300) return quotient
  if (above === 0n) return 0
  const drop = BigInt(Math.max(0, Math.min(above.toString(16).length, below.toString(16).length) * 4 - 80))
  return Number(above >> drop) / Number(below >> drop)
}
