/** The comparison step of Wieliczka and Świecie: most-votes-first wins only if strictly more voters prefer it. */
import { type Fraction, fraction } from './fraction.ts'
import { type Sheet } from './sheet.ts'

export interface Preference {
  readonly equalShares: Fraction
  readonly greedy: Fraction
  readonly indifferent: Fraction
}

/**
 * How many voters (by weight) are better off with which outcome. `satisfaction`: more of the own plans won (more of the
 * own points, on ballots with points). `exclusion`: having any winner at all. Nobody is left out of the comparison:
 * a voter who gets nothing gets zero.
 */
export function preferences(
  sheet: Sheet,
  kind: 'satisfaction' | 'exclusion',
  shares: readonly number[],
  greedy: readonly number[]
): Preference {
  const { groups } = sheet
  const [inShares, inGreedy] = [marks(sheet, shares), marks(sheet, greedy)]
  let [forShares, forGreedy] = [0, 0]
  for (let g = 0; g < groups.size; g++) {
    let [a, b] = [0, 0]
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++) {
      const gain = groups.value ? groups.value[i]! : 1
      a += inShares[groups.plan[i]!]! * gain
      b += inGreedy[groups.plan[i]!]! * gain
    }
    if (kind === 'exclusion') [a, b] = [Math.sign(a), Math.sign(b)]
    if (a > b) forShares += groups.weight[g]!
    else if (b > a) forGreedy += groups.weight[g]!
  }
  const people = (whole: number): Fraction => fraction(BigInt(whole), sheet.weightUnit)
  const rest = sheet.voters.num * (sheet.weightUnit / sheet.voters.den) - BigInt(forShares) - BigInt(forGreedy)
  return { equalShares: people(forShares), greedy: people(forGreedy), indifferent: fraction(rest, sheet.weightUnit) }
}

function marks(sheet: Sheet, plans: readonly number[]): Uint8Array {
  const marked = new Uint8Array(sheet.cost.length)
  for (const p of plans) marked[p] = 1
  return marked
}
