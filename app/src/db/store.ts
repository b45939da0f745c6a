/** The store: reading, and the one way to change. Knows engines; knows nothing of the neighbourhood. */
import { join } from 'node:path'
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect, sql, type Dialect, type Transaction } from 'kysely'
import { openPool } from './postgres.ts'
import { forKysely, holdDirectory, openSqlite, type Synchronous } from './sqlite.ts'
import { keepSteady } from './steady.ts'
import type { Tables } from './tables.ts'
import { wipeSqlite } from './wipe.ts'

export type Engine = 'sqlite' | 'postgres'
/** Reads see only what has been committed. A transaction can be used wherever a reader is asked for. */
export type Reader = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface Store {
  engine: Engine
  read: Reader
  /** Everything in `work` happens, or nothing does. A thrown error undoes it. */
  change<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The connection that may change tables; used by the migrations at start and by nothing else. */
  owner: Reader
  /** Another number after every change, whoever made it; absent where the database cannot tell quickly. */
  version?(): number
  /**
   * After forgetting: what was changed or deleted in these tables is not left lying in the database's own files, as far as the engine can.
   * Never inside a change. What takes long waits for the night, which says `thorough`.
   */
  wipe(tables: readonly string[], how?: { thorough: boolean }): Promise<void>
  /** True only when the database answers. */
  answers(): Promise<boolean>
  close(): Promise<void>
}

export function openSqliteStore(dir: string, how: { synchronous?: Synchronous } = {}): Store {
  const letGo = holdDirectory(dir)
  const file = join(dir, 'buurtmacht.db')
  const writer = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: forKysely(openSqlite(file, { readOnly: false, ...how })) })
  })
  const reader = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: async () => forKysely(openSqlite(file, { readOnly: true })) })
  })
  const watcher = openSqlite(file, { readOnly: true })
  const watched = watcher.prepare('pragma data_version')
  const version = () => (watched.get() as { data_version: number }).data_version
  keepSteady(reader, version)
  // One writer: changes wait their turn here instead of failing on the lock.
  let turn: Promise<unknown> = Promise.resolve()
  return {
    engine: 'sqlite',
    read: reader,
    owner: writer,
    change(work) {
      const mine = turn.then(() => writer.transaction().execute(work))
      turn = mine.catch(() => undefined)
      return mine
    },
    version,
    wipe(_, { thorough } = { thorough: false }) {
      const mine = turn.then(() => wipeSqlite(writer, thorough))
      turn = mine.catch(() => undefined)
      return mine
    },
    answers: () => tries(reader),
    async close() {
      await turn
      watcher.close()
      await reader.destroy()
      await writer.destroy()
      letGo()
    }
  }
}

/** Only to look, beside a running installation: takes no lock and changes nothing. */
export function openSqliteReader(dir: string): { read: Reader; close(): Promise<void> } {
  const file = join(dir, 'buurtmacht.db')
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: forKysely(openSqlite(file, { readOnly: true })) })
  })
  return { read, close: () => read.destroy() }
}

export function openPostgresStore(url: string): Store {
  return postgresLikeStore(new PostgresDialect({ pool: () => openPool(url) }))
}

/** PostgreSQL through any of its dialects (the tests use one that runs in-process). */
export function postgresLikeStore(dialect: Dialect): Store {
  const db = new Kysely<Tables>({ dialect })
  return {
    engine: 'postgres',
    read: db,
    owner: db,
    change: (work) => again(() => db.transaction().execute(work)),
    // Not inside a transaction, and of any table that is not there (or not ours to vacuum) PostgreSQL itself says so.
    wipe: async (tables) => void (await sql`vacuum ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db)),
    answers: () => tries(db),
    close: () => db.destroy()
  }
}

/**
 * Two changes that lock each other: PostgreSQL ends one of them (40001, 40P01). Two that add the same thing at once (23505: the second
 * platform, the same e-mail address): the later one fails after the first is stored. Either simply starts over and, seeing what the
 * other did, is refused in plain words or goes on.
 */
const startsOver = new Set(['40001', '40P01', '23505'])

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 5 || !startsOver.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

async function tries(db: Reader): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

export function engineOf(db: Reader): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres'
}

/**
 * Locks the rows a change is about to decide on, so that two people who change the same thing at once come one after the other.
 * SQLite needs nothing: its one writing transaction already holds everything.
 */
export function held<Q extends { forUpdate(): Q }>(tx: Reader, query: Q): Q {
  return engineOf(tx) === 'postgres' ? query.forUpdate() : query
}
