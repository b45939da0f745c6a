import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { DataDirInUse, migrate, openSqliteStore } from '../src/db/index.ts'
import { onEveryEngine } from './kit.ts'

interface Row {
  name: string
}

onEveryEngine('the store', (place, engine) => {
  const sqlite = engine === 'SQLite'
  const rows = async <T>(query: string): Promise<T[]> => (await sql.raw<T>(query).execute(place().store.owner)).rows

  it('has nothing left to migrate, and says so when asked again', async () => {
    expect(await migrate(place().store, migrations)).toEqual([])
    expect(await migrate(place().store, migrations)).toEqual([])
  })

  it('keeps dates in the names of migrations in order', () => {
    const names = Object.keys(migrations)
    expect(names).toEqual(names.toSorted())
    for (const name of names) expect(name).toMatch(/^\d{4}-\d\d-\d\d-[a-z-]+$/)
  })

  it('never lets the journal be changed, shortened or emptied', async () => {
    const { store } = place()
    const entry = {
      id: 'first',
      at: '2026-03-03T11:00:00.000Z',
      kind: 'test',
      about_kind: 'area',
      about_id: 'a',
      entry: '{}'
    }
    await store.change((tx) => tx.insertInto('journal_entry').values(entry).execute())
    const only = /the journal only grows/
    await expect(store.change((tx) => tx.updateTable('journal_entry').set({ kind: 'x' }).execute())).rejects.toThrow(
      only
    )
    await expect(store.change((tx) => tx.deleteFrom('journal_entry').execute())).rejects.toThrow(only)
    if (!sqlite) await expect(rows('truncate journal_entry cascade')).rejects.toThrow(only)
    expect(await store.read.selectFrom('journal_entry').select('kind').execute()).toEqual([{ kind: 'test' }])
  })

  it('refuses a row that points to nothing', async () => {
    const lost = place().store.change((tx) =>
      tx.insertInto('group_area').values({ group_id: 'nobody', area_id: 'nowhere' }).execute()
    )
    await expect(lost).rejects.toThrow(/foreign key/i)
  })

  it('undoes everything of a change that fails half-way', async () => {
    const { store } = place()
    const area = { outline: null, code: null, code_system: null, from_year: null, until_year: null }
    const failed = store.change(async (tx) => {
      await tx
        .insertInto('area')
        .values({ id: 'half', name: 'Half', place: 1, ...area })
        .execute()
      throw new Error('half-way')
    })
    await expect(failed).rejects.toThrow('half-way')
    expect(await store.read.selectFrom('area').selectAll().where('id', '=', 'half').execute()).toEqual([])
  })

  it('names its constraints in sentences that the database repeats', async () => {
    const nameless = place().store.change((tx) =>
      tx.insertInto('institution').values({ id: 'x', name: '', kind: 'x', about: '', made_at: 'now' }).execute()
    )
    await expect(nameless).rejects.toThrow(/an institution has a name/)
  })

  it('holds only text and whole numbers, the same on both engines, and bytes only for pictures, vouchers and hashes', async () => {
    const types = sqlite
      ? await rows<{ type: string }>(
          `select distinct c.type || case when t.name in ('picture', 'voucher', 'journal_tile') and c.name in ('bytes', 'shown_bytes', 'hashes') then '!' else '' end as type from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'
           and t.name not like 'kysely%' and t.name not like 'sqlite%'`
        )
      : await rows<{ type: string }>(
          `select distinct data_type || case when table_name in ('picture', 'voucher', 'journal_tile') and column_name in ('bytes', 'shown_bytes', 'hashes') then '!' else '' end as type from information_schema.columns
           where table_schema = current_schema() and table_name not like 'kysely%'`
        )
    const seen = types.map((row) => row.type.toLowerCase()).toSorted()
    expect(seen.filter((type) => !['text', 'integer', 'bigint'].includes(type))).toEqual([sqlite ? 'blob!' : 'bytea!'])
  })

  it.runIf(sqlite)('has strict tables: a number is never quietly kept as text', async () => {
    const loose = await rows<Row>(
      `select name from pragma_table_list where type = 'table' and strict = 0
       and name not like 'sqlite%' and name not like 'kysely%'`
    )
    expect(loose).toEqual([])
    expect((await rows<Row>(`select name from pragma_table_list where strict = 1`)).length).toBeGreaterThan(20)
  })

  it.runIf(sqlite)('pushes every change to the disk before it answers: synchronous reads back as FULL', async () => {
    expect(await rows('pragma synchronous')).toEqual([{ synchronous: 2 }])
    expect(await rows('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(await rows('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
    expect(await rows('pragma busy_timeout')).toEqual([{ timeout: 5000 }])
  })

  it.runIf(sqlite)('reads through connections that cannot write', async () => {
    const written = sql.raw(`insert into area (id, name, place) values ('x', 'x', 1)`).execute(place().store.read)
    await expect(written).rejects.toThrow(/readonly/i)
  })

  it.runIf(sqlite)('refuses a second start on the same data directory, at once, and harms nothing', async () => {
    const { dir, store } = place()
    const began = performance.now()
    expect(() => openSqliteStore(dir)).toThrow(DataDirInUse)
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await store.answers()).toBe(true)
  })
})
