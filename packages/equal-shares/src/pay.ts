/** Buying: every supporter pays the price, or all he has. */
import { type Desk, Undecided, UNIT } from './desk.ts'
import { enter, type ExactPrice, type Ledger, moneyOf, ratio } from './ledger.ts'
import { addTimes, divideBy, type Pair, PAIR_UNIT } from './pair.ts'
import { listOf } from './survey.ts'

/** Who paid for a plan, in whole numbers that give its exact price: (due − shares × endowment + Σ counts × prices) / rich. */
export interface Bill {
  /** Weight × value of those who paid in full. */
  readonly rich: number
  /** Weight × share of those who paid all they had, and what they had paid for before, per earlier purchase (null: nobody). */
  readonly shares: number
  readonly counts: readonly number[] | null
}

/**
 * Buys with doubles. The price is first computed again in double length from the prices of the bought plans (how many
 * poor supporters paid for which plan are whole numbers), so errors do not grow from purchase to purchase.
 */
export function buyGuided(desk: Desk, plan: number): Bill {
  const { bought, sheet } = desk
  const price: Pair = { hi: bought.due[plan]!.hi, lo: bought.due[plan]!.lo }
  const bill = desk.even[plan] ? { rich: sheet.totalValue[plan]!, shares: 0, counts: null } : billOf(desk, plan)
  const { rich, shares, counts } = bill
  let error = 0
  let size = price.hi + shares * bought.endowment.hi
  if (shares > 0) addTimes(price, -shares, bought.endowment.hi, bought.endowment.lo)
  for (let i = 0; counts && i < bought.size; i++) {
    const count = counts[i]!
    if (count === 0) continue
    addTimes(price, count, bought.hi[i]!, bought.lo[i]!)
    error += count * bought.error[i]!
    size += count * bought.hi[i]!
  }
  divideBy(price, rich)
  error = error / rich + (PAIR_UNIT * (bought.size + 4) * size) / rich
  const place = bought.size++
  bought.order[place] = plan
  desk.guess[plan] = price.hi
  bought.hi[place] = price.hi
  bought.lo[place] = price.lo
  bought.error[place] = error
  pay(desk, plan, price.hi, Math.abs(price.lo) + error)
  return bill
}

/** Who certainly cannot pay in full, counted by what they paid for before; Undecided when that is not certain. */
function billOf(desk: Desk, plan: number): Bill {
  const { bought } = desk
  const { rich, poor } = pickPoor(desk, plan)
  const shares = desk.sheet.groups.plain ? countPlans(desk, poor) : countPoints(desk, poor)
  if (shares === 0) return { rich, shares, counts: null }
  const counts: number[] = []
  for (let i = 0; i < bought.size; i++) counts.push(bought.counts[bought.order[i]!]!)
  return { rich, shares, counts }
}

/** Counts for every plan, bought or not: asking which is slower than counting. */
function countPlans({ bought, sheet }: Desk, poor: number): number {
  const { start, brief } = sheet.groups
  const perPlan = bought.counts as Int32Array
  perPlan.fill(0)
  for (let i = 0; i < poor; i++) {
    const group = bought.poor[i]!
    for (let j = start[group]!, to = start[group + 1]!; j < to; j++) perPlan[brief[j]!]!++
  }
  return poor
}

function countPoints({ bought, sheet }: Desk, poor: number): number {
  const { start, brief, value, weight, share } = sheet.groups
  const perPlan = bought.counts.fill(0)
  let shares = 0
  for (let i = 0; i < poor; i++) {
    const group = bought.poor[i]!
    const w = weight[group]!
    shares += share ? w * share[group]! : w
    for (let j = start[group]!, to = start[group + 1]!; j < to; j++) perPlan[brief[j]!]! += value ? w * value[j]! : w
  }
  return shares
}

/** Lists the supporters who cannot pay, and sums up the weight × value of those who can; without branches, as in `survey.ts`. */
function pickPoor(desk: Desk, plan: number): { rich: number; poor: number } {
  const { balance, sheet, slack } = desk
  const { weight, plain } = sheet.groups
  const { poor } = desk.bought
  if (windowTells(desk, plan)) return pickBetween(desk, plan)
  desk.window.plan = -1
  const { member, worth } = listOf(desk, plan)
  const [low, high] = [desk.tLow[plan]!, desk.tHigh[plan]!]
  const [from, to] = [sheet.groups.first[plan]!, desk.end[plan]!]
  let [rich, listed, able] = [0, 0, 0]
  for (let i = from; i < to; i++) {
    const group = member[i]!
    const money = balance[group]!
    const value = worth ? worth[i]! : 1
    const doubt = slack + 4 * UNIT * money
    const can = +(money - doubt > high * value)
    able += can
    rich += plain ? can : can * weight[group]! * value
    poor[listed] = group
    listed += +(money + doubt < low * value)
  }
  if (able + listed < to - from) throw new Undecided()
  return { rich, poor: listed }
}

