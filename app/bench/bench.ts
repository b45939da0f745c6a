/**
 * `npm run bench`: what one request costs on a neighbourhood with 1,000 needs and 20,000 voices, measured in one run and printed as one
 * table. The real program runs in its own process and tells its own processor time; this process asks over loopback HTTP.
 * `-- --quick` leaves out the million voices and the install; `-- --only=goal` measures just what has this in its name.
 */
import { mkdtempSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FollowCode } from '@buurtmacht/domain'
import { ask, asText, type Answered } from './client.ts'
import { firstPage } from './first-page.ts'
import { installSize } from './install.ts'
import { layInDirectory } from './lay.ts'
import { cpuOf, type HowMany } from './measure.ts'
import { idOf, type Size } from './rows.ts'
import { startServer, type Running } from './server.ts'
import { send, walkToLastScreen, type Walked } from './visitor.ts'

export const town: Size = { voices: 20_000, needs: 1000, goals: 300, requests: 600, commitments: 300, deeds: 900 }

interface Line {
  what: string
  measured: string
  target: string
  reached: boolean | undefined
}
const lines: Line[] = []
/** `-- --only=goal` measures what has this in its name. */
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)

function line(what: string, measured: string, target = '', reached?: boolean): void {
  lines.push({ what, measured, target, reached })
  console.log(`${what}: ${measured}${target ? ` (at most ${target})` : ''}${reached === false ? '  MISSED' : ''}`)
}

const ms = (n: number) => `${n.toFixed(2)} ms`

async function cpu(
  server: Running,
  what: string,
  most: number | undefined,
  work: (i: number) => Promise<unknown>,
  how?: HowMany
) {
  if (only && !what.includes(only)) return
  const figure = await cpuOf(server, work, how)
  const spread = `${ms(figure.cpu)} (${figure.lowest.toFixed(2)}–${figure.highest.toFixed(2)})`
  line(what, spread, most ? ms(most) : '', most ? figure.cpu <= most : undefined)
}

const get = (server: Running, path: string) => async () =>
  expectStatus(200, await ask({ port: server.port, path }), path)

