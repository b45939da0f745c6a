/** PostgreSQL, for users who outgrow one machine (`DATABASE_URL`). A lost database is an error on a page, never the end of the process. */
import { types, Pool } from 'pg'

// Counts and sequence numbers come as bigint; ours stay far below 2^53.
types.setTypeParser(types.builtins.INT8, Number)

export function openPool(url: string, schema?: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    ...(schema ? { options: `-c search_path=${schema}` } : {})
  })
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', () => undefined)
  return pool
}
