import { expect, test } from 'vitest'
import { ok, refusalCodes, refused } from './decision.ts'

test('every way to say no has one code', () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length)
  for (const code of refusalCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('an answer is yes with what came of it, or no with why', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 })
  expect(refused('reason-missing')).toEqual({ ok: false, refusal: { code: 'reason-missing' } })
  expect(refused('field-too-long', { field: 'what', facts: { max: 5 } })).toEqual({
    ok: false,
    refusal: { code: 'field-too-long', field: 'what', facts: { max: 5 } }
  })
})
