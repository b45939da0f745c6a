/** PostgreSQL, for users who outgrow one machine (`DATABASE_URL`). A lost database is an error on a page, never the end of the process. */
import type { Pool } from 'pg'

/** Loads the driver only where it is used: an installation on SQLite starts without it. */
export async function openPool(url: string): Promise<Pool> {
  const { types, Pool } = await import('pg')
  // Counts and sequence numbers come as bigint; ours stay far below 2^53.
  types.setTypeParser(types.builtins.INT8, Number)
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000
  })
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', () => undefined)
  // One that is lost while a page uses it is that page's error; without this it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
