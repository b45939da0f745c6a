/** `kill -9` at random moments while many give a voice: the public record has every entry once, without a gap, and every checkpoint that was ever served still fits. */
import { startServer, type HowToStart, type Running } from '../bench/server.ts'
import { openPostgresStore, openSqliteReader, type Reader } from '../src/db/index.ts'
import { careless } from './careless.ts'
import { giveAll, people } from './givers.ts'
import { cluster, hasPostgres } from './postgres.ts'
import { keepAsking, settled, wrongIn, type Checker } from './record.ts'
import { proved, skipped, tempDir, type Rig } from './rig.ts'

export interface JournalDay {
  kills: number
  people: number
  start: HowToStart
  /** Each has its own data directory: more than one only on PostgreSQL. */
  dirs: readonly string[]
  open: () => { read: Reader; close(): Promise<void> }
}

interface Count {
  entries: number
  checkpoints: number
  looks: number
  wrong: string[]
}

const pause = (milliseconds: number) => new Promise((on) => setTimeout(on, milliseconds))

/** Half of the time just when the next look of the keeper is due: a second after the last checkpoint. */
async function someMoment({ roots }: Checker): Promise<void> {
  if (Math.random() < 0.5) return void (await pause(1000 + Math.random() * 3000))
  const before = roots.size
  for (let waits = 0; roots.size === before && waits < 200; waits++) await pause(10)
  await pause(960 + Math.random() * 80)
}

/** Starts all, lets people give, ends one after the other at some moment, and that again and again; then one start more, and the judge. */
export async function journalDay({ kills, people: many, start, dirs, open }: JournalDay): Promise<Count> {
  let servers: Running[] = []
  const checker = keepAsking(() => servers)
  const startAll = async () => {
    for (const dir of dirs) servers = [...servers, await startServer(dir, start)]
  }
  for (let kill = 0; kill < kills; kill += dirs.length) {
    await startAll()
    const giving = servers.map(({ port }, at) => giveAll(port, people(many, `${kill}-${at}`), { atOnce: 16 }))
    for (const server of servers) {
      await someMoment(checker)
      await server.kill()
    }
    await Promise.all(giving)
    servers = []
  }
  await startAll()
  const { read, close } = open()
  await settled(read, 20)
  await checker.end()
  const wrong = await wrongIn(read, servers[0]!.port, checker)
  const { n } = await read
    .selectFrom('journal_entry')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  await close()
  for (const server of servers) await server.stop()
  return { entries: Number(n), checkpoints: checker.roots.size, looks: checker.looks, wrong }
}

const onSqlite = (kills: number, start: HowToStart = {}) => {
  const dir = tempDir()
  return journalDay({ kills, people: 6000, start, dirs: [dir], open: () => openSqliteReader(dir) })
}

/** Two programs on one server, with one key between them. */
async function onPostgres(kills: number): Promise<Count> {
  const database = await cluster()
  const settings = { DATABASE_URL: database.url, JOURNAL_KEY: 'ab'.repeat(32), SECRET: 'cd'.repeat(32) }
  const open = () => openPostgresStore(database.url)
  const dirs = [tempDir(), tempDir()]
  const count = await journalDay({ kills, people: 6000, start: { settings }, dirs, open })
  database.stop()
  return count
}

const says = (kills: number, { entries, checkpoints, looks, wrong }: Count) =>
  `${kills} kills, ${entries} entries, ${checkpoints} checkpoints seen in ${looks} looks: ${wrong.join('; ') || 'each entry once, no gap, every checkpoint fits'}`

export const journal: Rig = {
  name: 'the journal: kill -9 while entries get their places',
  async run(rounds) {
    const count = await onSqlite(rounds)
    return proved(says(rounds, count), count.wrong.length === 0)
  },
  controls: [
    {
      name: 'a keeper that gives places in one change and signs in another',
      async loses(rounds) {
        const { wrong } = await onSqlite(rounds, careless('places-apart'))
        return wrong.length > 0 ? wrong.join('; ') : undefined
      }
    }
  ]
}

export const journalOfTwo: Rig = {
  name: 'the journal of two programs on one PostgreSQL, kill -9 of either',
  async run(rounds) {
    if (!hasPostgres()) return skipped('no PostgreSQL in /usr/lib/postgresql')
    const count = await onPostgres(rounds)
    return proved(says(rounds, count), count.wrong.length === 0)
  },
  controls: journal.controls
}
