/** What must hold for every election, whoever votes: the promises of the rule, tried on random ones. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../src/count.ts'
import { electionOf, type PlainElection } from '../src/election.ts'
import { fairness } from '../src/fairness.ts'
import { PRESETS, ruleCard, type RuleOptions } from '../src/rule.ts'
import { complete } from '../src/completion.ts'
import { tallySheet } from '../src/sheet.ts'
import { synthetic } from '../bench/synthetic.ts'
import { runs } from './elections.ts'

const approvals = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 7 }),
    budget: fc.integer({ min: 1, max: 200 }),
    rows: fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 14 })
  })
  .map(({ costs, budget, rows }): PlainElection => ({
    budget,
    projects: costs.map((cost, p) => ({ id: `p${p}`, cost })),
    ballots: rows.map((row) => costs.flatMap((_, p) => (row[p] ? [`p${p}`] : [])))
  }))

const rules = fc.record({
  utility: fc.constantFrom('cost' as const, 'cardinality' as const),
  completion: fc.constantFrom('none' as const, 'add1' as const),
  stop: fc.constantFrom('overspend' as const, 'exhaustive' as const),
  start: fc.constantFrom('exact' as const, 'floor' as const),
  ties: fc.constant('cheaper' as const)
})

const winners = (plain: PlainElection, rule: RuleOptions): string[] =>
  [...count(electionOf(plain), { rule }).winners].sort()
const shuffled = <T>(list: readonly T[], by: readonly number[]): T[] =>
  list
    .map((x, i) => ({ x, key: by[i % by.length]! * 31 + ((i * 7) % 5) }))
    .sort((a, b) => a.key - b.key)
    .map(({ x }) => x)
const keys = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 14 })
const check = (arbitrary: fc.IProperty<unknown> | fc.IProperty<never>, normal = 300): void =>
  fc.assert(arbitrary as fc.IProperty<unknown>, { numRuns: runs(normal) })

describe('promises of the rule', () => {
  test('anonymity: the order of the ballots changes nothing', () => {
    check(
      fc.property(approvals, rules, keys, (plain, rule, by) => {
        expect(winners({ ...plain, ballots: shuffled(plain.ballots, by) }, rule)).toEqual(winners(plain, rule))
      }) as never
    )
  })

  test('neutrality: the order and the names of the plans change nothing, when a lot breaks ties the same way', () => {
    check(
      fc.property(approvals, rules, keys, (plain, rule, by) => {
        const renamed = (id: string): string => `x${9 - Number(id.slice(1))}`
        const lot = plain.projects.map((p) => p.id)
        const other: PlainElection = {
          ...plain,
          projects: shuffled(plain.projects, by).map((p) => ({ ...p, id: renamed(p.id) })),
          ballots: plain.ballots.map((b) => (b as string[]).map(renamed))
        }
        const here = count(electionOf(plain), { rule: { ...rule, ties: 'error' }, lot })
        const there = count(electionOf(other), { rule: { ...rule, ties: 'error' }, lot: lot.map(renamed) })
        expect([...there.winners].sort()).toEqual(here.winners.map(renamed).sort())
      }) as never
    )
  })

  test('equal ballots may be merged into one with a weight', () => {
    check(
      fc.property(approvals, rules, fc.integer({ min: 2, max: 4 }), (plain, rule, times) => {
        const many = plain.ballots.flatMap((b) => Array.from({ length: times }, () => b))
        const merged = plain.ballots.map((b) => ({ votes: b as string[], weight: times }))
        expect(winners({ ...plain, ballots: merged }, rule)).toEqual(winners({ ...plain, ballots: many }, rule))
      }) as never
    )
  })

  test('counting in cents instead of euros changes nothing, when steps grow with it', () => {
    check(
      fc.property(approvals, rules, fc.constantFrom(100, 7, 1000), (plain, rule, scale) => {
        // A start rounded down depends on the unit: it is the same only where every share is whole anyway.
        const whole = rule.start === 'floor' ? plain.ballots.length : 1
        const inUnits = (unit: number): PlainElection => ({
          ...plain,
          budget: Number(plain.budget) * whole * unit,
          projects: plain.projects.map((p) => ({ ...p, cost: Number(p.cost) * unit }))
        })
        expect(winners(inUnits(scale), { ...rule, step: String(scale) })).toEqual(winners(inUnits(1), rule))
      }) as never
    )
  })

  test('rounding the start down is rounding to the unit the file counts in', () => {
    const plain: PlainElection = { budget: 5, projects: [{ id: 'p0', cost: 5 }], ballots: [['p0'], ['p0']] }
    const card: RuleOptions = { start: 'floor', completion: 'none' }
    expect(count(electionOf(plain), { rule: card })).toMatchObject({ winners: [], endowment: { num: '2', den: '1' } })
    const cents: PlainElection = { ...plain, budget: 500, projects: [{ id: 'p0', cost: 500 }] }
    expect(count(electionOf(cents), { rule: card })).toMatchObject({
      winners: ['p0'],
      endowment: { num: '250', den: '1' }
    })
  })

  test('never over budget, and no plan without a supporter', () => {
    check(
      fc.property(approvals, rules, (plain, rule) => {
        const result = count(electionOf(plain), { rule })
        expect(result.cost).toBeLessThanOrEqual(result.budget)
        for (const id of result.winners) expect(plain.ballots.some((b) => (b as string[]).includes(id))).toBe(true)
      }) as never
    )
  })

  test('unanimity: a plan everybody votes for and that fits alone is never left out while nothing wins', () => {
    check(
      fc.property(approvals, rules, fc.integer({ min: 1, max: 60 }), (plain, rule, cost) => {
        fc.pre(cost <= Number(plain.budget))
        const loved: PlainElection = {
          ...plain,
          projects: [...plain.projects, { id: 'all', cost }],
          ballots: plain.ballots.map((b) => [...(b as string[]), 'all'])
        }
        const card = { ...rule, start: 'exact' as const }
        expect(winners(loved, card)).not.toEqual([])
        // Where only plans everybody wants are on the ballot, the money is spent on them like a common purse.
        const only: PlainElection = { ...loved, ballots: loved.ballots.map(() => loved.projects.map((p) => p.id)) }
        const spent = count(electionOf(only), { rule: card }).cost
        const left = Number(plain.budget) - spent
        const losers = loved.projects.filter((p) => !winners(only, card).includes(p.id))
        expect(losers.every((p) => Number(p.cost) > left)).toBe(true)
      }) as never
    )
  })

  test('discounts: without completion, a winner that becomes cheaper still wins', () => {
    check(
      fc.property(approvals, rules, fc.nat(6), fc.integer({ min: 1, max: 30 }), (plain, rule, pick, off) => {
        const card = { ...rule, completion: 'none' as const }
        const won = winners(plain, card)
        fc.pre(won.length > 0)
        const id = won[pick % won.length]!
        const cheaper = plain.projects.map((p) => (p.id === id ? { ...p, cost: Math.max(1, Number(p.cost) - off) } : p))
        expect(winners({ ...plain, projects: cheaper }, card)).toContain(id)
      }) as never
    )
  })

  test('EJR+ up to one: no group is denied what its share of the budget could buy', () => {
    check(
      fc.property(approvals, rules, (plain, rule) => {
        const election = electionOf(plain)
        const card = { ...rule, start: 'exact' as const }
        expect(fairness(election, count(election, { rule: card }).winners, { rule: card }).proportional).toEqual({
          holds: true,
          failsFor: []
        })
      }) as never,
      500
    )
  })

  test('the measure has teeth: most-votes-first does deny groups their share', () => {
    const plain: PlainElection = {
      budget: 100,
      projects: [
        { id: 'a', cost: 50 },
        { id: 'b', cost: 50 },
        { id: 'c', cost: 50 }
      ],
      ballots: [...Array.from({ length: 6 }, () => ['a', 'b']), ...Array.from({ length: 5 }, () => ['c'])]
    }
    const election = electionOf({ ...plain, budget: 110 })
    const greedy = count(election, { rule: { rule: 'greedy' } })
    expect([...greedy.winners].sort()).toEqual(['a', 'b'])
    expect(fairness(election, greedy.winners).proportional!.failsFor).toEqual([{ project: 'c', voters: '5' }])
    expect(count(election, { rule: { ties: 'cheaper' } }).winners).toEqual(['a', 'c'])
  })

  test('jumping equals scanning, with hundreds of steps of a cent', () => {
    check(
      fc.property(approvals, rules, fc.constantFrom('0.01', '0.03'), (plain, rule, step) => {
        const sheet = tallySheet(
          electionOf(plain),
          ruleCard({ voteType: 'approval' }, { ...rule, completion: 'add1', step })
        )
        const [jumping, scanning] = [complete(sheet), complete(sheet, true)]
        expect([jumping.steps, jumping.outcome.order, jumping.ended]).toEqual([
          scanning.steps,
          scanning.outcome.order,
          scanning.ended
        ])
      }) as never,
      60
    )
  })

  test('two plans with the same voters and the same cost do not make fine steps slow', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const made = synthetic(200, 12, 5, 100_000, seed)
      const { starts, choices } = made.ballots
      const twin = (p: number): string[] => (p < 3 ? [`p${p}`, `twin${p}`] : [`p${p}`])
      const election = electionOf({
        budget: 100_000,
        projects: made.projects.flatMap(({ cost }, p) => twin(p).map((id) => ({ id, cost }))),
        ballots: Array.from({ length: 200 }, (_, b) => [...choices.subarray(starts[b], starts[b + 1])].flatMap(twin))
      })
      const { steps, path } = complete(tallySheet(election, ruleCard(election, { ties: 'cheaper', step: '0.01' })))
      expect(path.length).toBeLessThan(Math.max(200, steps / 10))
    }
  })

  test('the presets are the cards they say they are', () => {
    check(
      fc.property(approvals, (plain) => {
        const spelled: RuleOptions[] = [
          { start: 'exact', completion: 'add1', step: '1', stop: 'overspend', then: 'none', comparison: 'none' },
          {
            start: 'exact',
            completion: 'add1',
            step: '1',
            stop: 'exhaustive',
            exhaustiveOver: 'supported',
            then: 'none',
            ties: 'lexico'
          },
          { start: 'floor', completion: 'add1', step: '1', stop: 'exhaustive', exhaustiveOver: 'all', then: 'greedy' }
        ]
        Object.values(PRESETS).forEach((preset, i) =>
          expect(winners(plain, { ties: 'cheaper', ...preset })).toEqual(
            winners(plain, { ties: 'cheaper', ...spelled[i] })
          )
        )
      }) as never,
      100
    )
  })
})
