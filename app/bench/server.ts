/** The real program, `app/dist/main.js`, in a process of its own that tells how much processor time it used. */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from './client.ts'

const here = dirname(fileURLToPath(import.meta.url))
/** Where the built program is: tools are bundled beside it, tests run from the source. */
export const dist = import.meta.url.endsWith('.ts') ? join(here, '../dist') : here

export interface Meter {
  /** Microseconds of processor time since the start of the process. */
  user: number
  system: number
  rss: number
  peak: number
}

export interface Running {
  port: number
  process: ChildProcess
  /** Milliseconds from the start of the process to its first answer. */
  firstAnswer: number
  meter(): Promise<Meter>
  stop(): Promise<void>
  /** As a power failure of the process: nothing is finished. */
  kill(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

export interface HowToStart {
  settings?: Record<string, string>
  execArgv?: string[]
  /** Another program than our own: the controls of the rigs. */
  program?: { file: string; args: string[] }
  /** What the program writes goes to the terminal; hidden otherwise. */
  loud?: boolean
}

export async function startServer(dir: string, how: HowToStart = {}): Promise<Running> {
  const port = await freePort()
  const began = performance.now()
  const child = fork(how.program?.file ?? join(dist, 'main.js'), how.program?.args ?? [], {
    execArgv: ['--import', join(dist, '../bench/meter.js'), ...(how.execArgv ?? [])],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dir,
      PORT: String(port),
      VOICES_PER_HOUR: '9999999',
      TRIES_PER_QUARTER: '9999999',
      BALLOTS_PER_QUARTER: '9999999',
      ...how.settings
    },
    stdio: ['ignore', how.loud ? 'inherit' : 'ignore', how.loud ? 'inherit' : 'ignore', 'ipc']
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const firstAnswer = await answers(child, port, began)
  return {
    port,
    process: child,
    firstAnswer,
    meter: () =>
      new Promise((done) => {
        child.once('message', (told) => done(told as Meter))
        child.send('meter')
      }),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    }
  }
}

async function answers(child: ChildProcess, port: number, began: number): Promise<number> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`)
    const answer = await ask({ port, path: '/' }).catch(() => undefined)
    if (answer && answer.status >= 500) throw new Error(`The first page answered ${answer.status}.`)
    if (answer) return performance.now() - began
    await new Promise((wait) => setTimeout(wait, 10))
    if (performance.now() - began > 60_000) throw new Error('The server did not answer within a minute.')
  }
}
