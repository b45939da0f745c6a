import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day } from './day.ts'
import { asId, type EntryId, type PersonId } from './ids.ts'
import {
  approvePayment,
  askPayment,
  balances,
  checkLines,
  correct,
  enter,
  payOut,
  refusePayment,
  type LedgerEntry
} from './ledger.ts'
import { cents } from './money.ts'

const today = '2027-04-01' as Day
const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code
const [ans, bep, joyce] = ['ans', 'bep', 'joyce'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId, PersonId]
const typed = { what: 'Vijf banken', on: '2027-03-30', from: 'bank', to: 'plan', amount: cents(400_000) }

describe('an entry', () => {
  test('moves money from one account to another', () => {
    expect(enter(typed, today)).toMatchObject({
      value: {
        lines: [
          { account: 'plan', amount: 400_000 },
          { account: 'bank', amount: -400_000 }
        ]
      }
    })
  })

  test('is refused when it does not balance, moves nothing, or lies in the future', () => {
    expect(code(checkLines([{ account: 'a', amount: cents(1) }]))).toBe('entry-without-lines')
    expect(
      code(
        checkLines([
          { account: 'a', amount: cents(1) },
          { account: 'b', amount: cents(1) }
        ])
      )
    ).toBe('entry-does-not-balance')
    expect(code(enter({ ...typed, amount: cents(0) }, today))).toBe('entry-line-zero')
    expect(code(enter({ ...typed, to: 'bank' }, today))).toBe('same-account')
    expect(code(enter({ ...typed, on: '2027-04-02' }, today))).toBe('day-in-the-future')
  })

  test('is taken back once, by its mirror image and with a reason; both stay', () => {
    const entry = enter(typed, today)
    if (!entry.ok) throw new Error('refused')
    const kept = { ...entry.value, id: asId<EntryId>('e1') }
    expect(code(correct(kept, '', today))).toBe('reason-missing')
    const back = correct(kept, 'Verkeerd plan.', today)
    if (!back.ok) throw new Error('refused')
    expect(balances([kept, back.value])).toEqual(
      new Map([
        ['plan', 0],
        ['bank', 0]
      ])
    )
    expect(code(correct({ ...kept, correctedBy: asId<EntryId>('e2') }, 'Nog eens.', today))).toBe(
      'entry-already-corrected'
    )
    expect(code(correct({ ...back.value, id: asId<EntryId>('e2') }, 'Toch.', today))).toBe('entry-is-a-correction')
  })

  test('never makes or loses a cent, whatever is entered and taken back in whatever order', () => {
    const account = fc.constantFrom('funder', 'round', 'plan', 'bursar', 'bank')
    const step = fc.record({
      from: account,
      to: account,
      amount: fc.integer({ min: -5, max: 1_000_000 }),
      back: fc.boolean()
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const book: LedgerEntry[] = []
        for (const { from, to, amount, back } of steps) {
          const entry = enter({ ...typed, from, to, amount: cents(amount) }, today)
          if (!entry.ok) continue
          book.push(entry.value)
          const mirror = back && correct({ ...entry.value, id: asId<EntryId>('x') }, 'Fout.', today)
          if (mirror && mirror.ok) book.push(mirror.value)
        }
        expect([...balances(book).values()].reduce<number>((sum, one) => sum + one, 0)).toBe(0)
      })
    )
  })
})

describe('a payment', () => {
  const asked = askPayment({ amount: cents(100), vouchers: 1, left: cents(100), askedBy: ans })

  test('needs a voucher, and money that is there', () => {
    expect(asked).toEqual({ ok: true, value: { state: 'asked', askedBy: ans } })
    expect(code(askPayment({ amount: cents(100), vouchers: 0, left: cents(100), askedBy: ans }))).toBe(
      'payment-without-voucher'
    )
    expect(code(askPayment({ amount: cents(101), vouchers: 1, left: cents(100), askedBy: ans }))).toBe(
      'payment-above-what-is-left'
    )
  })

  test('needs two different people, and never the one who is paid', () => {
    if (!asked.ok) throw new Error('refused')
    expect(code(askPayment({ amount: cents(1), vouchers: 1, left: cents(1), askedBy: ans, payee: ans }))).toBe(
      'payment-to-oneself'
    )
    expect(code(approvePayment(asked.value, ans))).toBe('payment-needs-second-person')
    expect(code(approvePayment(asked.value, bep, bep))).toBe('payment-to-oneself')
    const approved = approvePayment(asked.value, bep, joyce)
    if (!approved.ok) throw new Error('refused')
    expect(code(approvePayment(approved.value, joyce))).toBe('payment-not-asked')
    expect(payOut(approved.value, '2027-03-31', today)).toMatchObject({
      value: { state: 'paid', paidOn: '2027-03-31' }
    })
  })

  test('is paid only after it was approved, and refused only with a reason', () => {
    if (!asked.ok) throw new Error('refused')
    expect(code(payOut(asked.value, '2027-03-31', today))).toBe('payment-not-approved')
    expect(code(refusePayment(asked.value, ' '))).toBe('reason-missing')
  })
})
