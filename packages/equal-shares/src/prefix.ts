/**
 * The purchases every larger endowment shares. As long as the plan bought is paid evenly by all its supporters and even
 * its rivals' lowest thinkable prices are higher, more money changes neither the choice nor the price; so later runs
 * may begin after these purchases.
 */
import { type Desk, resetDesk, UNIT } from './desk.ts'
import { type Bill } from './pay.ts'
import { type FoundTie } from './outcome.ts'

export interface Prefix {
  readonly endowment: bigint
  readonly order: readonly number[]
  readonly block: readonly number[]
  readonly ceiling: readonly number[]
  readonly rival: readonly number[]
  readonly ties: readonly FoundTie[]
  readonly bills: readonly Bill[]
  readonly left: readonly number[]
  readonly spent: bigint
  readonly balance: Float64Array
  readonly slack: number
  readonly least: number
  readonly hi: Float64Array
  readonly lo: Float64Array
  readonly error: Float64Array
}

type Progress = Pick<Prefix, 'order' | 'block' | 'ceiling' | 'rival' | 'ties' | 'bills' | 'left' | 'spent'>

export function keepPrefix(desk: Desk, endowment: bigint, run: Progress): void {
  const { bought } = desk
  const size = run.order.length
  // The former prefix is not needed any more; its balances are written over.
  const balance = desk.prefix?.balance ?? new Float64Array(desk.balance.length)
  balance.set(desk.balance)
  desk.prefix = {
    endowment,
    order: [...run.order],
    block: [...run.block],
    ceiling: [...run.ceiling],
    rival: [...run.rival],
    ties: [...run.ties],
    bills: [...run.bills],
    left: [...run.left],
    spent: run.spent,
    balance,
    slack: desk.slack,
    least: desk.least,
    hi: bought.hi.slice(0, size),
    lo: bought.lo.slice(0, size),
    error: bought.error.slice(0, size)
  }
}

/** Begins a run with a larger endowment after the shared purchases. */
export function resume(desk: Desk, prefix: Prefix, endowment: bigint): void {
  const { sheet, bought, balance } = desk
  resetDesk(desk, endowment, null)
  const more = Number(endowment - prefix.endowment)
  const { share } = sheet.groups
  const old = prefix.balance
  if (share) for (let g = 0; g < balance.length; g++) balance[g] = old[g]! + share[g]! * more
  else for (let g = 0; g < balance.length; g++) balance[g] = old[g]! + more
  desk.slack = prefix.slack + 8 * UNIT * desk.most
  desk.least = prefix.least + sheet.leastShare * more - 8 * UNIT * desk.most
  bought.hi.set(prefix.hi)
  bought.lo.set(prefix.lo)
  bought.error.set(prefix.error)
  bought.size = prefix.order.length
  bought.order.set(prefix.order)
}
