/** The VOTES section: ballots into columns, with the oddities of real files. */
import { type Ballots, type Trait, type VoteType } from '../election.ts'
import { type Fraction, parseFraction } from '../fraction.ts'
import { wholePoints } from '../election.ts'
import { readAmount } from './amount.ts'
import { growing, seenTexts } from './growing.ts'
import { checkWidth, type Place, type ReadOptions, shorten } from './place.ts'

export interface BallotReader {
  row(fields: string[]): void
  finish(): Ballots
}

/** Columns about a voter that are kept with the ballot, because the fairness report tells them apart. */
const TRAITS = ['voting_method']

export function ballotReader(
  place: Place,
  header: readonly string[],
  voteType: VoteType,
  index: ReadonlyMap<string, number>,
  options: ReadOptions
): BallotReader {
  const voteAt = header.indexOf('vote')
  const pointsAt = header.indexOf('points')
  const voterAt = header.indexOf('voter_id')
  const pointed = voteType === 'cumulative' || voteType === 'scoring'
  if (voteAt < 0) place.fail(0, 'the VOTES section has no column vote.')
  if (pointed && pointsAt < 0) place.fail(0, `${voteType} ballots need a column points.`)
  const choices = growing((size) => (index.size < 2 ** 16 ? new Uint16Array(size) : new Int32Array(size)))
  const starts = growing((size) => new Int32Array(size))
  const points: PointColumn = pointColumn()
  const traits = TRAITS.filter((name) => header.includes(name)).map((name) => ({
    at: header.indexOf(name),
    column: traitColumn(name)
  }))
  const weights = amountColumn(place, header, options.weightColumn)
  const shares = amountColumn(place, header, options.shareColumn)
  const known = seenTexts()
  const latest = new Int32Array(index.size).fill(-1)
  let ballot = 0
  starts.push(0)
  return {
    row(fields) {
      if (fields.length !== header.length) checkWidth(place, header, fields)
      if (voterAt >= 0 && known((fields[voterAt] ?? '').trim()))
        place.log.note('repeated-voter', 'A voter id appears more than once; every ballot counts.', place.line)
      const text = fields[voteAt] ?? ''
      const cast = pointed ? splitList(fields[pointsAt] ?? '') : null
      const names = text.trim() === '' ? [] : text.split(',')
      const named = names.length - emptyOnes(names)
      if (cast && cast.length !== named) place.fail(pointsAt + 1, `${named} projects but ${cast.length} points.`)
      let nth = 0
      for (const raw of names) {
        const name = raw.trim()
        if (name === '') {
          place.log.note('empty-choice', 'An empty name between commas is no choice.', place.line)
          continue
        }
        const project = index.get(name)
        if (project === undefined) place.fail(voteAt + 1, `"${shorten(name)}" is no project of this file.`)
        const given = cast ? pointsOf(place, pointsAt, cast[nth++]!) : null
        if (latest[project!] === ballot) {
          if (given !== null) place.fail(voteAt + 1, `project ${shorten(name)} gets points twice on one ballot.`)
          place.log.note('repeated-choice', 'A ballot names a project twice; it counts once.', place.line)
          continue
        }
        latest[project!] = ballot
        choices.push(project!)
        if (given) points.push(given)
      }
      if (named === 0)
        place.log.note('empty-ballot', 'An empty ballot counts as a voter who supports nothing.', place.line)
      for (const { at, column } of traits) column.push((fields[at] ?? '').trim())
      weights?.push(fields)
      shares?.push(fields)
      starts.push(choices.size())
      ballot++
    },
    finish() {
      const { values, unit } = points.finish()
      return {
        size: ballot,
        starts: starts.ints(),
        choices: choices.ints(),
        points: pointed ? values : null,
        pointsUnit: unit,
        weights: weights?.values ?? null,
        shares: shares?.values ?? null,
        traits: traits.map(({ column }) => column.finish())
      }
    }
  }
}

const emptyOnes = (names: readonly string[]): number => {
  let empty = 0
  for (const name of names) if (name === '' || name.trim() === '') empty++
  return empty
}

const splitList = (text: string): string[] => (text.trim() === '' ? [] : text.split(',').filter((t) => t.trim() !== ''))

function pointsOf(place: Place, column: number, text: string): Fraction {
  const amount = readAmount(text)
  if (!amount) place.fail(column + 1, `points must be numbers, not "${shorten(text)}".`)
  if (amount!.num < 0n) place.log.note('negative-points', 'Points below zero are kept but support nothing.', place.line)
  return amount!
}

interface PointColumn {
  push(amount: Fraction): void
  finish(): { values: Float64Array; unit: number }
}

/** Whole points go straight into a column; only when a decimal turns up is everything put on a finer scale. */
function pointColumn(): PointColumn {
  const whole = growing((size) => new Float64Array(size))
  let fine: Fraction[] | null = null
  return {
    push(amount) {
      if (fine) fine.push(amount)
      else if (amount.den === 1n && Number.isSafeInteger(Number(amount.num))) whole.push(Number(amount.num))
      else fine = [...Array.from(whole.doubles(), (n): Fraction => ({ num: BigInt(n), den: 1n })), amount]
    },
    finish: () => (fine ? wholePoints(fine) : { values: whole.doubles(), unit: 1 })
  }
}

function traitColumn(name: string): { push(text: string): void; finish(): Trait } {
  const names: string[] = []
  const codes = new Map<string, number>()
  const of = growing((size) => new Int32Array(size))
  return {
    push(text) {
      let code = codes.get(text)
      if (code === undefined) {
        code = names.push(text) - 1
        codes.set(text, code)
      }
      of.push(code)
    },
    finish: () => ({ name, names, of: of.ints() })
  }
}

function amountColumn(place: Place, header: readonly string[], name: string | undefined) {
  if (name === undefined) return null
  const at = header.indexOf(name.toLowerCase())
  if (at < 0) place.fail(0, `the VOTES section has no column ${name}.`)
  const values: Fraction[] = []
  const push = (fields: readonly string[]): void => {
    const amount = readAmount(fields[at] ?? '') ?? parseFraction(fields[at] ?? '')
    if (!amount || amount.num <= 0n)
      place.fail(at + 1, `${name} must be a number above zero, not "${shorten(fields[at] ?? '')}".`)
    values.push(amount!)
  }
  return { values, push }
}
