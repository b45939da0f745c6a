/**
 * Old words in SQLite's own files. `secure_delete` (sqlite.ts) writes zeros over what is deleted, but three things it leaves: the log
 * (`buurtmacht.db-wal`) until it is written over; copies on pages whose rows were moved to other pages at some time; and pages that were
 * free before. So after forgetting the file is written anew and the log is cut to nothing.
 */
import { sql } from 'kysely'
import type { Reader } from './store.ts'

/** Bytes that are written anew in a moment, in which everybody waits: about a second. A larger file waits for the night. */
const atOnce = 64 * 1024 * 1024

export async function wipeSqlite(writer: Reader, thorough: boolean): Promise<void> {
  const { rows } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(writer)
  if (thorough || (rows[0]?.bytes ?? 0) <= atOnce) await sql`vacuum`.execute(writer)
  await emptyLog(writer)
}

/** Somebody who reads the file at this moment keeps it from that: tried again, and at the latest done by the next one. */
async function emptyLog(writer: Reader): Promise<void> {
  // Waiting is done here, without holding up everybody else.
  await sql`pragma busy_timeout=0`.execute(writer)
  for (let attempt = 1; attempt <= 10; attempt++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(writer)
    if (rows[0]?.busy === 0) break
    await new Promise((later) => setTimeout(later, 50 * attempt))
  }
  await sql`pragma busy_timeout=5000`.execute(writer)
}
