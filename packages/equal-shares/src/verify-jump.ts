/** The checker's proofs that nothing changes between two endowments that were run. */
import { less, type Q, same } from './verify-numbers.ts'
import { type Poll, type Purchase, sharesRun } from './verify-run.ts'

/** Whether everything between the two endowments certainly buys what both of them buy. */
export function bridges(
  poll: Poll,
  from: Q,
  to: Q,
  low = sharesRun(poll, from, null).bought,
  high = sharesRun(poll, to, low).bought
): boolean {
  return stays(poll, low, high) || straight(poll, from, to)
}

/** Same purchases at both ends, and at the upper end every rival costs more than the purchase did at the lower end. */
function stays(poll: Poll, low: readonly Purchase[], high: readonly Purchase[]): boolean {
  return (
    low.length === high.length &&
    low.every((before, i) => {
      const after = high[i]!
      const constant = same(before.price, after.price) && before.equal.join() === after.equal.join()
      const twins =
        before.equal.join() === after.equal.join() && before.equal.every((p) => areTwins(poll, before.plan, p))
      const equalsMayStand = before.equal.length === 0 || constant || twins
      return (
        before.plan === after.plan &&
        equalsMayStand &&
        (constant || twins || after.equal.length === 0) &&
        (after.rival === null || less(before.price, after.rival))
      )
    })
  )
}

/**
 * Same purchases and equals at both ends, and the same people who cannot pay in full. Then all money and all prices in
 * between are straight lines: what is equal at both ends stays equal, and rivals are kept off as in `stays`.
 */
function straight(poll: Poll, from: Q, to: Q): boolean {
  const low = sharesRun(poll, from, null, true).bought
  const high = sharesRun(poll, to, low, true).bought
  return (
    low.length === high.length &&
    low.every((before, i) => {
      const after = high[i]!
      const alike = before.plan === after.plan && before.equal.join() === after.equal.join()
      return alike && before.short === after.short && (after.rival === null || less(before.price, after.rival))
    })
  )
}

/** The same cost and the same supporters: such plans stand equal whatever anybody has left. */
function areTwins(poll: Poll, a: number, b: number): boolean {
  const [mine, other] = [poll.supporters[a]!, poll.supporters[b]!]
  if (!same(poll.cost[a]!, poll.cost[b]!) || mine.join() !== other.join()) return false
  return mine.every((c) => poll.classes[c]!.worth.get(a) === poll.classes[c]!.worth.get(b))
}
