/** Carries out what judged.ts says of forgetting: whose rows go and which columns are emptied, for one voice or one person. */
import { sql } from 'kysely'
import { judged, type Going } from './judged.ts'
import type { Reader, Tx } from './store.ts'
import type { Tables } from './tables.ts'

export type Forgotten = 'takenBack' | 'erased' | 'person'

/** Words of things that are found by search share a table with those of voices. */
const onlyOf: Partial<Record<keyof Tables, ReturnType<typeof sql>>> = {
  search_word: sql` and kind in ('voice', 'kept-voice')`
}

const whatGoes = (what: Forgotten): [keyof Tables, Going][] => {
  // Whoever has everything erased has the words taken back as well.
  const both = what === 'erased' ? (['takenBack', 'erased'] as const) : [what]
  return both.flatMap((one) =>
    Object.entries(judged).flatMap(([table, of]) => (of?.[one] ? [[table as keyof Tables, of[one]] as const] : []))
  ) as [keyof Tables, Going][]
}

/** The tables that forgetting touches: to be wiped afterwards (store.ts). */
export const tablesThatForget = (): string[] => [
  ...new Set([
    ...(['takenBack', 'erased', 'person'] as const).flatMap((what) => whatGoes(what).map(([table]) => table)),
    ...Object.entries(judged).flatMap(([table, of]) => (of?.named ? [table] : []))
  ])
]

export async function forgetRows(tx: Tx, what: Forgotten, id: string): Promise<void> {
  for (const [table, going] of whatGoes(what)) {
    const where = sql`where ${sql.ref(going.key)} = ${id}${onlyOf[table] ?? sql``}`
    if ('rows' in going) await sql`delete from ${sql.table(table)} ${where}`.execute(tx)
    else {
      const set = Object.entries(going.set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.join(set)} ${where}`.execute(tx)
    }
  }
}

/** Written in the same change: what was forgotten, to be forgotten again when an older copy of the tables is put back. */
export const noteErasure = (tx: Tx, erasure: Tables['erasure']) =>
  tx
    .insertInto('erasure')
    .values(erasure)
    .onConflict((same) => same.doNothing())
    .execute()

/** Everything that was ever forgotten here, oldest first. Names nobody. */
export const erasures = (read: Reader): Promise<Tables['erasure'][]> =>
  read.selectFrom('erasure').selectAll().orderBy('at').orderBy('kind').orderBy('ref').execute()
