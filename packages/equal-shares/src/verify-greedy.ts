/** The checker's own most-votes-first and comparison step. */
import { less, plus, type Q, q, same, times } from './verify-numbers.ts'
import { type Poll, preferred } from './verify-run.ts'

/** Plans by score while they fit, on top of `before`. Equal scores are a tie when not all of them fit. */
export function greedyOrder(
  poll: Poll,
  by: 'votes' | 'votes-per-cost',
  before: readonly number[]
): { order: number[]; tied: boolean } {
  const points = poll.rule.utility === 'borda' || poll.rule.utility.startsWith('points')
  const score = (p: number): Q => {
    const sum = points
      ? poll.supporters[p]!.reduce(
          (all, c) => plus(all, times(poll.classes[c]!.weight, q(poll.classes[c]!.worth.get(p)!))),
          q(0n)
        )
      : poll.votes[p]!
    return by === 'votes' ? sum : times(sum, q(poll.cost[p]![1], poll.cost[p]![0]))
  }
  const scores = new Map(
    poll.allowed.filter((p) => poll.cost[p]![0] > 0n && !before.includes(p)).map((p): [number, Q] => [p, score(p)])
  )
  const order: number[] = []
  const total = (plans: readonly number[]): Q => plans.reduce((sum, p) => plus(sum, poll.cost[p]!), q(0n))
  const goesIn = (plans: readonly number[]): boolean =>
    !less(poll.budget, total([...before, ...order, ...plans])) && capped(poll, [...before, ...order, ...plans])
  while (scores.size > 0) {
    const top = [...scores.values()].reduce((best, s) => (less(best, s) ? s : best))
    const equal = [...scores.keys()].filter((p) => same(scores.get(p)!, top)).sort((a, b) => preferred(poll, a, b))
    equal.forEach((p) => scores.delete(p))
    const one = equal.filter((p) => goesIn([p]))
    const rivals = poll.rule.leftover === 'stop' && one.length > 0 ? equal : one
    const unresolved = poll.rule.ties === 'error' && !rivals.every((p) => poll.lot.includes(poll.id(p)))
    if (rivals.length > 1 && unresolved && !goesIn(rivals)) return { order, tied: true }
    for (const p of equal) {
      if (goesIn([p])) order.push(p)
      else if (poll.rule.leftover === 'stop') return { order, tied: false }
    }
  }
  return { order, tied: false }
}

function capped(poll: Poll, plans: readonly number[]): boolean {
  return Object.entries(poll.rule.categoryCaps ?? {}).every(([name, cap]) => {
    const [whole, decimals = ''] = cap.split('.')
    const used = plans
      .filter((p) => poll.categories[p]!.includes(name))
      .reduce((sum, p) => plus(sum, poll.cost[p]!), q(0n))
    return !less(q(BigInt(whole! + decimals), 10n ** BigInt(decimals.length)), used)
  })
}

/** Greedy wins only if strictly more voters prefer it; who gets nothing counts as zero. */
export function afterShares(poll: Poll, kind: 'satisfaction' | 'exclusion', shares: readonly string[]) {
  const rival = greedyOrder(poll, 'votes', poll.free)
  const greedy = [...poll.free, ...rival.order].map(poll.id)
  let [forShares, forGreedy] = [q(0n), q(0n)]
  const valued = poll.rule.utility === 'borda' || poll.rule.utility.startsWith('points')
  for (const { weight, worth } of poll.classes) {
    const gain = (ids: readonly string[]): bigint => {
      const sum = [...worth].reduce(
        (all, [p, value]) => all + (ids.includes(poll.id(p)) ? (valued ? value : 1n) : 0n),
        0n
      )
      return kind === 'exclusion' && sum > 0n ? 1n : sum
    }
    const [a, b] = [gain(shares), gain(greedy)]
    if (a > b) forShares = plus(forShares, weight)
    if (b > a) forGreedy = plus(forGreedy, weight)
  }
  const chosen: 'greedy' | 'equal-shares' = less(forShares, forGreedy) ? 'greedy' : 'equal-shares'
  return { tied: rival.tied, greedy, forShares, forGreedy, chosen }
}
