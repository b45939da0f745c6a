/**
 * The public record: one entry for every change, written in the same transaction as the change itself.
 * Only public facts; people's words are referred to by id and by a salted hash (db/seal.ts), never written here.
 */
import type { Tx } from '../db/index.ts'
import { newId, type By } from '../web/index.ts'
import { append } from './queries.ts'

export interface Subject {
  kind:
    | 'neighbourhood'
    | 'area'
    | 'person'
    | 'role'
    | 'group'
    | 'institution'
    | 'voice'
    | 'need'
    | 'goal'
    | 'deed'
    | 'request'
    | 'commitment'
    | 'tellBack'
    | 'round'
    | 'plan'
    | 'advice'
    | 'account'
    | 'entry'
    | 'payment'
    | 'voucher'
    | 'bankImport'
    | 'auditCommittee'
    | 'question'
    | 'statement'
    | 'grant'
    | 'journal'
    | 'witness'
  id: string
}

export interface Entry {
  /** What happened, as a noun and a past verb: 'voice-given', 'commitment-disputed'. */
  kind: string
  about: Subject
  /** On whose behalf: a group, an institution, the administrators; absent for somebody without an account. */
  as?: { group: string } | { institution: string } | 'administrator'
  /** Public facts only. Ids, days, states, hashes, reasons given in public. */
  facts?: Record<string, string | number | boolean | string[] | null | undefined>
}

export async function record(tx: Tx, by: By, entry: Entry): Promise<void> {
  const id = newId(by)
  const whole = {
    about: entry.about,
    at: by.at,
    ...(entry.as ? { as: entry.as } : {}),
    by: by.person ?? 'anyone',
    facts: entry.facts ?? {},
    id,
    kind: entry.kind,
    v: 1
  }
  await append(tx, {
    id,
    at: by.at,
    kind: entry.kind,
    about_kind: entry.about.kind,
    about_id: entry.about.id,
    entry: canonical(whole)
  })
}

/** JSON with sorted keys and no spaces: one thing has one way of being written down. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const parts = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
  return `{${parts.join(',')}}`
}
