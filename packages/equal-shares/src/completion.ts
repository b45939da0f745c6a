/**
 * Add1: more money per voter, step by step, until the next step would cost more than the budget.
 *
 * Add1 is not monotone, so no step is left out unless it is proven to buy the same. The proof: as long as the sequence
 * of purchases stays the same, more money per voter makes no balance smaller and no price higher (by induction over the
 * purchases: the money raised at a price grows with every balance). So if two endowments buy the same sequence, and at
 * the higher one every rival still costs more than the bought plan cost at the lower one, then at everything between
 * them every rival costs more than the bought plan too, and the same is bought. See `certified`; plans that stand equal
 * need more: that they stay equal.
 */
import { openDesk } from './desk.ts'
import { type FoundTie, type Outcome } from './outcome.ts'
import { run } from './run.ts'
import { type Sheet } from './sheet.ts'

export interface Completion {
  readonly outcome: Outcome
  /** How many steps were added. */
  readonly steps: number
  /** The endowments that were really run, and what each proves about the steps before it. */
  readonly path: readonly Visit[]
  readonly stuck: Outcome | null
  /** The first outcome above the budget, where that ended it. */
  readonly beyond: Outcome | null
  readonly ended: 'no-completion' | 'overspend' | 'exhaustive' | 'everything-bought'
}

export interface Visit {
  readonly step: number
  /** True when all steps since the visit before are proven to buy what this one buys. */
  readonly proven: boolean
  readonly spent: bigint
  readonly ties: readonly FoundTie[]
}

/** Completes from step `from` on: 0, or a step up to which the outcomes are known to change nothing. */
export function complete(sheet: Sheet, plainScan = false, from = 0): Completion {
  const desk = openDesk(sheet)
  const at = (steps: number): bigint => sheet.start + sheet.step * BigInt(steps)
  let here = { step: from, outcome: run(desk, at(from)) }
  const path: Visit[] = [{ step: from, proven: false, spent: here.outcome.spent, ties: here.outcome.ties }]
  const done = (
    ended: Completion['ended'],
    stuck: Outcome | null = null,
    beyond: Outcome | null = null
  ): Completion => ({
    outcome: here.outcome,
    steps: here.step,
    path,
    stuck,
    beyond,
    ended
  })
  if (here.outcome.stuck) return done('no-completion', here.outcome)
  if (sheet.rule.completion === 'none') return done('no-completion')
  const stride = strides(plainScan, from)
  for (;;) {
    if (sheet.rule.stop === 'exhaustive' && isExhaustive(sheet, here.outcome)) return done('exhaustive')
    if (here.outcome.settled || sheet.buyable.length === 0) return done('everything-bought')
    const jump = stride.next(here)
    const outcome = run(desk, at(here.step + jump), jump > 1 ? here.outcome : null)
    const proven = jump > 1 && !outcome.stuck && certified(here.outcome, outcome)
    if (jump > 1 && !proven) {
      stride.failed(here.step, here.step + jump, outcome)
      continue
    }
    if (outcome.stuck) return done('overspend', outcome)
    if (outcome.spent > sheet.budget) return done('overspend', null, outcome)
    stride.reached(here.step + jump, jump, !sameOrder(here.outcome, outcome))
    here = { step: here.step + jump, outcome }
    path.push({ step: here.step, proven, spent: outcome.spent, ties: outcome.ties })
  }
}

/**
 * How far to try: a few times as far as the present sequence has already held. After a failure there is a wall ahead,
 * and the next try stops where prices, drawn as straight lines, would first cross; at worst halfway. Where tries keep
 * failing down to a single step, the next steps are taken one by one for a while: a try that fails costs a run.
 */
function strides(plainScan: boolean, from: number) {
  let since = from
  let wall = Infinity
  let [share, failures] = [0.5, 0]
  let [pause, waiting] = [1, 0]
  return {
    next: ({ step }: { step: number }): number => {
      if (plainScan || waiting > 0) return 1
      if (wall === Infinity) return Math.max(1, (step - since) * 2)
      const room = wall - step
      return Math.max(1, Math.min(room - 1, Math.floor(room * share)))
    },
    failed: (step: number, at: number, outcome: Outcome): void => {
      // Lines that were wrong a few times are not drawn again: they can be wrong by one step, every time.
      share = ++failures % 8 === 0 ? 0.5 : outcome.crossing
      wall = at
      if (at - step > 2) return
      waiting = pause
      pause = Math.min(32, pause * 2)
    },
    reached: (step: number, jump: number, changed: boolean): void => {
      failures = 0
      share = Math.max(0.5, share)
      if (jump > 1) pause = 1
      if (waiting > 0 && --waiting === 0) since = step - 1
      if (changed) since = step
      if (wall <= step) wall = Infinity
    }
  }
}

/** Whether every endowment between the two certainly buys the same sequence. */
export function certified(low: Outcome, high: Outcome): boolean {
  if (high.differs || low.order.length !== high.order.length) return false
  if (!sameTies(low, high) || !(tiesLast(low, high) || sameForms(low, high))) return false
  for (let i = 0; i < low.order.length; i++) {
    if (low.order[i] !== high.order[i] || low.block[i] !== high.block[i]) return false
    if (high.rival[i]! <= low.ceiling[i]!) return false
  }
  return true
}

/** Plans that stand equal because all their supporters pay in full, or because they are twins, do so with any more money. */
const tiesLast = (low: Outcome, high: Outcome): boolean => low.blocksEven && high.blocksEven

/**
 * At both ends the same people cannot pay in full, for every purchase and for every plan that stood equal. Then every
 * balance and every price in between is a straight line, and plans that are equal at both ends are equal in between.
 */
const sameForms = (low: Outcome, high: Outcome): boolean =>
  sameShort(low.short, high.short) && low.ties.every((tie, i) => sameShort(tie.short, high.ties[i]!.short))

const sameShort = (a: readonly Int32Array[] | null, b: readonly Int32Array[] | null): boolean =>
  a !== null && b !== null && a.every((list, i) => list.length === b[i]!.length && list.every((g, j) => g === b[i]![j]))

const sameOrder = (a: Outcome, b: Outcome): boolean =>
  a.order.length === b.order.length && a.order.every((p, i) => p === b.order[i])

const sameTies = (a: Outcome, b: Outcome): boolean =>
  a.ties.length === b.ties.length &&
  a.ties.every((tie, i) => tie.stage === b.ties[i]!.stage && tie.plans.join() === b.ties[i]!.plans.join())

/** No plan that could be added still fits in the budget. */
export function isExhaustive(sheet: Sheet, outcome: Outcome): boolean {
  const bought = new Set(outcome.order)
  const plans = sheet.rule.exhaustiveOver === 'all' ? sheet.cost.map((_, p) => p) : sheet.buyable
  return plans.every((p) => bought.has(p) || sheet.cost[p] === 0n || outcome.spent + sheet.cost[p]! > sheet.budget)
}
