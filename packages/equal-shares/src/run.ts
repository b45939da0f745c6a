/** One run of the Method of Equal Shares with one endowment, from the first purchase to the last. */
import { comparePrices, type Desk, exactly, price, resetDesk, Undecided, UNIT } from './desk.ts'
import { exact, floor, type Fraction, fraction, multiply, toNumber } from './fraction.ts'
import { enter, type ExactPrice, type Ledger, moneyOf, openLedger, ratio } from './ledger.ts'
import { type Sheet } from './sheet.ts'

/** Plans that stood exactly equal, when, and whether their order could change anything. */
export interface FoundTie {
  readonly plans: readonly number[]
  readonly stage: number
  readonly endowment: Fraction
  /** Price per unit of utility, in sheet money. */
  readonly price: Fraction
  matters: boolean
}

export interface Outcome {
  readonly endowment: Fraction
  /** The plans bought, in order. */
  readonly order: number[]
  readonly spent: bigint
  /** Per purchase: a proven upper bound of its price, and a proven lower bound of the cheapest rival's. */
  readonly ceiling: number[]
  readonly rival: number[]
  /** Per purchase: where its block of harmlessly tied plans began. */
  readonly block: number[]
  /** Every tied plan was paid in full by all its supporters, so more money changes nothing about the tie. */
  readonly blocksEven: boolean
  readonly ties: readonly FoundTie[]
  /** A tie that matters and that nothing may break; the run ended there. */
  readonly stuck: FoundTie | null
  /** With more money the outcome stays as it is. */
  readonly settled: boolean
  readonly ledger: Ledger | null
}

/** Looks on while plans are bought, to tell afterwards who paid what. Called with balances before and after. */
export interface Witness {
  before(desk: Desk, ledger: Ledger, plan: number): void
  after(desk: Desk, ledger: Ledger, plan: number): void
}

interface Run {
  readonly witness: Witness | null
  readonly desk: Desk
  readonly sheet: Sheet
  readonly ledger: Ledger | null
  readonly endowment: Fraction
  readonly wanted: readonly number[]
  left: number[]
  readonly room: bigint[] | null
  readonly order: number[]
  spent: bigint
  readonly ceiling: number[]
  readonly rival: number[]
  readonly block: number[]
  blocksEven: boolean
  allEven: boolean
  outOfMoney: number
  readonly ties: FoundTie[]
  tie: FoundTie | null
  tied: number[]
  stuck: FoundTie | null
}

/**
 * Runs with doubles, and again with the exact ledger only where doubles cannot decide. `wanted` are prices per purchase
 * up to which rivals must really be looked at (for `skip.ts`).
 */
export function run(desk: Desk, endowment: Fraction, wanted: readonly number[] = []): Outcome {
  try {
    return runWith(desk, endowment, wanted, null)
  } catch (problem) {
    if (!(problem instanceof Undecided)) throw problem
    return runExactly(desk, endowment, wanted)
  }
}

export const runExactly = (
  desk: Desk,
  endowment: Fraction,
  wanted: readonly number[] = [],
  witness: Witness | null = null
): Outcome => runWith(desk, endowment, wanted, openLedger(desk.sheet, endowment), witness)

function runWith(
  desk: Desk,
  endowment: Fraction,
  wanted: readonly number[],
  ledger: Ledger | null,
  witness: Witness | null = null
): Outcome {
  const { sheet } = desk
  resetDesk(desk, toNumber(endowment), ledger)
  const r: Run = {
    desk,
    sheet,
    ledger,
    endowment,
    wanted,
    witness,
    left: [...sheet.buyable],
    room: sheet.rule.categoryCaps ? capsOf(sheet) : null,
    order: [],
    spent: 0n,
    ceiling: [],
    rival: [],
    block: [],
    blocksEven: true,
    allEven: true,
    outOfMoney: 0,
    ties: [],
    tie: null,
    tied: [],
    stuck: null
  }
  if (endowment.num > 0n) while (buyNext(r));
  const settled = r.outOfMoney === 0 && (r.room === null || r.allEven) && endowment.num > 0n
  return { ...r, settled }
}

function buyNext(r: Run): boolean {
  const plan = r.tied.length > 0 ? nextTied(r) : -1
  if (r.stuck) return false
  const chosen = plan >= 0 ? plan : cheapest(r)
  if (chosen < 0) return false
  buy(r, chosen)
  return true
}

/** The next plan of a tie while all of them still cost the same; -1 once one has become dearer: then the order matters. */
function nextTied(r: Run): number {
  const { desk, tied, tie } = r
  const same = tied.every((p) => fits(r, p) && price(desk, p) && isPrice(r, p, tie!.price))
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
  if (!r.desk.even[first]) r.blocksEven = false
  r.block.push(r.tie!.stage)
  return first
}

/** Without permission to break ties, only a lot that names all of them may. */
const mayNotBreak = (sheet: Sheet, plans: readonly number[]): boolean =>
  sheet.rule.ties === 'error' && !plans.every((p) => sheet.lot.includes(sheet.election.projects[p]!.id))

