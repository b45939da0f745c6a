import { expect, test } from 'vitest'
import { checkPlaceColour, contrast, readHex } from './colour.ts'

const light = { paper: '#fbf6ec', ink: '#221b16' }

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#ffffff', '#ffffff')).toBe(1)
})

test('a neighbourhood with a colour everybody can read gets it', () => {
  expect(checkPlaceColour(' #0B5D57 ', light)).toEqual({ ok: true, value: { hex: '#0b5d57', letters: 'paper' } })
})

test('a colour some neighbours could not read is refused with the figures', () => {
  expect(checkPlaceColour('#d2691e', light)).toMatchObject({
    refusal: { code: 'colour-contrast-too-low', field: 'colour', facts: { needed: 7 } }
  })
  expect(checkPlaceColour('#f2b134', light)).toMatchObject({ refusal: { facts: { needed: 3 } } })
})

test('a ratio is never rounded up to what is needed', () => {
  const refusal = checkPlaceColour('#f2b134', light)
  const ratio = refusal.ok ? undefined : refusal.refusal.facts?.['ratio']
  expect(ratio).toBeLessThanOrEqual(contrast('#f2b134', light.paper))
})

test('something that is no colour is no colour', () => {
  for (const not of ['', 'groen', '#12', '#12345g', 'red;}', '#1234567']) {
    expect(readHex(not)).toBeUndefined()
    expect(checkPlaceColour(not, light)).toMatchObject({ refusal: { code: 'colour-not-a-colour' } })
  }
  expect(readHex('#AbC')).toBe('#aabbcc')
})
