/** What would have made a plan win: searches in which every claim is a whole count with that one change. */
import { withCost, withVoters } from './change.ts'
import { complete, type Completion } from './completion.ts'
import { countSheet } from './count.ts'
import { type Entries, firstStep, votersMissing } from './entry.ts'
import { floor, fraction } from './fraction.ts'
import { type Grouping } from './groups.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** The highest cost found, in whole currency units, with which the plan would have won; null when none was found. */
export function costThatWins(sheet: Sheet, plan: number, entries: Entries | undefined): bigint | null {
  const { cost } = sheet.election.projects[plan]!
  const scale = Number(sheet.moneyUnit * sheet.weightUnit)
  const units = (money: number): number => Math.floor(money / scale + 1e-6)
  let [won, lost] = [0, Number(floor(cost)) + (cost.den === 1n ? 0 : 1)]
  // The highest cost at which it would be bought at all, then what a step in which it would have been bought left, then less and less.
  const highest = Math.min(lost - 1, entries && entries.costs.length > 0 ? units(entries.costs.at(-1)!) : lost >> 1)
  const rest = entries ? units(Number(entries.left) * Number(sheet.weightUnit)) : 0
  let next = highest
  for (let share = 16; won === 0; share = Math.max(2, share * 0.7)) {
    if (next <= 0) return null
    if (winsAtCost(sheet, plan, next, entries)) won = next
    else lost = next
    const less = lost - Math.ceil(lost / share)
    const fitting = entries ? units(entries.fitting) : 0
    next = lost === highest && fitting > 0 && fitting < less ? fitting : less < 2 * rest && rest < less ? rest : less
  }
  // The first guess is most often the answer.
  next = won === highest ? won + 1 : (won + lost) >> 1
  while (lost - won > Math.max(1, won / 100)) {
    if (winsAtCost(sheet, plan, next, entries)) won = next
    else lost = next
    next = (won + lost) >> 1
  }
  return BigInt(won)
}

function winsAtCost(sheet: Sheet, plan: number, units: number, entries: Entries | undefined): boolean {
  const other = changed(sheet, plan, BigInt(units), sheet.groups)
  if (!entries || !ordinary(sheet)) return wins(other, plan)
  // Before the step at which it may first be bought nothing changes, so the count can begin there.
  const scale = Number(sheet.moneyUnit * sheet.weightUnit)
  const from = firstStep(entries, units * scale) ?? entries.last + 1
  const { outcome, stuck } = complete(other, false, Math.max(0, from - 1))
  return stuck === null && outcome.order.includes(plan)
}

/** Rules under which a plan that is never bought by shares changes nothing about who wins. */
const ordinary = ({ rule }: Sheet): boolean =>
  rule.then === 'none' && rule.comparison === 'none' && rule.categoryCaps === null

/** The smallest number found of further voters for this plan alone with whom it would have won. */
export function votesThatWin(sheet: Sheet, plan: number, entries: Entries | undefined): number | null {
  if (withVoters(sheet, plan, 1) === null) return null
  const most = Math.max(16, 4 * Math.ceil(Number(sheet.voters.num) / Number(sheet.voters.den)))
  /** How many more are needed than tried: none, or a guess. */
  const missing = (voters: number): number => {
    const tried = changed(sheet, plan, null, withVoters(sheet, plan, voters)!)
    const completion = entries ? complete(tried) : null
    if (wins(tried, plan, completion)) return 0
    return completion ? stillMissing(tried, completion, plan, voters) : Math.ceil(voters / 2)
  }
  const estimates = entries ? [entries.moreVotes, entries.moreVotesAnywhere] : []
  let lost = 0
  let next = estimates.find(Number.isFinite) ?? 1
  for (let stride = 1; next <= most; stride *= 2) {
    const more = missing(next)
    if (more === 0) return fewer(next, lost, missing)
    lost = next
    next += Math.max(more, stride)
  }
  return null
}

/** After a count with too few more voters: how many were still missing in its last steps; a guess. */
function stillMissing(sheet: Sheet, completion: Completion, plan: number, voters: number): number {
  const growth = Math.ceil(voters / 2)
  if (completion.stuck || completion.outcome.order.includes(plan)) return growth
  return Math.min(votersMissing(sheet, completion, plan), growth)
}

/** Between numbers of voters that won and lost: in the middle; but after a first guess that won, which is most often the answer, right beside it first. */
function fewer(winning: number, losing: number, missing: (voters: number) => number): number {
  let [won, lost] = [winning, losing]
  let next = losing === 0 ? won - 1 : (won + lost) >> 1
  for (let stride = 2; won - lost > Math.max(1, won / 200); stride *= 2) {
    const more = missing(next)
    if (more === 0) won = next
    else lost = next
    const middle = (won + lost) >> 1
    if (more > 0) next = Math.min(lost + more, middle)
    else next = lost === 0 ? Math.max(won - stride, middle) : middle
  }
  return won
}

function changed(sheet: Sheet, plan: number, units: bigint | null, groups: Grouping): Sheet {
  const election = units === null ? sheet.election : withCost(sheet.election, plan, fraction(units))
  return sheetOf(election, sheet.rule, sheet.lot, groups)
}

function wins(sheet: Sheet, plan: number, completion: Completion | null = null): boolean {
  const result = countSheet(sheet, 'winners', completion)
  return result.state === 'decided' && result.winners.includes(sheet.election.projects[plan]!.id)
}
