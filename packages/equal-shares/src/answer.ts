/** Turns outcomes into the answer's words and exact numbers. */
import { type Desk, openDesk, resetDesk } from './desk.ts'
import { divide, type Fraction, fraction, multiply, ONE, toDecimal, toText } from './fraction.ts'
import { type GreedyOutcome, scoreOf } from './greedy.ts'
import { type Ledger, moneyOf, openLedger, priceAt, pricesOf } from './ledger.ts'
import { type Amount, type ExactNumber, type Payers, type Step, type TieReport } from './result.ts'
import { buyExactly } from './pay.ts'
import { exactly, price } from './price.ts'
import { type FoundTie, type Outcome } from './outcome.ts'
import { inCurrency, plain, type Sheet } from './sheet.ts'

export const exactNumber = (f: Fraction): ExactNumber => ({ num: f.num.toString(), den: f.den.toString() })
export const amount = (f: Fraction): Amount => ({ ...exactNumber(f), text: toDecimal(f) })
const idOf = (sheet: Sheet, plan: number): string => sheet.election.projects[plan]!.id
export const idsOf = (sheet: Sheet, plans: readonly number[]): string[] => plans.map((p) => idOf(sheet, p))

/** Every purchase of the deciding run, with its exact price; with who paid what when `payers` is wanted. */
export function shareSteps(sheet: Sheet, decided: Outcome, payers: boolean): Step[] {
  const { order, ledger } = decided
  const paid = ledger
    ? order.map((_, nth) => priceAt(ledger, nth))
    : pricesOf(sheet, decided.endowment, order, decided.bills.slice(0, order.length))
  const paying = payers ? everyPayment(sheet, decided, paid) : null
  let left = multiply(sheet.heads, fraction(decided.endowment * sheet.shareUnit))
  return order.map((plan, nth): Step => {
    left = fraction(left.num - sheet.cost[plan]! * left.den, left.den)
    return {
      project: idOf(sheet, plan),
      cost: plain(sheet, sheet.cost[plan]!),
      by: 'equal-shares',
      ...prices(sheet, plan, paid[nth]!),
      ...(paying ? { payers: paying[nth]! } : {}),
      left: amount(divide(left, fraction(sheet.moneyUnit)))
    }
  })
}

/** Replays the purchases with the exact ledger to see who pays what. */
function everyPayment(sheet: Sheet, { endowment, order }: Outcome, paid: readonly Fraction[]): Payers[][] {
  const ledger = openLedger(sheet, endowment)
  const desk = openDesk(sheet)
  resetDesk(desk, endowment, ledger)
  return order.map((plan, nth) => {
    if (!price(desk, plan)) throw new Error('a bought plan cannot be paid: the run was wrong')
    const paying = named(sheet, whoPays(desk, ledger, plan), paid[nth]!)
    buyExactly(desk, plan, exactly(desk, plan))
    return paying
  })
}

function prices(
  sheet: Sheet,
  plan: number,
  paid: Fraction
): Pick<Step, 'price' | 'pricePerUtility' | 'effectiveVotes'> {
  const perPoint = multiply(paid, fraction(pointsUnit(sheet), sheet.moneyUnit))
  const factor = sheet.byCost ? fraction(sheet.cost[plan]!, sheet.moneyUnit) : ONE
  return {
    price: amount(perPoint),
    pricePerUtility: exactNumber(divide(perPoint, factor)),
    effectiveVotes: amount(divide(fraction(sheet.cost[plan]!, sheet.moneyUnit), perPoint))
  }
}

/** Values on the sheet per whole point: more than 1 where points have decimals. */
const pointsUnit = (sheet: Sheet): bigint =>
  sheet.groups.value && sheet.election.ballots.points ? BigInt(sheet.election.ballots.pointsUnit) : 1n

/** Payers before the price is known to be affordable: grouped by what they had paid for before. */
function whoPays(desk: Desk, ledger: Ledger, plan: number): Payers[] {
  const { groups } = desk.sheet
  const kinds = new Map<string, { group: number; value: number; weight: number }>()
  for (let i = groups.first[plan]!; i < groups.first[plan + 1]!; i++) {
    const group = groups.member[i]!
    if (desk.balance[group] === 0) continue
    const value = groups.worth ? groups.worth[i]! : 1
    const key = `${value}|${groups.share?.[group] ?? 1}|${history(ledger, group)}`
    const kind = kinds.get(key)
    if (kind) kind.weight += groups.weight[group]!
    else kinds.set(key, { group, value, weight: groups.weight[group]! })
  }
  return [...kinds.values()].map((kind) => payersOf(desk.sheet, ledger, kind))
}

function history(ledger: Ledger, group: number): string {
  const { groups } = ledger.sheet
  let text = ''
  for (let i = groups.start[group]!; i < groups.start[group + 1]!; i++) {
    const place = ledger.place[groups.plan[i]!]!
    if (place >= 0) text += groups.value ? `${place}:${groups.value[i]};` : `${place};`
  }
  return text
}

interface Pending extends Payers {
  readonly money: Fraction
  readonly value: number
  readonly weight: number
}

