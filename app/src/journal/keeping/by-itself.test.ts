/** The keeper when nobody calls it: its own looks, and the letter to the administrators when the signing stops. */
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { Role } from '@buurtmacht/domain'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, it, vi } from 'vitest'
import { emptyStore, engines, onEveryEngine, placeOn, type Place } from '../../../test/kit.ts'
import { personWith } from '../../../test/world.ts'
import { record } from '../index.ts'
import { newestCheckpoint } from './queries.ts'

const write = (place: Place) =>
  place.store.change((tx) =>
    record(tx, place.by(), { kind: 'witness-added', about: { kind: 'journal', id: 'x' }, facts: { says: 'something' } })
  )
const from = '2026-01-01' as Role['from']
const signed = async (place: Place) => Number((await newestCheckpoint(place.store.read))?.size ?? 0)
const waiting = async (place: Place) =>
  (await place.store.read.selectFrom('journal_waiting').select('seq').execute()).length

onEveryEngine('the keeper by itself', (place) => {
  afterEach(() => vi.useRealTimers())

  it('gives what waits its place within two looks, again and again, and ends when it is told to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { keeper } = place()
    /** One look and everything that it does. */
    const look = async (done: () => Promise<boolean>) => {
      await vi.advanceTimersByTimeAsync(1000)
      const began = performance.now()
      while (!(await done()) && performance.now() - began < 2000) await new Promise((on) => setImmediate(on))
    }
    keeper.begin()
    for (const size of [1, 2, 3]) {
      await write(place())
      for (const _ of ['one look', 'the next']) await look(async () => (await waiting(place())) === 0)
      expect(await signed(place())).toBe(size)
    }
    await keeper.end()
    await write(place())
    await vi.advanceTimersByTimeAsync(5000)
    expect(await waiting(place())).toBe(1)
  })
})

for (const engine of engines)
  it(`the administrators get one letter when the signing stops, and nobody else does (${engine})`, async () => {
    const taken: { to: string[]; text: string }[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, { envelope }, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          taken.push({ to: envelope.rcptTo.map((one) => one.address), text: Buffer.concat(parts).toString('utf8') })
          done()
        })
      }
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as AddressInfo
    const { store, dir, clear } = await emptyStore(engine)
    const mail = { MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'buurt@example.org' }
    const place = await placeOn(store, dir, {}, mail)
    await personWith(place, 'Bo', [{ kind: 'admin', from }], 'bo@buurt.test')
    await personWith(place, 'Mo', [{ kind: 'admin', from }], 'mo@buurt.test')
    await personWith(place, 'Jo', [], 'jo@buurt.test')
    await place.keeper.keepUp()
    // Behind the record's back: a line that neither waits nor has a place.
    await sql`insert into journal_entry (id, at, kind, about_kind, about_id, entry) values ('q', '', '', '', '', '{}')`.execute(
      store.owner
    )
    await sql`delete from journal_waiting`.execute(store.owner)
    for (let look = 0; look < 3; look++) {
      expect(await place.keeper.checkAll()).toMatchObject({ why: 'entries-astray' })
      await write(place)
      expect(await place.keeper.keepUp()).toEqual({ state: 'stopped' })
    }
    expect(taken.flatMap(({ to }) => to).toSorted()).toEqual(['bo@buurt.test', 'mo@buurt.test'])
    for (const { text } of taken) expect(text).toContain('http://buurt.test/logboek/bewijs')
    await place.close()
    await clear()
    await new Promise<void>((done) => void server.close(() => done()))
  })
