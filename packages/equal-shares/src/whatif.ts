/** What would have made a plan win: searches in which every claim is a whole count with that one change. */
import { withCost, withVoters } from './change.ts'
import { complete, type Completion } from './completion.ts'
import { countSheet } from './count.ts'
import { type Entries, entriesOf, firstStep } from './entry.ts'
import { floor, fraction } from './fraction.ts'
import { type Grouping } from './groups.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** The highest cost found, in whole currency units, with which the plan would have won; null when none was found. */
export function costThatWins(sheet: Sheet, plan: number, entries: Entries | undefined): bigint | null {
  const { cost } = sheet.election.projects[plan]!
  const scale = Number(sheet.moneyUnit * sheet.weightUnit)
  const tries = (units: number): boolean => {
    const other = changed(sheet, plan, BigInt(units), sheet.groups)
    if (!entries || !ordinary(sheet)) return wins(other, plan)
    // Before the step at which it may first be bought nothing changes, so the count can begin there.
    const from = firstStep(entries, units * scale) ?? (sheet.rule.stop === 'exhaustive' ? entries.last : null)
    if (from === null) return false
    const { outcome, stuck } = complete(other, false, Math.max(0, from - 1))
    return stuck === null && outcome.order.includes(plan)
  }
  let lost = Number(floor(cost)) + (cost.den === 1n ? 0 : 1)
  const most = entries?.costs.at(-1)
  let guess = Math.min(lost - 1, most === undefined ? Math.floor(lost / 2) : Math.floor(most / scale + 1e-6))
  const rest = entries ? Number(entries.left / sheet.moneyUnit) : 0
  let round = 0
  for (; guess > 0 && !tries(guess); round++) {
    lost = guess
    // What is left of the budget is a cost that nearly always wins, but seldom the highest.
    guess = round >= 4 && rest > 0 && rest < guess ? rest : guess - Math.floor(guess / 8) - 1
  }
  return guess > 0 ? BigInt(narrow(guess, lost, round === 0, tries)) : null
}

/** Rules under which a plan that is never bought by shares changes nothing about who wins. */
const ordinary = ({ rule }: Sheet): boolean =>
  rule.then === 'none' && rule.comparison === 'none' && rule.categoryCaps === null

/** The smallest number found of further voters for this plan alone with whom it would have won. */
export function votesThatWin(sheet: Sheet, plan: number, entries: Entries | undefined): number | null {
  if (withVoters(sheet, plan, 1) === null) return null
  const other = (voters: number): Sheet => changed(sheet, plan, null, withVoters(sheet, plan, voters)!)
  const most = Math.max(16, 4 * Math.ceil(Number(sheet.voters.num) / Number(sheet.voters.den)))
  let lost = 0
  let guess = entries && Number.isFinite(entries.moreVotes) ? entries.moreVotes : 1
  while (guess <= most) {
    const tried = other(guess)
    const completion = entries ? complete(tried) : null
    if (wins(tried, plan, completion)) return narrow(guess, lost, lost === 0, (voters) => wins(other(voters), plan))
    lost = guess
    guess += completion ? stillMissing(tried, completion, plan, guess) : Math.ceil(guess / 2)
  }
  return null
}

/** After a count with too few more voters: how many were still missing in its last steps; a guess. */
function stillMissing(sheet: Sheet, completion: Completion, plan: number, voters: number): number {
  const growth = Math.ceil(voters / 2)
  if (completion.stuck || completion.outcome.order.includes(plan)) return growth
  const { moreVotes } = entriesOf(sheet, completion, [plan], true).get(plan)!
  return Math.max(growth, Math.min(moreVotes, growth * 4))
}

/** Between a number that won and one that lost, to one or half a percent. A guess that won at once is most often the answer, so look right beside it first. */
function narrow(guess: number, bad: number, atOnce: boolean, tries: (n: number) => boolean): number {
  let [won, lost] = [guess, bad]
  for (let round = 0; Math.abs(lost - won) > Math.max(1, won / 200); round++) {
    const middle = round === 0 && atOnce ? won + Math.sign(lost - won) : Math.floor((won + lost) / 2)
    if (tries(middle)) won = middle
    else lost = middle
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