function expectStatus(status: number, answer: Answered, path: string): Answered {
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}: ${asText(answer).slice(0, 300)}`)
  return answer
}

const dirs: string[] = []
function newDir(at = tmpdir()): string {
  const dir = mkdtempSync(join(at, 'buurtmacht-bench-'))
  dirs.push(dir)
  return dir
}

/** Voices that stand in a need with a goal: the longest pages. */
const withGoal = (size: Size, i: number): number => {
  const goal = i % size.goals
  const round = Math.floor(i / size.goals) % Math.floor(size.voices / size.needs)
  return size.needs - 1 - goal + round * size.needs
}

async function readingPages(server: Running, codeOf: (i: number) => FollowCode): Promise<void> {
  const at = (path: string) => get(server, path)
  const lists = [
    ['home of the neighbourhood', '/', undefined],
    ['list page of 20 needs', '/buurtbehoeften', 0.7],
    ['list page of 20 goals', '/buurtdoelen', 0.7],
    ['list page of 20 requests', '/verzoeken', 0.7],
    ['list page of 20 promises', '/toezeggingen', 0.7]
  ] as const
  // As visitors get them while somebody gives a voice for every twenty pages (all of it counted), and while nothing changes. Drawn: never
  // asked before, what the first visitors after a change wait for.
  let given = 0
  for (const [what, path, atMost] of lists) {
    const page = at(path)
    await cpu(server, `${what}, in a busy neighbourhood`, atMost, async (i) => {
      if (i % 20 === 0) await giveVoice(server, `busy-${given++}`)
      await page()
    })
    await cpu(server, `${what}, again`, atMost, page)
    await cpu(server, `${what}, drawn`, undefined, (i) => at(`${path}?vraag=${i}`)())
  }
  await cpu(server, 'one need, drawn', undefined, (i) =>
    at(`/buurtbehoeften/${idOf('need', i % town.needs)}?vraag=${i}`)()
  )
  const goal = (i: number) => at(`/buurtdoelen/${idOf('goal', i % town.goals)}?vraag=${i}`)()
  await cpu(server, 'one goal with its whole way, drawn', 1, goal)
  await cpu(server, 'one goal with its whole way, again', 1, (i) =>
    at(`/buurtdoelen/${idOf('goal', i % town.goals)}`)()
  )
  await cpu(server, 'follow page', 1, (i) => at(`/volg/${codeOf(withGoal(town, i))}`)())
  await cpu(server, 'search for two words, drawn', undefined, (i) => at(`/zoeken?q=lamp+gang&vraag=${i}`)())
  await cpu(server, 'the record, newest lines, drawn', undefined, (i) => at(`/logboek?vraag=${i}`)())
  await cpu(server, 'API: 20 needs', undefined, at('/api/v1/needs'))
  await cpu(server, 'API: follow', undefined, (i) => at(`/api/v1/follow/${codeOf(withGoal(town, i))}`)())
}

const said = (i: number | string) => `Bij ons in de straat staan al weken drie kapotte lantaarnpalen, nummer ${i}.`

async function giveVoice({ port }: Running, key: string): Promise<void> {
  const path = '/api/v1/voices'
  const headers = { 'content-type': 'application/json', 'idempotency-key': `bench-${key}` }
  const body = JSON.stringify({ text: said(key), lang: 'nl', show: 'full' })
  expectStatus(201, await ask({ port, path, method: 'POST', headers, body }), path)
}

async function givingVoices(server: Running, where: string, most: number | undefined): Promise<void> {
  const voice = (i: number) => giveVoice(server, `${where.replaceAll(' ', '-')}-${i}`)
  await cpu(server, `giving a voice, API, ${where}`, most, voice)
  const how = { warm: 60, rounds: 5, times: 40 }
  const ready: Walked['last'][] = []
  for (let i = 0; i < how.warm + how.rounds * how.times; i++)
    ready.push((await walkToLastScreen(server.port, said(i))).last)
  const last = async (i: number) => {
    const { path, body } = ready[i]!
    expectStatus(303, await send(server.port, path, body), path)
  }
  await cpu(server, `giving a voice, form (sending it), ${where}`, most, last, how)
  let requests = 0
  const whole = async (i: number) => {
    const walked = await walkToLastScreen(server.port, said(i))
    requests = walked.requests + 1
    expectStatus(303, await send(server.port, walked.last.path, walked.last.body), walked.last.path)
  }
  await cpu(server, `all screens of the form together, ${where}`, undefined, whole, {
    warm: 100,
    rounds: 3,
    times: 100
  })
  console.log(`  (${requests} requests each)`)
}

async function memoryAndStart(dir: string): Promise<void> {
  const starts: number[] = []
  for (let i = 0; i < 3; i++) {
    const server = await startServer(dir)
    starts.push(server.firstAnswer)
    await server.stop()
  }
  starts.sort((a, b) => a - b)
  line(
    'start to first answer, existing database',
    `${(starts[1]! / 1000).toFixed(2)} s by the clock`,
    '2 s',
    starts[1]! <= 2000
  )
}

async function flat(sizes: number[]): Promise<void> {
  for (const voices of sizes) {
    const dir = newDir()
    const size = { ...town, voices }
    const laid = await layInDirectory(dir, size, voices <= 10_000)
    const server = await startServer(dir)
    const goals = Math.min(town.goals, voices)
    const page = async (i: number) => {
      const path = `/volg/${laid.codeOf(withGoal({ ...size, goals }, i))}`
      expectStatus(200, await ask({ port: server.port, path }), path)
    }
    await cpu(server, `follow page with ${voices.toLocaleString('en')} voices`, 1, page)
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const quick = process.argv.includes('--quick')
  const dir = newDir()
  const laid = await layInDirectory(dir, town)
  await memoryAndStart(dir)
  const server = await startServer(dir)
  const first = await firstPage(server.port)
  line(
    'first page over the wire, all its files',
    `${(first.bytes / 1024).toFixed(1)} KB`,
    '40 KB',
    first.bytes <= 40 * 1024
  )
  for (const part of first.parts) console.log(`  ${part.path}: ${part.bytes} bytes`)
  await readingPages(server, laid.codeOf)
  await givingVoices(server, 'on disk', undefined)
  const { rss, peak } = await server.meter()
  line(
    'memory under load',
    `${(rss / 1048576).toFixed(0)} MB (peak ${(peak / 1048576).toFixed(0)} MB)`,
    '150 MB',
    peak <= 150 * 1048576
  )
  await server.stop()
  if (existsSync('/dev/shm')) {
    const inMemory = newDir('/dev/shm')
    await layInDirectory(inMemory, town)
    const apart = await startServer(inMemory)
    await givingVoices(apart, 'apart from the disk', 1.5)
    await apart.stop()
  }
  await flat(quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000])
  if (!quick) {
    const install = installSize(newDir())
    if (install === undefined) line('node_modules for running', 'not measured: no registry to install from', '100 MB')
    else line('node_modules for running', `${install.toFixed(1)} MB`, '100 MB', install <= 100)
  }
  print()
}

function print(): void {
  const rows = lines.map(({ what, measured, target, reached }) => [
    what,
    measured,
    target,
    reached === undefined ? '' : reached ? 'yes' : 'NO'
  ])
  const all = [['what', 'measured', 'at most', 'reached'], ...rows]
  const widths = all[0]!.map((_, at) => Math.max(...all.map((row) => row[at]!.length)))
  const drawn = all.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`)
  drawn.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${process.platform}`
  const text = `${drawn.join('\n')}\n\n${machine}. Processor time per request: the middle of the rounds (lowest–highest); load of the machine at the end ${loadavg()[0]?.toFixed(1)}.\n`
  console.log(`\n${text}`)
  const file = process.argv.find((arg) => arg.startsWith('--write='))?.slice(8)
  if (file) writeFileSync(file, text)
}

try {
  await main()
} finally {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
}
process.exit(0)
