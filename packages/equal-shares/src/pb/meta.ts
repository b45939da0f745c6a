/** The META section: keys and values, of which only budget, vote type and currency decide anything. */
import { type VoteType } from '../election.ts'
import { type Fraction } from '../fraction.ts'
import { readAmount } from './amount.ts'
import { type PbFile, type Place, shorten } from './place.ts'
import { type RepairLog } from './problem.ts'

export function metaRow(place: Place, meta: Map<string, string>, kept: PbFile, fields: string[]): void {
  kept.meta.push(fields)
  const key = fields[0]!.trim().toLowerCase()
  const value = fields
    .slice(1)
    .join(';')
    .replace(/[\s;]+$/, '')
    .trim()
  if (fields.length < 2) place.log.note('meta-without-value', 'A line of the META section has no value.', place.line)
  const known = meta.get(key)
  if (known !== undefined && known !== value) {
    if (key === 'budget' || key === 'vote_type') place.fail(1, `a second, different ${key}.`)
    place.log.note('repeated-key', 'A key of the META section appears twice; the last one counts.', place.line)
  }
  meta.set(key, value)
}

const VOTE_TYPES: readonly string[] = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal']

export function voteTypeOf(place: Place, meta: ReadonlyMap<string, string>): VoteType {
  const type = (meta.get('vote_type') ?? '').toLowerCase()
  if (!VOTE_TYPES.includes(type))
    place.fail(0, `vote_type must be ${VOTE_TYPES.join(', ')}; the META section says "${shorten(type)}".`)
  return type as VoteType
}

/** Facts of the file that would change a count and are not used, because they are no part of any rule card: said, not guessed. */
export function sayUnused(log: RepairLog, meta: ReadonlyMap<string, string>): void {
  const score = meta.get('default_score')
  const amount = score === undefined ? undefined : readAmount(score)
  if (amount && amount.num !== 0n)
    log.note(
      'default-score',
      `The file gives projects that a ballot does not name ${score} points; here only named projects have points.`,
      0
    )
}

/** The budget. Refuses a file without one, and one below zero. */
export function budgetOf(place: Place, meta: ReadonlyMap<string, string>): Fraction {
  const text = meta.get('budget')
  if (text === undefined) place.fail(0, 'the META section has no budget.')
  const budget = readAmount(text!)
  if (!budget || budget.num < 0n) place.fail(0, `the budget must be a number from zero, not "${shorten(text!)}".`)
  return budget!
}
