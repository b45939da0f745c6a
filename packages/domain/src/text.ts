// How typed words are read: kept as they were said, apart from what a browser adds and what a database cannot hold.
import { ok, refused, type Decision } from './decision.ts'

/**
 * The words as they are kept. Browsers send line ends as CR LF: they become LF. PostgreSQL cannot store NUL and half a
 * surrogate pair has no UTF-8: the first goes, the second becomes U+FFFD, so that the stored bytes (and their hash)
 * are the same on every engine. White space around goes. Nothing else: spelling, accents and emoji are the giver's.
 */
export const cleanText = (raw: string): string =>
  raw.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().trim()

/** Length as a person counts it: an emoji or a rare letter of four bytes is one (code points, not UTF-16 units). */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** Whether there is anything to read: at least one letter, digit, mark or picture (not only invisible characters). */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)

/**
 * Reads a text field. Refusals: `field-missing`, `field-too-short` and `field-too-long` (facts: length, min or max,
 * in characters).
 */
export function readText(
  field: string,
  raw: string | undefined,
  limits: { min?: number; max: number }
): Decision<string> {
  const text = cleanText(raw ?? '')
  if (!hasWords(text)) return refused('field-missing', { field })
  const length = countCharacters(text)
  const min = limits.min ?? 1
  if (length < min) return refused('field-too-short', { field, facts: { length, min } })
  if (length > limits.max) return refused('field-too-long', { field, facts: { length, max: limits.max } })
  return ok(text)
}

export const reasonMax = 2_000

/** Every "no" has a reason. Refusals: `reason-missing`, `field-too-long`. */
export function readReason(raw: string | undefined, field = 'why'): Decision<string> {
  const reason = readText(field, raw, { max: reasonMax })
  return !reason.ok && reason.refusal.code === 'field-missing' ? refused('reason-missing', { field }) : reason
}

/** Reads a choice from a list. Refusals: `field-missing`, `field-not-a-choice`. */
export function readChoice<C extends string>(
  field: string,
  raw: string | undefined,
  choices: readonly C[]
): Decision<C> {
  if (raw === undefined || raw === '') return refused('field-missing', { field })
  const choice = choices.find((c) => c === raw)
  return choice === undefined ? refused('field-not-a-choice', { field }) : ok(choice)
}