function payersOf(sheet: Sheet, ledger: Ledger, kind: { group: number; value: number; weight: number }): Pending {
  const { groups } = sheet
  const paidBefore: { place: number; id: string; value: number }[] = []
  for (let i = groups.start[kind.group]!; i < groups.start[kind.group + 1]!; i++) {
    const plan = groups.plan[i]!
    const place = ledger.place[plan]!
    if (place >= 0) paidBefore.push({ place, id: idOf(sheet, plan), value: groups.value ? groups.value[i]! : 1 })
  }
  paidBefore.sort((a, b) => a.place - b.place)
  return {
    voters: '',
    each: '',
    paid: 'full',
    money: fraction(moneyOf(ledger, kind.group), ledger.den),
    value: kind.value,
    weight: kind.weight,
    paidBefore: paidBefore.map(({ id, value }) =>
      groups.value ? { project: id, points: pointsText(sheet, value) } : id
    )
  }
}

const pointsText = (sheet: Sheet, value: number): string => toText(fraction(BigInt(value), pointsUnit(sheet)))

/** Full payers are one line (per number of points); who paid all he had keeps his own line. */
function named(sheet: Sheet, paying: readonly Payers[], price: Fraction): Payers[] {
  const full = new Map<number, number>()
  const emptied: Payers[] = []
  for (const { money, value, weight, paidBefore } of paying as Pending[]) {
    if (money.num * price.den >= price.num * BigInt(value) * money.den) full.set(value, (full.get(value) ?? 0) + weight)
    else {
      emptied.push({
        voters: toText(fraction(BigInt(weight), sheet.weightUnit)),
        each: toDecimal(divide(money, fraction(sheet.moneyUnit)), 6),
        paid: 'all-they-had',
        paidBefore: paidBefore!,
        ...(sheet.groups.value ? { points: pointsText(sheet, value) } : {})
      })
    }
  }
  const whole = [...full]
    .sort(([a], [b]) => b - a)
    .map(([value, weight]): Payers => ({
      voters: toText(fraction(BigInt(weight), sheet.weightUnit)),
      each: toDecimal(fraction(price.num * BigInt(value), price.den * sheet.moneyUnit), 6),
      paid: 'full',
      ...(sheet.groups.value ? { points: pointsText(sheet, value) } : {})
    }))
  return [...whole, ...emptied]
}

/** Purchases by score, on top of what was spent before. */
export function greedySteps(
  sheet: Sheet,
  order: 'votes' | 'votes-per-cost',
  outcome: GreedyOutcome,
  spentBefore: bigint
): Step[] {
  let left = sheet.budget - spentBefore
  return outcome.order.map((plan) => {
    left -= sheet.cost[plan]!
    const score = fraction(scoreOf(sheet, plan), sheet.weightUnit * pointsUnit(sheet))
    const perCost = fraction(score.num * sheet.moneyUnit, score.den * sheet.cost[plan]!)
    return {
      project: idOf(sheet, plan),
      cost: plain(sheet, sheet.cost[plan]!),
      by: order,
      score: amount(order === 'votes' ? score : perCost),
      left: amount(fraction(left, sheet.moneyUnit))
    }
  })
}

export function shareTie(sheet: Sheet, tie: FoundTie): TieReport {
  const endowment = inCurrency(sheet, tie.endowment)
  const ids = idsOf(sheet, tie.plans)
  const price = tie.price()
  const perUtility = fraction(price.num * pointsUnit(sheet), price.den * (sheet.byCost ? 1n : sheet.moneyUnit))
  return {
    projects: ids,
    where: 'equal-shares',
    step: tie.stage + 1,
    endowment: exactNumber(endowment),
    pricePerUtility: exactNumber(perUtility),
    matters: tie.matters,
    brokenBy: brokenBy(sheet, tie.plans, tie.matters),
    sentence:
      `With an endowment of ${toDecimal(endowment)}, projects ${ids.join(', ')} stand exactly equal for purchase ${tie.stage + 1}: ` +
      `each costs its supporters ${toDecimal(perUtility, 6)} per unit of utility. ` +
      (tie.matters
        ? 'Which comes first changes what voters have left.'
        : 'All of them can be paid, so their order changes nothing.')
  }
}

export function greedyTie(sheet: Sheet, where: 'greedy' | 'comparison', tie: GreedyOutcome['ties'][number]): TieReport {
  const ids = idsOf(sheet, tie.plans)
  const score = fraction(tie.score.num, tie.score.den * pointsUnit(sheet))
  return {
    projects: ids,
    where,
    score: exactNumber(score),
    matters: tie.matters,
    brokenBy: brokenBy(sheet, tie.plans, tie.matters),
    sentence:
      `Projects ${ids.join(', ')} have exactly the same score (${toDecimal(score)}). ` +
      (tie.matters
        ? 'The money left is not enough for all of them.'
        : 'All of them fit, so their order changes nothing.')
  }
}

function brokenBy(sheet: Sheet, plans: readonly number[], matters: boolean): TieReport['brokenBy'] {
  if (!matters) return 'not-needed'
  if (sheet.rule.ties === 'cheaper') return 'cost-votes-file-order'
  if (sheet.rule.ties === 'lexico') return 'project-id'
  return plans.every((p) => sheet.lot.includes(idOf(sheet, p))) ? 'lot' : 'nobody'
}
