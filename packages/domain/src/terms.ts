// Every question has a clock. Here a due day is computed from its basis, and the computation explains itself.
import { addDays, addMonths, daysBetween, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { isWorkingDay, whyNotWorking, type EquatedDays, type NotWorking } from './holidays.ts'

export const bases = [
  'voluntary-promise',
  'council-letter',
  'application',
  'objection',
  'complaint',
  'tenants-advice',
  'notice-of-default',
  'own-promise'
] as const
/** What a clock rests on: a law, or a promise. */
export type Basis = (typeof bases)[number]

export type TermUnit = 'days' | 'weeks' | 'months' | 'working-days'

/** The day a term is counted from; it is not counted itself. */
export type CountedFrom = 'receipt' | 'council-meeting' | 'end-of-filing-term'

/**
 * One rule. `kind` keeps law and promise apart: a promise is never shown as a right. `source` is the article or who
 * promised. `checkedOn` is the day of the text that was read: the laws were read in a snapshot of 2017 whose day is not
 * known, so the first of that year stands here and everyone can see that it wants checking.
 */
export type TermRule = {
  basis: Basis
  amount: number
  unit: TermUnit
  kind: 'law' | 'promise'
  countedFrom: CountedFrom
  source: string
  checkedOn: Day
  version: number
  /** A first sign of life, when that was promised as well. */
  receipt?: { amount: number; unit: TermUnit }
  /** An advisory committee is involved. */
  committee?: true
}

const snapshot = '2017-01-01' as Day
const law = { kind: 'law', checkedOn: snapshot, version: 1 } as const

/** The rule of each basis as it is today. A request keeps its own copy: changing a rule changes no running clock. */
export const termRules: Readonly<Record<Basis, TermRule>> = {
  'voluntary-promise': {
    basis: 'voluntary-promise',
    amount: 6,
    unit: 'weeks',
    kind: 'promise',
    countedFrom: 'receipt',
    source: 'promise of the partners in this neighbourhood',
    checkedOn: '2026-11-01' as Day,
    version: 1,
    receipt: { amount: 5, unit: 'working-days' }
  },
  'council-letter': {
    basis: 'council-letter',
    amount: 6,
    unit: 'weeks',
    kind: 'promise',
    countedFrom: 'council-meeting',
    source: "the council's own rules: its aim for letters to the council",
    checkedOn: snapshot,
    version: 1
  },
  application: { ...law, basis: 'application', amount: 8, unit: 'weeks', countedFrom: 'receipt', source: 'Awb 4:13' },
  objection: {
    ...law,
    basis: 'objection',
    amount: 6,
    unit: 'weeks',
    countedFrom: 'end-of-filing-term',
    source: 'Awb 7:10'
  },
  complaint: { ...law, basis: 'complaint', amount: 6, unit: 'weeks', countedFrom: 'receipt', source: 'Awb 9:11' },
  'tenants-advice': {
    ...law,
    basis: 'tenants-advice',
    amount: 14,
    unit: 'days',
    countedFrom: 'receipt',
    source: 'Wohv 5'
  },
  'notice-of-default': {
    ...law,
    basis: 'notice-of-default',
    amount: 2,
    unit: 'weeks',
    countedFrom: 'receipt',
    source: 'Awb 4:17'
  },
  'own-promise': {
    basis: 'own-promise',
    amount: 0,
    unit: 'days',
    kind: 'promise',
    countedFrom: 'receipt',
    source: "the institution's own date",
    checkedOn: '2026-11-01' as Day,
    version: 1
  }
}

const withCommittee: Partial<Record<Basis, number>> = { objection: 12, complaint: 10 }

/**
 * The rule of a basis with the choices it leaves: `weeks` for a promise (1–52) or for an application with a term of its
 * own law (1–26); `committee` for an objection (12 weeks, Awb 7:10) or a complaint (10 weeks, Awb 9:11).
 * Refusal: `term-out-of-range` (facts: min, max), or `field-not-a-choice` where the basis leaves no such choice.
 */
export function ruleFor(basis: Basis, choice: { weeks?: number; committee?: boolean } = {}): Decision<TermRule> {
  const rule = termRules[basis]
  if (choice.committee) {
    const amount = withCommittee[basis]
    if (amount === undefined) return refused('field-not-a-choice', { field: 'committee' })
    return ok({ ...rule, amount, committee: true })
  }
  if (choice.weeks === undefined) return ok(rule)
  const max = basis === 'application' ? 26 : rule.kind === 'promise' && basis !== 'own-promise' ? 52 : 0
  if (max === 0) return refused('field-not-a-choice', { field: 'weeks' })
  if (!Number.isInteger(choice.weeks) || choice.weeks < 1 || choice.weeks > max)
    return refused('term-out-of-range', { field: 'weeks', facts: { min: 1, max } })
  return ok({ ...rule, amount: choice.weeks, unit: 'weeks' })
}

/** One step of the computation, in an order that can be read out. Each is a value; its words live elsewhere. */
export type TermStep =
  | { step: 'counted-from'; day: Day; countedFrom: CountedFrom }
  | { step: 'plus'; amount: number; unit: TermUnit; day: Day }
  | { step: 'own-date'; day: Day }
  /** Termijnenwet, art. 2: a term of at least three days holds two working days. */
  | { step: 'two-working-days'; day: Day; found: number }
  /** Termijnenwet, art. 1: the day the term would end on is no working day. */
  | { step: 'falls-on'; day: Day; why: NotWorking }
  | { step: 'moved-to'; day: Day }
  /** Why the act moves nothing: it speaks only of terms set by law, and not of long ones (art. 4). */
  | { step: 'act-does-not-apply'; why: 'promise' | 'over-90-days' | 'over-12-weeks' | 'over-3-months' }
  | { step: 'receipt-due'; amount: number; unit: TermUnit; day: Day }
  | { step: 'ends'; day: Day }

export type Computed = { due: Day; receiptDue?: Day; steps: TermStep[] }

/** What a request keeps: the rule as it was, and how the day came out. Never recomputed. */
export type FrozenTerm = Computed & { rule: TermRule; from: Day }

function plus(from: Day, amount: number, unit: TermUnit, equated?: EquatedDays): Day {
  if (unit === 'months') return addMonths(from, amount)
  if (unit !== 'working-days') return addDays(from, unit === 'weeks' ? amount * 7 : amount)
  let day = from
  for (let left = amount; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, equated)) left -= 1
  }
  return day
}

