#!/usr/bin/env node
// Runs the built command where there is one (the published package), else the sources (this repository; Node 22.18 or later,
// which `npm ci` puts beside them). Compiled code is kept for the next start.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const source = new URL('../src/cli.ts', import.meta.url)
const built = new URL('../dist/cli.js', import.meta.url)
const fromSource = existsSync(source)
if (fromSource && !process.features.typescript) process.exit(withNewerNode())
module.enableCompileCache?.()
const { main } = await import(fromSource ? source : built)
process.exitCode = await main(process.argv.slice(2))

function withNewerNode() {
  const node = ['../../../node_modules/node/bin/node', '../../node/bin/node']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path) && path !== process.execPath)
  if (node) return spawnSync(node, process.argv.slice(1), { stdio: 'inherit' }).status ?? 2
  console.error('public-log: running from source needs Node 22.18 or later: run `npm ci` in the project root first.')
  return 2
}
