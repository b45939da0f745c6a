// What the bank says, next to what the books wait for. Whatever could mean two things is asked, never guessed.
import { type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { cents, mostCents, type Cents } from './money.ts'

/** One line of a bank statement. Off the account is below zero. */
export type BankLine = {
  on: Day
  /** Absent when what the bank wrote could mean two amounts. */
  amount?: Cents
  /** As the bank wrote it. */
  written: string
  /** Who is on the other side. Personal: for those who keep the books only. */
  name: string
  iban: string
  text: string
  /** What tells this line from one that looks the same: the bank's own reference, its number or the balance after it. */
  reference: string
}

const shapes = {
  /** Dutch banks' own lists: a comma before exactly two cents; dots between thousands only together with it. */
  comma: /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+),(\d{2})$/,
  /** ISO 20022: a dot before one or two cents, or none. */
  dot: /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/
} as const

/** Refusals: `field-not-an-amount` (could mean two amounts, or none). */
export function readBankAmount(written: string, mark: keyof typeof shapes): Decision<Cents> {
  const [, sign, euros, part = ''] = shapes[mark].exec(written.trim()) ?? []
  if (euros === undefined) return refused('field-not-an-amount', { field: 'amount' })
  const whole = BigInt(euros.replaceAll('.', '')) * 100n + BigInt(part.padEnd(2, '0') || '0')
  if (whole > BigInt(mostCents)) return refused('field-not-an-amount', { field: 'amount' })
  return ok(cents(Number(sign === '-' ? -whole : whole)))
}

/** What makes two lines the same one, however often a file is read in: all of it but the order of the file. */
export const lineKey = (iban: string, line: BankLine): string =>
  [iban, line.on, line.written, line.name, line.iban, line.text, line.reference].map((one) => one.trim()).join('\n')

/** Numbers lines that look exactly the same, so that two equal payments on one day are two, and the same file read again is the same. */
export function lineKeys(iban: string, lines: readonly BankLine[]): string[] {
  const times = new Map<string, number>()
  return lines.map((line) => {
    const key = lineKey(iban, line)
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return `${key}\n${time}`
  })
}

export type Expected = { id: string; amount: Cents }

/** Lines that one waiting payment fits and no other, and that is fitted by no other line. Only these can be booked together. */
export function fitting(
  lines: readonly { id: string; amount: Cents }[],
  payments: readonly Expected[]
): { line: string; payment: string }[] {
  const same = (amount: Cents) => lines.filter((line) => line.amount === amount)
  return lines.flatMap((line) => {
    const fits = payments.filter((payment) => payment.amount === -line.amount)
    return fits.length === 1 && same(line.amount).length === 1 ? [{ line: line.id, payment: fits[0]!.id }] : []
  })
}
