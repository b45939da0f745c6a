/**
 * Exact fractions. Every decision in this library is an exact comparison of such numbers;
 * floating point only ever guides the search (see `run.ts`).
 */
export interface Fraction {
  readonly num: bigint
  /** Always positive; the fraction is in lowest terms. */
  readonly den: bigint
}

export const ZERO: Fraction = { num: 0n, den: 1n }
export const ONE: Fraction = { num: 1n, den: 1n }

/** The greatest common divisor of two whole numbers, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b

/** `num / den` in lowest terms. Refuses a zero denominator. */
export function fraction(num: bigint, den = 1n): Fraction {
  if (den === 0n) throw new RangeError('a fraction cannot have 0 below the line')
  const g = gcd(num, den)
  const sign = den < 0n ? -1n : 1n
  return g === 0n ? ZERO : { num: (sign * num) / g, den: (sign * den) / g }
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den)
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den - b.num * a.den, a.den * b.den)
/** Crosswise in lowest terms first: with one long and one short number, only short ones are left to divide by. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  const [p, q] = [gcd(a.num, b.den), gcd(b.num, a.den)]
  return { num: (a.num / p) * (b.num / q), den: (a.den / q) * (b.den / p) }
}

export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.num === 0n) throw new RangeError('a fraction cannot be divided by 0')
  return multiply(a, b.num < 0n ? { num: -b.den, den: -b.num } : { num: b.den, den: b.num })
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.num * b.den
  const right = b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

/** The largest whole number that is not above the fraction. */
export function floor(a: Fraction): bigint {
  const q = a.num / a.den
  return a.num < 0n && q * a.den !== a.num ? q - 1n : q
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
const RATIO = /^([+-]?\d+)\s*\/\s*(\d+)$/

/** Reads `12`, `12.50`, `1e3` or `2/3` exactly; undefined when the text is not a number. */
export function parseFraction(text: string): Fraction | undefined {
  const trimmed = text.trim()
  const ratio = RATIO.exec(trimmed)
  if (ratio) return BigInt(ratio[2]!) === 0n ? undefined : fraction(BigInt(ratio[1]!), BigInt(ratio[2]!))
  const match = DECIMAL.exec(trimmed)
  if (!match || (match[2] === '' && (match[3] ?? '') === '')) return undefined
  const decimals = match[3] ?? ''
  const exponent = BigInt(match[4] ?? 0) - BigInt(decimals.length)
  const digits = BigInt((match[2] ?? '') + decimals) * (match[1] === '-' ? -1n : 1n)
  return exponent >= 0n ? fraction(digits * 10n ** exponent) : fraction(digits, 10n ** -exponent)
}

/** A whole number, a decimal text, or a fraction, as a fraction. Numbers must be whole: write `'0.1'`, not `0.1`. */
export function exact(value: Fraction | bigint | number | string): Fraction {
  if (typeof value === 'object') return fraction(value.num, value.den)
  if (typeof value === 'bigint') return { num: value, den: 1n }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${value} is not a whole number: write it as text to keep it exact`)
    return { num: BigInt(value), den: 1n }
  }
  const parsed = parseFraction(value)
  if (!parsed) throw new RangeError(`"${value}" is not a number`)
  return parsed
}

/** The nearest double, correct to the last bit or two even when both parts are huge. */
export function toNumber(a: Fraction): number {
  const num = a.num < 0n ? -a.num : a.num
  const shift = BigInt(Math.max(0, bits(a.den) - bits(num) + 64))
  const drop = Math.max(0, bits(num) - bits(a.den) - 64)
  const quotient = (num << shift) / (a.den << BigInt(drop))
  const value = Number(quotient) * 2 ** (drop - Number(shift))
  return a.num < 0n ? -value : value
}

const bits = (x: bigint): number => x.toString(16).length * 4

/** Rounded half away from zero to so many decimals, for people to read. */
export function toDecimal(a: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals)
  const num = a.num < 0n ? -a.num : a.num
  const rounded = (2n * num * scale + a.den) / (2n * a.den)
  const whole = rounded / scale
  const rest = (rounded % scale).toString().padStart(decimals, '0')
  const sign = a.num < 0n && rounded !== 0n ? '-' : ''
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${rest}`
}

/** `5`, `0.25` or `2/3`: the shortest exact text. */
export function toText(a: Fraction): string {
  if (a.den === 1n) return a.num.toString()
  for (let decimals = 1; decimals <= 12; decimals++) {
    if (10n ** BigInt(decimals) % a.den === 0n) return toDecimal(a, decimals)
  }
  return `${a.num}/${a.den}`
}
