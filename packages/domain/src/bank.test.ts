import { describe, expect, test } from 'vitest'
import { fitting, lineKeys, readBankAmount, type BankLine } from './bank.ts'
import { type Day } from './day.ts'
import { cents } from './money.ts'

const read = (written: string, mark: 'comma' | 'dot') => {
  const amount = readBankAmount(written, mark)
  return amount.ok ? amount.value : amount.refusal.code
}

describe('an amount of the bank', () => {
  test.each([
    ['12,50', 'comma', 1250],
    ['-1.184,40', 'comma', -118_440],
    ['+0,01', 'comma', 1],
    ['1184.4', 'dot', 118_440],
    ['250', 'dot', 25_000],
    ['12.50000', 'dot', 1250]
  ] as const)('%s is read as it is meant', (written, mark, amount) => expect(read(written, mark)).toBe(amount))

  test.each([
    ['81,499', 'comma'],
    ['81.499', 'comma'],
    ['81,4', 'comma'],
    ['1.18,40', 'comma'],
    ['81,499', 'dot'],
    ['81.499', 'dot'],
    ['1e5', 'dot'],
    ['', 'comma'],
    ['99999999999999,00', 'comma']
  ] as const)('%s is asked, never guessed', (written, mark) => expect(read(written, mark)).toBe('field-not-an-amount'))
})

const line = (more: Partial<BankLine> = {}): BankLine => ({
  on: '2026-11-02' as Day,
  written: '-12,50',
  name: 'Winkel',
  iban: '',
  text: 'Bon 1',
  reference: '',
  ...more
})

test('two lines that look the same are two; the same file read again is the same', () => {
  const [one, two] = lineKeys('NL1', [line(), line()])
  expect(one).not.toBe(two)
  expect(lineKeys('NL1', [line(), line()])).toEqual([one, two])
  expect(lineKeys('NL2', [line()])[0]).not.toBe(one)
})

describe('a line and a payment', () => {
  const lines = [
    { id: 'a', amount: cents(-1250) },
    { id: 'b', amount: cents(-900) },
    { id: 'c', amount: cents(-900) }
  ]
  test('fit when no other fits either of them', () => {
    expect(fitting(lines, [{ id: 'p', amount: cents(1250) }])).toEqual([{ line: 'a', payment: 'p' }])
    expect(fitting(lines, [{ id: 'p', amount: cents(900) }])).toEqual([])
    expect(
      fitting(
        lines,
        ['p', 'q'].map((id) => ({ id, amount: cents(1250) }))
      )
    ).toEqual([])
    expect(fitting([{ id: 'in', amount: cents(1250) }], [{ id: 'p', amount: cents(1250) }])).toEqual([])
  })
})
