import { expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type GroupId, type PersonId } from './ids.ts'
import { giveUp, hasHeard, prepare, tell, waitAgain, whoTells, type TellBack } from './tellbacks.ts'
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

test('who cannot be reached does not hold the goal up, but only with a reason, and is told as soon as it can be', () => {
  expect(giveUp({ state: 'waiting' }, '', today, amma)).toMatchObject({ refusal: { code: 'field-missing' } })
  expect(giveUp({ state: 'waiting' }, 'no idea', today, amma)).toMatchObject({
    refusal: { code: 'field-not-a-choice' }
  })
  const tried = giveUp({ state: 'waiting' }, 'moved', today, amma)
  expect(tried).toEqual({ ok: true, value: { state: 'unreachable', on: today, by: amma, why: 'moved' } })
  const unreachable = (tried as { value: TellBack }).value
  expect(hasHeard(unreachable)).toBe(false)
  expect(giveUp(unreachable, 'moved', today, amma)).toMatchObject({ refusal: { code: 'tell-back-not-waiting' } })
  expect(tell(unreachable, today, 'giver')).toEqual({ ok: true, value: { state: 'told', on: today, by: 'giver' } })
  expect(waitAgain(unreachable)).toEqual({ ok: true, value: { state: 'waiting' } })
})

test('nobody is given up who was told already or reads it at the code', () => {
  for (const state of [
    { state: 'told', on: today, by: amma },
    { state: 'ready', since: today }
  ] as const) {
    expect(giveUp(state, 'moved', today, amma)).toMatchObject({ refusal: { code: 'tell-back-not-waiting' } })
    expect(waitAgain(state)).toMatchObject({ refusal: { code: 'tell-back-not-waiting' } })
  }
})

test('a giver is told by the group that listened; by the goal’s owner only when that was handed over or nobody is left', () => {
  const [listened, owner] = [asId<GroupId>('church'), asId<GroupId>('flat')]
  expect(whoTells({ listened, owner, handedOver: false, isThere: true })).toBe(listened)
  expect(whoTells({ listened, owner, handedOver: true, isThere: true })).toBe(owner)
  expect(whoTells({ listened, owner, handedOver: false, isThere: false })).toBe(owner)
})
