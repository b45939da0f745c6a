import { expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { judged, judgedColumns } from './index.ts'
import type { Tables } from './tables.ts'

/** Days, instants and numbers name nobody. */
const namesNobody = (column: { name: string; dataType: string }): boolean =>
  /_(on|at|until)$|^(at|on_day)$/.test(column.name) || /int|numeric/i.test(column.dataType)

onEveryEngine('what forgetting does to every column', (place) => {
  const tables = async () =>
    (await place().store.read.introspection.getTables()).filter(({ name }) => !/^sqlite_|^kysely_/.test(name))

  it('is said of each: a new one that could hold something of a person is judged first', async () => {
    const found = await tables()
    expect(found.length).toBeGreaterThan(40)
    const unjudged = found.flatMap((table) => {
      const said = judgedColumns(table.name as keyof Tables)
      return table.columns
        .filter((column) => !namesNobody(column) && !said.has(column.name))
        .map((column) => `${table.name}.${column.name}`)
    })
    expect(unjudged).toEqual([])
  })

  it('is said once, of columns that are there', async () => {
    const found = new Map((await tables()).map((table) => [table.name, table.columns.map((column) => column.name)]))
    for (const [table, of] of Object.entries(judged)) {
      const { takenBack, erased, person, ...said } = of ?? {}
      const columns = Object.values(said).flatMap((names) => names.split(' '))
      expect(new Set(columns).size, table).toBe(columns.length)
      const going = [takenBack, erased, person].flatMap((one) =>
        one ? [one.key, ...('set' in one ? Object.keys(one.set) : [])] : []
      )
      for (const column of [...columns, ...going]) expect(found.get(table), `${table}.${column}`).toContain(column)
    }
  })

  it('is carried out: what is said to go stands in a table whose rows go or in a column that is emptied', () => {
    for (const [table, of] of Object.entries(judged)) {
      const ways = [of?.takenBack, of?.erased, of?.person].filter((one) => one !== undefined)
      for (const column of of?.goes?.split(' ') ?? [])
        expect(
          ways.some((way) => 'rows' in way || column in way.set),
          `${table}.${column}`
        ).toBe(true)
    }
  })
})
