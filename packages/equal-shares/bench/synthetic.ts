/** Made-up elections of any size, always the same for the same numbers. */
import { type Ballots, type Election } from '../src/election.ts'

function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Plans of very different popularity and cost; voters live in a part of town and name up to `most` plans. */
export function synthetic(voters: number, plans: number, most: number, budget: number, seed = 1): Election {
  const next = dice(seed)
  const cost = Array.from({ length: plans }, () => Math.round((budget / plans) * (0.3 + 5 * next() ** 2)))
  const appeal = Array.from({ length: plans }, () => next() ** 3 + 0.02)
  const starts = new Int32Array(voters + 1)
  const choices = new Int32Array(voters * most)
  let at = 0
  for (let v = 0; v < voters; v++) {
    const home = Math.floor(next() * 8)
    const wants = 1 + Math.floor(next() * most)
    const from = at
    for (let tries = 0; at - from < wants && tries < 60; tries++) {
      const plan = Math.floor(next() * plans)
      const near = plan % 8 === home ? 4 : 1
      if (next() < appeal[plan]! * near * 0.5 && !choices.subarray(from, at).includes(plan)) choices[at++] = plan
    }
    starts[v + 1] = at
  }
  const ballots: Ballots = {
    size: voters,
    starts,
    choices: choices.slice(0, at),
    points: null,
    pointsUnit: 1,
    weights: null,
    shares: null
  }
  return {
    budget: { num: BigInt(budget), den: 1n },
    voteType: 'approval',
    projects: cost.map((c, p) => ({
      id: `p${p}`,
      cost: { num: BigInt(c), den: 1n },
      name: `Plan ${p}`,
      categories: [],
      fields: {}
    })),
    ballots,
    currency: 'EUR'
  }
}
