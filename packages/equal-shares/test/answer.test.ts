/** What an answer tells beside the winners: who paid, how fair it is, and the fingerprint of the rule. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../src/count.ts'
import { electionOf, type PlainBallot, type VoteType } from '../src/election.ts'
import { explainLosers, smallestChange } from '../src/explain.ts'
import { fairness } from '../src/fairness.ts'
import { type ExactNumber } from '../src/result.ts'
import { ruleCard, ruleHash, type RuleOptions } from '../src/rule.ts'
import { sha256 } from '../src/sha256.ts'
import { pairs, runs } from './elections.ts'
import { oracleAccount, type Q, q } from './oracle.ts'

const toQ = ({ num, den }: ExactNumber): Q => q(BigInt(num), BigInt(den))
const number = ({ num, den }: ExactNumber): number => Number(num) / Number(den)
const some = { numRuns: runs(300) }

describe('who paid what', () => {
  test('the payments of every purchase add up to its cost, and only who could not pay in full paid less', () => {
    fc.assert(
      fc.property(pairs, ({ election, rule, lot }) => {
        for (const step of count(election, { rule, lot, payers: true }).steps) {
          if (step.by !== 'equal-shares') continue
          const value = (text: string): number => {
            const [above, below = '1'] = text.split('/')
            return Number(above) / Number(below)
          }
          const paid = step.payers!.reduce((sum, p) => sum + value(p.voters) * Number(p.each), 0)
          expect(paid).toBeCloseTo(step.cost, 3)
          for (const payers of step.payers!) {
            const full = number(step.price!) * value(payers.points ?? '1')
            if (payers.paid === 'full') expect(Number(payers.each)).toBeCloseTo(full, 5)
            else expect(Number(payers.each)).toBeLessThanOrEqual(full + 1e-6)
          }
        }
      }),
      some
    )
  })

  test('what is left after every purchase is what all voters of the slow count have left together', () => {
    fc.assert(
      fc.property(pairs, ({ election, rule, lot, slow }) => {
        const result = count(election, { rule, lot })
        const bought = result.steps.filter((s) => s.by === 'equal-shares')
        // A plan that everybody wants and nobody gets: its supporters are all voters.
        const all = {
          ...slow,
          costs: [...slow.costs, q(1)],
          utility: slow.utility.map((row) => [...row, q(1)])
        }
        bought.forEach((step, i) => {
          const order = bought.slice(0, i + 1).map((s) => Number(s.project.slice(1)))
          const { left } = oracleAccount(all, order, toQ(result.endowment!), slow.costs.length)
          expect(toQ(step.left)).toEqual(left)
        })
      }),
      some
    )
  })
})

const street = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
    budget: fc.integer({ min: 1, max: 120 }),
    rows: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  })
  .map(({ costs, budget, rows }) => ({
    budget,
    projects: costs.map((cost, p) => ({
      id: `p${p}`,
      cost,
      categories: [p % 2 ? 'odd' : 'even', ...(p ? [] : ['first'])]
    })),
    ballots: rows.map((row) => costs.flatMap((_, p) => (row[p] ? [`p${p}`] : [])))
  }))

describe('how fair an outcome is', () => {
  test('the numbers are those of going from voter to voter', () => {
    fc.assert(
      fc.property(street, fc.infiniteStream(fc.boolean()), (plain, coin) => {
        const winners = plain.projects.map((p) => p.id).filter(() => coin.next().value)
        const found = fairness(electionOf(plain), winners)
        const own = plain.ballots.map((b) => b.filter((id) => winners.includes(id)))
        const cost = (ids: readonly string[]): number =>
          ids.reduce((sum, id) => sum + plain.projects.find((p) => p.id === id)!.cost, 0)
        const average = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / plain.ballots.length
        expect(number(found.withAWinner)).toBe(own.filter((ids) => ids.length > 0).length)
        expect(found.exclusionRatio).toBeCloseTo(average(own.map((ids) => (ids.length > 0 ? 0 : 1))), 12)
        expect(found.averageWinners).toBeCloseTo(average(own.map((ids) => ids.length)), 12)
        expect(found.averageCost).toBeCloseTo(average(own.map(cost)), 9)
        const voting = plain.ballots.filter((b) => b.length > 0)
        for (const { category, spent, support } of found.categories) {
          const mine = plain.projects.filter((p) => p.categories.includes(category)).map((p) => p.id)
          const share = voting.reduce((sum, b) => sum + b.filter((id) => mine.includes(id)).length / b.length, 0)
          expect(support).toBeCloseTo(voting.length === 0 ? 0 : share / voting.length, 9)
          const all = cost(winners)
          expect(spent).toBeCloseTo(all === 0 ? 0 : cost(winners.filter((id) => mine.includes(id))) / all, 9)
        }
      }),
      some
    )
  })

  test('EJR+ up to one fails exactly where some group, of all groups there are, is denied its share', () => {
    fc.assert(
      fc.property(
        street,
        fc.constantFrom('cost' as const, 'cardinality' as const),
        fc.infiniteStream(fc.boolean()),
        (plain, utility, coin) => {
          const winners = plain.projects.map((p) => p.id).filter(() => coin.next().value)
          const worth = (id: string): number => (utility === 'cost' ? plain.projects.find((p) => p.id === id)!.cost : 1)
          const has = plain.ballots.map((b) =>
            b.filter((id) => winners.includes(id)).reduce((s, id) => s + worth(id), 0)
          )
          const denied = plain.projects.filter(({ id, cost }) => {
            const fans = plain.ballots.flatMap((b, v) => (b.includes(id) ? [v] : []))
            if (winners.includes(id)) return false
            return Array.from({ length: 2 ** fans.length }, (_, bits) => fans.filter((_v, i) => bits & (1 << i))).some(
              (group) =>
                group.length * plain.budget >= cost * plain.ballots.length &&
                group.every(
                  (v) => (has[v]! + worth(id)) * cost * plain.ballots.length <= group.length * plain.budget * worth(id)
                )
            )
          })
          const { proportional } = fairness(electionOf(plain), winners, { rule: { utility } })
          expect(proportional!.failsFor.map((f) => f.project)).toEqual(
            denied.filter((p) => p.cost > 0).map((p) => p.id)
          )
        }
      ),
      some
    )
  })

  test('the smallest change is the plan that needs the fewest more voters', () => {
    fc.assert(
      fc.property(street, (plain) => {
        const election = electionOf(plain)
        fc.pre(count(election, { rule: { ties: 'cheaper' } }).state === 'decided')
        const reasons = explainLosers(election, { rule: { ties: 'cheaper' } })
        const needed = reasons.flatMap((r) => r.wouldWinWithMoreVotes ?? [])
        expect(smallestChange(reasons)?.voters ?? null).toBe(needed.length > 0 ? Math.min(...needed) : null)
      }),
      { numRuns: runs(100) }
    )
  })
})

describe('the rule card', () => {
  test('its fingerprint is the SHA-256 of its sorted text, for every text there is', () => {
    const real = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', 'é', '漢', '🙂'), { maxLength: 200 }), (letters) => {
        const text = letters.join('')
        expect(sha256(text)).toBe(real(text))
      }),
      some
    )
    const card = ruleCard({ voteType: 'approval' }, { categoryCaps: { green: '5', blue: '7' } })
    const sorted = Object.keys(card)
      .sort()
      .map((key) => {
        const value = card[key as keyof typeof card]
        return `${JSON.stringify(key)}:${key === 'categoryCaps' ? '{"blue":"7","green":"5"}' : JSON.stringify(value)}`
      })
    expect(ruleHash(card)).toBe(real(`equal-shares rule card 1\n{${sorted.join()}}`))
  })

  test('another value anywhere is another fingerprint', () => {
    const other: RuleOptions[] = [
      {},
      { rule: 'greedy' },
      { utility: 'cardinality' },
      { start: 'floor' },
      { completion: 'none' },
      { step: '0.01' },
      { stop: 'exhaustive' },
      { exhaustiveOver: 'all' },
      { then: 'greedy' },
      { leftover: 'stop' },
      { comparison: 'exclusion' },
      { threshold: '3' },
      { minimumVotes: '2' },
      { costCap: '9' },
      { categoryCaps: { green: '5' } },
      { ties: 'cheaper' },
      { bordaLast: 0 },
      { weights: 'one-person-one-vote' }
    ]
    const card = ruleCard({ voteType: 'approval' })
    expect(other.flatMap((o) => Object.keys(o)).sort()).toEqual(Object.keys(card).sort())
    expect(new Set(other.map((o) => ruleHash(ruleCard({ voteType: 'approval' }, o)))).size).toBe(other.length)
  })

  test('the utility follows from the ballots: points where there are points, Borda where there is an order', () => {
    const votes: Record<VoteType, PlainBallot['votes']> = {
      approval: ['a'],
      'choose-1': ['a'],
      cumulative: { a: 2 },
      scoring: { a: 2 },
      ordinal: ['a']
    }
    const found = Object.entries(votes).map(([voteType, vote]) => {
      const election = electionOf({
        budget: 5,
        voteType: voteType as VoteType,
        projects: [{ id: 'a', cost: 5 }],
        ballots: [{ votes: vote }]
      })
      return count(election).rule.utility
    })
    expect(found).toEqual(['cost', 'cost', 'points', 'points', 'borda'])
  })
})
