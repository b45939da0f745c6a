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
}

interface Account {
  readonly plan: number
  /** Per bought plan: points (or heads) of supporters who paid in full, and the supporters who paid all they had. */
  readonly full: number[]
  readonly emptied: (Tally | null)[]
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
  const accounts = plans.map((plan): Account => ({ plan, full: [], emptied: [] }))
  const accountOf = new Map(accounts.map((account) => [account.plan, account]))
  for (const plan of order) {
    if (!price(desk, plan)) throw new Error('a bought plan cannot be paid: the run was wrong')
    book(desk, ledger, plan, accountOf)
    buyExactly(desk, plan, exactly(desk, plan))
  }
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
    paid: paid.filter(({ amount }) => amount.num > 0n)
  }
}
