import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, asText } from '../bench/client.ts'
import { dist, startServer } from '../bench/server.ts'
import { giveAll, lost, people } from '../rigs/givers.ts'
import { killRound } from '../rigs/kill.ts'
import { startAgain } from '../rigs/second-start.ts'
import { votingRound } from '../rigs/voting.ts'

// Small versions of `npm run rigs`, on the built program (`npm test` builds it first).
const built = existsSync(join(dist, 'main.js'))
const dirs: string[] = []
const newDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'buurtmacht-bad-day-'))
  dirs.push(dir)
  return dir
}
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
})

it.runIf(built)('keeps every answered voice, and none twice, when it is killed in the middle of many', async () => {
  const dir = newDir()
  for (const round of ['een', 'twee']) {
    const count = await killRound(dir, round, { people: 60 })
    expect(count.answeredBefore).toBeGreaterThan(0)
    expect(count).toMatchObject({ lost: 0, twice: 0 })
  }
})

it.runIf(built)(
  'keeps every answered ballot as it was chosen, and none twice, when it is killed during voting',
  async () => {
    const count = await votingRound(newDir(), 60)
    expect(count.answeredBefore).toBeGreaterThan(0)
    expect(count).toMatchObject({ lost: 0, doubled: 0, unanswered: 0, neverAnswered: 0 })
  }
)

it.runIf(built)('refuses a second start on the same data directory, in a sentence, and goes on itself', async () => {
  const dir = newDir()
  const server = await startServer(dir)
  const again = await startAgain(dir)
  expect(again.code).toBe(1)
  expect(again.said).toContain('Another Buurtmacht is already running')
  expect(again.said).not.toMatch(/\bat .*\.js/)
  expect((await ask({ port: server.port, path: '/healthz' })).status).toBe(200)
  await server.stop()
})

it.runIf(built)('keeps its secret whole on the disk from the first moment', async () => {
  const dir = newDir()
  const server = await startServer(dir)
  await server.kill()
  expect(readFileSync(join(dir, 'secret.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
})

const url = process.env['TEST_DATABASE_URL']

it.runIf(built && url)('says so while its database cannot be reached, lives, and recovers by itself', async () => {
  const road = await roadTo(new URL(url!))
  const server = await startServer(newDir(), { settings: { DATABASE_URL: road.url } })
  const before = people(3, 'voor')
  await giveAll(server.port, before)
  road.close()
  const page = await ask({ port: server.port, path: '/volg' })
  expect(page.status).toBe(503)
  expect(asText(page)).toContain('Even geen verbinding')
  expect((await ask({ port: server.port, path: '/healthz' })).status).toBe(503)
  road.open()
  expect((await ask({ port: server.port, path: '/healthz' })).status).toBe(200)
  expect(await lost(server.port, before)).toEqual([])
  await server.stop()
  road.end()
})

/** A road to the database that can be cut. */
async function roadTo(database: URL) {
  let cut = false
  const sockets = new Set<Socket>()
  const server = createServer((here) => {
    if (cut) return void here.destroy()
    const there = connect(Number(database.port || 5432), database.hostname)
    for (const [one, other] of [
      [here, there],
      [there, here]
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined).on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const through = new URL(database)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as { port: number }).port)
  return {
    url: through.href,
    close() {
      cut = true
      for (const socket of sockets) socket.destroy()
    },
    open: () => void (cut = false),
    end: () => void server.close()
  }
}

beforeAll(() => {
  if (!built) console.warn('The program is not built: bad days were not tried. Use npm test.')
})
