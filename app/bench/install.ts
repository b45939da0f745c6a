/** The size of what `npm ci --omit=dev` installs, in a clean place. */
import { spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dist } from './server.ts'

const root = join(dist, '../..')

/** Megabytes; undefined when nothing could be installed here. */
export function installSize(dir: string): number | undefined {
  for (const file of ['package.json', 'package-lock.json', 'app/package.json', ...packageFiles()]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    cpSync(join(root, file), join(dir, file))
  }
  const done = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: dir })
  if (done.status !== 0) {
    console.log(String(done.stderr).slice(0, 500))
    return undefined
  }
  return sizeOf(join(dir, 'node_modules')) / 1_000_000
}

const packageFiles = () => readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`)

function sizeOf(path: string): number {
  const found = lstatSync(path)
  if (!found.isDirectory()) return found.isSymbolicLink() ? 0 : Math.ceil(found.size / 4096) * 4096
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 4096)
}
