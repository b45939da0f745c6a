/** The record as a log: places, tiles and signatures; restarts and two keepers at once; and what is changed behind its back. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { leafHash, openNote, readCheckpoint, readBundle, readVerifierKey, rootOf, tilePath } from 'public-log'
import { onEveryEngine, testNoon, type Place } from '../../../test/kit.ts'
import { record } from '../index.ts'
import { keeperOf, type Keeper } from './keeper.ts'
import { newestCheckpoint } from './queries.ts'
import { tilesIn } from './tree.ts'

const one = (place: Place, says: string, n: number) => ({
  kind: 'witness-added' as const,
  about: { kind: 'journal', id: 'x' } as const,
  facts: { says, n, at: place.clock.now }
})

/** Writes so many entries in one change. */
const write = (place: Place, many: number, says = 'something') =>
  place.store.change(async (tx) => {
    for (let n = 0; n < many; n++) await record(tx, place.by(), one(place, says, n))
  })

/** Each in a change of its own. */
async function writeApart(place: Place, many: number, says: string): Promise<void> {
  for (let n = 0; n < many; n++) await place.store.change((tx) => record(tx, place.by(), one(place, says, n)))
}

const seed = Buffer.alloc(32, 7)
const another = (
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

const places = (place: Place) =>
  place.store.read.selectFrom('journal_place').select(['number', 'seq']).orderBy('number').execute()

async function withoutGuard(place: Place, statement: string): Promise<void> {
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

onEveryEngine('keeping the record', (place) => {
  it('gives every entry a place without a gap, in the order of writing, and signs what the bytes say', async () => {
    const keeper = another(place())
    await write(place(), 3)
    await keeper.keepUp()
    await write(place(), 300)
    expect(await keeper.keepUp()).toMatchObject({ state: 'placed', size: 303 })
    const rows = await places(place())
    expect(rows.map((row) => Number(row.number))).toEqual(rows.map((_, at) => at))
    expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((row) => Number(row.seq)).toSorted((a, b) => a - b))
    const { read } = place().store
    const last = await newestCheckpoint(read)
    const key = await read.selectFrom('journal_key').select('key').executeTakeFirstOrThrow()
    const { body } = openNote(last!.note, [readVerifierKey(key.key)])
    const signed = readCheckpoint(body)
    expect(signed).toMatchObject({ origin: 'buurt.test/logboek', size: 303 })
    const whole = await rootOf(303, tilesIn(read))
    expect(Buffer.from(signed.root).equals(Buffer.from(whole))).toBe(true)
    expect(await read.selectFrom('journal_waiting').select('seq').execute()).toEqual([])
  })

  it('is never more than a look behind: what was written before a look is signed after it', async () => {
    const told: unknown[] = []
    const keeper = another(place(), told)
    await write(place(), 1)
    place().clock.now += 1001
    expect(await keeper.keepUp()).toMatchObject({ state: 'placed', size: 304 })
    expect(await keeper.keepUp()).toEqual({ state: 'nothing' })
    expect(told).toEqual([])
  })

  it('is kept by one process at a time; another takes over once it lapses', async () => {
    const one = another(place())
    const two = another(place())
    await write(place(), 1)
    place().clock.now += 10_000
    expect(await one.keepUp()).toMatchObject({ state: 'placed' })
    await write(place(), 1)
    expect(await two.keepUp()).toEqual({ state: 'others' })
    place().clock.now += 1001
    expect(await two.keepUp()).toMatchObject({ state: 'placed' })
  })

  it('two keepers whose clocks differ never give one place twice, nor leave one out', async () => {
    let ahead = 0
    const fast = another(place(), [], { clock: () => place().clock.now + (ahead += 60_000) })
    const faster = another(place(), [], { clock: () => place().clock.now + (ahead += 60_000) })
    const before = (await places(place())).length
    await Promise.all([
      writeApart(place(), 40, 'left'),
      writeApart(place(), 40, 'right'),
      ...[fast, faster, fast, faster, fast, faster].map((keeper) => keeper.keepUp())
    ])
    await fast.keepUp()
    const rows = await places(place())
    expect(rows.length).toBe(before + 80)
    expect(rows.map((row) => Number(row.number))).toEqual(rows.map((_, at) => at))
    expect(new Set(rows.map((row) => Number(row.seq))).size).toBe(rows.length)
    expect(await fast.checkAll()).toBeUndefined()
    place().clock.now += ahead
  })

  it('a change that is undone leaves no entry, and a placing that is undone leaves no place', async () => {
    const before = (await places(place())).length
    await expect(
      place().store.change(async (tx) => {
        await record(tx, place().by(), { kind: 'witness-added', about: { kind: 'journal', id: 'x' } })
        throw new Error('undone')
      })
    ).rejects.toThrow('undone')
    expect(await another(place()).keepUp()).not.toMatchObject({ state: 'placed' })
    expect((await places(place())).length).toBe(before)
  })

  it('does not sign with another key than before, and goes on with the right one', async () => {
    place().clock.now += 10_000
    await write(place(), 1)
    expect(await another(place(), [], { seed: randomBytes(32) }).keepUp()).toEqual({ state: 'other-key' })
    expect(await another(place()).keepUp()).toMatchObject({ state: 'placed' })
  })

  it('lets nobody change or remove a place, a checkpoint, a full tile or a key', async () => {
    const { owner } = place().store
    for (const statement of [
      'update journal_place set seq = seq + 1000',
      'delete from journal_place',
      `update journal_checkpoint set root = ''`,
      'delete from journal_checkpoint',
      'delete from journal_tile',
      'update journal_tile set width = width where width = 256',
      'delete from journal_key'
    ])
      await expect(sql.raw(statement).execute(owner), statement).rejects.toThrow(/journal only grows/)
  })

  it('serves the log as tiles: the bytes that were hashed, full ones for good, nothing beyond', async () => {
    const get = (path: string) => place().app.inject({ url: `/logboek/${path}` })
    const note = await get('checkpoint')
    expect(note.headers['content-type']).toBe('text/plain; charset=utf-8')
    const { size } = readCheckpoint(note.body)
    expect((await get(`checkpoint/${size}`)).body).toBe(note.body)
    const full = await get(tilePath(0, 0))
    const entries = await get(tilePath('entries', 0))
    expect(full.headers['cache-control']).toContain('immutable')
    const leaves = readBundle(new Uint8Array(entries.rawPayload)).map(leafHash)
    expect(Buffer.concat(leaves).equals(full.rawPayload)).toBe(true)
    const part = await get(tilePath('entries', 1, size - 256))
    expect(readBundle(new Uint8Array(part.rawPayload))).toHaveLength(size - 256)
    expect(part.headers['cache-control']).not.toContain('immutable')
    for (const path of [
      tilePath(0, 1, size - 255),
      tilePath('entries', 2),
      'tile/0/1',
      'tile/9/x',
      'checkpoint/7',
      'checkpoint/x'
    ])
      expect((await get(path)).statusCode, path).toBe(404)
  })
})

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
