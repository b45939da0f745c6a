// Codes that people read from paper and type in: no look-alikes, and a character that catches what went wrong.

/** Crockford's base32: no I, L, O or U, so nothing looks like something else and no word appears by accident. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Multiplication by x in GF(32) with x⁵ + x² + 1, whose x runs through all 31 non-zero elements. */
const timesX = (a: number): number => ((a << 1) & 31) ^ (a & 16 ? 0b00101 : 0)

/**
 * x⁰·c₀ + x¹·c₁ + … in GF(32), computed from the back: zero for a right code. Up to 31 characters all weights differ and none
 * is zero, so every single wrong character and every swap of two characters (neighbours or not) makes it non-zero.
 */
const checksum = (values: readonly number[]): number => values.reduceRight((sum, value) => timesX(sum) ^ value, 0)

const written = (values: readonly number[]): string => values.map((value) => alphabet.charAt(value)).join('')

/** @param random at least 5/8 byte for each of the `chance` characters. @returns `chance` characters and a check character. */
export function checkedCode(random: Uint8Array, chance: number): string {
  const bytes = Math.ceil((chance * 5) / 8)
  if (random.length < bytes) throw new RangeError(`a code of ${chance} characters needs ${bytes} bytes of chance`)
  let bits = 0n
  for (const byte of random.subarray(0, bytes)) bits = (bits << 8n) | BigInt(byte)
  const values: number[] = []
  for (let i = 0; i < chance; i += 1) {
    values.push(Number(bits & 31n))
    bits >>= 5n
  }
  // The check character comes first in the sum, with weight 1, and last in the code.
  return written([...values, checksum([0, ...values])])
}

/**
 * The code somebody typed, or undefined when it cannot be right. Capitals or not, spaces, hyphens, O for 0 and I or L for
 * 1 make no difference. @param length with the check character.
 */
export function readCheckedCode(typed: string, length: number): string | undefined {
  if (typed.length > 100) return undefined
  const plain = typed
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  const values = [...plain].map((character) => alphabet.indexOf(character))
  if (values.length !== length || values.includes(-1)) return undefined
  const check = values[length - 1] ?? 0
  return checksum([check, ...values.slice(0, -1)]) === 0 ? written(values) : undefined
}
