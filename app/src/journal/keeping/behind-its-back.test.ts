/** What is changed behind the record's back: it is found, signing stops, and it goes on once everything was put back. */
import { beforeAll, expect, it } from 'vitest'
import { onEveryEngine, testNoon } from '../../../test/kit.ts'
import { another, withoutGuard, write } from '../../../test/log.ts'
import type { Keeper } from './keeper.ts'
import { newestCheckpoint } from './queries.ts'

const lies = [
  [
    'the words of an old entry',
    `update journal_entry set entry = replace(entry, 'something', 'somethinG') where seq = 5`,
    'whole'
  ],
  [
    'the words of a new entry',
    `update journal_entry set entry = replace(entry, 'something', 'somethinG') where seq = 299`,
    'both'
  ],
  [
    'an entry that stands where another stood',
    `update journal_entry set entry = (select entry from journal_entry where seq = 298) where seq = 299`,
    'both'
  ],
  ['an entry that is taken away', `delete from journal_place where number = 299`, 'both'],
  [
    'a hash in a tile',
    `update journal_tile set hashes = (select hashes from journal_tile where level = 0 and number = 1), width = 44 where level = 0 and number = 0`,
    'whole'
  ],
  [
    'a root that was signed',
    `update journal_checkpoint set root = (select min(root) from journal_checkpoint where size < 300) where size = 300`,
    'both'
  ],
  [
    'an old root that was signed',
    `update journal_checkpoint set root = (select max(root) from journal_checkpoint where size = 300) where size = 100`,
    'whole'
  ],
  [
    'an entry that waits no longer',
    `insert into journal_entry (id, at, kind, about_kind, about_id, entry) values ('q', '', '', '', '', '{}')`,
    'unseen'
  ]
] as const

for (const [what, statement, seen] of lies)
  onEveryEngine(`behind the record’s back: ${what}`, (place) => {
    const told: unknown[] = []
    let keeper: Keeper
    beforeAll(async () => {
      keeper = another(place(), told)
      for (const many of [100, 200]) {
        await write(place(), many)
        await keeper.keepUp()
      }
      expect(await keeper.checkAll()).toBeUndefined()
      await withoutGuard(place(), statement)
    })

    it('signing stops, is said once, and serving goes on', async () => {
      await write(place(), 1)
      const signed = async () => Number((await newestCheckpoint(place().store.read))?.size)
      if (seen === 'both') expect(await keeper.keepUp()).toMatchObject({ state: 'wrong' })
      expect(await keeper.checkAll()).toBeTruthy()
      expect(await keeper.keepUp()).toEqual({ state: 'stopped' })
      expect(await keeper.checkAll()).toBeTruthy()
      expect(told).toHaveLength(1)
      expect(await signed()).toBe(300)
      expect((await place().app.inject({ url: '/logboek/checkpoint' })).statusCode).toBe(200)
    })
  })

onEveryEngine('when what was changed is put back', (place) => {
  it('signing goes on, and the stop stays known', async () => {
    const told: unknown[] = []
    const keeper = another(place(), told)
    await write(place(), 10)
    await keeper.keepUp()
    const turn = (from: string, to: string) =>
      withoutGuard(place(), `update journal_entry set entry = replace(entry, '${from}', '${to}') where seq = 4`)
    await turn('something', 'somethinG')
    expect(await keeper.checkAll()).toEqual({ why: 'entry-changed', number: 3 })
    await turn('somethinG', 'something')
    await write(place(), 1)
    expect(await keeper.keepUp()).toEqual({ state: 'stopped' })
    expect(await keeper.checkAll()).toBeUndefined()
    expect(await keeper.keepUp()).toMatchObject({ state: 'placed', size: 11 })
    const stops = await place().store.read.selectFrom('journal_stop').selectAll().execute()
    expect(stops).toMatchObject([{ why: 'entry-changed', number: 3, until_at: new Date(testNoon).toISOString() }])
  })
})
