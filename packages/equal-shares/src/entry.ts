/**
 * When a losing plan would have been bought: for every step of the completion, the highest cost with which it would
 * have gone before a purchase that was made, or before the end. Below such a cost it changes the count from that step on;
 * above all of them it changes nothing. So a question "what if it had cost less" need only be counted from there.
 */
import { type Completion } from './completion.ts'
import { type Desk, openDesk } from './desk.ts'
import { type Outcome } from './outcome.ts'
import { run } from './run.ts'
import { type Sheet } from './sheet.ts'
import { survey } from './survey.ts'

export interface Entries {
  /** Costs (in sheet money × weight) that rise from one to the next, and the first step each may be bought at. */
  readonly costs: number[]
  readonly steps: number[]
  /** The highest cost for which a step in which it would be bought left room; 0 when none did. Only a guess, since it may go in place of another. */
  fitting: number
  /** An estimate of how many more voters for this plan alone would do: from steps that leave room for its cost, or any. */
  moreVotes: number
  moreVotesAnywhere: number
  /** The last step of the completion, and what was left of the budget there, in sheet money. */
  readonly last: number
  readonly left: bigint
}

/** Looks a little too far rather than not far enough: bounds, not prices. */
const WIDE = 1 + 1e-9

export function entriesOf(sheet: Sheet, completion: Completion, plans: readonly number[]): Map<number, Entries> {
  const { path, steps, outcome } = completion
  const left = sheet.budget - outcome.spent
  const desk = openDesk(sheet)
  const entries = new Map(
    plans.map((p): [number, Entries] => [
      p,
      { costs: [], steps: [], fitting: 0, moreVotes: Infinity, moreVotesAnywhere: Infinity, last: steps, left }
    ])
  )
  let before: Outcome | null = null
  path.forEach(({ step, proven, spent }, nth) => {
    const room = Number((sheet.budget - spent) * sheet.weightUnit)
    // Between two visits that prove the same purchases, money is at most that of the second, prices at most those of the first.
    const first = proven ? path[nth - 1]!.step + 1 : step
    const earlier: Outcome | null = proven ? before : null
    const endowment = sheet.start + sheet.step * BigInt(step)
    before = run(desk, endowment, null, (plan, place) => {
      const limit = plan < 0 ? Infinity : Math.max(desk.high[plan]!, earlier?.ceiling[place] ?? 0)
      for (const [loser, entry] of entries)
        look(desk, loser, entry, limit, first, { endowment: Number(endowment), room })
    })
  })
  if (completion.beyond) lookBeyond(desk, completion.beyond, entries)
  return entries
}

/** The outcome above the budget may be within it once a plan costs less: for it, or for the one it would go before. */
function lookBeyond(desk: Desk, { endowment, order, spent }: Outcome, entries: ReadonlyMap<number, Entries>): void {
  const { sheet } = desk
  const over = Number((spent - sheet.budget) * sheet.weightUnit)
  run(desk, endowment, null, (plan) => {
    const limit = plan < 0 ? Infinity : desk.high[plan]!
    for (const [loser, entry] of entries) look(desk, loser, entry, limit, entry.last + 1, null)
  })
  for (const [loser, entry] of entries)
    if (order.includes(loser)) entry.fitting = Math.max(entry.fitting, sheet.due[loser]! - over)
}

/** Whether the plan would have cost its supporters less than `limit` per unit of utility, at a cost above those found so far. */
function look(
  desk: Desk,
  plan: number,
  entry: Entries,
  limit: number,
  step: number,
  money: { endowment: number; room: number } | null
): void {
  const { sheet } = desk
  const due = sheet.due[plan]!
  const most = sheet.byCost ? (limit * sheet.factor[plan]!) / due : limit
  const raised = (cost: number): number => raisedAt(desk, plan, sheet.byCost ? most * cost : most)
  const best = entry.costs.at(-1) ?? 0
  const now = raised(due)
  const room = money?.room ?? -1
  if (money) {
    const voters = votersFor(sheet, plan, now, most, money.endowment)
    if (voters < entry.moreVotesAnywhere) entry.moreVotesAnywhere = voters
    if (room >= due && voters < entry.moreVotes) entry.moreVotes = voters
  }
  let cost = Math.min(due, now)
  for (let round = 0; round < 100 && cost * WIDE > best; round++) {
    const money = raised(cost)
    if (money * WIDE >= cost) {
      if (Math.min(cost, room) > best) entry.fitting = Math.max(entry.fitting, Math.min(cost, room))
      entry.costs.push(cost * WIDE)
      entry.steps.push(step)
      return
    }
    cost = money
  }
}

/** The money of a plan's supporters at a price. */
function raisedAt(desk: Desk, plan: number, t: number): number {
  const { rich, poor } = survey(desk, plan, t)
  return rich === 0 ? poor : poor + rich * t
}

/** How many further voters, who each pay the price that goes first, make up for what is missing; a guess. */
function votersFor(sheet: Sheet, plan: number, raised: number, most: number, endowment: number): number {
  const due = sheet.due[plan]!
  const each = Math.min(endowment, sheet.byCost ? most * due : most)
  return Math.max(1, Math.ceil((due - raised) / (each * Number(sheet.weightUnit)) - 1e-9))
}

/** So many visits are looked at again after a count in which a plan lost. */
const LAST = 12

/** How many voters for a plan were missing in a count, in the last steps that left room for its cost; Infinity when none did. A guess. */
export function votersMissing(sheet: Sheet, { path }: Completion, plan: number): number {
  const desk = openDesk(sheet)
  const due = sheet.due[plan]!
  let fewest = Infinity
  for (const { step } of path.filter(({ spent }) => spent + sheet.cost[plan]! <= sheet.budget).slice(-LAST)) {
    const endowment = sheet.start + sheet.step * BigInt(step)
    run(desk, endowment, null, (bought) => {
      const limit = bought < 0 ? Infinity : desk.high[bought]!
      const most = sheet.byCost ? (limit * sheet.factor[plan]!) / due : limit
      const raised = raisedAt(desk, plan, sheet.byCost ? most * due : most)
      fewest = Math.min(fewest, votersFor(sheet, plan, raised, most, Number(endowment)))
    })
  }
  return fewest
}

/** The first step at which a plan of this cost may be bought; null when it certainly never is. */
export function firstStep({ costs, steps }: Entries, cost: number): number | null {
  const at = costs.findIndex((c) => c >= cost)
  return at < 0 ? null : steps[at]!
}
