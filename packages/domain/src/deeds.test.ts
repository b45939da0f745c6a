import { expect, test } from 'vitest'
import { type Day } from './day.ts'
import { done } from './deeds.ts'

const today = '2026-11-24' as Day
const typed = { what: 'Bankje geplaatst bij de lift', who: 'Vrijwilligers van de Kruidenhof', doneOn: '2026-11-24' }

test('a deed says what was done, by whom in their own words, and when', () => {
  expect(done(typed, today)).toEqual({ ok: true, value: typed })
})

test('what will be done tomorrow is a plan, no deed', () => {
  expect(done({ ...typed, doneOn: '2026-11-25' }, today)).toMatchObject({
    refusal: { code: 'day-in-the-future', field: 'doneOn' }
  })
})

test('a deed of nobody, of nothing or of no day is refused', () => {
  expect(done({ ...typed, who: '' }, today)).toMatchObject({ refusal: { code: 'field-missing', field: 'who' } })
  expect(done({ ...typed, what: undefined }, today)).toMatchObject({
    refusal: { code: 'field-missing', field: 'what' }
  })
  expect(done({ ...typed, doneOn: '2026-02-30' }, today)).toMatchObject({ refusal: { code: 'field-not-a-day' } })
})
