/**
 * Where the money of a losing plan's supporters went, exactly: a replay of the deciding run that adds up, for every
 * plan that was not bought, what its supporters paid for each plan that was.
 */
import { type Desk, openDesk, resetDesk } from './desk.ts'
import { type Fraction, fraction } from './fraction.ts'
import { addGroup, type Ledger, openLedger, openTally, tallied, type Tally } from './ledger.ts'
import { buyExactly } from './pay.ts'
import { exactly, price } from './price.ts'
import { type Sheet } from './sheet.ts'

export interface LostMoney {
  readonly plan: number
  /** All in sheet money × weight: what the supporters have at the end, and paid per bought plan. */
  readonly left: Fraction
  readonly paid: readonly { readonly plan: number; readonly amount: Fraction }[]
  /** The highest cost with which the run would have bought it, and the fewest extra single-plan voters, by this run alone. */
  readonly affordable: number
  readonly moreVotes: number
}

interface Account {
  readonly plan: number
  /** Per bought plan: points (or heads) of supporters who paid in full, and the supporters who paid all they had. */
  readonly full: number[]
  readonly emptied: (Tally | null)[]
  affordable: number
  moreVotes: number
}

/** The accounts of some plans that the run with this order of purchases did not buy. */
export function lostMoney(
  sheet: Sheet,
  endowment: bigint,
  order: readonly number[],
  plans: readonly number[]
): LostMoney[] {
  const ledger = openLedger(sheet, endowment)
  const desk = openDesk(sheet)
  resetDesk(desk, endowment, ledger)
  const accounts = plans.map((plan): Account => ({ plan, full: [], emptied: [], affordable: 0, moreVotes: Infinity }))
  const accountOf = new Map(accounts.map((account) => [account.plan, account]))
  for (const plan of order) {
    if (!price(desk, plan)) throw new Error('a bought plan cannot be paid: the run was wrong')
    for (const account of accounts) estimate(desk, account, desk.high[plan]!)
    book(desk, ledger, plan, accountOf)
    buyExactly(desk, plan, exactly(desk, plan))
  }
  for (const account of accounts) estimate(desk, account, Infinity)
  return accounts.map((account) => statement(desk, ledger, account))
}

/** Enters what the supporters of a plan are about to pay, in the accounts of all the losing plans they support. */
function book(desk: Desk, ledger: Ledger, plan: number, accounts: ReadonlyMap<number, Account>): void {
  const { groups } = desk.sheet
  for (const account of accounts.values()) {
    account.full.push(0)
    account.emptied.push(null)
  }
  const place = ledger.bought.length
  const { above, below } = exactly(desk, plan)
  for (let i = groups.first[plan]!; i < groups.first[plan + 1]!; i++) {
    const group = groups.member[i]!
    const money = desk.balance[group]!
    if (money === 0) continue
    const value = groups.worth ? groups.worth[i]! : 1
    const pays = certainlyFull(desk, plan, money, value) ?? exactlyFull(ledger, group, above, below, value)
    for (let j = groups.start[group]!; j < groups.start[group + 1]!; j++) {
      const account = accounts.get(groups.plan[j]!)
      if (!account) continue
      if (pays) account.full[place]! += groups.weight[group]! * value
      else addGroup(ledger, (account.emptied[place] ??= openTally(ledger)), group)
    }
  }
}

function certainlyFull(desk: Desk, plan: number, money: number, value: number): boolean | null {
  if (money - desk.slack > desk.tHigh[plan]! * value) return true
  return money + desk.slack < desk.tLow[plan]! * value ? false : null
}

function exactlyFull(ledger: Ledger, group: number, above: bigint, below: bigint, value: number): boolean {
  const one = openTally(ledger)
  addGroup(ledger, one, group)
  return tallied(ledger, one) * below >= above * BigInt(value) * BigInt(ledger.sheet.groups.weight[group]!)
}

/**
 * With which cost, or how many more voters for this plan alone, the plan would have been bought at this moment, whose
 * purchase has the given price per utility. Only a guess to start from: every claim is checked by a whole count.
 */
function estimate(desk: Desk, account: Account, perUtility: number): void {
  const { sheet } = desk
  const { plan } = account
  const { groups } = sheet
  const due = sheet.due[plan]!
  const most = (cost: number): number =>
    perUtility === Infinity ? Infinity : perUtility * (sheet.byCost ? (sheet.factor[plan]! * cost) / due : 1)
  const raised = (cost: number): number => {
    let sum = 0
    const t = most(cost)
    for (let i = groups.first[plan]!; i < groups.first[plan + 1]!; i++) {
      const money = desk.balance[groups.member[i]!]!
      if (money > 0)
        sum += groups.weight[groups.member[i]!]! * Math.min(money, t * (groups.worth ? groups.worth[i]! : 1))
    }
    return sum
  }
  const now = raised(due)
  const perVoter = Math.min(Number(desk.ledger!.start) / Number(desk.ledger!.den), most(due)) * Number(sheet.weightUnit)
  account.moreVotes = Math.min(account.moreVotes, Math.max(1, Math.ceil((due - now) / perVoter - 1e-9)))
  let cost = Math.min(due, perUtility === Infinity ? now : due)
  for (let round = 0; round < 60 && cost > account.affordable; round++) {
    const money = raised(cost)
    if (money >= cost * (1 - 1e-12)) break
    cost = money
  }
  if (raised(cost) >= cost * (1 - 1e-9)) account.affordable = Math.max(account.affordable, cost)
}

function statement(desk: Desk, ledger: Ledger, account: Account): LostMoney {
  const { groups } = desk.sheet
  const rest = openTally(ledger)
  for (let i = groups.first[account.plan]!; i < groups.first[account.plan + 1]!; i++) {
    if (desk.balance[groups.member[i]!]! > 0) addGroup(ledger, rest, groups.member[i]!)
  }
  const paid = ledger.bought.map((plan, place) => {
    const emptied = account.emptied[place]
    const full = BigInt(account.full[place]!) * ledger.prices[place]!
    return { plan, amount: fraction(full + (emptied ? tallied(ledger, emptied) : 0n), ledger.den) }
  })
  return {
    plan: account.plan,
    left: fraction(tallied(ledger, rest), ledger.den),
    paid: paid.filter(({ amount }) => amount.num > 0n),
    affordable: account.affordable,
    moreVotes: account.moreVotes
  }
}
