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
  /** An estimate from the last steps of how many more voters for this plan alone would do. */
  moreVotes: number
  /** The last step of the completion, and what was left of the budget there, in sheet money. */
  readonly last: number
  readonly left: bigint
}

/** The estimate of voters is made from so many of the last visits. */
const LAST = 6

/** Looks a little too far rather than not far enough: bounds, not prices. */
const WIDE = 1 + 1e-9

/** With `last`, only the last visits of the completion are looked at, for the estimate of voters. */
export function entriesOf(
  sheet: Sheet,
  completion: Completion,
  plans: readonly number[],
  last = false
): Map<number, Entries> {
  const { path, steps, outcome } = completion
  const left = sheet.budget - outcome.spent
  const desk = openDesk(sheet)
  const entries = new Map(
    plans.map((p): [number, Entries] => [p, { costs: [], steps: [], moreVotes: Infinity, last: steps, left }])
  )
  let before: Outcome | null = null
  path.forEach(({ step, proven }, nth) => {
    const late = nth >= path.length - LAST
    if (last && !late) return
    // Between two visits that prove the same purchases, money is at most that of the second, prices at most those of the first.
    const first = proven ? path[nth - 1]!.step + 1 : step
    const earlier: Outcome | null = proven ? before : null
    const endowment = sheet.start + sheet.step * BigInt(step)
    before = run(desk, endowment, null, (plan, place) => {
      const limit = plan < 0 ? Infinity : Math.max(desk.high[plan]!, earlier?.ceiling[place] ?? 0)
      for (const [loser, entry] of entries) look(desk, loser, entry, limit, first, late ? Number(endowment) : 0)
    })
  })
  return entries
}

/** Whether the plan would have cost its supporters less than `limit` per unit of utility, at a cost above those found so far. */
function look(desk: Desk, plan: number, entry: Entries, limit: number, step: number, endowment: number): void {
  const { sheet } = desk
  const due = sheet.due[plan]!
  const most = sheet.byCost ? (limit * sheet.factor[plan]!) / due : limit
  // Money raised at the price that a cost allows.
  const raised = (cost: number): number => {
    const t = sheet.byCost ? most * cost : most
    const { rich, poor } = survey(desk, plan, t)
    return rich === 0 ? poor : poor + rich * t
  }
  const best = entry.costs.at(-1) ?? 0
  const now = raised(due)
  if (endowment > 0)
    entry.moreVotes = Math.min(
      entry.moreVotes,
      votersFor(sheet, due, now, Math.min(endowment, sheet.byCost ? most * due : most))
    )
  let cost = Math.min(due, now)
  for (let round = 0; round < 100 && cost * WIDE > best; round++) {
    const money = raised(cost)
    if (money * WIDE >= cost) {
      entry.costs.push(cost * WIDE)
      entry.steps.push(step)
      return
    }
    cost = money
  }
}

/** How many voters who give this much each make up for what is missing. */
const votersFor = (sheet: Sheet, due: number, raised: number, each: number): number =>
  Math.max(1, Math.ceil((due - raised) / (each * Number(sheet.weightUnit)) - 1e-9))

/** The first step at which a plan of this cost may be bought; null when it certainly never is. */
export function firstStep({ costs, steps }: Entries, cost: number): number | null {
  const at = costs.findIndex((c) => c >= cost)
  return at < 0 ? null : steps[at]!
}
