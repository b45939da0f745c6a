import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from '../src/completion.ts'
import { count } from '../src/count.ts'
import { electionOf } from '../src/election.ts'
import { ruleCard } from '../src/rule.ts'
import { tallySheet } from '../src/sheet.ts'
import { verify } from '../src/verify.ts'
import { buyableOf, oracle, oracleRun, type OracleTie } from './oracle.ts'
import { pairs, runs } from './elections.ts'

describe('the fast count against the slow one', () => {
  test('finds the same winners, in the same order, with the same endowment, in every variant', () => {
    fc.assert(
      fc.property(pairs, ({ election, rule, lot, slow, slowRule }) => {
        const fast = count(election, { rule, lot, payers: true })
        const expected = oracle(slow, slowRule)
        if (expected.winners === 'tie') {
          expect(fast.state).toBe('tied')
          return
        }
        const names = expected.winners.map((p) => `p${p}`)
        if (slowRule.ties === 'error') expect([...fast.winners].sort()).toEqual(names.sort())
        else expect(fast.winners).toEqual(names)
        expect(fast.endowment).toEqual({ num: String(expected.endowment[0]), den: String(expected.endowment[1]) })
        expect(fast.comparison?.chosen ?? 'equal-shares').toBe(expected.chosen)
      }),
      { numRuns: runs(6000) }
    )
  })

  test('a tie is told with the plans and the price per unit of utility of the slow count, also with decimal points', () => {
    fc.assert(
      fc.property(pairs, ({ election, rule, lot, slow, slowRule }) => {
        const fast = count(election, { rule, lot })
        const end = fast.endowment!
        const found: OracleTie[] = []
        oracleRun(slow, slowRule, buyableOf(slow, slowRule), [BigInt(end.num), BigInt(end.den)], found)
        const told = found.map(({ plans, price }) => `${plans.map((p) => `p${p}`).join()} at ${price.join('/')}`)
        for (const tie of fast.ties) {
          if (tie.where !== 'equal-shares' || tie.endowment!.num !== end.num || tie.endowment!.den !== end.den) continue
          const { num, den } = tie.pricePerUtility!
          expect(told).toContain(`${tie.projects.join()} at ${num}/${den}`)
        }
      }),
      { numRuns: runs(1500) }
    )
  })

  test('skipping steps finds what looking at every step finds', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('0.05', '0.01', '0.2'), ({ election, rule, lot }, step) => {
        const sheet = tallySheet(election, ruleCard(election, { ...rule, completion: 'add1', step }), lot)
        const [skipping, scanning] = [complete(sheet), complete(sheet, true)]
        expect(skipping.steps).toBe(scanning.steps)
        expect(skipping.outcome.order).toEqual(scanning.outcome.order)
        expect(skipping.ended).toBe(scanning.ended)
        expect(skipping.stuck === null).toBe(scanning.stuck === null)
      }),
      { numRuns: runs(400) }
    )
  })
})

test('a lot that leaves plans out still gives one order: those it names first, the others as they stand in the file', () => {
  const plan = (id: string) => ({ id, cost: 10 })
  const election = electionOf({
    budget: 20,
    projects: ['a', 'b', 'c'].map(plan),
    ballots: [['a'], ['b'], ['c']]
  })
  const rule = { rule: 'greedy', ties: 'cheaper' } as const
  const winners = (lot: string[]) => {
    const result = count(election, { rule, lot })
    expect(verify(election, result).ok).toBe(true)
    return result.winners
  }
  expect(winners(['c', 'a'])).toEqual(['c', 'a'])
  expect(winners(['c'])).toEqual(['c', 'a'])
  expect(winners([])).toEqual(['a', 'b'])
})
