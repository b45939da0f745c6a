/** A round that comes to its count, and the two of the committee who begin it. For tests of the count. */
import { expect } from 'vitest'
import { clientOf, type Client } from './client.ts'
import type { Place } from './kit.ts'
import { roundToVoteIn, toTheCount, vote, type RoundWanted, type Voted, type VotedRound } from './round.ts'
import type { RoleName, World } from './world.ts'

/** The election committee. */
export const [first, second, third] = ['helper of the group', 'helper of another group', 'lead of the group'] as const
export const times = (n: number, one: Voted): Voted[] => Array.from({ length: n }, () => one)
export const simple: RoundWanted = { amount: '1.000', costs: ['600', '500'] }
export const tenBallots = [...times(6, { on: [1] }), ...times(4, { paper: true, on: [2] })]

export function countIn(place: () => Place, world: () => World) {
  const as = async (role: RoleName): Promise<Client> => {
    const client = clientOf(place())
    if (role !== 'nobody') await client.signIn(world().people[role])
    return client
  }
  const nobody = () => as('nobody')
  const types = async (role: RoleName, round: string, order: string) =>
    (await (await as(role)).get(`/budget/${round}/loting`)).form().fill({ order }).send()
  const starts = async (role: RoleName, { round, cards }: VotedRound, card = cards[role]!) =>
    (await (await as(role)).get(`/budget/${round}/tellen`)).form().fill({ card }).send()
  const voted = async (wanted: RoundWanted, ballots: readonly Voted[]): Promise<VotedRound> => {
    const voting = await roundToVoteIn(place(), world(), wanted)
    await vote(place(), voting, ballots)
    toTheCount(place())
    return voting
  }
  const drawn = async ({ round, plans }: VotedRound, order = plans.map((plan) => plan.number).join(' ')) => {
    await types(first, round, order)
    await types(second, round, order)
  }
  const counted = async (wanted: RoundWanted, ballots: readonly Voted[], order?: string): Promise<VotedRound> => {
    const voting = await voted(wanted, ballots)
    await drawn(voting, order)
    await starts(first, voting)
    const seen = await starts(second, voting)
    expect(seen.path).toContain('/uitslag')
    return voting
  }
  const shown = async ({ round }: VotedRound, lang = 'nl') =>
    (await nobody()).get(`/budget/${round}/uitslag?taal=${lang}`)
  return { as, nobody, types, starts, voted, drawn, counted, shown }
}
