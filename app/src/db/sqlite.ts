/**
 * SQLite, the default engine: one file, one writing connection, read-only connections beside it, so that a page never
 * waits for a write that has begun. `synchronous=FULL` is set at every open and read back: an acknowledged voice survives a power cut.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

export class DataDirInUse extends Error {
  constructor(dir: string) {
    super(`Another Buurtmacht is already running on ${dir}. Stop it first, or choose another DATA_DIR.`)
  }
}

/** How hard each write is pushed to the disk. Only the power-cut rig's losing control ever asks for 'OFF'. */
export type Synchronous = 'FULL' | 'OFF'

/** Holds the data directory for this process; the operating system lets go of it even after `kill -9`. */
export function holdDirectory(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const lock = new DatabaseSync(join(dir, 'running.lock'))
  try {
    lock.exec('pragma busy_timeout=0; pragma locking_mode=exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if (/locked|busy/i.test(String(error))) throw new DataDirInUse(dir)
    throw error
  }
  return () => lock.close()
}

export function openSqlite(file: string, how: { readOnly: boolean; synchronous?: Synchronous }): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: how.readOnly })
  // Kilobytes of pages at hand: reading goes everywhere, a change touches few.
  const cache = how.readOnly ? 4000 : 2000
  db.exec(`pragma busy_timeout=5000; pragma foreign_keys=on; pragma cache_size=-${cache}; pragma temp_store=memory`)
  if (how.readOnly) return db
  const level = how.synchronous ?? 'FULL'
  // What is deleted is written over with zeros: forgotten words are not left lying in the file (docs/forgetting.md).
  db.exec(`pragma journal_mode=wal; pragma synchronous=${level}; pragma secure_delete=on`)
  const set = db.prepare('pragma synchronous').get() as { synchronous: number }
  if (level === 'FULL' && set.synchronous !== 2)
    throw new Error('SQLite refused synchronous=FULL; voices would not be safe.')
  return db
}

/** The shape Kysely's SQLite dialect expects, over `node:sqlite`, with each statement prepared once. */
export function forKysely(db: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => db.close(),
    prepare(sql) {
      // Immediate: the lock is taken at the start, so two writers never find out half-way that they collide.
      if (sql === 'begin') sql = 'begin immediate'
      // A full disk already undid everything; asking again would hide what really went wrong.
      if (sql === 'rollback' && !db.isTransaction) sql = 'select 0 where 0'
      let statement = prepared.get(sql)
      if (!statement) {
        if (prepared.size > 500) prepared.clear()
        statement = wrap(db.prepare(sql))
        prepared.set(sql, statement)
      }
      return statement
    }
  }
}

function wrap(statement: StatementSync): SqliteStatement {
  type Values = Parameters<StatementSync['all']>
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...(values as Values)),
    run: (values) => statement.run(...(values as Values)),
    iterate: (values) => statement.iterate(...(values as Values)) as IterableIterator<unknown>
  }
}
