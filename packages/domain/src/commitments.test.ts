import { describe, expect, test } from 'vitest'
import {
  commitmentDaysLate,
  deliver,
  dispute,
  isOverdue,
  keep,
  promise,
  commitmentStates,
  type Commitment
} from './commitments.ts'
import { type Day } from './day.ts'
import { asId, type PersonId } from './ids.ts'

const on = (text: string) => text as Day
const amma = asId<PersonId>('amma')
const due = on('2026-12-01')
const today = on('2026-11-24')
const all: Record<Commitment['state'], Commitment> = {
  promised: { state: 'promised', due },
  delivered: { state: 'delivered', due, deliveredOn: today },
  kept: { state: 'kept', due, deliveredOn: today, confirmedBy: amma },
  disputed: { state: 'disputed', due, deliveredOn: today, why: 'Er staat nog steigerwerk.' }
}

describe('an institution promises', () => {
  test('what, and by which day', () => {
    expect(promise({ what: 'Nieuwe lift in Noordhof', due: '2026-12-01' }, today)).toEqual({
      ok: true,
      value: { what: 'Nieuwe lift in Noordhof', commitment: all.promised }
    })
  })

  test('never something without a day, or for a day that has gone', () => {
    expect(promise({ what: 'Nieuwe lift', due: '' }, today)).toMatchObject({
      refusal: { code: 'field-missing', field: 'due' }
    })
    expect(promise({ what: 'Nieuwe lift', due: 'spoedig' }, today)).toMatchObject({
      refusal: { code: 'field-not-a-day' }
    })
    expect(promise({ what: 'Nieuwe lift', due: '2026-11-23' }, today)).toMatchObject({
      refusal: { code: 'day-in-the-past' }
    })
    expect(promise({ what: 'Nieuwe lift', due: today }, today).ok).toBe(true)
  })

  test('and may say it delivered, also again after a dispute', () => {
    expect(commitmentStates.filter((state) => deliver(all[state], today).ok)).toEqual(['promised', 'disputed'])
    expect(deliver(all.disputed, on('2026-12-05'))).toEqual({
      ok: true,
      value: { state: 'delivered', due, deliveredOn: '2026-12-05' }
    })
  })

  test('but cannot say a promise is kept before residents had something to see', () => {
    expect(commitmentStates.filter((state) => keep(all[state], amma).ok)).toEqual(['delivered'])
  })
})

describe('residents judge', () => {
  test('that it was kept, by name of the one who confirms it', () => {
    expect(keep(all.delivered, amma)).toEqual({ ok: true, value: all.kept })
  })

  test('that it was not, and why', () => {
    expect(dispute(all.delivered, 'Er staat nog steigerwerk.')).toEqual({ ok: true, value: all.disputed })
    expect(dispute(all.delivered, ' ')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(dispute(all.promised, 'Te laat')).toMatchObject({ refusal: { code: 'commitment-not-delivered' } })
    expect(dispute(all.kept, 'Toch niet')).toMatchObject({ refusal: { code: 'commitment-not-delivered' } })
  })
})

test('a promise is overdue from the day after its day, until it is delivered', () => {
  expect(isOverdue(all.promised, due)).toBe(false)
  expect(isOverdue(all.promised, on('2026-12-02'))).toBe(true)
  expect(isOverdue(all.delivered, on('2027-12-02'))).toBe(false)
  expect(commitmentDaysLate(all.promised, on('2026-12-11'))).toBe(10)
  expect(commitmentDaysLate({ state: 'delivered', due, deliveredOn: on('2026-12-04') }, on('2027-01-01'))).toBe(3)
})
