import { expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type PersonId } from './ids.ts'
import { hasHeard, prepare, tell } from './tellbacks.ts'
import { tellHows } from './voices.ts'

const today = '2026-11-24' as Day
const amma = asId<PersonId>('amma')

test('who wanted to be left alone is left alone', () => {
  expect(prepare({ how: 'not' }, today)).toBeUndefined()
})

test('who looks at the code finds it there, and counts as told', () => {
  const ready = prepare({ how: 'code' }, today)
  expect(ready).toEqual({ state: 'ready', since: today })
  expect(ready && hasHeard(ready)).toBe(true)
})

test('everybody else waits until somebody told them', () => {
  for (const how of tellHows.filter((how) => how !== 'not' && how !== 'code'))
    expect(prepare({ how }, today)).toEqual({ state: 'waiting' })
  expect(hasHeard({ state: 'waiting' })).toBe(false)
  expect(tell({ state: 'waiting' }, today, amma)).toEqual({ ok: true, value: { state: 'told', on: today, by: amma } })
})

test('two helpers do not both tell the same neighbour', () => {
  const told = tell({ state: 'waiting' }, today, amma)
  expect(told.ok && tell(told.value, today, asId<PersonId>('kofi'))).toMatchObject({
    refusal: { code: 'tell-back-not-waiting' }
  })
})
