import { describe, expect, it } from 'vitest'
import { synthetic } from '../bench/synthetic.ts'
import { count } from '../src/count.ts'
import { type Election } from '../src/election.ts'
import { verify } from '../src/verify.ts'

/** The same election with its voters in the opposite order, and every ballot standing for three people. */
function mirrored(election: Election): Election {
  const { ballots } = election
  const starts = new Int32Array(ballots.size + 1)
  const choices = new Int32Array(ballots.choices.length)
  for (let b = 0; b < ballots.size; b++) {
    const old = ballots.size - 1 - b
    const list = ballots.choices.subarray(ballots.starts[old], ballots.starts[old + 1])
    choices.set(list, starts[b])
    starts[b + 1] = starts[b]! + list.length
  }
  const weights = Array.from({ length: ballots.size }, () => ({ num: 3n, den: 1n }))
  return {
    ...election,
    budget: { num: election.budget.num * 3n, den: 1n },
    projects: election.projects.map((p) => ({ ...p, cost: { num: p.cost.num * 3n, den: 1n } })),
    ballots: { ...ballots, starts, choices, weights }
  }
}

describe('one look at the supporters of a plan for many prices', () => {
  const rule = { ties: 'cheaper' as const }
  for (const seed of [2, 5, 11]) {
    const city = synthetic(3000, 50, 9, 200_000, seed)
    const answer = count(city, { rule })

    it(`is what the independent checker finds, in a made-up city (${seed})`, () => {
      expect(verify(city, answer)).toMatchObject({ ok: true })
    })

    it(`does not depend on the order of ballots or on how much they weigh (${seed})`, () => {
      const other = count(mirrored(city), { rule })
      expect(other.winners).toEqual(answer.winners)
      expect(other.steps.map((s) => s.price)).toEqual(answer.steps.map((s) => s.price))
      expect(other.endowment).toEqual(answer.endowment)
    })
  }
})
