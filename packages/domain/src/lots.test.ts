import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreedLot, beginCount, readLot, typeLot, type LotEntry } from './lots.ts'

const code = (decision: { ok: boolean }) => (decision as { refusal?: { code: string } }).refusal?.code

describe('the lot', () => {
  it('is read however it is typed, as long as every plan stands there once', () => {
    for (const typed of ['3 1 2', '3,1,2', '3 - 1 - 2', ' 3;1\n2 '])
      expect(readLot(typed, 3)).toEqual({ ok: true, value: [3, 1, 2] })
    expect(code(readLot('3 1', 3))).toBe('lot-not-whole')
    expect(code(readLot('3 1 1 2', 3))).toBe('lot-plan-twice')
    expect(code(readLot('3 1 2 4', 3))).toBe('lot-unknown-plan')
    expect(code(readLot('0 1 2 3', 3))).toBe('lot-unknown-plan')
    expect(code(readLot('geen', 3))).toBe('field-missing')
  })

  it('counts when two different people typed the same order, and never when one person typed it twice', () => {
    const a: LotEntry = { by: 'a', order: [2, 1] }
    expect(agreedLot([a, { by: 'a', order: [2, 1] }])).toBeUndefined()
    expect(agreedLot([a, { by: 'b', order: [1, 2] }])).toBeUndefined()
    expect(agreedLot([a, { by: 'b', order: [2, 1] }])).toEqual({ order: [2, 1], by: ['a', 'b'] })
  })

  it('can be typed again by who made a mistake, until two agree', () => {
    const first = typeLot([{ by: 'a', order: [1, 2] }], { by: 'a', order: [2, 1] })
    expect(first).toEqual({ ok: true, value: [{ by: 'a', order: [2, 1] }] })
    const agreed = [
      { by: 'a', order: [2, 1] },
      { by: 'b', order: [2, 1] }
    ]
    expect(code(typeLot(agreed, { by: 'c', order: [1, 2] }))).toBe('lot-already-agreed')
  })

  it('once typed whole is some order of all plans, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6)), (numbers) => {
        const read = readLot(numbers.join(' '), 5)
        if (read.ok) expect(read.value.toSorted()).toEqual([1, 2, 3, 4, 5])
      })
    )
  })
})

describe('the count', () => {
  it('waits for a second person, and is never counted by one alone', () => {
    expect(beginCount(undefined, 'a')).toEqual({ ok: true, value: 'waits' })
    expect(code(beginCount('a', 'a'))).toBe('count-needs-second-person')
    expect(beginCount('a', 'b')).toEqual({ ok: true, value: 'counts' })
  })
})
