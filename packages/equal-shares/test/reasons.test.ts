/** Why plans lost: every amount, and every "would have won", against the slow count. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../src/count.ts'
import { explainLosers, type LoserReason } from '../src/explain.ts'
import { type ExactNumber } from '../src/result.ts'
import { type Pair, pairs, runs } from './elections.ts'
import { oracle, oracleAccount, type OracleElection, type Q, q } from './oracle.ts'

const toQ = ({ num, den }: ExactNumber): Q => q(BigInt(num), BigInt(den))

function reasonsOf({ election, rule, lot }: Pair): LoserReason[] {
  fc.pre(count(election, { rule, lot }).state === 'decided')
  return explainLosers(election, { rule, lot })
}

const wins = ({ slow, slowRule }: Pair, plan: number, changed: Partial<OracleElection>): boolean => {
  const { winners } = oracle({ ...slow, ...changed }, slowRule)
  return winners !== 'tie' && winners.includes(plan)
}

function atCost(pair: Pair, plan: number, cost: Q): Partial<OracleElection> {
  const { costs, utility, points } = pair.slow
  const byCost = pair.rule.utility === 'cost' || pair.rule.utility === 'points-times-cost'
  const worth = (v: number): Q => {
    const [above, below] = pair.rule.utility === 'cost' ? q(points[v]![plan]![0] > 0n ? 1 : 0) : points[v]![plan]!
    return q(cost[0] * above, cost[1] * below)
  }
  return {
    costs: costs.map((c, p) => (p === plan ? cost : c)),
    utility: byCost ? utility.map((row, v) => row.map((u, p) => (p === plan ? worth(v) : u))) : utility
  }
}

/** So many more people who want this plan alone, with one point, or in last place. */
function withVoters(pair: Pair, plan: number, voters: number): Partial<OracleElection> {
  const { slow, rule } = pair
  const one = q(1)
  const byCost = rule.utility === 'cost' || rule.utility === 'points-times-cost'
  const worth = byCost && slow.costs[plan]![0] > 0n ? slow.costs[plan]! : one
  const more = <T>(row: T): T[] => Array.from({ length: voters }, () => row)
  const only = (u: Q): Q[] => slow.costs.map((_, p) => (p === plan ? u : q(0)))
  return {
    utility: [...slow.utility, ...more(only(worth))],
    points: [...slow.points, ...more(only(one))],
    share: [...slow.share, ...more(one)],
    weight: [...slow.weight, ...more(one)]
  }
}

const placeOf = (reason: LoserReason): number => Number(reason.project.slice(1))

describe('why a plan lost', () => {
  test('what its supporters paid and have left is what the slow count finds, to the last fraction', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const result = count(pair.election, pair)
        const bought = result.steps.filter((s) => s.by === 'equal-shares').map((s) => Number(s.project.slice(1)))
        for (const reason of reasonsOf(pair)) {
          if (!reason.money) continue
          const { left, paid } = oracleAccount(pair.slow, bought, toQ(result.endowment!), placeOf(reason))
          expect(toQ(reason.money.left)).toEqual(left)
          const told = reason.wentTo.map(({ project, amount }) => [project, toQ(amount)])
          const found = [...paid].filter(([, amount]) => amount[0] > 0n).map(([p, amount]) => [`p${p}`, amount])
          expect(told.sort()).toEqual(found.sort())
        }
      }),
      { numRuns: runs(400) }
    )
  })

  test('with the cost it is told it would have won with, it wins the slow count; with one more it does not', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        for (const reason of reasonsOf(pair)) {
          if (!reason.wouldWinAtCost) continue
          const plan = placeOf(reason)
          const [units, own] = [toQ(reason.wouldWinAtCost)[0], pair.slow.costs[plan]!]
          expect(wins(pair, plan, atCost(pair, plan, q(units)))).toBe(true)
          const more = units + 1n
          if (units < 100n && more * own[1] < own[0]) expect(wins(pair, plan, atCost(pair, plan, q(more)))).toBe(false)
        }
      }),
      { numRuns: runs(400) }
    )
  })

  test('with the voters it is told it would have won with, it wins the slow count; with one fewer it does not', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        for (const reason of reasonsOf(pair)) {
          const voters = reason.wouldWinWithMoreVotes
          if (voters === null) continue
          const plan = placeOf(reason)
          expect(wins(pair, plan, withVoters(pair, plan, voters))).toBe(true)
          expect(wins(pair, plan, withVoters(pair, plan, voters - 1))).toBe(false)
        }
      }),
      { numRuns: runs(400) }
    )
  })
})
