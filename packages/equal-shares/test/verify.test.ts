import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count } from '../src/count.ts'
import { electionOf } from '../src/election.ts'
import { type Result } from '../src/result.ts'
import { verify } from '../src/verify.ts'
import { pairs, runs } from './elections.ts'

/** The result as it would come back from a file. */
const stored = (result: Result): Result => JSON.parse(JSON.stringify(result)) as Result

describe('the checker', () => {
  test('accepts every result of the count, in every variant, also with long jumps and weights', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('1', '0.05'), ({ election, rule, lot }, step) => {
        const result = stored(count(election, { rule: { ...rule, step }, lot }))
        expect(verify(election, result)).toMatchObject({ ok: true })
      }),
      { numRuns: runs(1000) }
    )
  })

  // Found by fast-check: seed -950421326, path 794:0:0:0:1:1:0:0:0:0:0:0:0.
  test('a plan that costs one cent has a price per utility of its cost like any other', () => {
    const election = electionOf({
      budget: '1',
      voteType: 'approval',
      projects: [{ id: 'p0', cost: '0.01' }],
      ballots: [{ votes: ['p0'] }]
    })
    const result = stored(count(election, { rule: { utility: 'cost', completion: 'add1', step: '1' } }))
    expect(result.steps[0]).toMatchObject({ price: { num: '1', den: '100' }, pricePerUtility: { num: '1', den: '1' } })
    expect(verify(election, result)).toMatchObject({ ok: true })
  })

  test('a tie between plans of one cent tells the price per utility at which they are bought', () => {
    const election = electionOf({
      budget: '1',
      voteType: 'approval',
      projects: [
        { id: 'p0', cost: '0.01' },
        { id: 'p1', cost: '0.01' }
      ],
      ballots: [{ votes: ['p0', 'p1'] }]
    })
    const result = stored(count(election, { rule: { utility: 'cost', ties: 'cheaper' } }))
    expect(result.ties[0]).toMatchObject({ projects: ['p0', 'p1'], pricePerUtility: { num: '1', den: '1' } })
    expect(result.steps.map((s) => s.pricePerUtility)).toEqual([
      { num: '1', den: '1' },
      { num: '1', den: '1' }
    ])
    expect(verify(election, result)).toMatchObject({ ok: true })
  })

  test('accepts most-votes-first results, by votes and by votes per cost', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom('greedy' as const, 'greedy-per-cost' as const),
        fc.constantFrom('skip' as const, 'stop' as const),
        ({ election, rule, lot }, kind, leftover) => {
          const result = stored(count(election, { rule: { ...rule, rule: kind, leftover }, lot }))
          expect(verify(election, result)).toMatchObject({ ok: true })
        }
      ),
      { numRuns: runs(500) }
    )
  })

  test('rejects a result in which anything that matters was changed', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...Object.keys(FORGERIES)), ({ election, rule, lot }, kind) => {
        const result = stored(count(election, { rule, lot }))
        const forged = FORGERIES[kind]!(result)
        fc.pre(forged !== null)
        expect(verify(election, forged!).ok).toBe(false)
      }),
      { numRuns: runs(600) }
    )
  })
})

const FORGERIES: Record<string, (result: Result) => Result | null> = {
  'a winner left out': (r) => (r.winners.length > 0 ? { ...r, winners: r.winners.slice(1) } : null),
  'another winner': (r) => (r.winners.length > 0 ? { ...r, winners: [...r.winners.slice(1), 'somebody'] } : null),
  'another cost': (r) => ({ ...r, cost: r.cost + 1 }),
  'another budget': (r) => ({ ...r, budget: r.budget + 1 }),
  'another endowment': (r) =>
    r.endowment ? { ...r, endowment: { num: String(BigInt(r.endowment.num) + 1n), den: r.endowment.den } } : null,
  'another rule': (r) => ({ ...r, rule: { ...r.rule, start: r.rule.start === 'exact' ? 'floor' : 'exact' } }),
  'another price': (r) => {
    const at = r.steps.findIndex((s) => s.pricePerUtility)
    return at < 0
      ? null
      : {
          ...r,
          steps: r.steps.map((s, i) =>
            i === at ? { ...s, pricePerUtility: { num: s.pricePerUtility!.num + '1', den: s.pricePerUtility!.den } } : s
          )
        }
  },
  'steps swapped': (r) =>
    r.steps.length > 1 ? { ...r, steps: [r.steps[1]!, r.steps[0]!, ...r.steps.slice(2)] } : null,
  'ended a step early': (r) =>
    r.completion && r.completion.steps > 0 && r.completion.ended !== 'tie'
      ? {
          ...r,
          completion: { ...r.completion, steps: r.completion.path.at(-2)!.step, path: r.completion.path.slice(0, -1) }
        }
      : null,
  'a tie hidden': (r) => (r.state === 'tied' ? { ...r, state: 'decided' } : null)
}
