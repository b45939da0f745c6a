/** Random small elections, built twice: for the library and, person by person, for the slow oracle. */
import fc from 'fast-check'
import { electionOf, type Election, type PlainBallot } from '../src/election.ts'
import { exact, type Fraction } from '../src/fraction.ts'
import { type RuleOptions, type Utility } from '../src/rule.ts'
import { type OracleElection, type OracleRule, type Q, q } from './oracle.ts'

/** As many elections as asked: 10,000 in all in a normal run, 100,000 or more at night. */
export const runs = (normal: number): number => Math.ceil(normal * Number(process.env.EQUAL_SHARES_RUNS ?? 1))

export interface Pair {
  election: Election
  rule: RuleOptions
  lot: string[]
  slow: OracleElection
  slowRule: OracleRule
}

const toQ = (f: Fraction): Q => [f.num, f.den]
const limit = (text: string | null): Q | null => (text === null ? null : toQ(exact(text)))

const amountText = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => String(n * 5)) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }).map(String) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6000 }).map((n) => (n / 100).toFixed(2)) }
)

const shape = fc.record({
  utility: fc.constantFrom<Utility>('cost', 'cost', 'cost', 'cardinality', 'points', 'points-times-cost', 'borda'),
  costs: fc.array(amountText, { minLength: 1, maxLength: 6 }),
  budget: fc.oneof(
    fc.integer({ min: 1, max: 150 }).map(String),
    fc.integer({ min: 100, max: 9999 }).map((n) => (n / 100).toFixed(2))
  ),
  people: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 9
  }),
  weights: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('1', '2', '1/2', '2/3', '1.5'), { minLength: 9, maxLength: 9 }) }
  ),
  shares: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('1', '2', '1/2'), { minLength: 9, maxLength: 9 }) }
  ),
  /** Whether the last plan is made the twin of the first: the same cost and the same voters. */
  twin: fc.constantFrom(false, false, true),
  // Points as they are, or in halves or tenths.
  pointsIn: fc.constantFrom(1, 1, 2, 10),
  lot: fc.oneof(
    { weight: 2, arbitrary: fc.constant<number[]>([]) },
    { weight: 1, arbitrary: fc.shuffledSubarray([0, 1, 2, 3, 4, 5]) }
  )
})

const ruleShape = fc.record({
  start: fc.constantFrom('exact' as const, 'floor' as const),
  completion: fc.constantFrom('add1' as const, 'add1' as const, 'none' as const),
  step: fc.constantFrom('1', '1', '0.5', '3', '0.25'),
  stop: fc.constantFrom('overspend' as const, 'exhaustive' as const),
  then: fc.constantFrom('none' as const, 'greedy' as const),
  comparison: fc.constantFrom('none' as const, 'satisfaction' as const, 'exclusion' as const),
  threshold: fc.constantFrom(null, null, '3', '1.5'),
  minimumVotes: fc.constantFrom(null, null, null, '2', '1.5'),
  costCap: fc.constantFrom(null, null, null, '30', '12.50'),
  ties: fc.constantFrom('cheaper' as const, 'error' as const)
})

export const pairs: fc.Arbitrary<Pair> = fc.tuple(shape, ruleShape).map(([drawn, r]) => {
  const s = drawn.twin && drawn.utility !== 'borda' ? withTwin(drawn) : drawn
  const ids = s.costs.map((_, p) => `p${p}`)
  const scale = s.utility.startsWith('points') ? s.pointsIn : 1
  const rows = s.people.map((row) => supportOf(s.utility, row.slice(0, ids.length)))
  const ballots = rows.map(({ ballot }, v): PlainBallot => ({
    votes: Array.isArray(ballot)
      ? ballot.map((p) => ids[p]!)
      : Object.fromEntries(Object.entries(ballot).map(([p, n]) => [ids[Number(p)]!, `${n}/${scale}`])),
    ...(s.weights ? { weight: s.weights[v]! } : {}),
    ...(s.shares ? { share: s.shares[v]! } : {})
  }))
  const voteType = s.utility === 'borda' ? 'ordinal' : s.utility.startsWith('points') ? 'scoring' : 'approval'
  const election = electionOf({
    budget: s.budget,
    voteType,
    projects: ids.map((id, p) => ({ id, cost: s.costs[p]! })),
    ballots
  })
  const costs = s.costs.map((c) => toQ(exact(c)))
  const lot = s.lot.filter((p) => p < ids.length)
  return {
    election,
    rule: { ...r, utility: s.utility },
    lot: lot.map((p) => ids[p]!),
    slow: {
      budget: toQ(exact(s.budget)),
      costs,
      utility: rows.map(({ value }) => value.map((n, p) => utilityOf(s.utility, q(n, scale), costs[p]!))),
      points: rows.map(({ value }) => value.map((n) => q(n, scale))),
      share: s.people.map((_, v) => toQ(exact(s.shares?.[v] ?? 1))),
      weight: s.people.map((_, v) => toQ(exact(s.weights?.[v] ?? 1)))
    },
    slowRule: {
      ...r,
      step: toQ(exact(r.step)),
      threshold: limit(r.threshold),
      minimumVotes: limit(r.minimumVotes),
      costCap: limit(r.costCap),
      lot,
      byPoints: voteType !== 'approval'
    }
  }
})

function withTwin<T extends { costs: string[]; people: number[][] }>(s: T): T {
  const last = s.costs.length - 1
  const costs = s.costs.map((cost, p) => (p === last ? s.costs[0]! : cost))
  return { ...s, costs, people: s.people.map((row) => row.map((n, p) => (p === last ? row[0]! : n))) }
}

/** A row of numbers 0–4 read as a ballot of the right kind, and what each plan is worth on it. */
function supportOf(utility: Utility, row: number[]): { ballot: number[] | Record<number, number>; value: number[] } {
  const named = row.flatMap((n, p) => (n > 1 ? [p] : []))
  if (utility === 'borda') {
    const ranked = [...named].sort((a, b) => row[b]! - row[a]! || b - a)
    return { ballot: ranked, value: row.map((_, p) => (ranked.includes(p) ? ranked.length - ranked.indexOf(p) : 0)) }
  }
  if (utility.startsWith('points')) return { ballot: Object.fromEntries(row.map((n, p) => [p, n])), value: row }
  return { ballot: named, value: row.map((n) => (n > 1 ? 1 : 0)) }
}

/** A free plan has no cost to be worth, but its supporters are still its supporters. */
function utilityOf(utility: Utility, value: Q, cost: Q): Q {
  if (value[0] === 0n || cost[0] === 0n) return value
  if (utility === 'cost') return cost
  return utility === 'points-times-cost' ? q(cost[0] * value[0], cost[1] * value[1]) : value
}