/** Termijnenwet, art. 4: terms this long are not lengthened. */
function tooLong({ amount, unit }: TermRule): 'over-90-days' | 'over-12-weeks' | 'over-3-months' | undefined {
  if (unit === 'days' && amount > 90) return 'over-90-days'
  if (unit === 'weeks' && amount > 12) return 'over-12-weeks'
  if (unit === 'months' && amount > 3) return 'over-3-months'
  return undefined
}

function workingDaysIn(from: Day, end: Day, equated?: EquatedDays): number {
  let found = 0
  for (let day = addDays(from, 1); day <= end && found < 2; day = addDays(day, 1))
    if (isWorkingDay(day, equated)) found += 1
  return found
}

function lengthen(from: Day, end: Day, steps: TermStep[], equated?: EquatedDays): Day {
  let day = end
  const found = daysBetween(from, end) >= 3 ? workingDaysIn(from, end, equated) : 2
  for (let have = found; have < 2;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, equated)) have += 1
  }
  if (found < 2) steps.push({ step: 'two-working-days', day, found })
  const fell = day
  for (let why = whyNotWorking(day, equated); why !== undefined; why = whyNotWorking(day, equated)) {
    steps.push({ step: 'falls-on', day, why })
    day = addDays(day, 1)
  }
  if (day !== fell) steps.push({ step: 'moved-to', day })
  return day
}

/**
 * The due day: the term ends at the end of that day in Europe/Amsterdam. The day it is counted from is not counted.
 *
 * A term set by law is lengthened by the Algemene termijnenwet (art. 1, 2 and 4; holidays of art. 3, and the days
 * equated by decree when given). A promise is not: the act does not speak of promises, a promise means the day that was
 * said, and moving it as the law moves its own terms would show it as a right. Only its working days are counted around
 * weekends and holidays, because that is what the words say.
 */
export function dueOn(rule: TermRule, from: Day, equated?: EquatedDays): Computed {
  const { amount, unit, receipt } = rule
  const end = plus(from, amount, unit, equated)
  const steps: TermStep[] = [
    { step: 'counted-from', day: from, countedFrom: rule.countedFrom },
    rule.basis === 'own-promise' ? { step: 'own-date', day: end } : { step: 'plus', amount, unit, day: end }
  ]
  const exempt = rule.kind === 'promise' ? 'promise' : tooLong(rule)
  if (exempt) steps.push({ step: 'act-does-not-apply', why: exempt })
  const due = exempt ? end : lengthen(from, end, steps, equated)
  steps.push({ step: 'ends', day: due })
  if (receipt === undefined) return { due, steps }
  const receiptDue = plus(from, receipt.amount, receipt.unit, equated)
  steps.push({ step: 'receipt-due', amount: receipt.amount, unit: receipt.unit, day: receiptDue })
  return { due, receiptDue, steps }
}

/** The term as a request keeps it. */
export const freeze = (rule: TermRule, from: Day, equated?: EquatedDays): FrozenTerm => ({
  rule,
  from,
  ...dueOn(rule, from, equated)
})

/** A term on the institution's own date. Refusal: `day-in-the-past` when that lies before the day it is counted from. */
export function freezeOwnPromise(from: Day, due: Day): Decision<FrozenTerm> {
  if (due < from) return refused('day-in-the-past', { field: 'due' })
  return ok(freeze({ ...termRules['own-promise'], amount: daysBetween(from, due) }, from))
}

const filing: TermRule = {
  ...law,
  basis: 'objection',
  amount: 6,
  unit: 'weeks',
  countedFrom: 'receipt',
  source: 'Awb 6:7, 6:8'
}

/** The last day to object to a decision announced on a day; the clock of the answer is counted from it (Awb 6:7, 6:8). */
export const filingTermEnds = (announcedOn: Day, equated?: EquatedDays): Day => dueOn(filing, announcedOn, equated).due

const advising: TermRule = {
  ...law,
  basis: 'tenants-advice',
  amount: 6,
  unit: 'weeks',
  countedFrom: 'receipt',
  source: 'Wohv 5'
}

/** The day until which tenants can advise at least, after they got the landlord's plans (Wohv 5, paragraph 1). */
export const tenantsCanAdviseUntil = (informedOn: Day, equated?: EquatedDays): Day =>
  dueOn(advising, informedOn, equated).due

/** Whole days past the due day: 0 on the due day and before. Read off the calendar, never stored. */
export const daysLate = (due: Day, today: Day): number => Math.max(0, daysBetween(due, today))
