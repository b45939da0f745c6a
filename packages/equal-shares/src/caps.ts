/** Caps per category: an extension that cities such as Amsterdam use, not part of the Method of Equal Shares. */
import { exact, floor, fraction, multiply } from './fraction.ts'
import { type Sheet } from './sheet.ts'

/** What may still be spent per capped category. */
export interface CapRoom {
  fits(plan: number): boolean
  take(plan: number): void
}

/** The room under the caps of the rule card, less what the plans `already` bought took; null without caps. */
export function capRoom(sheet: Sheet, already: readonly number[] = []): CapRoom | null {
  const caps = sheet.rule.categoryCaps
  if (!caps) return null
  const left = new Map(
    Object.entries(caps).map(([name, cap]) => [name, floor(multiply(exact(cap), fraction(sheet.moneyUnit)))])
  )
  const named = (plan: number): string[] => sheet.election.projects[plan]!.categories.filter((name) => left.has(name))
  const take = (plan: number): void =>
    named(plan).forEach((name) => left.set(name, left.get(name)! - sheet.cost[plan]!))
  already.forEach(take)
  return { fits: (plan) => named(plan).every((name) => left.get(name)! >= sheet.cost[plan]!), take }
}
