/**
 * What the supporters of a plan can pay at a price: the innermost loops of a count. They hold no branch that depends on
 * money, because a processor cannot guess those: without them a city counts four times as fast. There is one loop for
 * ballots that all weigh the same, one for merged ballots, and one for ballots with points.
 */
import { type Desk } from './desk.ts'

/** Answer of the last survey; one object per desk, written over each time. */
export interface Found {
  /** Weight × value of those who can pay the price in full, and the money of those who cannot. */
  rich: number
  poor: number
  /** The price up to which all the rich can certainly pay in full. */
  bearable: number
}

/** Stands for "no limit" in sums; far above any money. */
const FAR = 1e300

/** Surveys the supporters at price `t` per unit of value. Who has nothing left is dropped from the plan's list. */
export function survey(desk: Desk, plan: number, t: number): Found {
  if (desk.worth) withPoints(desk, plan, t, desk.worth)
  else if (desk.sheet.groups.plain) oneEach(desk, plan, t)
  else merged(desk, plan, t)
  desk.fresh[plan] = 0
  return desk.found
}

/** The same without `bearable`, which a look that only asks whether a plan is too dear does not need. */
export function glance(desk: Desk, plan: number, t: number): Found {
  if (desk.worth || !desk.sheet.groups.plain) return survey(desk, plan, t)
  const { balance, member, found } = desk
  const from = desk.fresh[plan] ? desk.sheet.groups.member : member
  let kept = desk.sheet.groups.first[plan]!
  let [rich, poor] = [0, 0]
  for (let i = kept, to = desk.end[plan]!; i < to; i++) {
    const group = from[i]!
    const money = balance[group]!
    member[kept] = group
    kept += +(money > 0)
    const able = +(money >= t)
    rich += able
    poor += money * (1 - able)
  }
  desk.end[plan] = kept
  desk.fresh[plan] = 0
  found.rich = rich
  found.poor = poor
  found.bearable = 0
  return found
}

function oneEach(desk: Desk, plan: number, t: number): void {
  const { balance, member, found } = desk
  const from = desk.fresh[plan] ? desk.sheet.groups.member : member
  let kept = desk.sheet.groups.first[plan]!
  let [rich, poor, poorest] = [0, 0, FAR]
  for (let i = kept, to = desk.end[plan]!; i < to; i++) {
    const group = from[i]!
    const money = balance[group]!
    member[kept] = group
    kept += +(money > 0)
    const able = +(money >= t)
    rich += able
    poor += money * (1 - able)
    const least = money + (1 - able) * FAR
    if (least < poorest) poorest = least
  }
  desk.end[plan] = kept
  found.rich = rich
  found.poor = poor
  found.bearable = poorest - desk.slack
}

function merged(desk: Desk, plan: number, t: number): void {
  const { balance, member, found } = desk
  const { weight } = desk.sheet.groups
  const from = desk.fresh[plan] ? desk.sheet.groups.member : member
  let kept = desk.sheet.groups.first[plan]!
  let [rich, poor, poorest] = [0, 0, FAR]
  for (let i = kept, to = desk.end[plan]!; i < to; i++) {
    const group = from[i]!
    const money = balance[group]!
    member[kept] = group
    kept += +(money > 0)
    const able = +(money >= t)
    rich += able * weight[group]!
    poor += money * weight[group]! * (1 - able)
    const least = money + (1 - able) * FAR
    if (least < poorest) poorest = least
  }
  desk.end[plan] = kept
  found.rich = rich
  found.poor = poor
  found.bearable = poorest - desk.slack
}

function withPoints(desk: Desk, plan: number, t: number, worth: Float64Array): void {
  const { balance, member, found, slack } = desk
  const { groups } = desk.sheet
  const from = desk.fresh[plan] ? groups.member : member
  const points = desk.fresh[plan] ? groups.worth! : worth
  let kept = groups.first[plan]!
  let [rich, poor, bearable] = [0, 0, FAR]
  for (let i = kept, to = desk.end[plan]!; i < to; i++) {
    const group = from[i]!
    const value = points[i]!
    const money = balance[group]!
    const weight = groups.weight[group]!
    member[kept] = group
    worth[kept] = value
    kept += +(money > 0)
    const able = +(money >= t * value)
    rich += able * weight * value
    poor += money * weight * (1 - able)
    const least = (money - slack) / value + (1 - able) * FAR
    if (least < bearable) bearable = least
  }
  desk.end[plan] = kept
  found.rich = rich
  found.poor = poor
  found.bearable = bearable
}

/** The supporters of a plan that may still have money: the list, and what the plan is worth to each (null: 1). */
export const listOf = (desk: Desk, plan: number): { member: Int32Array; worth: Float64Array | null } =>
  desk.fresh[plan] ? desk.sheet.groups : desk
