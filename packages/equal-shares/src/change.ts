/** Elections with one thing changed, to answer "what if". */
import { type Ballots, type Election } from './election.ts'
import { add, type Fraction, fraction } from './fraction.ts'
import { type Grouping } from './groups.ts'
import { type Sheet } from './sheet.ts'

/** The same election with another cost for one plan. */
export const withCost = (election: Election, plan: number, cost: Fraction): Election => ({
  ...election,
  projects: election.projects.map((p, i) => (i === plan ? { ...p, cost } : p))
})

/**
 * The same ballots and so many more voters who vote for this plan alone (with one point, or in last place). Null when
 * such a ballot would be worth nothing to it.
 */
export function withVoters(sheet: Sheet, plan: number, voters: number): Grouping | null {
  const { groups, rule, election } = sheet
  const worth = rule.utility === 'borda' ? rule.bordaLast : groups.value ? election.ballots.pointsUnit : 1
  if (worth === 0) return null
  // One group of many voters, or many of one where that keeps all groups alike.
  const more = groups.plain ? voters : 1
  const each = (voters / more) * Number(groups.weightUnit)
  const added = <T extends Float64Array | Int32Array | Uint16Array>(list: T, value: number, at = list.length): T => {
    const longer = new (list.constructor as { new (size: number): T })(list.length + more)
    longer.set(list.subarray(0, at))
    longer.fill(value, at, at + more)
    longer.set(list.subarray(at), at + more)
    return longer
  }
  const end = groups.first[plan + 1]!
  const member = added(groups.member, 0, end)
  const start = added(groups.start, 0)
  for (let i = 0; i < more; i++) {
    member[end + i] = groups.size + i
    start[groups.size + 1 + i] = groups.plan.length + i + 1
  }
  const plus = (list: Float64Array, much: number): Float64Array => list.map((n, p) => (p === plan ? n + much : n))
  return {
    ...groups,
    size: groups.size + more,
    weight: added(groups.weight, each),
    share: groups.share && added(groups.share, Number(groups.shareUnit)),
    start,
    plan: added(groups.plan, plan),
    value: groups.value && added(groups.value, worth),
    brief: added(groups.brief as Uint16Array, plan),
    first: groups.first.map((at, p) => (p > plan ? at + more : at)),
    member,
    worth: groups.worth && added(groups.worth, worth, end),
    votes: plus(groups.votes, each * more),
    totalValue: plus(groups.totalValue, each * more * worth),
    topValue: groups.topValue.map((top, p) => (p === plan ? Math.max(top, worth) : top)),
    voters: add(groups.voters, fraction(BigInt(voters))),
    heads: add(groups.heads, fraction(BigInt(voters))),
    leastShare: groups.share ? Math.min(groups.leastShare, Number(groups.shareUnit)) : 1,
    mostShare: groups.share ? Math.max(groups.mostShare, Number(groups.shareUnit)) : 1
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
