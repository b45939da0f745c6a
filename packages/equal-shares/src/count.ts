/** The count: an election and a rule card in, the whole answer out. Pure: the same input gives the same answer everywhere. */
import { amount, exactNumber, greedySteps, greedyTie, idsOf, shareSteps, shareTie } from './answer.ts'
import { preferences } from './comparison.ts'
import { complete, type Completion } from './completion.ts'
import { type Election } from './election.ts'
import { fraction, toText } from './fraction.ts'
import { greedy, type GreedyOutcome } from './greedy.ts'
import { Refusal } from './refusal.ts'
import { type ComparisonReport, type Result, type Step, type TieReport, type Warning } from './result.ts'
import { type RuleCard, ruleCard, ruleHash, type RuleOptions } from './rule.ts'
import { inCurrency, plain, type Sheet, tallySheet } from './sheet.ts'
import { warningsOf } from './warnings.ts'

export interface CountOptions {
  readonly rule?: RuleOptions
  /** Project ids in the order drawn in public, first wins. */
  readonly lot?: readonly string[]
  /** Also tell who paid what at every purchase. */
  readonly payers?: boolean
}

/** What the parts of an answer have decided so far. */
interface Draft {
  readonly sheet: Sheet
  winners: number[]
  readonly steps: Step[]
  readonly ties: TieReport[]
  readonly warnings: Warning[]
  comparison: ComparisonReport | null
  completion: Completion | null
  tied: boolean
}

/** Counts the ballots. Throws a Refusal for a rule card or a lot that does not fit the election. */
export function count(election: Election, options: CountOptions = {}): Result {
  const rule = ruleCard(election, options.rule)
  return countSheet(
    tallySheet(election, rule, checkLot(election, options.lot ?? [])),
    options.payers ? 'payers' : 'steps'
  )
}

/** How much of the answer is worked out: only who wins, every step, or also who paid what. */
export type Detail = 'winners' | 'steps' | 'payers'

/** With `known`, the completion of the same sheet, which is then not worked out again. */
export function countSheet(sheet: Sheet, detail: Detail, known: Completion | null = null): Result {
  const draft: Draft = {
    sheet,
    winners: [...sheet.free],
    steps: freeSteps(sheet),
    ties: [],
    warnings: warningsOf(sheet),
    comparison: null,
    completion: null,
    tied: false
  }
  if (sheet.rule.rule === 'mes') countByShares(draft, detail, known ?? complete(sheet))
  else addGreedy(draft, sheet.rule.rule === 'greedy' ? 'votes' : 'votes-per-cost', 'greedy')
  return resultOf(draft)
}

/** A lot names projects of this election, each once. */
export function checkLot(election: Election, lot: readonly string[]): readonly string[] {
  const known = new Set(election.projects.map((p) => p.id))
  for (const id of lot)
    if (!known.has(id))
      throw new Refusal('lot-unknown-project', `The lot names "${id}", which is no project of this election.`)
  if (new Set(lot).size !== lot.length) throw new Refusal('lot-repeats', 'The lot names a project twice.')
  return lot
}

function freeSteps(sheet: Sheet): Step[] {
  return idsOf(sheet, sheet.free).map((project) => ({
    project,
    cost: 0,
    by: 'free',
    left: amount(fraction(sheet.budget, sheet.moneyUnit))
  }))
}

function countByShares(draft: Draft, detail: Detail, completion: Completion): void {
  const { sheet } = draft
  const { rule } = sheet
  draft.completion = completion
  const { outcome, stuck } = completion
  draft.ties.push(...tiesOf(sheet, completion))
  // What was bought before the tie is certain; the tied plans are not.
  const decisive = stuck ? { ...stuck, order: stuck.order.slice(0, stuck.stuck!.stage) } : outcome
  draft.winners.push(...decisive.order)
  if (detail !== 'winners') draft.steps.push(...shareSteps(sheet, decisive, detail === 'payers'))
  if (stuck) {
    draft.tied = true
    return
  }
  if (rule.then === 'greedy') addGreedy(draft, 'votes', 'greedy')
  if (rule.comparison !== 'none' && !draft.tied) compareWithGreedy(draft, rule)
}

/** Ties of the run that decided, and of other runs where the order mattered. */
function tiesOf(sheet: Sheet, { outcome, path, stuck }: Completion): TieReport[] {
  const decisive = stuck ?? outcome
  const before = path.flatMap((visit) => (visit.ties === decisive.ties ? [] : visit.ties.filter((tie) => tie.matters)))
  return [...before, ...decisive.ties].map((tie) => shareTie(sheet, tie))
}

function addGreedy(draft: Draft, order: 'votes' | 'votes-per-cost', where: 'greedy'): GreedyOutcome {
  const { sheet } = draft
  const spent = draft.winners.reduce((sum, p) => sum + sheet.cost[p]!, 0n)
  const outcome = greedy(sheet, order, draft.winners)
  draft.ties.push(...outcome.ties.map((tie) => greedyTie(sheet, where, tie)))
  draft.steps.push(...greedySteps(sheet, order, outcome, spent))
  draft.winners.push(...outcome.order)
  draft.tied = outcome.stuck !== null
  return outcome
}

function compareWithGreedy(draft: Draft, rule: RuleCard): void {
  const { sheet } = draft
  if (rule.comparison === 'none') return
  const rival = greedy(sheet, 'votes', sheet.free)
  draft.ties.push(...rival.ties.filter((tie) => tie.matters).map((tie) => greedyTie(sheet, 'comparison', tie)))
  if (rival.stuck) {
    draft.tied = true
    return
  }
  const greedyWinners = [...sheet.free, ...rival.order]
  const found = preferences(sheet, rule.comparison, draft.winners, greedyWinners)
  const chosen =
    found.greedy.num * found.equalShares.den > found.equalShares.num * found.greedy.den ? 'greedy' : 'equal-shares'
  draft.comparison = {
    kind: rule.comparison,
    prefersEqualShares: toText(found.equalShares),
    prefersGreedy: toText(found.greedy),
    indifferent: toText(found.indifferent),
    chosen,
    equalShares: idsOf(sheet, draft.winners),
    greedy: idsOf(sheet, greedyWinners)
  }
  if (chosen === 'greedy') draft.winners = greedyWinners
}

function resultOf(draft: Draft): Result {
  const { sheet, winners, completion } = draft
  return {
    state: draft.tied ? 'tied' : 'decided',
    winners: idsOf(sheet, winners),
    cost: plain(
      sheet,
      winners.reduce((sum, p) => sum + sheet.cost[p]!, 0n)
    ),
    budget: plain(sheet, sheet.budget),
    endowment: completion ? exactNumber(inCurrency(sheet, (completion.stuck ?? completion.outcome).endowment)) : null,
    rule: sheet.rule,
    ruleHash: ruleHash(sheet.rule),
    lot: sheet.lot,
    voters: toText(sheet.voters),
    steps: draft.steps,
    ties: draft.ties,
    comparison: draft.comparison,
    warnings: draft.warnings,
    completion: completion && {
      steps: completion.steps,
      ended: completion.stuck ? 'tie' : completion.ended,
      path: completion.path.map(({ step, proven }) => ({ step, proven }))
    }
  }
}
