import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, inEuros, mostCents, readAmount, readPositiveAmount, totalOf } from './money.ts'

describe('an amount', () => {
  test.each([
    ['1250', 125_000],
    ['1.250', 125_000],
    ['1.250,50', 125_050],
    ['1.250.000,05', 125_000_005],
    ['12,5', 1_250],
    ['€ 12,50', 1_250],
    ['€12,-', 1_200],
    ['12.50', 1_250],
    ['0', 0],
    ['0,01', 1],
    [' 7 ', 700]
  ])('typed as %s is understood', (typed, expected) => {
    expect(readAmount('cost', typed)).toEqual({ ok: true, value: expected })
  })

  test.each(['1,250', '12.5', '1.2500', '1,234,567', '12,345', '-5', 'veel', '1e3', '١٢', '1.250.50', '12,50,00'])(
    'typed as %s could mean something else, and is asked again',
    (typed) => {
      expect(readAmount('cost', typed)).toMatchObject({ refusal: { field: 'cost' } })
    }
  )

  test('that was left out, or is nothing where something is needed, is refused', () => {
    expect(readAmount('cost', ' ')).toMatchObject({ refusal: { code: 'field-missing' } })
    expect(readPositiveAmount('cost', '0,00')).toMatchObject({ refusal: { code: 'amount-not-above-zero' } })
  })

  test('larger than any budget is refused, however many digits it has', () => {
    expect(readAmount('cost', '9'.repeat(400))).toMatchObject({ refusal: { code: 'amount-too-large' } })
    expect(readAmount('cost', '10000000000')).toEqual({ ok: true, value: mostCents })
  })

  test('comes back to the cent as it was written for the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostCents }), (amount) => {
        expect(readAmount('x', inEuros(cents(amount)))).toEqual({ ok: true, value: amount })
      })
    )
    expect(inEuros(cents(-5))).toBe('-0.05')
  })

  test('is never half a cent', () => {
    expect(() => cents(0.5)).toThrow(/no whole number/)
    expect(totalOf([cents(1), cents(2)])).toBe(3)
  })
})
