/** One run of the Method of Equal Shares with one endowment, from the first purchase to the last. */
import { type Desk, Undecided } from './desk.ts'
import { type Fraction, fraction } from './fraction.ts'
import { openLedger, pricesOf } from './ledger.ts'
import { putFirst, sortByLow } from './line.ts'
import { type Outcome } from './outcome.ts'
import { buyExactly, buyGuided, shortFor } from './pay.ts'
import { keepPrefix } from './prefix.ts'
import { comparePrices, exactly, price } from './price.ts'
import { openRun, type Run, type Watch } from './run-state.ts'
import { type Sheet } from './sheet.ts'

/**
 * Runs with doubles, and again with the exact ledger only where doubles cannot decide. With `like`, rivals are looked at
 * far enough to prove that everything between the two endowments buys the same; the run ends where that fails.
 */
export function run(desk: Desk, endowment: bigint, like: Outcome | null = null, watch: Watch | null = null): Outcome {
  try {
    return finish(openRun(desk, endowment, like, watch, null))
  } catch (problem) {
    if (!(problem instanceof Undecided)) throw problem
    return finish(openRun(desk, endowment, like, watch, openLedger(desk.sheet, endowment)))
  }
}

function finish(r: Run): Outcome {
  if (r.endowment > 0n) while (buyNext(r));
  r.watch?.(-1, r.order.length)
  r.desk.hint = r.order
  const {
    endowment,
    order,
    spent,
    ceiling,
    rival,
    block,
    blocksEven,
    ties,
    stuck,
    differs,
    bills,
    ledger,
    short,
    crossing
  } = r
  const settled = r.outOfMoney === 0 && (r.room === null || r.allEven) && endowment > 0n
  return {
    endowment,
    order,
    spent,
    ceiling,
    rival,
    block,
    blocksEven,
    ties,
    stuck,
    settled,
    differs,
    bills,
    ledger,
    short,
    crossing
  }
}

function buyNext(r: Run): boolean {
  const plan = r.tied.length > 0 ? nextTied(r) : -1
  if (r.stuck) return false
  const chosen = plan >= 0 ? plan : cheapest(r)
  if (chosen < 0) return false
  buy(r, chosen)
  return !r.differs
}

/** The next plan of a tie while all of them still cost the same; -1 once one has become dearer: then the order matters. */
function nextTied(r: Run): number {
  const { desk, tied, tie } = r
  // Twins whose supporters paid all they had: for the second there is less. Where only penniless ones did not pay, ask exactly.
  if (r.uneven && r.bills.at(-1)!.shares === 0) throw new Undecided()
  const same = !r.uneven && tied.every((p) => fits(r, p) && price(desk, p) && isPrice(r, p, tie!.price()))
  if (same) return takeTied(r)
  tie!.matters = true
  r.tied = []
  if (mayNotBreak(r.sheet, tie!.plans)) r.stuck = tie
  return -1
}

function isPrice(r: Run, plan: number, wanted: Fraction): boolean {
  const { above, below } = exactly(r.desk, plan)
  return above * wanted.den === wanted.num * below * r.sheet.factorExact[plan]! * (r.ledger?.den ?? 1n)
}

function takeTied(r: Run): number {
  const { tieRank } = r.sheet
  const first = r.tied.reduce((best, p) => (tieRank[p]! < tieRank[best]! ? p : best))
  r.tied = r.tied.filter((p) => p !== first)
  if (!r.desk.even[first] && !(areTwins(r.sheet, r.tie!.plans) && !mayNotBreak(r.sheet, r.tie!.plans)))
    r.blocksEven = false
  r.block.push(r.tie!.stage)
  return first
}

/** Without permission to break ties, only a lot that names all of them may. */
const mayNotBreak = (sheet: Sheet, plans: readonly number[]): boolean =>
  sheet.rule.ties === 'error' && !plans.every((p) => sheet.lot.includes(sheet.election.projects[p]!.id))

/** Prices plans in order of their known lower bounds until no other can be cheaper (or be a rival worth knowing). */
function cheapest(r: Run): number {
  const { desk, left } = r
  const { low, high } = desk
  sortByLow(left, low)
  putFirst(left, expected(r))
  const wanted = r.like?.ceiling[r.order.length] ?? -1
  let [best, limit, kept] = [-1, Infinity, 0]
  let equal: number[] = []
  let i = 0
  for (; i < left.length; i++) {
    const plan = left[i]!
    if (low[plan]! > limit) break
    const fitting = fits(r, plan)
    if (!fitting || !price(desk, plan, limit)) {
      if (fitting) r.outOfMoney++
      continue
    }
    left[kept++] = plan
    if (high[plan] === Infinity) continue
    if (best < 0 || high[plan]! < low[best]!) [best, equal] = [plan, [plan]]
    else if (low[plan]! <= high[best]!) {
      const order = comparePrices(desk, plan, best)
      if (order < 0) [best, equal] = [plan, [plan]]
      else if (order === 0) equal.push(plan)
    }
    limit = Math.max(high[best]!, wanted)
  }
  while (i < left.length) left[kept++] = left[i++]!
  left.length = kept
  if (equal.length > 1) return openTie(r, equal)
  if (best >= 0) r.block.push(r.order.length)
  return best
}

