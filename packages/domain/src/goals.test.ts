import { describe, expect, test } from 'vitest'
import {
  adopt,
  goalStates,
  handOver,
  letGo,
  pause,
  propose,
  reach,
  reopen,
  resume,
  start,
  writeResult,
  type Goal
} from './goals.ts'
import { asId, type GroupId, type NeedId, type PersonId } from './ids.ts'

const amma = asId<PersonId>('amma')
const goals: Record<Goal['state'], Goal> = {
  proposed: { state: 'proposed' },
  adopted: { state: 'adopted', lead: amma },
  underWay: { state: 'underWay', lead: amma },
  paused: { state: 'paused', from: 'underWay', why: 'Amma is ziek.', lead: amma },
  reached: { state: 'reached', result: 'De lift doet het.', lead: amma },
  letGo: { state: 'letGo', why: 'De flat wordt gesloopt.' }
}
const verbs: Record<string, { verb: (goal: Goal) => { ok: boolean }; from: Goal['state'][] }> = {
  adopt: { verb: (g) => adopt(g), from: ['proposed'] },
  start: { verb: (g) => start(g), from: ['adopted'] },
  pause: { verb: (g) => pause(g, 'even rust'), from: ['adopted', 'underWay'] },
  resume: { verb: (g) => resume(g), from: ['paused'] },
  handOver: { verb: (g) => handOver(g, amma), from: ['adopted', 'underWay', 'paused'] },
  writeResult: { verb: (g) => writeResult(g, 'De lift doet het.'), from: ['underWay'] },
  reach: { verb: (g) => reach(g, { result: 'De lift doet het.', waitingTellBacks: 0 }), from: ['underWay'] },
  letGo: { verb: (g) => letGo(g, 'niemand meer'), from: ['proposed', 'adopted', 'underWay', 'paused'] },
  reopen: { verb: (g) => reopen(g, 'Toch niet opgelost'), from: ['reached'] }
}

describe('a goal', () => {
  test('is proposed by an existing group, from a need', () => {
    const typed = { title: 'Een lift die het doet', need: asId<NeedId>('lift'), owner: asId<GroupId>('kern') }
    expect(propose(typed)).toEqual({ ok: true, value: { ...typed, goal: { state: 'proposed' } } })
    expect(propose({ ...typed, title: '' })).toMatchObject({ refusal: { code: 'field-missing', field: 'title' } })
  })

  for (const [name, { verb, from }] of Object.entries(verbs))
    test(`can be asked to ${name} only when it is ${from.join(' or ')}`, () => {
      expect(goalStates.filter((state) => verb(goals[state]).ok)).toEqual(from)
    })

  test('keeps its lead through a pause, and goes on where it was', () => {
    for (const goal of [goals.adopted, goals.underWay, { ...goals.underWay, result: 'Half klaar' } as Goal]) {
      const resting = pause(goal, 'Het is vakantie.')
      expect(resting.ok && resume(resting.value)).toEqual({ ok: true, value: goal })
    }
  })

  test('is handed over, or carried by nobody for a while', () => {
    expect(handOver(goals.underWay, asId<PersonId>('kofi'))).toMatchObject({ value: { lead: 'kofi' } })
    expect(handOver(goals.underWay)).toEqual({ ok: true, value: { state: 'underWay' } })
  })

  test('is not paused, let go or reopened without a reason', () => {
    expect(pause(goals.adopted, '')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(letGo(goals.adopted, ' ')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(reopen(goals.reached, undefined)).toMatchObject({ refusal: { code: 'reason-missing' } })
  })

  test('is not reached while somebody who wanted to hear has not been told', () => {
    expect(reach(goals.underWay, { result: 'De lift doet het.', waitingTellBacks: 3 })).toEqual({
      ok: false,
      refusal: { code: 'tell-backs-waiting', facts: { waiting: 3 } }
    })
  })

  test('is not reached without a word on what came of it', () => {
    expect(reach(goals.underWay, { waitingTellBacks: 0 })).toMatchObject({ refusal: { code: 'result-missing' } })
    const written = writeResult(goals.underWay, 'De lift doet het.')
    expect(written.ok && reach(written.value, { waitingTellBacks: 0 })).toEqual({ ok: true, value: goals.reached })
  })
})
