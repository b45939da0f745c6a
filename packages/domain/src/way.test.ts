import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { goalStates } from './goals.ts'
import { tellBackStates } from './tellbacks.ts'
import { tellHows } from './voices.ts'
import { nextOf, nexts, stops, wayOf, type WayFacts } from './way.ts'

const on = (text: string) => text as Day
const [d1, d2, d3, d4, d5] = ['2026-01-05', '2026-01-20', '2026-02-01', '2026-02-10', '2026-03-20'].map(on) as [
  Day,
  Day,
  Day,
  Day,
  Day
]
const heard: WayFacts = { heardOn: d1, tellBack: { how: 'email' } }
const chosen: WayFacts = { ...heard, gatheredOn: d2, goal: 'underWay', chosenOn: d3 }
const line = (facts: WayFacts) => wayOf(facts).map(({ stop, state }) => `${stop} ${state}`)

describe('the way of a voice', () => {
  test('begins with being heard, and waits for residents to gather it', () => {
    expect(wayOf(heard)[0]).toEqual({ stop: 'heard', state: 'done', on: d1 })
    expect(line(heard)).toEqual([
      'heard done',
      'gathered now',
      'chosen ahead',
      'asked ahead',
      'done ahead',
      'told ahead'
    ])
    expect(nextOf(heard)).toBe('waits-for-group')
    expect(nextOf({ ...heard, gatheredOn: d2 })).toBe('waits-for-adoption')
    expect(nextOf({ ...heard, gatheredOn: d2, goal: 'proposed' })).toBe('waits-for-adoption')
    expect(nextOf({ ...chosen, goal: 'adopted' })).toBe('waits-for-start')
  })

  test('shows since when the institution is asked, and that it is late', () => {
    const asked: WayFacts = { ...chosen, asked: { on: d4, waiting: true } }
    expect(wayOf(asked).find(({ stop }) => stop === 'asked')).toEqual({ stop: 'asked', state: 'now', on: d4 })
    expect(nextOf(asked)).toBe('waits-for-institution')
    expect(nextOf({ ...asked, asked: { on: d4, waiting: true, late: true } })).toBe('late')
  })

  test('waits for residents to judge a reply, and then for what was promised', () => {
    const replied: WayFacts = { ...chosen, asked: { on: d4, waiting: false, toJudge: true } }
    expect(nextOf(replied)).toBe('waits-for-judgement')
    expect(line(replied)).toContain('asked now')
    const promised: WayFacts = {
      ...chosen,
      asked: { on: d4, waiting: false, answeredOn: d5 },
      promised: { due: d5, open: true }
    }
    expect(line(promised)).toContain('asked done')
    expect(nextOf(promised)).toBe('promise-due')
    expect(nextOf({ ...promised, promised: { due: d5, open: true, overdue: true } })).toBe('promise-overdue')
    const disputed = { due: d5, open: true, overdue: true, disputed: true }
    expect(nextOf({ ...promised, promised: disputed })).toBe('promise-disputed')
    expect(nextOf({ ...promised, promised: { due: d5, open: false, toJudge: true } })).toBe('waits-for-judgement')
    expect(nextOf({ ...promised, promised: { due: d5, open: false } })).toBe('waits-for-deed')
  })

  test('has no stop for asking when neighbours did it themselves, and none for money when there was none', () => {
    expect(line({ ...chosen, done: { on: d5 } })).toEqual([
      'heard done',
      'gathered done',
      'chosen done',
      'done done',
      'told now'
    ])
  })

  test('has a stop for money where money is involved', () => {
    expect(line({ ...chosen, done: { on: d5 }, paid: { on: d4 } })).toContain('paid done')
    expect(line({ ...chosen, asked: { on: d4, waiting: false }, paid: {} })).toContain('paid now')
  })

  test('is not finished before its giver heard', () => {
    const reached: WayFacts = { ...chosen, goal: 'reached', done: { on: d4 } }
    expect(nextOf(reached)).toBe('waits-for-tell-back')
    expect(line(reached).at(-1)).toBe('told now')
    const told: WayFacts = { ...reached, tellBack: { how: 'email', state: 'told', on: d5 } }
    expect(nextOf(told)).toBe('finished')
    expect(wayOf(told).at(-1)).toEqual({ stop: 'told', state: 'done', on: d5 })
    expect(nextOf({ ...reached, tellBack: { how: 'not' } })).toBe('finished')
  })

  test('waits for the group to write what came of it once it was done', () => {
    expect(nextOf({ ...chosen, done: { on: d4 }, tellBack: { how: 'not' } })).toBe('waits-for-result')
    expect(nextOf({ ...chosen, done: { on: d4 } })).toBe('waits-for-tell-back')
  })

  test('tells of a pause, and of a goal that was let go, also to its giver', () => {
    expect(nextOf({ ...chosen, goal: 'paused' })).toBe('paused')
    const gone: WayFacts = { ...chosen, goal: 'letGo' }
    expect(nextOf(gone)).toBe('let-go-tell-back')
    expect(line(gone)).toEqual(['heard done', 'gathered done', 'chosen done', 'told now'])
    expect(nextOf({ ...gone, tellBack: { how: 'not' } })).toBe('let-go')
  })

  test('whatever happened: stops stand in order, at most one is now, and only when nothing is left there is none', () => {
    const anyDay = fc.constantFrom(d1, d2, d3, d4, d5)
    const anyFacts = fc.record(
      {
        heardOn: anyDay,
        gatheredOn: anyDay,
        goal: fc.constantFrom(...goalStates),
        chosenOn: anyDay,
        asked: fc.record({ on: anyDay, waiting: fc.boolean(), late: fc.boolean(), toJudge: fc.boolean() }),
        promised: fc.record({ due: anyDay, open: fc.boolean(), overdue: fc.boolean() }),
        paid: fc.oneof(fc.constant({}), fc.record({ on: anyDay })),
        done: fc.record({ on: anyDay }),
        tellBack: fc.record(
          { how: fc.constantFrom(...tellHows), state: fc.constantFrom(...tellBackStates), on: anyDay },
          { requiredKeys: ['how'] }
        )
      },
      { requiredKeys: ['heardOn', 'tellBack'] }
    )
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const way = wayOf(facts)
        const places = way.map(({ stop }) => stops.indexOf(stop))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        const open = way.filter(({ state }) => state !== 'done')
        expect(open.filter(({ state }) => state === 'now').length).toBe(open.length === 0 ? 0 : 1)
        expect(open.at(0)?.state ?? 'now').toBe('now')
        expect(nexts).toContain(nextOf(facts))
      })
    )
  })
})
