/** Twins: plans of equal cost with exactly the same supporters. They stand equal whatever anybody has left. */
import { type Grouping } from './groups.ts'

/** Per plan a number that only its twins share. */
export function twinsOf(groups: Grouping, cost: readonly bigint[]): Int32Array {
  const kind = Int32Array.from(cost, (_, p) => p)
  const alike = new Map<string, number[]>()
  cost.forEach((c, p) => {
    const key = `${c}|${groups.votes[p]}|${groups.totalValue[p]}`
    const rivals = alike.get(key)
    if (!rivals) return alike.set(key, [p])
    const twin = rivals.find((other) => sameSupporters(groups, other, p))
    if (twin === undefined) rivals.push(p)
    else kind[p] = twin
  })
  return kind
}

function sameSupporters({ first, member, worth }: Grouping, a: number, b: number): boolean {
  const length = first[a + 1]! - first[a]!
  if (length !== first[b + 1]! - first[b]!) return false
  for (let i = 0; i < length; i++) {
    const [x, y] = [first[a]! + i, first[b]! + i]
    if (member[x] !== member[y] || (worth && worth[x] !== worth[y])) return false
  }
  return true
}