/** Whether all those outside the window certainly can pay, or certainly cannot. */
function windowTells({ window, slack, tLow, tHigh }: Desk, plan: number): boolean {
  const { low, high } = window
  return (
    window.plan === plan &&
    low + slack + 16 * UNIT * low < tLow[plan]! &&
    (window.rich === 0 || high - slack - 16 * UNIT * high > tHigh[plan]!)
  )
}

/** The same as `pickPoor`, where the look that priced the plan already tells most. */
function pickBetween(desk: Desk, plan: number): { rich: number; poor: number } {
  const { balance, sheet, slack, window } = desk
  const { weight } = sheet.groups
  const { poor } = desk.bought
  let { rich, poor: listed } = window
  for (let i = 0; i < window.middle; i++) {
    const group = window.between[i]!
    const money = balance[group]!
    const doubt = slack + 4 * UNIT * money
    if (money - doubt > desk.tHigh[plan]!) rich += weight[group]!
    else if (money + doubt < desk.tLow[plan]!) poor[listed++] = group
    else throw new Undecided()
  }
  return { rich, poor: listed }
}

/** All supporters who cannot pay the exact price in full, also those who have nothing left. */
export function shortFor(
  { ledger, balance, sheet, slack }: Desk,
  plan: number,
  { above, below }: ExactPrice
): Int32Array {
  const { first, member, worth } = sheet.groups
  const t = ratio(above, below * ledger!.den)
  const short: number[] = []
  for (let i = first[plan]!; i < first[plan + 1]!; i++) {
    const group = member[i]!
    const money = balance[group]!
    const value = worth ? worth[i]! : 1
    const doubt = slack + 8 * UNIT * t * value + 4 * UNIT * money
    const clear = Math.abs(money - t * value) > doubt
    const able = clear || money === 0 ? money > t * value : moneyOf(ledger!, group) * below >= above * BigInt(value)
    if (!able) short.push(group)
  }
  return Int32Array.from(short)
}

/** Buys with the exact ledger; voters whose money is as good as the price are settled exactly. */
export function buyExactly(desk: Desk, plan: number, exact: ExactPrice): void {
  const ledger = desk.ledger!
  const { balance, sheet } = desk
  const { member, worth } = listOf(desk, plan)
  const t = ratio(exact.above, exact.below * ledger.den)
  const margin = 8 * UNIT * t
  for (let i = sheet.groups.first[plan]!; i < desk.end[plan]!; i++) {
    const group = member[i]!
    const money = balance[group]!
    if (money === 0) continue
    const value = worth ? worth[i]! : 1
    const left = money - t * value
    const doubt = desk.slack + margin * value + 4 * UNIT * money
    if (left > doubt) balance[group] = left
    else if (left < -doubt) balance[group] = 0
    else balance[group] = exactlyLeft(ledger, exact, group, value)
  }
  wear(desk, plan, t, margin)
  enter(ledger, plan, exact)
}

function exactlyLeft(ledger: Ledger, exact: ExactPrice, group: number, value: number): number {
  const left = moneyOf(ledger, group) * exact.below - exact.above * BigInt(value)
  return left > 0n ? ratio(left, exact.below * ledger.den) : 0
}

/** Whether it is certain at this price who has something left: outside the window, and for each in between. */
function windowSettles(desk: Desk, plan: number, t: number, margin: number): boolean {
  const { balance, window, slack } = desk
  if (window.plan !== plan) return false
  const clear = (money: number): boolean => Math.abs(money - t) > slack + margin + 16 * UNIT * money
  if (window.low >= t || window.high <= t || !clear(window.low) || (window.rich > 0 && !clear(window.high)))
    return false
  for (let i = 0; i < window.middle; i++) if (!clear(balance[window.between[i]!]!)) return false
  return true
}

/** A balance becomes 0 only when it is certainly 0. */
function pay(desk: Desk, plan: number, t: number, margin: number): void {
  const { balance, sheet, slack } = desk
  const { member, worth } = listOf(desk, plan)
  const [from, to] = [sheet.groups.first[plan]!, desk.end[plan]!]
  if (!worth && windowSettles(desk, plan, t, margin)) {
    for (let i = from; i < to; i++) {
      const group = member[i]!
      const left = balance[group]! - t
      balance[group] = left * +(left > 0) + 0
    }
    return wear(desk, plan, t, margin)
  }
  let sure = 0
  for (let i = from; i < to; i++) {
    const group = member[i]!
    const money = balance[group]!
    const value = worth ? worth[i]! : 1
    const left = money - t * value
    const doubt = slack + margin * value + 4 * UNIT * money
    const able = +(left > doubt)
    sure += able + +(left < -doubt)
    balance[group] = left * able + 0
  }
  if (sure < to - from) throw new Undecided()
  wear(desk, plan, t, margin)
}

/** After a purchase every balance is a little less certain, and the poorest may be poorer. */
function wear(desk: Desk, plan: number, t: number, margin: number): void {
  desk.window.plan = -1
  const top = desk.sheet.topValue[plan]!
  desk.slack += margin * top + 4 * UNIT * desk.most
  desk.least = desk.least - (t + margin) * top * (1 + 4 * UNIT) - UNIT * desk.most
}
