/**
 * The checker. It recomputes a result from the ballots and the rule card, straight from the definition in whole numbers,
 * shares no code with the count, and points at the first thing that is wrong.
 */
import { type Election } from './election.ts'
import { type ExactNumber, type Result } from './result.ts'
import { ruleCard, ruleHash, type RuleCard } from './rule.ts'
import { afterShares, greedyOrder } from './verify-greedy.ts'
import { bridges } from './verify-jump.ts'
import { type Poll, pollOf, sharesRun, type Purchase } from './verify-run.ts'
import { type Q, q, plus, times, less, same, over } from './verify-numbers.ts'

export interface Verdict {
  readonly ok: boolean
  /** The first wrong step of `steps`, counted from 1; null when the difference is elsewhere or there is none. */
  readonly step: number | null
  readonly sentence: string
}

class Difference extends Error {
  readonly step: number | null

  constructor(sentence: string, step: number | null = null) {
    super(sentence)
    this.step = step
  }
}

const wrong = (sentence: string, step: number | null = null): never => {
  throw new Difference(sentence, step)
}

/** Checks a result against the election it is said to come from. */
export function verify(election: Election, result: Result): Verdict {
  try {
    check(election, result)
    return {
      ok: true,
      step: null,
      sentence: `The result is right: ${result.winners.length} winners, recomputed from ${election.ballots.size} ballots.`
    }
  } catch (problem) {
    if (problem instanceof Difference) return { ok: false, step: problem.step, sentence: problem.message }
    if (problem instanceof TypeError)
      return { ok: false, step: null, sentence: `This is not a complete result: ${problem.message}.` }
    throw problem
  }
}

function check(election: Election, result: Result): void {
  const rule = ruleCard(election, result.rule)
  if (ruleHash(rule) !== result.ruleHash) wrong('The rule card does not have the fingerprint the result claims.')
  const poll = pollOf(election, rule, result.lot)
  const expected: Expected = { ids: poll.free.map(poll.id), tied: false }
  if (rule.rule === 'mes') checkShares(poll, rule, result, expected)
  else add(poll, expected, greedyOrder(poll, rule.rule === 'greedy' ? 'votes' : 'votes-per-cost', poll.free))
  checkStepOrder(result, expected)
  checkComparison(poll, result, expected)
  checkTotals(poll, result, expected)
}

interface Expected {
  ids: string[]
  tied: boolean
}

function add(poll: Poll, expected: Expected, more: { order: number[]; tied: boolean }): void {
  expected.ids.push(...more.order.map(poll.id))
  expected.tied ||= more.tied
}

const number = (n: ExactNumber): Q => q(BigInt(n.num), BigInt(n.den))

/** Equal Shares: every visited endowment, the proof of every jump, the end, and every price of the deciding run. */
function checkShares(poll: Poll, rule: RuleCard, result: Result, expected: Expected): void {
  const completion = result.completion ?? wrong('The result does not say how it was completed.')
  const at = (steps: number): Q => plus(poll.start, times(poll.step, q(BigInt(steps))))
  const path = completion.path
  if (path[0]?.step !== 0 || path.at(-1)?.step !== completion.steps)
    wrong('The steps of the completion do not run from 0 to the last one.')
  let last = sharesRun(poll, at(0), null)
  for (let i = 1; i < path.length; i++) {
    const [from, to] = [path[i - 1]!.step, path[i]!.step]
    mustGoOn(poll, rule, last.bought, from)
    const next = sharesRun(poll, at(to), to === from + 1 ? null : last.bought)
    if (next.tied) wrong(`A tie at step ${to} of the completion needs a lot.`)
    if (to !== from + 1 && !(to > from && bridges(poll, at(from), at(to), last.bought, next.bought)))
      wrong(`Nothing proves what is bought between steps ${from} and ${to}.`)
    if (less(poll.budget, spent(poll, next.bought)))
      wrong(`Step ${to} of the completion costs more than the budget; the count should have ended before.`)
    last = next
  }
  const next =
    completion.ended === 'overspend' || completion.ended === 'tie'
      ? sharesRun(poll, at(completion.steps + 1), null)
      : null
  const decisive = completion.ended === 'tie' && !last.tied ? next! : last
  if (last.tied !== (completion.ended === 'tie' && decisive === last))
    wrong('A tie needs a lot, and the result does not say so.')
  if (completion.ended === 'tie' && !decisive.tied) wrong('There is no tie that needs a lot.')
  checkEnd(poll, rule, completion.ended, last.bought, next)
  const endowment = result.endowment ?? wrong('The result has no endowment.')
  if (!same(number(endowment), decisive === last ? at(completion.steps) : at(completion.steps + 1)))
    wrong('The endowment is not the start plus the steps of the completion.')
  checkPrices(poll, result, decisive.bought)
  add(poll, expected, { order: decisive.bought.map((b) => b.plan), tied: decisive.tied })
  if (!decisive.tied && rule.then === 'greedy') {
    const before = [...poll.free, ...decisive.bought.map((b) => b.plan)]
    add(poll, expected, greedyOrder(poll, 'votes', before))
  }
}

const spent = (poll: Poll, bought: readonly Purchase[]): Q =>
  bought.reduce((sum, b) => plus(sum, poll.cost[b.plan]!), q(0n))

