import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ballotText,
  codeStates,
  readBallot,
  sameReading,
  settleSheet,
  turnoutDifference,
  typeSheet,
  useOnline,
  useOnPaper,
  voidCode,
  type Sheet,
  type SheetReading
} from './ballots.ts'
import { ok } from './decision.ts'
import { asId, type ProposalId } from './ids.ts'

const plans = ['bank', 'licht', 'boom', 'plein'].map((id) => asId<ProposalId>(id))
const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code
const chosen = (...ids: string[]) => ids.map((plan) => ({ plan }))

describe('a ballot', () => {
  test('names plans that are on it, each once, and no more than the round allows', () => {
    const kind = { kind: 'approval', most: 2 } as const
    expect(readBallot(chosen('bank', 'boom'), plans, kind)).toMatchObject({ ok: true })
    expect(readBallot([], plans, kind)).toEqual({ ok: true, value: { choices: [] } })
    expect(code(readBallot(chosen('bank', 'zwembad'), plans, kind))).toBe('ballot-unknown-plan')
    expect(code(readBallot(chosen('bank', 'bank'), plans, kind))).toBe('ballot-plan-twice')
    expect(code(readBallot(chosen('bank', 'boom', 'licht'), plans, kind))).toBe('ballot-too-many-plans')
  })

  test('divides no more points than there are, in whole points', () => {
    const kind = { kind: 'points', points: 10 } as const
    expect(
      readBallot(
        [
          { plan: 'bank', points: 7 },
          { plan: 'boom', points: 3 },
          { plan: 'licht', points: 0 }
        ],
        plans,
        kind
      )
    ).toEqual({
      ok: true,
      value: {
        choices: [
          { plan: 'bank', points: 7 },
          { plan: 'boom', points: 3 }
        ]
      }
    })
    expect(code(readBallot([{ plan: 'bank', points: 11 }], plans, kind))).toBe('ballot-too-many-points')
    expect(
      code(
        readBallot(
          [
            { plan: 'bank', points: 20 },
            { plan: 'boom', points: -10 }
          ],
          plans,
          kind
        )
      )
    ).toBe('ballot-points-wrong')
    expect(code(readBallot([{ plan: 'bank', points: 0.5 }], plans, kind))).toBe('ballot-points-wrong')
  })

  test('is the same ballot in whatever order it was filled in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(plans), (some) => {
        const choices = some.map((plan) => ({ plan }))
        expect(ballotText({ choices })).toBe(ballotText({ choices: choices.toReversed() }))
      })
    )
  })
})

describe('a sheet of paper', () => {
  const read: SheetReading = { kind: 'ballot', code: 'ABC', ballot: { choices: chosen('bank', 'boom') as never } }
  const other: SheetReading = { kind: 'ballot', code: 'ABC', ballot: { choices: chosen('bank') as never } }
  const value = (decision: ReturnType<typeof typeSheet>): Sheet => {
    if (!decision.ok) throw new Error('refused')
    return decision.value
  }

  test('is typed in by two different people; the same twice is enough', () => {
    const once = value(typeSheet(undefined, 'bep', read))
    expect(code(typeSheet(once, 'bep', read))).toBe('sheet-needs-second-person')
    expect(value(typeSheet(once, 'joyce', read))).toEqual({ state: 'same', read })
  })

  test('is settled by a third when they differ, never by one of the two', () => {
    const differs = value(typeSheet(value(typeSheet(undefined, 'bep', read)), 'joyce', other))
    expect(differs.state).toBe('differs')
    expect(code(typeSheet(differs, 'ans', read))).toBe('sheet-already-typed')
    expect(code(settleSheet(differs, 'joyce', read))).toBe('sheet-needs-third-person')
    expect(value(settleSheet(differs, 'ans', other))).toEqual({ state: 'settled', read: other })
    expect(code(settleSheet({ state: 'same', read }, 'ans', read))).toBe('sheet-does-not-differ')
  })

  test('differs when the code, the choices or the reason differ', () => {
    const spoiled = (why: 'unreadable' | 'tooManyPlans'): SheetReading => ({ kind: 'spoiled', why })
    expect(sameReading(read, { ...read, code: 'ABD' })).toBe(false)
    expect(sameReading({ kind: 'blank', code: 'ABC' }, read)).toBe(false)
    expect(sameReading(spoiled('unreadable'), spoiled('tooManyPlans'))).toBe(false)
    expect(sameReading(spoiled('unreadable'), spoiled('unreadable'))).toBe(true)
  })
})

test('codes and sheets add up, or it shows by how many they do not', () => {
  const turnout = {
    issued: 100,
    usedOnline: 40,
    usedOnPaper: 30,
    unused: 25,
    void: 5,
    replaced: 3,
    sheetsInBox: 33,
    sheetsTyped: 30,
    sheetsSpoiled: 3
  }
  expect(turnoutDifference(turnout)).toEqual({ codes: 0, sheets: 0 })
  expect(turnoutDifference({ ...turnout, unused: 24, sheetsInBox: 34 })).toEqual({ codes: 1, sheets: 1 })
})

describe('a code', () => {
  const ways = { online: useOnline, paper: useOnPaper, void: voidCode }

  test('is used once online; after that, or void, it is refused', () => {
    expect(useOnline('unused')).toEqual(ok('online'))
    for (const state of ['online', 'paper'] as const)
      expect(useOnline(state)).toMatchObject({ refusal: { code: 'ballot-code-used' } })
    expect(useOnline('void')).toMatchObject({ refusal: { code: 'ballot-code-void' } })
  })

  test('on paper takes the place of online, but not of paper', () => {
    expect(useOnPaper('unused')).toEqual(ok({ state: 'paper', replaces: false }))
    expect(useOnPaper('online')).toEqual(ok({ state: 'paper', replaces: true }))
    expect(useOnPaper('paper')).toMatchObject({ refusal: { code: 'ballot-code-used' } })
    expect(useOnPaper('void')).toMatchObject({ refusal: { code: 'ballot-code-void' } })
  })

  test('that was lost is made void only while it is unused', () => {
    expect(voidCode('unused')).toEqual(ok('void'))
    for (const state of ['online', 'paper', 'void'] as const) expect(voidCode(state).ok).toBe(false)
  })

  test('never becomes unused again, whatever is done with it', () => {
    for (const state of codeStates)
      for (const way of Object.values(ways)) {
        const done = way(state)
        if (done.ok) expect(typeof done.value === 'string' ? done.value : done.value.state).not.toBe('unused')
      }
  })
})
