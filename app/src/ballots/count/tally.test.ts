import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cents, ruleOf, type BallotKind } from '@buurtmacht/domain'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../../../../packages/equal-shares/src/cli.ts'
import type { NumberedPlan } from '../print/plans.ts'
import { countPot, pbText, type CastBallot, type ToCount } from './tally.ts'

const plan = (number: number, euros: number): NumberedPlan => ({
  number,
  id: `plan${number}`,
  title: `Plan ${number}; "met van alles"`,
  cost: cents(euros * 100),
  pot: undefined,
  row: undefined as never
})

const approval: BallotKind = { kind: 'approval' }
const toCount = (
  euros: number,
  costs: readonly number[],
  ballots: readonly CastBallot[],
  more: Partial<ToCount> = {}
): ToCount => {
  const ballot = more.ballot ?? approval
  return {
    title: 'Proefronde',
    money: cents(euros * 100),
    plans: costs.map((cost, at) => plan(at + 1, cost)),
    ballots,
    ballot,
    card: ruleOf({ ballot }),
    lot: costs.map((_, at) => at + 1),
    days: ['2026-03-01', '2026-03-14'],
    ...more
  }
}
const online = (text: string): CastBallot => ({ channel: 'online', text })
const paper = (text: string): CastBallot => ({ channel: 'paper', text })
const times = (n: number, ballot: CastBallot) => Array.from({ length: n }, () => ballot)

/** Saves files as a visitor does, and asks the real command line. */
const dir = mkdtempSync(join(tmpdir(), 'count-'))
afterAll(() => rmSync(dir, { recursive: true }))
async function verified(pb: string, result: string): Promise<string> {
  const [a, b] = [join(dir, 'stemmen.pb'), join(dir, 'uitslag.json')]
  writeFileSync(a, pb)
  writeFileSync(b, result)
  const said: string[] = []
  const code = await main(['verify', a, b], { out: (line) => said.push(line), err: (line) => said.push(line) })
  return `${code} ${said.join(' ')}`
}

describe('a count', () => {
  it('tells of each plan what its people paid, or what they lacked', () => {
    // € 1.000 for ten people: € 100 each. Six want plan 1 (€ 600), four want plan 2 (€ 500).
    const { told } = countPot(toCount(1000, [600, 500], [...times(6, online('plan1')), ...times(4, paper('plan2'))]))
    expect(told.won).toMatchObject([{ number: 1, people: 6, each: 10000, full: 6, rest: 0 }])
    expect(told.lost).toMatchObject([{ number: 2, people: 4, each: 12500 }])
    const [lost] = told.lost
    // Add1 gave everybody € 124; one euro more and plan 2 could be paid too, and both would cost € 1.100.
    expect(told.purse).toBe(12400)
    expect(lost).toMatchObject({ start: 49600, left: 49600, missing: 400, wentTo: [] })
    expect(told.withAWinner).toBe(6)
    expect(told.channels).toMatchObject(
      [
        { channel: 'paper', ballots: 4, without: [1], changes: false },
        { channel: 'online', ballots: 6, without: [2], changes: true }
      ].toSorted((a, b) => a.channel.localeCompare(b.channel))
    )
  })

  it('lets the lot decide between two plans that stand exactly equal, and says so', () => {
    const ballots = [
      ...times(3, online('plan1 plan3')),
      ...times(3, online('plan2 plan3')),
      ...times(2, paper('plan1 plan2'))
    ]
    const costs = [500, 500, 300]
    const one = countPot(toCount(900, costs, ballots, { lot: [3, 1, 2] })).told
    const other = countPot(toCount(900, costs, ballots, { lot: [3, 2, 1] })).told
    expect(one.won.map((won) => won.number)).toContain(1)
    expect(other.won.map((won) => won.number)).toContain(2)
    expect(one.won.map((won) => won.number)).not.toContain(2)
    expect(one.ties.map((tie) => tie.numbers)).toContainEqual([1, 2])
    expect(other.ties.map((tie) => tie.numbers)).toContainEqual([2, 1])
  })

  it('of no ballots at all has no winners, and still a page', () => {
    const { told } = countPot(toCount(1000, [600], []))
    expect(told).toMatchObject({ won: [], ballots: 0, share: 0, withAWinner: 0 })
  })

  it('takes a blank ballot as cast, and points as points', () => {
    const blank = countPot(toCount(1000, [600, 500], [...times(9, online('plan1')), online('')])).told
    expect(blank).toMatchObject({ ballots: 10, blank: 1, withAWinner: 9 })
    const ballot: BallotKind = { kind: 'points', points: 5 }
    const points = countPot(
      toCount(1000, [600, 500], [...times(6, online('plan1:4 plan2:1')), ...times(5, paper('plan2:5'))], { ballot })
    ).told
    expect(
      points.won
        .concat(points.lost as never[])
        .map((one) => [one.number, one.people, one.points])
        .toSorted()
    ).toEqual([
      [1, 6, 24],
      [2, 11, 31]
    ])
  })

  it('says nowhere in its file how a ballot was cast when that is left out', () => {
    const to = toCount(1000, [600], [...times(9, online('plan1')), paper('plan1')])
    expect(pbText(to, true)).toContain('paper')
    expect(pbText(to, false)).not.toMatch(/paper|internet/)
  })

  it('is right according to the command line that checks it, for whatever was voted', async () => {
    const cost = fc.integer({ min: 1, max: 12 }).map((n) => n * 100)
    const anyBallots = (plans: number) =>
      fc.array(
        fc.record({
          channel: fc.constantFrom('online' as const, 'paper' as const),
          text: fc.uniqueArray(fc.integer({ min: 1, max: plans }), { maxLength: 3 }).map((numbers) =>
            numbers
              .map((number) => `plan${number}`)
              .toSorted()
              .join(' ')
          )
        }),
        { maxLength: 30 }
      )
    await fc.assert(
      fc.asyncProperty(
        fc.array(cost, { minLength: 1, maxLength: 6 }).chain((costs) =>
          fc.tuple(
            fc.constant(costs),
            anyBallots(costs.length),
            fc.shuffledSubarray(
              costs.map((_, at) => at + 1),
              { minLength: costs.length }
            )
          )
        ),
        async ([costs, ballots, lot]) => {
          const { pb, result, told } = countPot(toCount(1500, costs, ballots, { lot }))
          expect(await verified(pb, JSON.stringify(result))).toMatch(/^0 Right/)
          expect(told.won.map((one) => String(one.number))).toEqual(result.winners)
          expect([...told.won, ...told.lost].map((one) => one.number).toSorted()).toEqual(costs.map((_, at) => at + 1))
        }
      ),
      { numRuns: 60 }
    )
  })
})
