/** What is counted: plans with a cost, and ballots. Columns instead of objects, so that a million ballots fit easily. */
import { type Fraction, exact, ONE, lcm } from './fraction.ts'

export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal'

export interface Project {
  readonly id: string
  readonly cost: Fraction
  readonly name: string
  readonly categories: readonly string[]
  /** All columns as they stood in the source. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Ballots {
  readonly size: number
  /** Ballot `i` names `choices[starts[i]] … choices[starts[i + 1] - 1]`, best first when ranked. */
  readonly starts: Int32Array
  readonly choices: Int32Array
  /** Points beside each choice as whole numbers of 1 / `pointsUnit`, or null for ballots without points. */
  readonly points: Float64Array | null
  readonly pointsUnit: number
  /** How many equal people a ballot stands for; null: everybody is one person. */
  readonly weights: readonly Fraction[] | null
  /** A voter's share of the money relative to others; null: everybody the same. */
  readonly shares: readonly Fraction[] | null
  /** What is known of each voter and used by the fairness report, such as the voting method. */
  readonly traits?: readonly Trait[]
}

export interface Trait {
  readonly name: string
  readonly names: readonly string[]
  /** Per ballot, the place in `names`. */
  readonly of: Int32Array
}

export interface Election {
  readonly budget: Fraction
  readonly voteType: VoteType
  readonly projects: readonly Project[]
  readonly ballots: Ballots
  readonly currency: string
  /** Other facts from the source, such as the META section of a .pb file. */
  readonly meta?: Readonly<Record<string, string>>
}

type Amount = Fraction | bigint | number | string

export interface PlainBallot {
  /** Project ids, best first when ranked; or points per project id. */
  readonly votes: readonly string[] | Readonly<Record<string, Amount>>
  readonly weight?: Amount
  readonly share?: Amount
}

export interface PlainElection {
  readonly budget: Amount
  readonly voteType?: VoteType
  readonly currency?: string
  readonly projects: readonly { id: string; cost: Amount; name?: string; categories?: readonly string[] }[]
  readonly ballots: readonly (readonly string[] | PlainBallot)[]
}

/** Builds an election from plain lists. Refuses unknown or repeated projects, and negative amounts, by throwing. */
export function electionOf(plain: PlainElection): Election {
  const projects = plain.projects.map(projectOf)
  const index = new Map(projects.map((project, i) => [project.id, i]))
  if (index.size !== projects.length) throw new RangeError('two projects have the same id')
  const ballots = plain.ballots.map((b): PlainBallot => (isList(b) ? { votes: b } : b))
  const withPoints = ballots.some((b) => !isList(b.votes))
  const budget = exact(plain.budget)
  if (budget.num < 0n) throw new RangeError('the budget is negative')
  return {
    budget,
    voteType: plain.voteType ?? (withPoints ? 'scoring' : 'approval'),
    projects,
    ballots: columns(ballots, index, withPoints),
    currency: plain.currency ?? ''
  }
}

function projectOf(p: PlainElection['projects'][number]): Project {
  const cost = exact(p.cost)
  if (cost.num < 0n) throw new RangeError(`project ${p.id} has a negative cost`)
  return { id: p.id, cost, name: p.name ?? p.id, categories: p.categories ?? [], fields: {} }
}

function columns(ballots: readonly PlainBallot[], index: ReadonlyMap<string, number>, withPoints: boolean): Ballots {
  const starts = new Int32Array(ballots.length + 1)
  const choices: number[] = []
  const points: Fraction[] = []
  ballots.forEach((ballot, i) => {
    const named = isList(ballot.votes)
      ? ballot.votes.map((id): [string, Amount] => [id, 1])
      : Object.entries(ballot.votes)
    const seen = new Set<string>()
    for (const [id, amount] of named) {
      const project = index.get(id)
      if (project === undefined) throw new RangeError(`ballot ${i + 1} names an unknown project: ${id}`)
      if (seen.has(id)) throw new RangeError(`ballot ${i + 1} names project ${id} twice`)
      seen.add(id)
      choices.push(project)
      if (withPoints) points.push(exact(amount))
    }
    starts[i + 1] = choices.length
  })
  const { values, unit } = wholePoints(points)
  return {
    size: ballots.length,
    starts,
    choices: Int32Array.from(choices),
    points: withPoints ? values : null,
    pointsUnit: unit,
    weights: ballots.some((b) => b.weight !== undefined) ? ballots.map((b) => positive(b.weight, 'weight')) : null,
    shares: ballots.some((b) => b.share !== undefined) ? ballots.map((b) => positive(b.share, 'share')) : null
  }
}

/** Points on one common whole scale. Refuses points so fine that they would no longer be exact. */
export function wholePoints(points: readonly Fraction[]): { values: Float64Array; unit: number } {
  const unit = points.reduce((all, p) => (p.den === 1n || all % p.den === 0n ? all : lcm(all, p.den)), 1n)
  const values = Float64Array.from(points, (p) => {
    const whole = Number(p.num * (unit / p.den))
    if (!Number.isSafeInteger(whole)) throw new RangeError('points have too many digits to count exactly')
    return whole
  })
  return { values, unit: Number(unit) }
}

function positive(amount: Amount | undefined, what: string): Fraction {
  const value = amount === undefined ? ONE : exact(amount)
  if (value.num <= 0n) throw new RangeError(`a ${what} must be above zero`)
  return value
}

const isList = <T>(value: readonly T[] | object): value is readonly T[] => Array.isArray(value)
