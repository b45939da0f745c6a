/**
 * One look at a plan's supporters that answers for a whole window of prices: who certainly has less is summed up and
 * listed, who certainly has more is counted, and only the few in between are looked at again for every price tried.
 * For ballots without points; those with points are surveyed afresh (see `survey.ts`).
 */
import { type Desk } from './desk.ts'
import { type Found, survey } from './survey.ts'

export interface Window {
  /** The plan it holds for, or -1; no balance has changed since. */
  plan: number
  /** It answers for prices from `low` up to `high`. */
  low: number
  high: number
  /** Supporters with at least `high`, by weight, and the money of those with less than `low`. */
  rich: number
  money: number
  /** How many are listed in `bought.poor` as having less than `low`, and who is in between. */
  poor: number
  middle: number
  readonly between: Int32Array
}

export const openWindow = (size: number): Window => ({
  plan: -1,
  low: 0,
  high: 0,
  rich: 0,
  money: 0,
  poor: 0,
  middle: 0,
  between: new Int32Array(size)
})

/** How far around a price the next ones are expected. */
const BELOW = 0.85
const ABOVE = 1.04

/** The same answer as `survey`, with one look at all supporters for many prices. */
export function surveyNear(desk: Desk, plan: number, t: number): Found {
  if (desk.worth) return survey(desk, plan, t)
  const { window } = desk
  if (window.plan !== plan || t < window.low || t > window.high) {
    window.plan = plan
    window.low = t * BELOW
    window.high = t * ABOVE
    const from = desk.fresh[plan] ? desk.sheet.groups.member : desk.member
    const look = desk.sheet.groups.plain ? lookPlain : lookMerged
    desk.end[plan] = look(window, desk, from, desk.sheet.groups.first[plan]!, desk.end[plan]!)
    desk.fresh[plan] = 0
  }
  return between(desk, window, t)
}

function lookPlain(
  window: Window,
  { balance, member, bought }: Desk,
  from: Int32Array,
  first: number,
  to: number
): number {
  const { low, high, between: middle } = window
  const { poor } = bought
  let [kept, listed, inside] = [first, 0, 0]
  let [rich, money] = [0, 0]
  for (let i = first; i < to; i++) {
    const group = from[i]!
    const has = balance[group]!
    const alive = +(has > 0)
    const able = +(has >= low)
    const sure = +(has >= high)
    member[kept] = group
    kept += alive
    poor[listed] = group
    listed += alive - able
    middle[inside] = group
    inside += able - sure
    rich += sure
    money += has * (1 - able)
  }
  window.rich = rich
  window.money = money
  window.poor = listed
  window.middle = inside
  return kept
}

function lookMerged(
  window: Window,
  { balance, member, bought, sheet }: Desk,
  from: Int32Array,
  first: number,
  to: number
): number {
  const { low, high, between: middle } = window
  const { poor } = bought
  const { weight } = sheet.groups
  let [kept, listed, inside] = [first, 0, 0]
  let [rich, money] = [0, 0]
  for (let i = first; i < to; i++) {
    const group = from[i]!
    const has = balance[group]!
    const alive = +(has > 0)
    const able = +(has >= low)
    const sure = +(has >= high)
    member[kept] = group
    kept += alive
    poor[listed] = group
    listed += alive - able
    middle[inside] = group
    inside += able - sure
    const heavy = weight[group]!
    rich += sure * heavy
    money += has * heavy * (1 - able)
  }
  window.rich = rich
  window.money = money
  window.poor = listed
  window.middle = inside
  return kept
}

function between({ balance, sheet, found, slack }: Desk, window: Window, t: number): Found {
  const { weight } = sheet.groups
  let { rich, money } = window
  let poorest = rich > 0 ? window.high : Infinity
  for (let i = 0; i < window.middle; i++) {
    const group = window.between[i]!
    const has = balance[group]!
    const able = has >= t
    if (!able) money += has * weight[group]!
    else {
      rich += weight[group]!
      if (has < poorest) poorest = has
    }
  }
  found.rich = rich
  found.poor = money
  found.bearable = poorest - slack
  return found
}
