import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine } from '../../test/kit.ts'
import { asked } from './asked.ts'

onEveryEngine('a question that is put together once', (place) => {
  const own = randomUUID()
  beforeAll(async () => {
    for (const [at, name] of ['Noord', 'Oost', 'Zuid'].entries())
      await place()
        .store.owner.insertInto('area')
        .values({ id: `${own}-${at}`, name, place: at })
        .execute()
  })
  const named = asked((read, ids: readonly string[], name: string) =>
    read.selectFrom('area').select('name').where('id', 'in', ids).where('name', '<>', name).orderBy('place')
  )
  const namesOf = async (ids: number[], but: string) =>
    (
      await named(
        place().store.read,
        ids.map((id) => `${own}-${id}`),
        but
      )
    ).map((row) => row.name)

  it('gets the answer to the values of now, in their own places, with lists of any length', async () => {
    expect(await namesOf([0, 1, 2], 'Oost')).toEqual(['Noord', 'Zuid'])
    expect(await namesOf([0, 1, 2], 'Zuid')).toEqual(['Noord', 'Oost'])
    expect(await namesOf([2, 0], 'West')).toEqual(['Noord', 'Zuid'])
    expect(await namesOf([1], 'West')).toEqual(['Oost'])
    expect(await namesOf([1], 'Oost')).toEqual([])
  })

  it('sees within a change what that change wrote', async () => {
    await place().store.change(async (tx) => {
      await tx
        .insertInto('area')
        .values({ id: `${own}-9`, name: 'West', place: 9 })
        .execute()
      expect((await named(tx, [`${own}-9`], 'Oost')).map((row) => row.name)).toEqual(['West'])
    })
    expect(await namesOf([9, 0], 'Oost')).toEqual(['Noord', 'West'])
  })

  it('asks a question of its own where a value is left out', async () => {
    const some = asked((read, but: string | undefined, from: string, to: string) =>
      read
        .selectFrom('area')
        .select('name')
        .where('id', '>=', from)
        .where('id', '<=', to)
        .$if(but !== undefined, (query) => query.where('name', '<>', but!))
        .orderBy('place')
    )
    const namesBut = async (but?: string) =>
      (await some(place().store.read, but, `${own}-0`, `${own}-2`)).map((row) => row.name)
    expect(await namesBut()).toEqual(['Noord', 'Oost', 'Zuid'])
    expect(await namesBut('Oost')).toEqual(['Noord', 'Zuid'])
    expect(await namesBut('Zuid')).toEqual(['Noord', 'Oost'])
    expect(await namesBut()).toEqual(['Noord', 'Oost', 'Zuid'])
  })

  it('takes a value for a value, whatever is in it', async () => {
    expect(await namesOf([0], "x' or '1'='1")).toEqual(['Noord'])
    expect(await named(place().store.read, ["x') or ('1'='1"], 'Oost')).toEqual([])
  })
})
