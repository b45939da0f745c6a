/** What the house has of one person, read off the list of columns (db/judged.ts). */
import { sql } from 'kysely'
import { judged, type Reader, type Tables } from '../db/index.ts'

const money: readonly (keyof Tables)[] = [
  'payment',
  'voucher',
  'bank_import',
  'ledger_entry',
  'audit_member',
  'audit_statement',
  'entry_question',
  'plan_result'
]
/** Their account itself, which the page tells one by one. */
const own: readonly (keyof Tables)[] = ['role', 'kept_name', 'audit_member']

export interface Has {
  /** Written down or translated for others. */
  voices: number
  money: number
  /** Anything else they did for a group, an institution or the neighbourhood. */
  acts: number
}

const linked: readonly { table: keyof Tables; column: string; as: keyof Has }[] = [
  { table: 'voice', column: 'helper_id', as: 'voices' },
  ...Object.entries(judged).flatMap(([name, of]) => {
    const table = name as keyof Tables
    if (own.includes(table)) return []
    const as = table === 'voice_translation' ? 'voices' : money.includes(table) ? 'money' : 'acts'
    return (of?.who?.split(' ') ?? []).map((column) => ({ table, column, as }) as const)
  })
]

/** Rows that point at this person. */
export async function hasOf(read: Reader, person: string): Promise<Has> {
  const has: Has = { voices: 0, money: 0, acts: 0 }
  for (const { table, column, as } of linked) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where ${sql.ref(column)} = ${person}`.execute(read)
    has[as] += Number(rows[0]?.n ?? 0)
  }
  return has
}
