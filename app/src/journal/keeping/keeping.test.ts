/** The record as a log: places, tiles and signatures; restarts and two keepers at once. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { leafHash, openNote, readBundle, readCheckpoint, readVerifierKey, rootOf, tilePath } from 'public-log'
import { onEveryEngine, type Place } from '../../../test/kit.ts'
import { another, write, writeApart } from '../../../test/log.ts'
import { record } from '../index.ts'
import { newestCheckpoint } from './queries.ts'
import { tilesIn } from './tree.ts'

const places = (place: Place) =>
  place.store.read.selectFrom('journal_place').select(['number', 'seq']).orderBy('number').execute()

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
