/** Why a plan lost, and what would have made it win. Every "would have won" is a whole count with that one change. */
import { amount, idsOf } from './answer.ts'
import { complete } from './completion.ts'
import { type CountOptions, checkLot, countSheet } from './count.ts'
import { entriesOf, type Entries } from './entry.ts'
import { type Election } from './election.ts'
import { type Fraction, fraction, toText } from './fraction.ts'
import { type LostMoney, lostMoney } from './losers.ts'
import { Refusal } from './refusal.ts'
import { type Amount, type Result } from './result.ts'
import { ruleCard } from './rule.ts'
import { type Sheet, tallySheet } from './sheet.ts'
import { costThatWins, votesThatWin } from './whatif.ts'

export interface LoserReason {
  readonly project: string
  readonly name: string
  readonly state: 'lost'
  readonly cost: Amount
  readonly votes: string
  /** Why it never took part: barred by a rule, or nobody's choice. */
  readonly barred: 'threshold' | 'minimum-votes' | 'cost-cap' | 'no-votes' | null
  /** What its supporters started with, still had at the end, and lacked. Absent where no money is divided. */
  readonly money: { readonly start: Amount; readonly left: Amount; readonly missing: Amount } | null
  /** What its supporters paid for which winners, largest first. */
  readonly wentTo: readonly { readonly project: string; readonly name: string; readonly amount: Amount }[]
  /** The highest cost found with which it would have won, all else equal; null when none was found. */
  readonly wouldWinAtCost: Amount | null
  /** The smallest number found of further voters for this plan alone with whom it would have won. */
  readonly wouldWinWithMoreVotes: number | null
}

export interface WinnerReason {
  readonly project: string
  readonly name: string
  readonly state: 'won'
  readonly step: number
  readonly result: Result['steps'][number]
}

export type Reason = LoserReason | WinnerReason

/** The reasons of every plan that lost, in file order. */
export function explainLosers(election: Election, options: CountOptions = {}): LoserReason[] {
  const context = contextOf(election, options, () => true)
  return election.projects.flatMap((_, plan) => (context.winners.has(plan) ? [] : [loserReason(context, plan)]))
}

/** The reason of one plan. Refuses an unknown id, and an outcome that still waits for a lot. */
export function explain(election: Election, project: string, options: CountOptions = {}): Reason {
  const plan = election.projects.findIndex((p) => p.id === project)
  if (plan < 0) throw new Refusal('unknown-project', `"${project}" is no project of this election.`)
  const context = contextOf(election, options, (p) => p === plan)
  if (!context.winners.has(plan)) return loserReason(context, plan)
  const step = context.result.steps.findIndex((s) => s.project === project)
  if (step < 0)
    return { project, name: election.projects[plan]!.name, state: 'won', step: 0, result: context.result.steps[0]! }
  return {
    project,
    name: election.projects[plan]!.name,
    state: 'won',
    step: step + 1,
    result: context.result.steps[step]!
  }
}

interface Context {
  readonly election: Election
  readonly sheet: Sheet
  readonly result: Result
  readonly winners: ReadonlySet<number>
  readonly accounts: ReadonlyMap<number, LostMoney>
  readonly endowment: bigint
  readonly entries: ReadonlyMap<number, Entries>
}

function contextOf(election: Election, options: CountOptions, asked: (plan: number) => boolean): Context {
  const sheet = tallySheet(election, ruleCard(election, options.rule), checkLot(election, options.lot ?? []))
  const completion = sheet.rule.rule === 'mes' && sheet.heads.num > 0n ? complete(sheet) : null
  const result = countSheet(sheet, 'steps', completion)
  if (result.state === 'tied')
    throw new Refusal(
      'tied',
      `There is no outcome to explain yet: ${result.ties.find((t) => t.brokenBy === 'nobody')?.sentence ?? 'a tie needs a lot.'}`
    )
  const place = new Map(election.projects.map((p, i) => [p.id, i]))
  const winners = new Set(result.winners.map((id) => place.get(id)!))
  const bought = completion?.outcome.order ?? []
  const losers = sheet.buyable.filter((p) => asked(p) && !winners.has(p) && !bought.includes(p))
  const endowment = completion?.outcome.endowment ?? 0n
  const accounts = completion ? lostMoney(sheet, endowment, bought, losers) : []
  const entries = completion ? entriesOf(sheet, completion, losers) : new Map<number, Entries>()
  return { election, sheet, result, winners, endowment, entries, accounts: new Map(accounts.map((a) => [a.plan, a])) }
}

function loserReason(context: Context, plan: number): LoserReason {
  const { election, sheet } = context
  const { id, name, cost } = election.projects[plan]!
  const account = context.accounts.get(plan) ?? null
  const people = fraction(BigInt(sheet.votes[plan]!), sheet.weightUnit)
  const currency = (f: Fraction): Fraction => fraction(f.num, f.den * sheet.moneyUnit * sheet.weightUnit)
  const barred = sheet.barred.find((b) => b.project === plan)?.why ?? (people.num === 0n ? 'no-votes' : null)
  const left = account && currency(account.left)
  const units = costThatWins(sheet, plan, context.entries.get(plan))
  const missing = left && fraction(cost.num * left.den - left.num * cost.den, cost.den * left.den)
  return {
    project: id,
    name,
    state: 'lost',
    cost: amount(cost),
    votes: toText(people),
    barred,
    money: account && {
      start: amount(currency(startOf(sheet, plan, context.endowment))),
      left: amount(left!),
      missing: amount(missing!.num < 0n ? fraction(0n) : missing!)
    },
    wentTo: wentTo(context, account, currency),
    wouldWinAtCost: units === null ? null : amount(fraction(units)),
    wouldWinWithMoreVotes: votesThatWin(sheet, plan, context.entries.get(plan))
  }
}

function startOf(sheet: Sheet, plan: number, endowment: bigint): Fraction {
  const { groups } = sheet
  let heads = 0
  for (let i = groups.first[plan]!; i < groups.first[plan + 1]!; i++) {
    const group = groups.member[i]!
    heads += groups.weight[group]! * (groups.share?.[group] ?? 1)
  }
  return fraction(BigInt(heads) * endowment)
}

function wentTo(
  context: Context,
  account: LostMoney | null,
  currency: (f: Fraction) => Fraction
): LoserReason['wentTo'] {
  const sorted = [...(account?.paid ?? [])].sort((a, b) =>
    b.amount.num * a.amount.den < a.amount.num * b.amount.den ? -1 : 1
  )
  return sorted.map(({ plan, amount: paid }) => ({
    project: idsOf(context.sheet, [plan])[0]!,
    name: context.election.projects[plan]!.name,
    amount: amount(currency(paid))
  }))
}

export interface SmallestChange {
  readonly project: string
  readonly voters: number
}

/** The smallest number found of further single-plan voters that brings in another winner, or null. */
export function smallestChange(reasons: readonly LoserReason[]): SmallestChange | null {
  return reasons.reduce<SmallestChange | null>(
    (best, { project, wouldWinWithMoreVotes: voters }) =>
      voters !== null && (!best || voters < best.voters) ? { project, voters } : best,
    null
  )
}