function openTie(r: Run, plans: number[]): number {
  const sorted = [...plans].sort((a, b) => a - b)
  r.uneven = r.ledger === null && !r.desk.even[plans[0]!] && areTwins(r.sheet, plans)
  const price = r.uneven ? billedPrice(r, r.order.length) : exactPrice(r, plans[0]!)
  r.tie = {
    plans: sorted,
    stage: r.order.length,
    endowment: r.endowment,
    price,
    matters: false,
    short: shortOf(r, sorted)
  }
  r.ties.push(r.tie)
  r.tied = plans
  return takeTied(r)
}

/** Who could not pay in full, per plan; only where the run knows exactly. */
const shortOf = (r: Run, plans: readonly number[]): Int32Array[] | null =>
  r.ledger && plans.map((p) => shortFor(r.desk, p, exactly(r.desk, p)))

const areTwins = ({ twin }: Sheet, plans: readonly number[]): boolean => plans.every((p) => twin[p] === twin[plans[0]!])

function exactPrice(r: Run, plan: number): () => Fraction {
  const { above, below } = exactly(r.desk, plan)
  const perUtility = fraction(above, below * (r.ledger?.den ?? 1n) * r.sheet.factorExact[plan]!)
  return () => perUtility
}

/** The price of the purchase at a place, from the bills there will be. */
const billedPrice =
  ({ sheet, endowment, order, bills }: Run, place: number): (() => Fraction) =>
  () => {
    const { num, den } = pricesOf(sheet, endowment, order.slice(0, place + 1), bills.slice(0, place + 1))[place]!
    return fraction(num, den * sheet.factorExact[order[place]!]!)
  }

/** What the run before bought next, -1 if nothing: most often right, and then all others need only one look. */
function expected(r: Run): number {
  const { hint } = r.desk
  while (r.hintAt < hint.length && r.order.includes(hint[r.hintAt]!)) r.hintAt++
  return hint[r.hintAt] ?? -1
}

function buy(r: Run, plan: number): void {
  const { desk } = r
  if (r.shared) r.shared = isShared(r, plan)
  const stage = r.order.length
  r.left.splice(r.left.indexOf(plan), 1)
  let rival = Infinity
  for (const p of r.left) if (desk.low[p]! < rival && !r.tied.includes(p)) rival = desk.low[p]!
  r.rival.push(rival)
  r.ceiling.push(desk.high[plan]!)
  if (r.like) compareWith(r, r.like, stage, plan, rival)
  r.watch?.(plan, stage)
  if (!desk.even[plan]) r.allEven = false
  r.short?.push(...shortOf(r, [plan])!)
  if (r.ledger) buyExactly(desk, plan, exactly(desk, plan))
  else r.bills.push(buyGuided(desk, plan))
  r.order.push(plan)
  r.spent += r.sheet.cost[plan]!
  r.room?.take(plan)
}

/** Gives up where the two runs cannot be proven alike, and guesses from the gaps between prices where they part. */
function compareWith(r: Run, like: Outcome, stage: number, plan: number, rival: number): void {
  const ceiling = like.ceiling[stage] ?? 0
  const other = like.order[stage] === plan ? rival : r.desk.high[plan]!
  if (like.order[stage] === plan && rival > ceiling) return
  r.differs = true
  const gap = (like.rival[stage] ?? 0) - ceiling
  if (gap > 0 && Number.isFinite(gap) && other <= ceiling) r.crossing = gap / (gap + ceiling - other)
}

/** Whether every larger endowment buys this plan now at this price; if not, what was shared until here is kept. */
function isShared(r: Run, plan: number): boolean {
  const { desk, sheet, order } = r
  const lowest = desk.high[plan]!
  const inBlock = (p: number): boolean => p === plan || (r.tied.includes(p) && desk.even[p] === 1)
  // Also plans that nobody can afford yet: with more money they may be.
  const left = (): number[] => sheet.buyable.filter((p) => !order.includes(p))
  if (desk.even[plan] && left().every((p) => inBlock(p) || desk.base[p]! > lowest)) return true
  const settledBlock = r.block[order.length] === order.length
  if (settledBlock && order.length > (desk.prefix?.order.length ?? 0)) {
    const ties = r.ties.filter((tie) => tie.stage < order.length)
    keepPrefix(desk, r.endowment, { ...r, left: left(), block: r.block.slice(0, order.length), ties })
  }
  return false
}

/** Whether the plan still fits under the caps of its categories (always, where there are none). */
const fits = (r: Run, plan: number): boolean => r.room === null || r.room.fits(plan)
