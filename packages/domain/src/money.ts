// Money in whole euro cents. No floating point ever comes near it.
import { ok, refused, type Decision } from './decision.ts'
import { type Brand } from './ids.ts'

/** A whole number of euro cents, safe as a JavaScript integer. */
export type Cents = Brand<number, 'Cents'>

/** Ten thousand million euros: far more than any neighbourhood has, far less than where whole numbers stop being exact. */
export const mostCents = 1_000_000_000_000 as Cents

export const cents = (n: number): Cents => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is no whole number of cents`)
  return n as Cents
}

export const totalOf = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, one) => sum + one, 0))

/** Dots between thousands and a comma before cents, as Dutch people write; or a dot before exactly two cents. */
const shapes = [
  { shape: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/, thousands: /\./g },
  { shape: /^(\d+)\.(\d{2})$/, thousands: /,/g }
] as const

/**
 * Cents from what somebody typed: `1250`, `1.250`, `1.250,50`, `12,5`, `€ 12,50`, `12.50`. Whatever could mean two amounts is
 * refused instead of guessed. Refusals: `field-missing`, `field-not-an-amount`, `amount-too-large`.
 */
export function readAmount(field: string, raw: string | undefined): Decision<Cents> {
  const typed = (raw ?? '').replace(/[€\s\u00a0]|,-$|,--$/g, '')
  if (typed === '') return refused('field-missing', { field })
  for (const { shape, thousands } of shapes) {
    const [, euros, part = ''] = shape.exec(typed) ?? []
    if (euros === undefined) continue
    const whole = BigInt(euros.replace(thousands, '')) * 100n + BigInt(part.padEnd(2, '0') || '0')
    if (whole > BigInt(mostCents)) return refused('amount-too-large', { field })
    return ok(Number(whole) as Cents)
  }
  return refused('field-not-an-amount', { field })
}

/** An amount above zero. Refusals: those of `readAmount`, `amount-not-above-zero`. */
export function readPositiveAmount(field: string, raw: string | undefined): Decision<Cents> {
  const amount = readAmount(field, raw)
  return amount.ok && amount.value === 0 ? refused('amount-not-above-zero', { field }) : amount
}

/** As equal-shares reads it: euros with two decimals, `1250.50`. */
export const inEuros = (amount: Cents): string => {
  const text = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}
