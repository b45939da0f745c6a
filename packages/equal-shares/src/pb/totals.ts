/** Totals printed in a file, beside what the lines themselves add up to. */
import { type Election } from '../election.ts'
import { readAmount } from './amount.ts'
import { type RepairLog } from './problem.ts'

/** Printed totals are never used; where they are wrong, that is said. */
export function checkTotals(log: RepairLog, meta: ReadonlyMap<string, string>, election: Election): void {
  const { ballots, projects } = election
  const said = (key: string, counted: number, what: string): void => {
    const printed = meta.get(key)
    if (printed !== undefined && readAmount(printed)?.num !== BigInt(counted))
      log.note(`total-${key}`, `The file says ${printed} ${what}; there are ${counted}. The lines count.`, 0)
  }
  said('num_votes', ballots.size, 'votes')
  said('num_projects', projects.length, 'projects')
  const votes = new Float64Array(projects.length)
  const points = new Float64Array(projects.length)
  for (let b = 0; b < ballots.size; b++) {
    for (let i = ballots.starts[b]!; i < ballots.starts[b + 1]!; i++) {
      const p = ballots.choices[i]!
      votes[p] = votes[p]! + 1
      points[p] = points[p]! + (ballots.points?.[i] ?? 0)
    }
  }
  const wrong = projects.filter(
    (p, i) =>
      differs(p.fields.votes, votes[i]!, 1) ||
      (ballots.points !== null && differs(p.fields.score, points[i]!, ballots.pointsUnit))
  )
  if (wrong.length > 0)
    log.note(
      'total-votes',
      `The votes or points printed beside ${wrong.length} projects are not what the ballots say: ${wrong
        .slice(0, 10)
        .map((p) => p.id)
        .join(', ')}${wrong.length > 10 ? ', …' : ''}. The ballots count.`,
      0
    )
}

function differs(printed: string | undefined, counted: number, unit: number): boolean {
  const amount = printed === undefined ? undefined : readAmount(printed)
  return amount !== undefined && amount.num * BigInt(unit) !== BigInt(counted) * amount.den
}
