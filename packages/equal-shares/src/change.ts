/** Elections with one thing changed, to answer "what if". */
import { type Ballots, type Election } from './election.ts'
import { type Fraction, fraction, ONE } from './fraction.ts'

/** The same election with another cost for one plan. */
export const withCost = (election: Election, plan: number, cost: Fraction): Election => ({
  ...election,
  projects: election.projects.map((p, i) => (i === plan ? { ...p, cost } : p))
})

/** The same election with so many more voters who vote for this plan alone (with one point, or in first place). */
export function withVoters(election: Election, plan: number, voters: number, oneEach = false): Election {
  const { ballots } = election
  const grown = <T extends Int32Array | Float64Array>(list: T, extra: number): T => {
    const longer = new (list.constructor as { new (size: number): T })(list.length + 1)
    longer.set(list)
    longer[list.length] = extra
    return longer
  }
  const weights = (oneEach ? null : ballots.weights) ?? Array.from({ length: ballots.size }, () => ONE)
  return {
    ...election,
    ballots: {
      ...ballots,
      size: ballots.size + 1,
      starts: grown(ballots.starts, ballots.choices.length + 1),
      choices: grown(ballots.choices, plan),
      points: ballots.points && grown(ballots.points, ballots.pointsUnit),
      weights: [...weights, fraction(BigInt(voters))],
      shares: oneEach ? null : ballots.shares && [...ballots.shares, ONE],
      traits: []
    }
  }
}

/** The same election with only the ballots that pass; asked by their place. */
export function onlyBallots(election: Election, keep: (ballot: number) => boolean): Election {
  const { ballots } = election
  const kept = Array.from({ length: ballots.size }, (_, b) => b).filter(keep)
  const starts = new Int32Array(kept.length + 1)
  kept.forEach((b, i) => (starts[i + 1] = starts[i]! + ballots.starts[b + 1]! - ballots.starts[b]!))
  const choices = new Int32Array(starts[kept.length]!)
  const points = ballots.points && new Float64Array(choices.length)
  kept.forEach((b, i) => {
    choices.set(ballots.choices.subarray(ballots.starts[b], ballots.starts[b + 1]), starts[i])
    points?.set(ballots.points!.subarray(ballots.starts[b], ballots.starts[b + 1]), starts[i])
  })
  const some: Ballots = {
    ...ballots,
    size: kept.length,
    starts,
    choices,
    points,
    weights: ballots.weights && kept.map((b) => ballots.weights![b]!),
    shares: ballots.shares && kept.map((b) => ballots.shares![b]!),
    traits: (ballots.traits ?? []).map((trait) => ({ ...trait, of: Int32Array.from(kept, (b) => trait.of[b]!) }))
  }
  return { ...election, ballots: some }
}
