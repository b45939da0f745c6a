import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followCode, readFollowCode, showFollowCode } from './followCode.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyCode = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => followCode(bytes))

describe('a follow code', () => {
  test('has ten characters, none of which looks like another', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
        expect(readFollowCode(code)).toBe(code)
      })
    )
  })

  test('uses 45 bits of chance: each of them changes the code', () => {
    const codes = new Set<string>()
    for (let bit = 0; bit < 48; bit += 1) {
      const random = new Uint8Array(6)
      random[bit >> 3] = 1 << (bit & 7)
      codes.add(followCode(random))
    }
    // The three bits that are left over give the code of no chance at all.
    codes.delete(followCode(new Uint8Array(6)))
    expect(codes.size).toBe(45)
  })

  test('is printed in groups of four, four and two', () => {
    const code = followCode(new Uint8Array([1, 2, 3, 4, 5, 6]))
    expect(showFollowCode(code)).toMatch(/^.{4} .{4} .{2}$/)
    expect(readFollowCode(showFollowCode(code))).toBe(code)
  })

  test('is read as people type it: small letters, hyphens, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const sloppy = showFollowCode(code).toLowerCase().replaceAll('0', 'o').replaceAll(' ', '-')
        expect(readFollowCode(` ${sloppy} `)).toBe(code)
        expect(readFollowCode(code.replaceAll('1', 'l'))).toBe(code)
        expect(readFollowCode(code.replaceAll('1', 'I'))).toBe(code)
      })
    )
  })

  test('catches every single wrong character, at every place', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let at = 0; at < 10; at += 1)
          for (const other of alphabet) {
            const wrong = code.slice(0, at) + other + code.slice(at + 1)
            expect(readFollowCode(wrong)).toBe(other === code[at] ? code : undefined)
          }
      }),
      { numRuns: 50 }
    )
  })

  test('catches every swap of two different characters, whatever they are and wherever they stand', () => {
    for (let left = 0; left < 10; left += 1)
      for (let right = left + 1; right < 10; right += 1)
        for (const a of alphabet)
          for (const b of alphabet) {
            if (a === b) continue
            const [first, second] = swapOf(left, right, a, b)
            expect(readFollowCode(first) !== undefined && readFollowCode(second) !== undefined).toBe(false)
          }
  })

  test('is not read from something else', () => {
    for (const not of ['', 'K7QF', 'U'.repeat(10), '0'.repeat(11), 'x'.repeat(1000), '٠'.repeat(10)])
      expect(readFollowCode(not)).toBeUndefined()
  })

  test('needs enough chance', () => {
    expect(() => followCode(new Uint8Array(5))).toThrow(RangeError)
  })
})

/** Two codes that differ only in the order of `a` and `b`; the first is right, by a free character elsewhere. */
function swapOf(left: number, right: number, a: string, b: string): [string, string] {
  const free = [0, 1, 2].find((at) => at !== left && at !== right) ?? 0
  const characters = [...'0000000000']
  characters[left] = a
  characters[right] = b
  for (const filler of alphabet) {
    characters[free] = filler
    if (readFollowCode(characters.join('')) !== undefined) break
  }
  const swapped = [...characters]
  swapped[left] = b
  swapped[right] = a
  expect(readFollowCode(characters.join(''))).toBe(characters.join(''))
  return [characters.join(''), swapped.join('')]
}
