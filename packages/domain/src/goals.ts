// What the neighbourhood wants reached. A residents' group owns it; only residents start, pause, finish or reopen it.
import { ok, refused, type Decision } from './decision.ts'
import { type GroupId, type NeedId, type PersonId } from './ids.ts'
import { readReason, readText } from './text.ts'

type Led = { lead?: PersonId }

/** In residents' words: voorgesteld, aangenomen, bezig, even rust, bereikt, losgelaten. */
export type Goal =
  | { state: 'proposed' }
  | ({ state: 'adopted' } & Led)
  | ({ state: 'underWay'; result?: string; reopenedBecause?: string } & Led)
  | ({ state: 'paused'; from: 'adopted' | 'underWay'; why: string; result?: string } & Led)
  | ({ state: 'reached'; result: string } & Led)
  | { state: 'letGo'; why: string }
export const goalStates = [
  'proposed',
  'adopted',
  'underWay',
  'paused',
  'reached',
  'letGo'
] as const satisfies readonly Goal['state'][]

export const resultMax = 5_000

export type Proposed = { title: string; need: NeedId; owner: GroupId; goal: Goal }

/** A group wants to make a need its goal. Refusals: `field-…` for the title (3–200 characters). */
export function propose(typed: { title: string | undefined; need: NeedId; owner: GroupId }): Decision<Proposed> {
  const title = readText('title', typed.title, { min: 3, max: 200 })
  if (!title.ok) return title
  return ok({ title: title.value, need: typed.need, owner: typed.owner, goal: { state: 'proposed' } })
}

/** The group takes it on, with or without somebody who leads it. */
export function adopt(goal: Goal, lead?: PersonId): Decision<Goal> {
  if (goal.state !== 'proposed') return refused('goal-not-proposed')
  return ok({ state: 'adopted', ...(lead ? { lead } : {}) })
}

/** Somebody else leads it from now on, or (without `lead`) nobody for a while. */
export function handOver(goal: Goal, lead?: PersonId): Decision<Goal> {
  if (goal.state !== 'adopted' && goal.state !== 'underWay' && goal.state !== 'paused')
    return refused('goal-not-going-on')
  const { lead: _, ...rest } = goal
  return ok({ ...rest, ...(lead ? { lead } : {}) })
}

export function start(goal: Goal): Decision<Goal> {
  if (goal.state !== 'adopted') return refused('goal-not-adopted')
  return ok({ ...goal, state: 'underWay' })
}

/** A pause is a legitimate state: people before tasks. It says why, and from where it will go on. */
export function pause(goal: Goal, why: string | undefined): Decision<Goal> {
  if (goal.state !== 'adopted' && goal.state !== 'underWay') return refused('goal-not-going-on')
  const reason = readReason(why)
  if (!reason.ok) return reason
  const { lead } = goal
  const result = goal.state === 'underWay' ? goal.result : undefined
  return ok({
    state: 'paused',
    from: goal.state,
    why: reason.value,
    ...(result ? { result } : {}),
    ...(lead ? { lead } : {})
  })
}

export function resume(goal: Goal): Decision<Goal> {
  if (goal.state !== 'paused') return refused('goal-not-paused')
  const { from, lead, result } = goal
  const led: Led = lead ? { lead } : {}
  return ok(
    from === 'adopted' ? { state: 'adopted', ...led } : { state: 'underWay', ...(result ? { result } : {}), ...led }
  )
}

const readResult = (raw: string | undefined): Decision<string> => {
  const result = readText('result', raw, { max: resultMax })
  return !result.ok && result.refusal.code === 'field-missing' ? refused('result-missing', { field: 'result' }) : result
}

/** What came of it, written before the goal is reached so that the givers can be told. */
export function writeResult(goal: Goal, result: string | undefined): Decision<Goal> {
  if (goal.state !== 'underWay') return refused('goal-not-under-way')
  const read = readResult(result)
  return read.ok ? ok({ ...goal, result: read.value }) : read
}

/**
 * Residents say it is reached. Everybody is told back first: refuses `tell-backs-waiting` (facts: waiting) while a linked
 * giver who wanted to hear has not been told. Also: `goal-not-under-way`, `result-missing`.
 */
export function reach(goal: Goal, said: { result?: string | undefined; waitingTellBacks: number }): Decision<Goal> {
  if (goal.state !== 'underWay') return refused('goal-not-under-way')
  const result = readResult(said.result ?? goal.result)
  if (!result.ok) return result
  if (said.waitingTellBacks > 0) return refused('tell-backs-waiting', { facts: { waiting: said.waitingTellBacks } })
  return ok({ state: 'reached', result: result.value, ...(goal.lead ? { lead: goal.lead } : {}) })
}

/** The group lets it go, and says why to everybody who asked for it. Refusals: `goal-finished`, `reason-missing`. */
export function letGo(goal: Goal, why: string | undefined): Decision<Goal> {
  if (goal.state === 'reached' || goal.state === 'letGo') return refused('goal-finished')
  const reason = readReason(why)
  return reason.ok ? ok({ state: 'letGo', why: reason.value }) : reason
}

/** "Toch niet opgelost": residents reopen a reached goal and say why. Refusals: `goal-not-reached`, `reason-missing`. */
export function reopen(goal: Goal, why: string | undefined): Decision<Goal> {
  if (goal.state !== 'reached') return refused('goal-not-reached')
  const reason = readReason(why)
  if (!reason.ok) return reason
  return ok({ state: 'underWay', reopenedBecause: reason.value, ...(goal.lead ? { lead: goal.lead } : {}) })
}
