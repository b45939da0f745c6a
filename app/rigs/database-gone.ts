/** PostgreSQL goes away for a while: pages say so, the process lives, and it recovers by itself. On a real server of our own. */
import { ask, asText } from '../bench/client.ts'
import { startServer, type Running } from '../bench/server.ts'
import { careless } from './careless.ts'
import { giveAll, lost, people } from './givers.ts'
import { cluster, hasPostgres } from './postgres.ts'
import { proved, skipped, tempDir, type Rig } from './rig.ts'

const status = async (server: Running, path: string) =>
  (await ask({ port: server.port, path }).catch(() => ({ status: 0 }))).status

async function until(good: () => Promise<boolean>, seconds: number): Promise<number | undefined> {
  const began = performance.now()
  while (performance.now() - began < seconds * 1000) {
    if (await good()) return performance.now() - began
    await new Promise((wait) => setTimeout(wait, 200))
  }
  return undefined
}

async function goneFor(seconds: number) {
  const database = await cluster()
  const server = await startServer(tempDir(), { settings: { DATABASE_URL: database.url } })
  const before = people(20, 'voor')
  await giveAll(server.port, before, { atOnce: 8 })
  database.stop()
  const during = people(5, 'tijdens')
  const statuses = new Set<number>()
  const ended = Date.now() + seconds * 1000
  let words = ''
  while (Date.now() < ended) {
    const page = await ask({ port: server.port, path: '/' })
    statuses.add(page.status)
    statuses.add(await status(server, '/healthz'))
    words = asText(page)
    await giveAll(server.port, during, { atOnce: 5 })
    await new Promise((wait) => setTimeout(wait, 1000))
  }
  const lives = server.process.exitCode === null
  database.start()
  const back = await until(async () => (await status(server, '/healthz')) === 200, 30)
  await giveAll(server.port, during, { atOnce: 5 })
  const missing = await lost(server.port, [...before, ...during])
  await server.stop()
  database.stop()
  return { statuses, words, lives, back, missing, answered: [...before, ...during].every((giver) => giver.code) }
}

export const databaseGone = (seconds: number): Rig => ({
  name: `the database is gone for ${seconds} seconds (PostgreSQL)`,
  async run() {
    if (!hasPostgres()) return skipped('no PostgreSQL in /usr/lib/postgresql')
    const day = await goneFor(seconds)
    const seen = {
      'every page says 503': [...day.statuses].join() === '503',
      'in plain words': day.words.includes('Even geen verbinding') && !/\bat .*\.js:\d+/.test(day.words),
      'the process lives': day.lives,
      'recovers by itself': day.back !== undefined,
      'no voice lost, those of the bad moment sent again': day.missing.length === 0 && day.answered
    }
    const wrong = Object.entries(seen).flatMap(([what, good]) => (good ? [] : [what]))
    if (wrong.length > 0) return proved(`NOT: ${wrong.join(', ')} (${[...day.statuses].join()})`, false)
    return proved(`${Object.keys(seen).join(', ')} ${((day.back ?? 0) / 1000).toFixed(1)} s after it is back`, true)
  },
  controls: [
    {
      name: 'a program that does not listen to its lost connections',
      async loses() {
        const database = await cluster()
        const server = await startServer(tempDir(), careless('dies-with-its-database', { DATABASE_URL: database.url }))
        database.stop()
        const died = await until(async () => server.process.exitCode !== null, 10)
        if (died === undefined) await server.kill()
        return died === undefined ? undefined : 'it died'
      }
    }
  ]
})
