import { type Fraction, parseFraction } from '../fraction.ts'

/**
 * A number of a .pb file. A single comma is a decimal comma, except before exactly three digits, where it could just as
 * well separate thousands: then the answer is undefined, because nothing is guessed.
 */
export function readAmount(text: string): Fraction | undefined {
  const trimmed = text.trim()
  if (trimmed.includes('/')) return undefined
  if (!trimmed.includes(',')) return parseFraction(trimmed)
  if (trimmed.includes('.') || trimmed.indexOf(',') !== trimmed.lastIndexOf(',')) return undefined
  return trimmed.length - trimmed.indexOf(',') === 4 ? undefined : parseFraction(trimmed.replace(',', '.'))
}
