/** Nothing changes behind the record's back: every table is told or says why not, and every change in the worlds of the tests was told. */
import { expect, it } from 'vitest'
import { play } from '../demo/play.ts'
import { compareWithJournal, notPublic, publicRows } from '../src/journal/index.ts'
import { keyed } from '../src/web/index.ts'
import { onEveryEngine } from './kit.ts'

onEveryEngine('the record', (place) => {
  it('tells every table and every column of it, or says why not', async () => {
    const told = new Map<string, Set<string>>()
    for (const rows of publicRows)
      for (const one of [rows, ...(rows.parts ?? [])])
        told.set(one.table, new Set([...one.columns, ...Object.keys(one.left ?? {})]))
    const tables = await place().store.read.introspection.getTables()
    const ours = tables.filter((table) => !table.name.startsWith('kysely_') && table.name !== 'schema_lock')
    const schema = ours.find((table) => table.name === 'voice')?.schema
    for (const { name, columns } of ours.filter((table) => table.schema === schema)) {
      if (notPublic[name] !== undefined) continue
      const known = told.get(name)
      expect(known, `the table ${name} is not in app/src/journal/rows`).toBeDefined()
      expect([...(known ?? [])].toSorted(), name).toEqual(columns.map((column) => column.name).toSorted())
    }
  })

  it('agrees with the whole demo story', async () => {
    await play(place().store, (purpose, text) => keyed(place().site.secret, purpose, text), place().clock.now)
    const compared = await compareWithJournal(place().store.read)
    expect(compared.findings).toEqual([])
    expect(compared.rows).toBeGreaterThan(100)
  })
})
