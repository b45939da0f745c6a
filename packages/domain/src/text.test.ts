import { expect, test } from 'vitest'
import { cleanText, countCharacters, readChoice, readReason, readText } from './text.ts'

test('an emoji counts as one character, as people count', () => {
  expect(countCharacters('hé 🏠')).toBe(4)
})

test('a text that is too short or too long is told how long it is and may be', () => {
  expect(readText('title', 'ab', { min: 3, max: 5 })).toMatchObject({
    refusal: { code: 'field-too-short', field: 'title', facts: { length: 2, min: 3 } }
  })
  expect(readText('title', 'abcdef', { min: 3, max: 5 })).toMatchObject({
    refusal: { code: 'field-too-long', field: 'title', facts: { length: 6, max: 5 } }
  })
  expect(readText('title', ' abc ', { min: 3, max: 5 })).toEqual({ ok: true, value: 'abc' })
})

test('a "no" without a reason is no answer', () => {
  for (const why of [undefined, '', '  ', '\u200b'])
    expect(readReason(why)).toMatchObject({ refusal: { code: 'reason-missing' } })
  expect(readReason(' Te duur. ')).toEqual({ ok: true, value: 'Te duur.' })
})

test('a choice is one of the list', () => {
  expect(readChoice('show', 'full', ['full', 'none'])).toEqual({ ok: true, value: 'full' })
  expect(readChoice('show', 'toString', ['full', 'none'])).toMatchObject({ refusal: { code: 'field-not-a-choice' } })
})

test('what a browser adds and what a database cannot keep goes, and nothing else', () => {
  expect(cleanText(' a\r\nb\rc\u0000d  e ')).toBe('a\nb\ncd  e')
  expect(cleanText('\ud83d!')).toBe('\ufffd!')
  expect(cleanText('e\u0301 ﷽ 👩‍👩‍👧')).toBe('e\u0301 ﷽ 👩‍👩‍👧')
})