/** Prices plans in order of their known lower bounds until no other can be cheaper (or be a rival worth knowing). */
function cheapest(r: Run): number {
  const { desk } = r
  sortByLow(r.left, desk.low)
  const wanted = r.wanted[r.order.length] ?? -1
  let [best, limit] = [-1, Infinity]
  let equal: number[] = []
  const gone: number[] = []
  for (const plan of r.left) {
    if (desk.low[plan]! > limit) break
    if (!fits(r, plan)) gone.push(plan)
    else if (!price(desk, plan)) {
      gone.push(plan)
      r.outOfMoney++
    } else if (best < 0 || desk.high[plan]! < desk.low[best]!) [best, equal] = [plan, [plan]]
    else if (desk.low[plan]! <= desk.high[best]!) {
      const order = comparePrices(desk, plan, best)
      if (order < 0) [best, equal] = [plan, [plan]]
      else if (order === 0) equal.push(plan)
    }
    if (best >= 0) limit = Math.max(desk.high[best]!, wanted)
  }
  if (gone.length > 0) r.left = r.left.filter((p) => !gone.includes(p))
  if (equal.length > 1) return openTie(r, equal)
  if (best >= 0) r.block.push(r.order.length)
  return best
}

function openTie(r: Run, plans: number[]): number {
  const { above, below } = exactly(r.desk, plans[0]!)
  const perUtility = fraction(above, below * (r.ledger?.den ?? 1n) * r.sheet.factorExact[plans[0]!]!)
  r.tie = {
    plans: [...plans].sort((a, b) => a - b),
    stage: r.order.length,
    endowment: r.endowment,
    price: perUtility,
    matters: false
  }
  r.ties.push(r.tie)
  r.tied = plans
  return takeTied(r)
}

/** Nearly sorted from the purchase before, so insertion is quick. */
function sortByLow(plans: number[], low: Float64Array): void {
  for (let i = 1; i < plans.length; i++) {
    const plan = plans[i]!
    let j = i
    for (; j > 0 && low[plans[j - 1]!]! > low[plan]!; j--) plans[j] = plans[j - 1]!
    plans[j] = plan
  }
}

function buy(r: Run, plan: number): void {
  const { desk, sheet, ledger } = r
  const rivals = r.left.filter((p) => p !== plan)
  r.left = rivals
  r.ceiling.push(desk.high[plan]!)
  let rival = Infinity
  for (const p of rivals) if (desk.low[p]! < rival && !r.tied.includes(p)) rival = desk.low[p]!
  r.rival.push(rival)
  if (!desk.even[plan]) r.allEven = false
  if (ledger) buyExactly(r, plan, exactly(desk, plan))
  else
    pay(
      desk,
      plan,
      (desk.tLow[plan]! + desk.tHigh[plan]!) / 2,
      (desk.tHigh[plan]! - desk.tLow[plan]!) / 2 + UNIT * desk.tHigh[plan]!,
      null
    )
  r.order.push(plan)
  r.spent += sheet.cost[plan]!
  if (r.room) takeRoom(r, plan)
}

/** With the ledger the price is exact to the last bit, so errors no longer grow; doubtful voters are settled exactly. */
function buyExactly(r: Run, plan: number, exact: ExactPrice): void {
  const { desk, ledger } = r
  const t = ratio(exact.above, exact.below * ledger!.den)
  const moneyLeft = (group: number, value: number): number => {
    const left = moneyOf(ledger!, group) * exact.below - exact.above * BigInt(value)
    return left > 0n ? ratio(left, exact.below * ledger!.den) : 0
  }
  r.witness?.before(desk, ledger!, plan)
  pay(desk, plan, t, 8 * UNIT * t, moneyLeft)
  enter(ledger!, plan, exact)
  r.witness?.after(desk, ledger!, plan)
}

/** Every supporter pays the price, or all he has. A balance is 0 only when it is exactly 0. */
function pay(
  desk: Desk,
  plan: number,
  t: number,
  margin: number,
  settle: ((group: number, value: number) => number) | null
): void {
  const { balance, sheet } = desk
  const { first, member, worth } = sheet.groups
  for (let i = first[plan]!; i < first[plan + 1]!; i++) {
    const group = member[i]!
    const money = balance[group]!
    if (money === 0) continue
    const value = worth ? worth[i]! : 1
    const left = money - t * value
    const doubt = desk.slack + margin * value + 4 * UNIT * money
    if (left > doubt) balance[group] = left
    else if (left < -doubt) balance[group] = 0
    else if (settle) balance[group] = settle(group, value)
    else throw new Undecided()
  }
  const top = sheet.topValue[plan]!
  desk.slack += margin * top + 4 * UNIT * desk.most
  desk.least = desk.least - (t + margin) * top * (1 + 4 * UNIT) - UNIT * desk.most
}

const capsOf = (sheet: Sheet): bigint[] =>
  Object.values(sheet.rule.categoryCaps!).map((cap) => floor(multiply(exact(cap), fraction(sheet.moneyUnit))))

const capPlaces = (r: Run, plan: number): number[] => {
  const names = Object.keys(r.sheet.rule.categoryCaps!)
  return r.sheet.election.projects[plan]!.categories.map((c) => names.indexOf(c)).filter((place) => place >= 0)
}

/** Whether the plan still fits under the caps of its categories (always, where there are none). */
const fits = (r: Run, plan: number): boolean =>
  r.room === null || capPlaces(r, plan).every((place) => r.room![place]! >= r.sheet.cost[plan]!)

function takeRoom(r: Run, plan: number): void {
  for (const place of capPlaces(r, plan)) r.room![place] = r.room![place]! - r.sheet.cost[plan]!
}
