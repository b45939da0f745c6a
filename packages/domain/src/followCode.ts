// The code on the card with which anyone follows a voice, without an account.
import { type Brand } from './ids.ts'

/** Ten characters of Crockford's base32 without spaces: nine of chance (45 bits) and a check character. */
export type FollowCode = Brand<string, 'FollowCode'>

/** No I, L, O or U: nothing on the card looks like something else, and no word appears by accident. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

/** Multiplication by x in GF(32) with x⁵ + x² + 1, whose x runs through all 31 non-zero elements. */
const timesX = (a: number): number => ((a << 1) & 31) ^ (a & 16 ? 0b00101 : 0)

/**
 * x⁰·c₀ + x¹·c₁ + … + x⁹·c₉ in GF(32), computed from the back: zero for a right code. All ten weights differ and none is
 * zero, so every single wrong character and every swap of two characters (neighbours or not) makes it non-zero.
 */
const checksum = (values: readonly number[]): number => values.reduceRight((sum, value) => timesX(sum) ^ value, 0)

const asCode = (values: readonly number[]): FollowCode =>
  values.map((value) => alphabet.charAt(value)).join('') as FollowCode

/** A code from chance: at least 6 bytes, of which 45 bits are used. */
export function followCode(random: Uint8Array): FollowCode {
  if (random.length < 6) throw new RangeError('a follow code needs 6 bytes of chance')
  let bits = 0n
  for (const byte of random.subarray(0, 6)) bits = (bits << 8n) | BigInt(byte)
  const chance: number[] = []
  for (let i = 1; i < length; i += 1) {
    chance.push(Number(bits & 31n))
    bits >>= 5n
  }
  // The check character comes first in the sum, with weight 1, and last in the code.
  return asCode([...chance, checksum([0, ...chance])])
}

/**
 * The code somebody typed, or undefined when it cannot be right. Capitals or not, spaces, hyphens, O for 0 and I or L for
 * 1 make no difference.
 */
export function readFollowCode(typed: string): FollowCode | undefined {
  if (typed.length > 100) return undefined
  const plain = typed
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  const values = [...plain].map((character) => alphabet.indexOf(character))
  if (values.length !== length || values.includes(-1)) return undefined
  const check = values[length - 1] ?? 0
  return checksum([check, ...values.slice(0, -1)]) === 0 ? asCode(values) : undefined
}

/** As it is printed: 'K7QF 2M9D 4T'. */
export const showFollowCode = (code: FollowCode): string => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
