/**
 * Pricing with doubles and a proven error bound. `desk.slack` bounds the error of every balance; each price comes with
 * an interval that certainly holds the true price. Where an interval cannot settle a question, `Undecided` is thrown
 * and the run starts over with the exact ledger beside it.
 */
import { type Desk, Undecided, UNIT } from './desk.ts'
import { type ExactPrice, exactPrice, ratio } from './ledger.ts'
import { glance } from './survey.ts'
import { surveyNear } from './window.ts'

/**
 * Prices a plan; false when its supporters certainly cannot pay it. A plan that certainly costs more than `limit` per
 * unit of utility is only given a better lower bound (`high` is then Infinity).
 */
export function price(desk: Desk, plan: number, limit = Infinity): boolean {
  const { sheet } = desk
  desk.exact[plan] = null
  desk.even[plan] = 0
  const even = sheet.due[plan]! / sheet.totalValue[plan]!
  if (even * (1 + 4 * UNIT) * sheet.topValue[plan]! < desk.least) {
    desk.even[plan] = 1
    setPrice(desk, plan, even, 4 * UNIT * even)
    return true
  }
  const t = Math.max(even, desk.tLow[plan]!)
  const beyond = limit === Infinity ? 0 : limit * sheet.factor[plan]! * (1 + 4 * UNIT)
  return climb(desk, plan, even, t, beyond)
}

/** The plan costs at least this much, which is more than was asked. */
function reject(desk: Desk, plan: number, atLeast: number): true {
  desk.tLow[plan] = atLeast
  desk.tHigh[plan] = Infinity
  desk.low[plan] = (atLeast / desk.sheet.factor[plan]!) * (1 - 4 * UNIT)
  desk.high[plan] = Infinity
  return true
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
 * rounds, since the money raised is a concave function of the price. It has arrived when everybody who counted as able
 * to pay certainly is. With `beyond`, the first round only asks whether the plan costs more than that.
 */
function climb(desk: Desk, plan: number, even: number, lowest: number, beyond: number): boolean {
  const due = desk.sheet.due[plan]!
  const error = sumError(desk, plan)
  let t = Math.max(lowest, beyond > 0 ? beyond : desk.guess[plan]!)
  let testing = t > lowest
  let before = -1
  for (;;) {
    const { rich, poor, bearable } = testing && beyond > 0 ? glance(desk, plan, t) : surveyNear(desk, plan, t)
    if (rich === 0) {
      if (poor < due - error) return false
      if (!testing) return askLedger(desk, plan)
      testing = false
      t = lowest
      continue
    }
    const all = rich === desk.sheet.totalValue[plan]!
    const next = all ? even : (due - poor) / rich
    const margin = (2 * error) / rich + 8 * UNIT * next
    // From below or above, the next price is never above the true one.
    if (testing) {
      testing = false
      if (beyond > 0 && next - margin > beyond) return reject(desk, plan, next - margin)
      t = Math.max(next, lowest)
      continue
    }
    t = Math.max(next, t)
    if ((t + margin) * (1 + 4 * UNIT) <= bearable) return settle(desk, plan, t, margin, all)
    if (rich === before) return settleClosely(desk, plan, t, margin, rich)
    before = rich
  }
}

function settle(desk: Desk, plan: number, t: number, margin: number, even: boolean): boolean {
  desk.even[plan] = even ? 1 : 0
  setPrice(desk, plan, t, margin)
  return true
}

/** Some supporter's money is as good as the price: the interval still holds if half of the payers certainly go beyond it. */
function settleClosely(desk: Desk, plan: number, t: number, margin: number, rich: number): boolean {
  const { balance, member, worth, sheet } = desk
  let beyond = 0
  for (let i = sheet.groups.first[plan]!; i < desk.end[plan]!; i++) {
    const value = worth ? worth[i]! : 1
    if (balance[member[i]!]! >= (t + margin) * value * (1 + 4 * UNIT) + desk.slack)
      beyond += sheet.groups.weight[member[i]!]! * value
  }
  return beyond * 2 < rich ? askLedger(desk, plan) : settle(desk, plan, t, margin, false)
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
  if (desk.even[plan]) {
    return { above: sheet.dueExact[plan]! * (ledger?.den ?? 1n), below: BigInt(sheet.totalValue[plan]!) }
  }
  const known = desk.exact[plan]
  if (known) return known
  if (!ledger) throw new Undecided()
  const found = exactPrice(ledger, plan, desk.balance, desk.tLow[plan]!, desk.tHigh[plan]!, desk.slack)
  if (!found) throw new Error('a plan that was priced cannot be paid: the error bound is wrong')
  return (desk.exact[plan] = found)
}

/** Negative when plan `a` is cheaper per unit of utility than `b`, both just priced; exact. */
export function comparePrices(desk: Desk, a: number, b: number): number {
  const { factorExact, twin } = desk.sheet
  if (twin[a] === twin[b]) return 0
  const [x, y] = [exactly(desk, a), exactly(desk, b)]
  const left = x.above * y.below * factorExact[b]!
  const right = y.above * x.below * factorExact[a]!
  return left < right ? -1 : left > right ? 1 : 0
}
