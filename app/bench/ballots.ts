/**
 * `npm run bench:ballots`: 5,000 online ballots sent by 64 clients at once to the real program, on a PostgreSQL server of our own and on
 * SQLite. What counts is the last step, sending; none may be lost or doubled, and each must be in the box as it was chosen.
 */
import { cpus, loadavg } from 'node:os'
import { cluster, hasPostgres } from '../rigs/postgres.ts'
import { clearAll, tempDir } from '../rigs/rig.ts'
import { openPostgresStore, openSqliteStore, type Store } from '../src/db/index.ts'
import { findSecret } from '../src/web/index.ts'
import { many } from './client.ts'
import { startServer, type Meter } from './server.ts'
import { compare, layRound, sendBallot, tokenOf, votersOf, walkToSending } from './voting.ts'

const people = 5_000
const clients = 64

const spent = (from: Meter, to: Meter) => (to.user + to.system - from.user - from.system) / 1000

async function measure(what: string, dir: string, url: string, open: () => Store): Promise<void> {
  const store = open()
  const round = await layRound(store, findSecret('', dir), people)
  await store.close()
  const voters = votersOf(round)
  const server = await startServer(dir, { settings: { DATABASE_URL: url } })
  const csrf = await tokenOf(server.port)
  const [began, atFirst] = [performance.now(), await server.meter()]
  await many(people, clients, (i) => walkToSending(server.port, csrf, voters[i]!))
  const before = await server.meter()
  const walking = spent(atFirst, before) / people
  const waits: number[] = []
  const sending = performance.now()
  await many(people, clients, async (i) => {
    const at = performance.now()
    await sendBallot(server.port, csrf, voters[i]!)
    waits.push(performance.now() - at)
  })
  const seconds = (performance.now() - sending) / 1000
  const cpu = spent(before, await server.meter()) / people
  await server.stop()
  const again = open()
  const { lost, doubled, unanswered } = await compare(again.read, round, voters)
  await again.close()
  waits.sort((a, b) => a - b)
  const at = (part: number) => `${waits[Math.ceil(people * part) - 1]!.toFixed(0)} ms`
  const answered = voters.filter((voter) => voter.sent).length
  console.log(
    [
      `${what}: ${answered} of ${people} answered, ${lost} lost, ${doubled + unanswered} doubled`,
      `  sending: middle ${at(0.5)}, p99 ${at(0.99)} (at most 250 ms), longest ${at(1)}; ${(people / seconds).toFixed(0)} a second`,
      `  processor time of the program: ${cpu.toFixed(2)} ms a ballot (at most 5 ms); code and choosing before it ${walking.toFixed(2)} ms`,
      `  all together ${((performance.now() - began) / 1000).toFixed(0)} s`
    ].join('\n')
  )
  const refused = voters.find((voter) => voter.refused)
  if (refused) console.log(`  a refusal: ${refused.refused}`)
}

try {
  if (hasPostgres()) {
    const database = await cluster()
    await measure('PostgreSQL', tempDir(), database.url, () => openPostgresStore(database.url))
    database.stop()
  }
  const dir = tempDir()
  await measure('SQLite', dir, '', () => openSqliteStore(dir))
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
  console.log(
    `${machine}; load at the end ${loadavg()[0]?.toFixed(1)}. Database, clients and program share these cores.`
  )
} finally {
  clearAll()
}
process.exit(0)
