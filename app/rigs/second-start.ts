/** A second start on the same data directory refuses in under two seconds and harms nothing. */
import { spawn } from 'node:child_process'
import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../bench/client.ts'
import { dist, freePort, startServer } from '../bench/server.ts'
import { giveAll, lost, people } from './givers.ts'
import { proved, tempDir, type Rig } from './rig.ts'

export interface SecondStart {
  code: number | null
  said: string
  milliseconds: number
}

export async function startAgain(dir: string): Promise<SecondStart> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(dist, 'main.js')], {
    env: { PATH: process.env['PATH'], DATA_DIR: dir, PORT: String(await freePort()) }
  })
  let said = ''
  child.stdout.on('data', (part) => (said += String(part)))
  child.stderr.on('data', (part) => (said += String(part)))
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const code = await new Promise<number | null>((done) => child.on('close', done))
  clearTimeout(limit)
  return { code, said, milliseconds: performance.now() - began }
}

export const secondStart: Rig = {
  name: 'a second start on the same data directory',
  async run(rounds) {
    const dir = tempDir()
    const server = await startServer(dir)
    const givers = people(50, 'tweede')
    let slowest = 0
    let refused = true
    for (let round = 0; round < rounds; round++) {
      const [again] = await Promise.all([startAgain(dir), giveAll(server.port, givers, { atOnce: 4 })])
      refused &&= again.code === 1 && again.said.includes('already running')
      slowest = Math.max(slowest, again.milliseconds)
    }
    const missing = await lost(server.port, givers)
    const still = (await ask({ port: server.port, path: '/healthz' })).status === 200
    await server.stop()
    const told = `${rounds} second starts ${refused ? 'refused' : 'NOT refused'}, the slowest after ${(slowest / 1000).toFixed(2)} s; ${missing.length} of ${givers.length} voices harmed`
    return proved(told, refused && still && missing.length === 0 && givers.every((g) => g.code) && slowest < 2000)
  },
  controls: [
    {
      name: 'a directory whose lock was taken away',
      async loses() {
        const dir = tempDir()
        const server = await startServer(dir)
        for (const name of readdirSync(dir))
          if (name.startsWith('running.lock')) renameSync(join(dir, name), join(dir, `gone-${name}`))
        const other = await startServer(dir).catch(() => undefined)
        await other?.stop()
        await server.stop()
        return other ? 'the second one started' : undefined
      }
    }
  ]
}
