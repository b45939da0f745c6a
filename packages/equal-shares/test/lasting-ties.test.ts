/** Plans that stay exactly equal however much money there is, although not everybody can pay: fine steps must not be slow. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certified, complete } from '../src/completion.ts'
import { count } from '../src/count.ts'
import { openDesk } from '../src/desk.ts'
import { electionOf, type PlainElection } from '../src/election.ts'
import { run } from '../src/run.ts'
import { ruleCard, type RuleOptions } from '../src/rule.ts'
import { tallySheet } from '../src/sheet.ts'
import { verify } from '../src/verify.ts'
import { bridges } from '../src/verify-jump.ts'
import { pollOf } from '../src/verify-run.ts'
import { runs } from './elections.ts'

/** Two streets that are each other's mirror, and a plan for both: every plan of one street has an equal in the other. */
const mirrored = fc
  .record({
    costs: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 4 }),
    budget: fc.integer({ min: 10, max: 160 }),
    rows: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 5 }),
    shared: fc.integer({ min: 1, max: 60 })
  })
  .map(({ costs, budget, rows, shared }): PlainElection => {
    const street = (name: string) => costs.map((cost, p) => ({ id: `${name}${p}`, cost }))
    const ballot = (row: readonly boolean[], name: string) => costs.flatMap((_, p) => (row[p] ? [`${name}${p}`] : []))
    return {
      budget,
      projects: [...street('left'), ...street('right'), { id: 'both', cost: shared }],
      ballots: [
        ...rows.map((row) => [...ballot(row, 'left'), ...(row[4] ? ['both'] : [])]),
        ...rows.map((row) => ballot(row, 'right'))
      ]
    }
  })

const rules = fc.record({
  utility: fc.constantFrom('cost' as const, 'cardinality' as const),
  stop: fc.constantFrom('overspend' as const, 'exhaustive' as const)
})

const sheetFor = (plain: PlainElection, rule: RuleOptions) =>
  tallySheet(electionOf(plain), ruleCard({ voteType: 'approval' }, { ties: 'cheaper', ...rule }))

describe('plans that stay equal', () => {
  test('jumping finds what looking at every step of two cents finds', () => {
    fc.assert(
      fc.property(mirrored, rules, (plain, rule) => {
        const sheet = sheetFor(plain, { ...rule, step: '0.02' })
        const [jumping, scanning] = [complete(sheet), complete(sheet, true)]
        expect([jumping.steps, jumping.outcome.order, jumping.ended]).toEqual([
          scanning.steps,
          scanning.outcome.order,
          scanning.ended
        ])
      }),
      { numRuns: runs(80) }
    )
  })

  /** The hardest one that chance has found. */
  const hardest: PlainElection = {
    budget: 92,
    projects: [
      ...['left', 'right'].flatMap((street) => [6, 7, 27, 33].map((cost, p) => ({ id: `${street}${p}`, cost }))),
      { id: 'both', cost: 1 }
    ],
    ballots: ['left', 'right'].flatMap((street) =>
      ['012', '023', '13'].map((plans) => [...plans].map((p) => `${street}${p}`))
    )
  }

  test('steps of a millionth take a few hundred looks, a millionth of those a few thousand at most, and the checker agrees', () => {
    fc.assert(
      fc.property(mirrored, rules, (plain, rule) => {
        const looks = (step: string) => complete(sheetFor(plain, { ...rule, step })).path.length
        expect(looks('free')).toBeLessThan(1000)
        expect(looks('0.000000000001')).toBeLessThan(5000)
        const election = electionOf(plain)
        const result = count(election, { rule: { ties: 'cheaper', ...rule, step: 'free' } })
        expect(verify(election, result)).toMatchObject({ ok: true })
      }),
      { numRuns: runs(100), examples: [[hardest, { utility: 'cost', stop: 'overspend' }]] }
    )
  })

  test('being equal at both ends proves nothing where others can pay in full: in between one was cheaper', () => {
    const pair = (name: string) => [
      { id: `${name}0`, cost: 4 },
      { id: `${name}1`, cost: '7.2' }
    ]
    const plain: PlainElection = {
      budget: 34,
      projects: [
        { id: 'roof', cost: 12 },
        { id: 'wall', cost: 12 },
        { id: 'lamp', cost: 3 },
        { id: 'door', cost: 4 },
        ...pair('x'),
        ...pair('y')
      ],
      ballots: [
        ['roof', 'lamp'],
        ['roof'],
        ['roof'],
        ['wall', 'door'],
        ['wall', 'door'],
        ['wall'],
        ...['x', 'y'].flatMap((name) => [[`${name}0`, `${name}1`], [`${name}1`]])
      ]
    }
    const sheet = sheetFor(plain, { utility: 'cardinality', step: '1/3' })
    const at = (thirds: bigint) => run(openDesk(sheet), (thirds * sheet.moneyUnit) / 3n)
    const ids = (thirds: bigint) => at(thirds).order.map((p) => sheet.election.projects[p]!.id)
    const roofAndWall = (thirds: bigint) =>
      ids(thirds)
        .filter((id) => id === 'roof' || id === 'wall')
        .join()
    expect([17n, 18n, 21n].map(roofAndWall)).toEqual(['roof,wall', 'wall,roof', 'roof,wall'])
    expect(ids(17n)).toEqual(ids(21n))
    expect(certified(at(17n), at(21n))).toBe(false)
    expect(bridges(pollOf(sheet.election, sheet.rule, []), [17n, 3n], [21n, 3n])).toBe(false)
    expect(certified(at(24n), at(24n))).toBe(true)
  })
})
