import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { booksKeptUntil, grantClock, readGrant } from './grants.ts'

const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code
const typed = {
  name: 'Bewonersgeld 2027',
  reference: '',
  amount: '10.000',
  from: '2027-01-01',
  until: '2027-12-31',
  renewBy: '2027-10-01',
  stops: 'Het buurtberaad en de soep.',
  items: [{ what: 'Plannen', amount: '8.000' }]
}

describe('a grant', () => {
  test('says how much, from when, until when, and what stops', () => {
    expect(readGrant(typed)).toMatchObject({ value: { amount: 1_000_000, renewBy: '2027-10-01' } })
    expect(code(readGrant({ ...typed, stops: '' }))).toBe('field-missing')
    expect(code(readGrant({ ...typed, until: '2026-12-31' }))).toBe('period-ends-before-it-begins')
    expect(code(readGrant({ ...typed, renewBy: '2028-01-01' }))).toBe('renewal-after-the-end')
    expect(code(readGrant({ ...typed, items: [{ what: 'Te veel', amount: '10.000,01' }] }))).toBe(
      'grant-items-above-amount'
    )
    expect(code(readGrant({ ...typed, items: [...typed.items, ...typed.items] }))).toBe('grant-item-twice')
    expect(code(readGrant({ ...typed, items: [{ what: 'Wat', amount: '81,499' }] }))).toBe('field-not-an-amount')
  })

  test.each([
    ['2027-01-15', 'running'],
    ['2027-04-02', 'renew'],
    ['2027-10-02', 'renew-late'],
    ['2028-01-01', 'ended']
  ] as const)('on %s is %s', (today, state) =>
    expect(grantClock({ until: '2027-12-31' as Day, renewBy: '2027-10-01' as Day }, today as Day).state).toBe(state)
  )

  test('that cannot be asked again ends in sight of everybody', () => {
    expect(grantClock({ until: '2027-12-31' as Day }, '2027-07-02' as Day)).toEqual({ daysLeft: 182, state: 'ending' })
  })
})

test('books are kept seven whole years after their own', () => {
  expect(booksKeptUntil('2026-11-24' as Day)).toBe('2034-01-01')
})
