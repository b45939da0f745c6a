/**
 * Numbers of twice a double's length, as an unevaluated sum hi + lo (Dekker 1971). One step is off by at most 2^-100 of
 * the numbers in it; `PAIR_UNIT` leaves room for the few steps of one formula.
 */
export interface Pair {
  hi: number
  lo: number
}

export const PAIR_UNIT = 2 ** -98

/** A whole number as a pair: exact up to 2^106. */
export function pairOf(whole: bigint): Pair {
  const hi = Number(whole)
  return { hi, lo: Number.isFinite(hi) ? Number(whole - BigInt(hi)) : 0 }
}

const SPLIT = 2 ** 27 + 1

/** sum += count × (hi + lo), in place; `count` is a whole number below 2^53. */
export function addTimes(sum: Pair, count: number, hi: number, lo: number): void {
  const product = count * hi
  const a = SPLIT * count
  const countHigh = a - (a - count)
  const countLow = count - countHigh
  const b = SPLIT * hi
  const hiHigh = b - (b - hi)
  const hiLow = hi - hiHigh
  const lost = countHigh * hiHigh - product + countHigh * hiLow + countLow * hiHigh + countLow * hiLow
  const total = sum.hi + product
  const back = total - sum.hi
  const rest = sum.lo + (sum.hi - (total - back) + (product - back)) + lost + count * lo
  sum.hi = total + rest
  sum.lo = rest - (sum.hi - total)
}

/** sum / divisor, in place; `divisor` is a whole number below 2^53. */
export function divideBy(sum: Pair, divisor: number): void {
  const first = sum.hi / divisor
  const left = { hi: sum.hi, lo: sum.lo }
  addTimes(left, -divisor, first, 0)
  const second = left.hi / divisor
  sum.hi = first + second
  sum.lo = second - (sum.hi - first)
}
