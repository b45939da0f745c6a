/** The record as a log, for tests: entries to keep, a keeper of one's own, and somebody who changes tables behind the record's back. */
import { sql } from 'kysely'
import { record } from '../src/journal/index.ts'
import { keeperOf, type Keeper } from '../src/journal/keeping/keeper.ts'
import type { Place } from './kit.ts'

const one = (place: Place, says: string, n: number) => ({
  kind: 'witness-added' as const,
  about: { kind: 'journal', id: 'x' } as const,
  facts: { says, n, at: place.clock.now }
})

/** Writes so many entries in one change. */
export const write = (place: Place, many: number, says = 'something') =>
  place.store.change(async (tx) => {
    for (let n = 0; n < many; n++) await record(tx, place.by(), one(place, says, n))
  })

/** Each in a change of its own. */
export async function writeApart(place: Place, many: number, says: string): Promise<void> {
  for (let n = 0; n < many; n++) await place.store.change((tx) => record(tx, place.by(), one(place, says, n)))
}

const seed = Buffer.alloc(32, 7)
/** Another process with the same key, unless told otherwise; what it stops for is put in `told`. */
export const another = (
  place: Place,
  told: unknown[] = [],
  more: Partial<{ seed: Uint8Array; clock: () => number }> = {}
): Keeper =>
  keeperOf({
    store: place.store,
    seed,
    origin: 'buurt.test/logboek',
    clock: () => place.clock.now,
    stopped: async (wrong) => void told.push(wrong),
    ...more
  })

/** What the database owner can do, and nobody else: a statement the triggers would refuse. */
export async function withoutGuard(place: Place, statement: string): Promise<void> {
  const { owner, engine } = place.store
  if (engine === 'postgres') {
    const tables = ['journal_entry', 'journal_place', 'journal_checkpoint', 'journal_tile']
    const all = (how: string) => tables.map((table) => `alter table ${table} ${how} trigger user`)
    for (const one of [...all('disable'), statement, ...all('enable')]) await sql.raw(one).execute(owner)
    return
  }
  const { rows } = await sql<{
    name: string
    sql: string
  }>`select name, sql from sqlite_master where type = 'trigger'`.execute(owner)
  for (const { name } of rows) await sql.raw(`drop trigger "${name}"`).execute(owner)
  await sql.raw('pragma foreign_keys=off').execute(owner)
  await sql.raw(statement).execute(owner)
  await sql.raw('pragma foreign_keys=on').execute(owner)
  for (const one of rows) await sql.raw(one.sql).execute(owner)
}
