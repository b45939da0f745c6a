/** Tables written once for both engines: AUTONUMBER, BYTES and CENTS become what each calls them. */
import { sql, type Kysely } from 'kysely'
import { engineOf, type Reader } from '../src/db/index.ts'

const called = {
  sqlite: { AUTONUMBER: 'integer primary key autoincrement', BYTES: 'blob', CENTS: 'integer' },
  postgres: { AUTONUMBER: 'bigint generated always as identity primary key', BYTES: 'bytea', CENTS: 'bigint' }
} as const

/**
 * A table that ends in UNORDERED keeps its rows by their key alone, so that no row number tells in which order they came.
 * @param statements each ends with a semicolon at the end of a line.
 */
export async function layTables(db: Kysely<unknown>, statements: string): Promise<void> {
  const engine = engineOf(db as Reader)
  for (const statement of statements.split(/;\s*\n/)) {
    if (statement.trim() === '') continue
    const strict = engine === 'sqlite' && /^\s*create table/.test(statement) ? ' strict' : ''
    const written = statement.replace(
      /\b(AUTONUMBER|BYTES|CENTS)\b/g,
      (name) => called[engine][name as keyof (typeof called)['sqlite']]
    )
    const unordered = / UNORDERED$/.test(written) && engine === 'sqlite' ? ', without rowid' : ''
    await sql.raw(written.replace(/ UNORDERED$/, '') + strict + unordered).execute(db)
  }
}
