import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ballotCode,
  keyCard,
  readBallotCode,
  readCardNumber,
  readKeyCard,
  showBallotCode,
  showCardNumber,
  showKeyCard
} from './ballotCode.ts'
import { readFollowCode } from './followCode.ts'

const anyCode = fc.uint8Array({ minLength: 7, maxLength: 7 }).map((bytes) => ballotCode(bytes))

describe('a ballot code', () => {
  test('has eleven characters, and is read as people type it', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/)
        expect(readBallotCode(showBallotCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
      })
    )
  })

  test('uses 50 bits of chance: each of them changes the code', () => {
    const codes = new Set<string>()
    for (let bit = 0; bit < 56; bit += 1) {
      const random = new Uint8Array(7)
      random[bit >> 3] = 1 << (bit & 7)
      codes.add(ballotCode(random))
    }
    codes.delete(ballotCode(new Uint8Array(7)))
    expect(codes.size).toBe(50)
  })

  test('catches every single wrong character and every swap of two', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(10), fc.nat(10), (code, a, b) => {
        const swapped = [...code]
        ;[swapped[a], swapped[b]] = [swapped[b]!, swapped[a]!]
        if (swapped.join('') !== code) expect(readBallotCode(swapped.join(''))).toBeUndefined()
        const other = code[a] === '7' ? '8' : '7'
        expect(readBallotCode(code.slice(0, a) + other + code.slice(a + 1))).toBeUndefined()
      })
    )
  })

  test('is never taken for a follow code', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readFollowCode(code)).toBeUndefined()
      })
    )
  })
})

describe('a key card', () => {
  test('has 120 bits of chance in five groups, is read as people type it, and is no ballot code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), (bytes) => {
        const card = keyCard(bytes)
        expect(showKeyCard(card)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5} ){4}[0-9A-HJKMNP-TV-Z]{5}$/)
        expect(readKeyCard(showKeyCard(card).toLowerCase())).toBe(card)
        expect(readBallotCode(card)).toBeUndefined()
      })
    )
    const bits = new Set(
      Array.from({ length: 120 }, (_, bit) => {
        const random = new Uint8Array(15)
        random[bit >> 3] = 1 << (bit & 7)
        return keyCard(random)
      })
    )
    expect(bits.size).toBe(120)
  })
})

describe('the number of a card', () => {
  test('is six digits in two groups, and nothing else', () => {
    expect(showCardNumber(42_917)).toBe('042 917')
    expect(readCardNumber(' 042-917')).toBe(42_917)
    for (const wrong of ['42917', '0429170', 'K7QF 2M9 D4TX', '']) expect(readCardNumber(wrong)).toBeUndefined()
  })
})
