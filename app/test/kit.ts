/**
 * What database and page tests stand on. Every test runs on SQLite and on PostgreSQL: in-process always, on a real server too when
 * `TEST_DATABASE_URL` is set. Each installation begins empty.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { PGliteDialect } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { dayOf } from '@buurtmacht/domain'
import { openPostgresStore, openSqliteStore, postgresLikeStore, type Store } from '../src/db/index.ts'
import { readSettings } from '../src/settings.ts'
import { assemble, type Extra, type Installation } from '../src/start.ts'
import type { By } from '../src/web/index.ts'

export type EngineName = 'SQLite' | 'PostgreSQL in-process' | 'PostgreSQL server'

const all: EngineName[] = [
  'SQLite',
  'PostgreSQL in-process',
  ...(process.env['TEST_DATABASE_URL'] ? (['PostgreSQL server'] as const) : [])
]

/** `ONLY_ENGINE=SQLite` narrows a quick run by hand; the whole suite never sets it. */
export const engines: EngineName[] = all.filter((name) => name === (process.env['ONLY_ENGINE'] ?? name))

/** One in-process PostgreSQL for the whole test run of a worker: starting it costs seconds, a schema costs nothing. */
const shared = globalThis as { pglite?: PGlite }

async function freshSchema(): Promise<{ pglite: PGlite; schema: string }> {
  const pglite = (shared.pglite ??= new PGlite({ parsers: { [types.INT8]: Number } }))
  const schema = `t_${randomBytes(6).toString('hex')}`
  await pglite.exec(`create schema ${schema}; set search_path to ${schema}`)
  return { pglite, schema }
}

const callable = (pglite: PGlite) => ({
  closed: false,
  ready: true,
  waitReady: pglite.waitReady,
  query: pglite.query.bind(pglite),
  transaction: pglite.transaction.bind(pglite)
})

/** An empty place to store things, and how to clear it away. */
export async function emptyStore(
  engine: EngineName
): Promise<{ store: Store; dir: string; clear: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'buurtmacht-'))
  const clearDir = () => rmSync(dir, { recursive: true, force: true })
  if (engine === 'SQLite') return { store: openSqliteStore(dir), dir, clear: async () => clearDir() }
  if (engine === 'PostgreSQL in-process') {
    const { pglite, schema } = await freshSchema()
    const store = postgresLikeStore(
      new PGliteDialect({ pglite: { ...callable(pglite), close: async () => undefined } })
    )
    const clear = async () => {
      await pglite.exec(`drop schema ${schema} cascade`)
      clearDir()
    }
    return { store, dir, clear }
  }
  // A database of its own: two files that run at once must not meet in each other's tables or locks.
  const url = new URL(process.env['TEST_DATABASE_URL']!)
  const admin = new Pool({ connectionString: url.href, max: 1 })
  const name = `t_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name}`)
  url.pathname = name
  const clear = async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
    clearDir()
  }
  return { store: openPostgresStore(url.href), dir, clear }
}

export interface Place extends Installation {
  /** The instant the installation believes it is; tests move it. */
  clock: { now: number }
  dir: string
  /** Acts as a person (or nobody) now, for calling actions directly. */
  by(person?: string, roles?: By['roles']): By
}

/** One installation per engine for a whole describe block; `place()` gives it inside tests and hooks. */
export function onEveryEngine(
  what: string,
  tests: (place: () => Place, engine: EngineName) => void,
  extra: Extra = {}
): void {
  for (const engine of engines) {
    describe(`${what} (${engine})`, () => {
      let place: Place | undefined
      let clear: (() => Promise<void>) | undefined
      beforeAll(async () => {
        const empty = await emptyStore(engine)
        clear = empty.clear
        place = await placeOn(empty.store, empty.dir, extra)
      })
      afterAll(async () => {
        await place?.close()
        await clear?.()
      })
      tests(() => place!, engine)
    })
  }
}

export const testNoon = Date.parse('2026-03-03T11:00:00Z')

/** @param environment settings that differ from those of a test. */
export async function placeOn(
  store: Store,
  dir: string,
  extra: Extra = {},
  environment: Record<string, string> = {}
): Promise<Place> {
  const clock = { now: testNoon }
  const settings = readSettings({
    DATA_DIR: dir,
    PUBLIC_URL: 'http://buurt.test',
    VOICES_PER_HOUR: '100000',
    TRIES_PER_QUARTER: '100000',
    BALLOTS_PER_QUARTER: '100000',
    ...environment
  })
  const installation = await assemble(store, settings, { clock: () => clock.now, withoutSetUp: true, ...extra })
  const by = (person?: string, roles: By['roles'] = []): By => ({
    ...(person ? { person: person as NonNullable<By['person']> } : {}),
    roles,
    at: new Date(clock.now).toISOString(),
    today: dayOf(clock.now),
    chance: randomBytes
  })
  return { ...installation, clock, dir, by }
}
