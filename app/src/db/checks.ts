/** Questions that must have no answers (app/checks): what must always be true of the tables, asked in tests, at night and by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Reader } from './store.ts'

export interface Check {
  name: string
  /** What is true when nothing is found. */
  says: string
  sql: string
}

export interface Found {
  check: Check
  /** The first few rows that should not be there. */
  rows: Record<string, unknown>[]
}

// Beside src as well as beside the built program.
const folder = new URL('../checks/', import.meta.url.endsWith('.ts') ? new URL('..', import.meta.url) : import.meta.url)

export const readChecks = (): Check[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const [first = '', ...rest] = text.split('\n')
      return { name: name.slice(0, -4), says: first.replace(/^--\s*/, ''), sql: rest.join('\n').trim() }
    })

const most = 10

/** @returns the checks that found something; an empty list is good news. */
export async function runChecks(read: Reader, checks: Check[] = readChecks()): Promise<Found[]> {
  const found: Found[] = []
  for (const check of checks) {
    const { rows } = await sql.raw(`select * from (${check.sql}) wrong limit ${most}`).execute(read)
    if (rows.length > 0) found.push({ check, rows: rows as Record<string, unknown>[] })
  }
  return found
}
