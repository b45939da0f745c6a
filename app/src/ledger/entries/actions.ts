/** Entries are written and taken back, never changed. Each in one transaction with its place in the journal. */
import {
  checkAllotment,
  checkMovement,
  cents,
  correct,
  enter,
  ok,
  phaseOn,
  readPositiveAmount,
  refused,
  writtenByHand,
  type Cents,
  type Decision,
  type EntryId,
  type LedgerEntry,
  type Movement
} from '@buurtmacht/domain'
import { daysIn, planOf, roundOf } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { accountForPlan, accountForRound } from '../accounts/actions.ts'
import { accountNow, heldAccounts, type AccountRow } from '../accounts/queries.ts'
import { keepsBooks } from '../who.ts'
import { addEntry, correctionOf, entryIn, heldEntry, movedOn, nextNumber } from './queries.ts'

export interface EntryTyped {
  movement: string
  /** An account; `round:…` and `plan:…` are those that have none yet. */
  from: string
  to: string
  amount: string | undefined
  on: string | undefined
  what: string | undefined
}

/** Refusals: `not-allowed`, `field-…`, `not-found`, and those of `enter`, `checkMovement` and `checkAllotment`. */
export async function writeEntry(tx: Tx, by: By, typed: EntryTyped): Promise<Decision<string>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const movement = writtenByHand.find((one) => one === typed.movement)
  if (!movement) return refused('not-found')
  const amount = readPositiveAmount('amount', typed.amount)
  if (!amount.ok) return amount
  const from = await accountFor(tx, by, 'from', typed.from)
  if (!from.ok) return from
  const to = await accountFor(tx, by, 'to', typed.to)
  if (!to.ok) return to
  return move(tx, by, { ...typed, movement, from: from.value, to: to.value, amount: amount.value })
}

async function accountFor(tx: Tx, by: By, field: string, typed: string): Promise<Decision<string>> {
  const [kind, id = ''] = typed.split(':')
  if (kind === 'round') return accountForRound(tx, by, id)
  if (kind === 'plan') return accountForPlan(tx, by, id)
  return typed === '' ? refused('field-missing', { field }) : ok(typed)
}

export interface Move {
  movement: Movement
  from: string
  to: string
  amount: Cents
  on: string | undefined
  what: string | undefined
}

/** The one way an entry comes into being, for those who write by hand, for payments and for the bank's file. */
export async function move(tx: Tx, by: By, typed: Move): Promise<Decision<string>> {
  const entry = enter(typed, by.today)
  if (!entry.ok) return entry
  const accounts = await heldAccounts(tx, [typed.from, typed.to])
  const [from, to] = [accounts.get(typed.from), accounts.get(typed.to)]
  if (!from) return refused('field-not-a-choice', { field: 'from' })
  if (!to) return refused('field-not-a-choice', { field: 'to' })
  const fits = checkMovement(typed.movement, accountNow(from), accountNow(to), typed.amount)
  if (!fits.ok) return fits
  if (typed.movement === 'allotted') {
    const chosen = await mayGet(tx, by, from, to, typed.amount)
    if (!chosen.ok) return chosen
  }
  return ok(await save(tx, by, typed.movement, entry.value))
}

async function mayGet(tx: Tx, by: By, plan: AccountRow, round: AccountRow, amount: Cents): Promise<Decision<Cents>> {
  const row = await planOf(tx, plan.proposal_id ?? '')
  const of = row && (await roundOf(tx, row.round_id))
  if (!row || !of || round.round_id !== row.round_id) return refused('plan-not-chosen', { field: 'from' })
  const phase = phaseOn(daysIn(of), by.today)
  const counted = of.state === 'counted' || of.state === 'closed'
  const over = of.state === 'frozen' && (phase === 'doing' || phase === 'accounting' || phase === 'after')
  const allotted = cents((await movedOn(tx, plan.id, 'allotted')) - (await movedOn(tx, plan.id, 'released')))
  // Counted elsewhere, on paper: who writes it says in public why this plan.
  const isChosen = row.state === 'onBallot' && row.won !== 0
  const asked = { isChosen, isCounted: counted || over, cost: cents(row.cost), allotted }
  return checkAllotment(asked, amount)
}

async function save(tx: Tx, by: By, movement: Movement, entry: LedgerEntry): Promise<string> {
  const [to, from] =
    entry.lines[0]!.amount > 0 ? [entry.lines[0]!, entry.lines[1]!] : [entry.lines[1]!, entry.lines[0]!]
  const id = newId(by)
  const row = {
    id,
    nr: await nextNumber(tx),
    on_day: entry.on,
    movement,
    what: entry.what,
    to_id: to.account,
    from_id: from.account,
    amount: to.amount,
    corrects_id: entry.corrects ?? null,
    by_id: by.person ?? null,
    made_at: by.at
  }
  await addEntry(tx, row)
  const { nr, on_day, what, to_id, from_id, amount, corrects_id } = row
  await record(tx, by, {
    kind: entry.corrects ? 'entry-corrected' : 'entry-written',
    about: { kind: 'entry', id },
    as: 'administrator',
    facts: { nr, on: on_day, movement, what, to: to_id, from: from_id, amount, corrects: corrects_id }
  })
  return id
}

/** Takes an entry back by its mirror image. Refusals: `not-found`, and those of `correct`. */
export async function takeBack(tx: Tx, by: By, id: string, why: string | undefined): Promise<Decision<string>> {
  const row = await heldEntry(tx, id)
  if (!row) return refused('not-found')
  await heldAccounts(tx, [row.from_id, row.to_id])
  const before = await correctionOf(tx, id)
  const entry = correct({ ...entryIn(row), ...(before ? { correctedBy: before.id as EntryId } : {}) }, why, by.today)
  return entry.ok ? ok(await save(tx, by, row.movement, entry.value)) : entry
}
