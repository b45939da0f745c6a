/** Buying: every supporter pays the price, or all he has. */
import { type Desk, Undecided, UNIT } from './desk.ts'
import { enter, type ExactPrice, moneyOf, ratio } from './ledger.ts'
import { addTimes, divideBy, type Pair, PAIR_UNIT } from './pair.ts'

/**
 * Buys with doubles. The price is first computed again in double length from the prices of the bought plans (how many
 * poor supporters paid for which plan are whole numbers), so errors do not grow from purchase to purchase.
 */
export function buyGuided(desk: Desk, plan: number): void {
  const { bought, sheet } = desk
  const price: Pair = { hi: bought.due[plan]!.hi, lo: bought.due[plan]!.lo }
  let rich = sheet.totalValue[plan]!
  let error = 0
  let size = price.hi
  if (!desk.even[plan]) {
    const poor = countPoor(desk, plan)
    rich = poor.rich
    size += poor.shares * bought.endowment.hi
    addTimes(price, -poor.shares, bought.endowment.hi, bought.endowment.lo)
    for (let i = 0; i < bought.size; i++) {
      const count = bought.counts[i]!
      if (count === 0) continue
      addTimes(price, count, bought.hi[i]!, bought.lo[i]!)
      error += count * bought.error[i]!
      size += count * bought.hi[i]!
    }
  }
  divideBy(price, rich)
  error = error / rich + (PAIR_UNIT * (bought.size + 4) * size) / rich
  const place = bought.size++
  bought.place[plan] = place
  bought.hi[place] = price.hi
  bought.lo[place] = price.lo
  bought.error[place] = error
  pay(desk, plan, price.hi, Math.abs(price.lo) + error, null)
}

/** Who certainly cannot pay in full, counted by what they paid for before; Undecided when that is not certain. */
function countPoor(desk: Desk, plan: number): { rich: number; shares: number } {
  const { bought, balance, member, worth, sheet } = desk
  const { start, plan: plans, value: values, weight, share } = sheet.groups
  bought.counts.fill(0, 0, bought.size)
  const [low, high] = [desk.tLow[plan]!, desk.tHigh[plan]!]
  let [rich, shares] = [0, 0]
  for (let i = sheet.groups.first[plan]!; i < desk.end[plan]!; i++) {
    const group = member[i]!
    const money = balance[group]!
    if (money === 0) continue
    const value = worth ? worth[i]! : 1
    const doubt = desk.slack + 4 * UNIT * money
    if (money - doubt > high * value) rich += weight[group]! * value
    else if (money + doubt >= low * value) throw new Undecided()
    else {
      const w = weight[group]!
      shares += share ? w * share[group]! : w
      for (let j = start[group]!; j < start[group + 1]!; j++) {
        const place = bought.place[plans[j]!]!
        if (place >= 0) bought.counts[place] = bought.counts[place]! + (values ? w * values[j]! : w)
      }
    }
  }
  return { rich, shares }
}

/** Buys with the exact ledger; voters whose money is as good as the price are settled exactly. */
export function buyExactly(desk: Desk, plan: number, exact: ExactPrice): void {
  const ledger = desk.ledger!
  const t = ratio(exact.above, exact.below * ledger.den)
  const moneyLeft = (group: number, value: number): number => {
    const left = moneyOf(ledger, group) * exact.below - exact.above * BigInt(value)
    return left > 0n ? ratio(left, exact.below * ledger.den) : 0
  }
  pay(desk, plan, t, 8 * UNIT * t, moneyLeft)
  enter(ledger, plan, exact)
}

/** A balance becomes 0 only when it is exactly 0. */
function pay(
  desk: Desk,
  plan: number,
  t: number,
  margin: number,
  settle: ((group: number, value: number) => number) | null
): void {
  const { balance, sheet, member, worth } = desk
  for (let i = sheet.groups.first[plan]!; i < desk.end[plan]!; i++) {
    const group = member[i]!
    const money = balance[group]!
    if (money === 0) continue
    const value = worth ? worth[i]! : 1
    const left = money - t * value
    const doubt = desk.slack + margin * value + 4 * UNIT * money
    if (left > doubt) balance[group] = left
    else if (left < -doubt) balance[group] = 0
    else if (settle) balance[group] = settle(group, value)
    else throw new Undecided()
  }
  const top = sheet.topValue[plan]!
  desk.slack += margin * top + 4 * UNIT * desk.most
  desk.least = desk.least - (t + margin) * top * (1 + 4 * UNIT) - UNIT * desk.most
}
