/** Accounts are opened once and stay. A round and a plan get theirs with their first entry. */
import { ok, readText, refused, type Decision } from '@buurtmacht/domain'
import { planOf, roundOf } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { keepsBooks } from '../who.ts'
import { accountOfPlan, accountOfRound, accountsOf, addAccount, type AccountRow } from './queries.ts'

export const openedKinds = ['bank', 'bursar', 'funder'] as const

const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/

/** Refusals: `not-allowed`, `field-…` (name), `field-not-a-choice` (kind, iban), `account-name-in-use`. */
export async function openAccount(
  tx: Tx,
  by: By,
  typed: { kind: string; name: string | undefined; iban?: string; institution?: string }
): Promise<Decision<string>> {
  if (!keepsBooks(by.roles)) return refused('not-allowed')
  const kind = openedKinds.find((one) => one === typed.kind)
  if (!kind) return refused('field-not-a-choice', { field: 'kind' })
  const name = readText('name', typed.name, { min: 2, max: 120 })
  if (!name.ok) return name
  const iban = (typed.iban ?? '').replace(/\s/g, '').toUpperCase()
  if (iban && !ibanShape.test(iban)) return refused('field-not-a-choice', { field: 'iban' })
  if ((await accountsOf(tx, [kind])).some((one) => one.name.toLowerCase() === name.value.toLowerCase()))
    return refused('account-name-in-use', { field: 'name' })
  return ok(
    await open(tx, by, { kind, name: name.value, iban: iban || null, institution_id: typed.institution || null })
  )
}

async function open(tx: Tx, by: By, row: Pick<AccountRow, 'kind' | 'name'> & Partial<AccountRow>): Promise<string> {
  const id = newId(by)
  await addAccount(tx, {
    id,
    round_id: null,
    proposal_id: null,
    institution_id: null,
    iban: null,
    ...row,
    made_at: by.at
  })
  await record(tx, by, {
    kind: 'account-opened',
    about: { kind: 'account', id },
    as: 'administrator',
    facts: { account: row.kind, name: row.name, round: row.round_id, plan: row.proposal_id }
  })
  return id
}

export async function accountForRound(tx: Tx, by: By, round: string): Promise<Decision<string>> {
  const known = await accountOfRound(tx, round)
  if (known) return ok(known.id)
  const row = await roundOf(tx, round)
  if (!row || row.state === 'preparing') return refused('not-found')
  return ok(await open(tx, by, { kind: 'round', name: row.title, round_id: row.id }))
}

export async function accountForPlan(tx: Tx, by: By, plan: string): Promise<Decision<string>> {
  const known = await accountOfPlan(tx, plan)
  if (known) return ok(known.id)
  const row = await planOf(tx, plan)
  return row ? ok(await open(tx, by, { kind: 'plan', name: row.title, proposal_id: row.id })) : refused('not-found')
}
