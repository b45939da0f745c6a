/** Lays a made-up neighbourhood down in a data directory, without the actions and without waiting for the disk. */
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { migrations } from '../migrations/index.ts'
import { migrate, openSqliteStore } from '../src/db/index.ts'
import { settle } from '../src/place/index.ts'
import { findSecret, keyed } from '../src/web/index.ts'
import { dayOf } from '@buurtmacht/domain'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { countWhatWasLaid, layDown } from './neighbourhood.ts'
import type { Laid, Size } from './rows.ts'

export async function layInDirectory(dir: string, size: Size, findable = true): Promise<Laid> {
  const now = Date.now()
  await settled(dir, now)
  const secret = findSecret('', dir)
  const laid = layDown({ size, now, hashOf: (code) => keyed(secret, 'follow', code), findable })
  const db = new DatabaseSync(join(dir, 'buurtmacht.db'))
  db.exec('pragma synchronous=off; pragma foreign_keys=off; pragma cache_size=-200000; begin')
  const statements = new Map<string, StatementSync>()
  for (const [table, row] of laid.rows) {
    let statement = statements.get(table)
    if (!statement) {
      const columns = Object.keys(row)
      const places = columns.map(() => '?').join(', ')
      statement = db.prepare(`insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${places})`)
      statements.set(table, statement)
    }
    statement.run(...(Object.values(row) as SQLInputValue[]))
  }
  db.exec('commit')
  db.close()
  const store = openSqliteStore(dir, { synchronous: 'OFF' })
  await store.change((tx) => countWhatWasLaid(tx, size))
  await sql`analyze`.execute(store.owner)
  await store.close()
  return laid
}

async function settled(dir: string, now: number): Promise<void> {
  const store = openSqliteStore(dir)
  await migrate(store, migrations)
  const by = { roles: [], at: new Date(now).toISOString(), today: dayOf(now), chance: randomBytes }
  const done = await store.change((tx) =>
    settle(tx, by, { name: 'De Kruidenhof', town: 'Buurtstad', colour: '#0b5d57', languages: ['nl', 'en'], areas: [] })
  )
  if (!done.ok) throw new Error(done.refusal.code)
  await store.close()
}
