/** A PostgreSQL server of our own, for one rig or bench, started and stopped as wanted. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../bench/server.ts'
import { clearAtEnd, tempDir } from './rig.ts'

export interface Cluster {
  url: string
  start(): void
  stop(): void
}

const programs = '/usr/lib/postgresql'

export const hasPostgres = (): boolean => existsSync(programs)

export async function cluster(): Promise<Cluster> {
  const version = existsSync(programs) ? readdirSync(programs).sort().at(-1) : undefined
  if (!version) throw new Error('no PostgreSQL in /usr/lib/postgresql')
  const dir = tempDir()
  const root = process.getuid?.() === 0
  if (root) {
    chmodSync(dir, 0o755)
    spawnSync('chown', ['postgres', dir])
  }
  const run = (program: string, ...args: string[]) => {
    const command = [join(programs, version, 'bin', program), ...args]
    // PostgreSQL refuses to run as root.
    const [first = '', ...rest] = root ? ['runuser', '-u', 'postgres', '--', ...command] : command
    const done = spawnSync(first, rest, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
  }
  const at = join(dir, 'cluster')
  const port = await freePort()
  run('initdb', '-D', at, '-A', 'trust', '-U', 'buurt', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir}`
  const start = () => run('pg_ctl', '-D', at, '-w', '-t', '60', '-l', join(dir, 'log'), '-o', options, 'start')
  const stop = () => run('pg_ctl', '-D', at, '-w', '-m', 'fast', 'stop')
  start()
  clearAtEnd(() => {
    if (existsSync(join(at, 'postmaster.pid'))) stop()
  })
  return { url: `postgres://buurt@127.0.0.1:${port}/postgres`, start, stop }
}
