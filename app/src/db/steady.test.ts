import { expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { steady } from './steady.ts'

onEveryEngine('what hardly ever changes', (place) => {
  let asked = 0
  const names = steady(async (read) => {
    asked++
    return (await read.selectFrom('area').select('name').where('id', 'like', 'steady%').orderBy('id').execute()).map(
      (row) => row.name
    )
  })
  const add = (id: string) =>
    place().store.change(async (tx) => {
      await tx
        .insertInto('area')
        .values({ id: `steady-${id}`, name: id, place: 1 })
        .execute()
      return names(tx)
    })

  it('is right at the very next question after a change, and a change sees its own words', async () => {
    expect(await names(place().store.read)).toEqual([])
    expect(await add('a')).toEqual(['a'])
    expect(await names(place().store.read)).toEqual(['a'])
    await add('b')
    expect(await names(place().store.read)).toEqual(['a', 'b'])
  })

  it('is not asked again while nothing changed, where the database tells', async () => {
    await names(place().store.read)
    const before = asked
    for (let i = 0; i < 5; i++) await names(place().store.read)
    expect(asked - before).toBe(place().store.version ? 0 : 5)
  })

  it('is asked again after an answer that failed', async () => {
    let broken = true
    const fragile = steady(async () => {
      if (broken) throw new Error('the database is gone')
      return 'there'
    })
    await expect(fragile(place().store.read)).rejects.toThrow('gone')
    broken = false
    expect(await fragile(place().store.read)).toBe('there')
  })
})
