/** Grants are written down by who keeps the books; what came of a plan by the group that does it. */
import { ok, readGrant, readText, refused, type Decision, type Grant, type GrantTyped } from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record, type EntryKind } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { accountOf } from '../accounts/queries.ts'
import { heldPayment, savePayment, paymentOf } from '../payments/queries.ts'
import { keepsBooks, seesToMoney } from '../who.ts'
import {
  addGrant,
  addItem,
  heldGrant,
  heldResult,
  itemIsUsed,
  itemOf,
  itemsOf,
  putResult,
  removeItem,
  saveGrant,
  saveItem
} from './queries.ts'

export type GrantWritten = GrantTyped & { account: string; rounds: readonly string[] }

const columns = (grant: Grant, typed: GrantWritten) => ({
  account_id: typed.account,
  name: grant.name,
  reference: grant.reference,
  amount: grant.amount,
  from_on: grant.from,
  until_on: grant.until,
  renew_on: grant.renewBy ?? null,
  stops: grant.stops,
  round_ids: JSON.stringify(typed.rounds)
})

async function read(tx: Tx, by: By, typed: GrantWritten): Promise<Decision<Grant>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const account = await accountOf(tx, typed.account)
  if (account?.kind !== 'funder') return refused('field-not-a-choice', { field: 'account' })
  return readGrant(typed)
}

/** Refusals: `not-allowed`, `field-not-a-choice` (account), and those of `readGrant`. */
export async function writeGrant(tx: Tx, by: By, typed: GrantWritten): Promise<Decision<string>> {
  const grant = await read(tx, by, typed)
  if (!grant.ok) return grant
  const id = newId(by)
  await addGrant(tx, { id, ...columns(grant.value, typed), version: 1, made_at: by.at, changed_at: by.at })
  const items = await putItems(tx, by, id, grant.value)
  if (!items.ok) return items
  await recordGrant(tx, by, id, 'grant-written', columns(grant.value, typed))
  return ok(id)
}

/** Refusals: `not-found`, `changed-meanwhile`, `grant-item-in-use`, and those of `writeGrant`. */
export async function changeGrant(
  tx: Tx,
  by: By,
  id: string,
  typed: GrantWritten & { version: number }
): Promise<Decision<string>> {
  const row = await heldGrant(tx, id)
  if (!row) return refused('not-found')
  const grant = await read(tx, by, typed)
  if (!grant.ok) return grant
  if (row.version !== typed.version) return refused('changed-meanwhile')
  const items = await putItems(tx, by, id, grant.value)
  if (!items.ok) return items
  await saveGrant(tx, id, { ...columns(grant.value, typed), version: row.version + 1, changed_at: by.at })
  await recordGrant(tx, by, id, 'grant-changed', columns(grant.value, typed))
  return ok(id)
}

const recordGrant = (tx: Tx, by: By, id: string, kind: EntryKind, facts: Record<string, string | number | null>) =>
  record(tx, by, { kind, about: { kind: 'grant', id }, as: 'administrator', facts })

/** An item is known by its words; one that payments stand under stays. */
async function putItems(tx: Tx, by: By, grant: string, { items }: Grant): Promise<Decision<void>> {
  const before = await itemsOf(tx, grant)
  for (const row of before) {
    if (items.some((item) => item.what === row.what)) continue
    if (await itemIsUsed(tx, row.id)) return refused('grant-item-in-use', { field: 'items' })
    await removeItem(tx, row.id)
  }
  for (const [place, { what, amount }] of items.entries()) {
    const known = before.find((row) => row.what === what)
    if (known) await saveItem(tx, known.id, { place, amount })
    else await addItem(tx, { id: newId(by), grant_id: grant, place, what, amount, explanation: null })
  }
  return ok(undefined)
}

/** Why more or less was spent than the budget said. Refusals: `not-allowed`, `not-found`, `field-…` (explanation). */
export async function explainItem(tx: Tx, by: By, id: string, text: string | undefined): Promise<Decision<string>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const item = await itemOf(tx, id)
  const grant = item && (await heldGrant(tx, item.grant_id))
  if (!item || !grant) return refused('not-found')
  const words = readText('explanation', text, { min: 3, max: 1_000 })
  if (!words.ok) return words
  await saveItem(tx, id, { explanation: words.value })
  await saveGrant(tx, grant.id, { version: grant.version + 1, changed_at: by.at })
  await recordGrant(tx, by, grant.id, 'grant-item-explained', { item: item.what, explanation: words.value })
  return ok(grant.id)
}

/** Under which item of a grant a payment is accounted for. Refusals: `not-allowed`, `not-found`, `field-not-a-choice`. */
export async function putUnderItem(tx: Tx, by: By, payment: string, item: string): Promise<Decision<string>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const row = await heldPayment(tx, payment)
  const shown = row && (await paymentOf(tx, payment))
  if (!row || !shown) return refused('not-found')
  const known = await itemOf(tx, item)
  if (!known) return refused('field-not-a-choice', { field: 'item' })
  await savePayment(tx, payment, { item_id: item, version: row.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind: 'payment-put-under-item',
    about: { kind: 'payment', id: payment },
    as: 'administrator',
    facts: { item: known.what, grant: known.grant_id }
  })
  return ok(payment)
}

/** The group tells how the doing stands. Refusals: `not-found`, `not-allowed`, `changed-meanwhile`, `field-…` (result). */
export async function tellResult(
  tx: Tx,
  by: By,
  plan: string,
  said: { state: 'busy' | 'done'; result: string | undefined; version: number }
): Promise<Decision<string>> {
  const row = await planOf(tx, plan)
  if (!row) return refused('not-found')
  if (!by.person || !seesToMoney(by.roles, row.group_id)) return refused('not-allowed')
  const before = await heldResult(tx, plan)
  if ((before?.version ?? 0) !== said.version) return refused('changed-meanwhile')
  const result = readText('result', said.result, { min: 3, max: 1_500 })
  if (!result.ok) return result
  const version = said.version + 1
  const words = { state: said.state, result: result.value, by_id: by.person, version, changed_at: by.at }
  await putResult(tx, { proposal_id: plan, ...words })
  await record(tx, by, {
    kind: 'plan-result-told',
    about: { kind: 'plan', id: plan },
    ...(row.group_id ? { as: { group: row.group_id } } : {}),
    facts: { state: said.state, result: result.value }
  })
  return ok(plan)
}