function isExhaustive(poll: Poll, rule: RuleCard, bought: readonly Purchase[]): boolean {
  const plans = rule.exhaustiveOver === 'all' ? poll.cost.map((_, p) => p) : poll.buyable
  return plans.every(
    (p) =>
      bought.some((b) => b.plan === p) ||
      poll.cost[p]![0] === 0n ||
      less(poll.budget, plus(spent(poll, bought), poll.cost[p]!))
  )
}

function mustGoOn(poll: Poll, rule: RuleCard, bought: readonly Purchase[], step: number): void {
  if (rule.completion === 'none') wrong('The rule has no completion, yet steps were added.')
  if (rule.stop === 'exhaustive' && isExhaustive(poll, rule, bought))
    wrong(`The outcome at step ${step} is exhaustive; the count should have ended there.`)
  if (bought.length === poll.buyable.length)
    wrong(`At step ${step} everything is bought; the count should have ended there.`)
}

function checkEnd(
  poll: Poll,
  rule: RuleCard,
  ended: string,
  bought: readonly Purchase[],
  next: { bought: Purchase[]; tied: boolean } | null
): void {
  if (ended === 'tie') return
  if (ended === 'no-completion' && rule.completion !== 'none') wrong('The completion was left out.')
  if (ended === 'exhaustive' && !(rule.stop === 'exhaustive' && isExhaustive(poll, rule, bought)))
    wrong('The outcome is not exhaustive; the count ended too early.')
  if (ended === 'overspend') {
    if (rule.stop === 'exhaustive' && isExhaustive(poll, rule, bought))
      wrong('The outcome is exhaustive: the reason for ending is wrong.')
    if (next!.tied || !less(poll.budget, spent(poll, next!.bought)))
      wrong('The next step would not cost more than the budget; the count ended too early.')
  }
  const open = rule.categoryCaps === null && poll.buyable.some((p) => !bought.some((b) => b.plan === p))
  if (ended === 'everything-bought' && open) wrong('Not everything is bought; the count ended too early.')
}

function checkPrices(poll: Poll, result: Result, bought: readonly Purchase[]): void {
  const offset = poll.free.length
  bought.forEach((purchase, i) => {
    const step = result.steps[offset + i]
    const nth = offset + i + 1
    if (step?.project !== poll.id(purchase.plan)) {
      wrong(`Step ${nth} should buy ${poll.id(purchase.plan)}, not ${step?.project ?? 'nothing'}.`, nth)
    }
    const votes = over(poll.cost[purchase.plan]!, purchase.each)
    if (!step!.pricePerUtility || !same(number(step!.pricePerUtility), purchase.price))
      wrong(`The price of step ${nth} (${step!.project}) is wrong.`, nth)
    if (!step!.effectiveVotes || !same(number(step!.effectiveVotes), votes))
      wrong(`The effective votes of step ${nth} (${step!.project}) are wrong.`, nth)
    if (!step!.price || !same(number(step!.price), purchase.each))
      wrong(`The price per supporter of step ${nth} (${step!.project}) is wrong.`, nth)
  })
}

function checkStepOrder(result: Result, expected: Expected): void {
  const wanted = expected.ids
  for (let i = 0; i < Math.max(wanted.length, result.steps.length); i++) {
    if (result.steps[i]?.project !== wanted[i])
      wrong(`Step ${i + 1} should be ${wanted[i] ?? 'absent'}, not ${result.steps[i]?.project ?? 'absent'}.`, i + 1)
  }
}

function checkComparison(poll: Poll, result: Result, expected: Expected): void {
  if (result.rule.rule !== 'mes' || result.rule.comparison === 'none' || expected.tied) {
    if (result.comparison !== null) wrong('There is a comparison that the rule does not ask for.')
    return
  }
  const found = afterShares(poll, result.rule.comparison, expected.ids)
  if (found.tied) {
    expected.tied = true
    return
  }
  const said = result.comparison ?? wrong('The comparison is missing.')
  if (said.chosen !== found.chosen) wrong(`The comparison chooses ${found.chosen}, not ${said.chosen}.`)
  if (
    !same(q(...ratio(said.prefersEqualShares)), found.forShares) ||
    !same(q(...ratio(said.prefersGreedy)), found.forGreedy)
  ) {
    wrong('The numbers of voters in the comparison are wrong.')
  }
  if (found.chosen === 'greedy') expected.ids = found.greedy
}

/** "12", "0.5" or "2/3" as above and below. */
function ratio(text: string): [bigint, bigint] {
  if (text.includes('/')) return text.split('/').map(BigInt) as [bigint, bigint]
  const [whole, decimals = ''] = text.split('.')
  return [BigInt(whole! + decimals), 10n ** BigInt(decimals.length)]
}

function checkTotals(poll: Poll, result: Result, expected: Expected): void {
  if (result.winners.join('\n') !== expected.ids.join('\n'))
    wrong(`The winners should be ${expected.ids.join(', ') || 'none'}.`)
  if ((result.state === 'tied') !== expected.tied)
    wrong(expected.tied ? 'A tie needs a lot.' : 'There is no tie that needs a lot.')
  const cost = expected.ids.reduce((sum, id) => plus(sum, poll.cost[poll.place(id)]!), q(0n))
  if (Number(cost[0]) / Number(cost[1]) !== result.cost)
    wrong(`The winners cost ${Number(cost[0]) / Number(cost[1])}, not ${result.cost}.`)
  if (Number(poll.budget[0]) / Number(poll.budget[1]) !== result.budget)
    wrong('The budget is not that of the election.')
}
