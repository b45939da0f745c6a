#!/usr/bin/env node
// Runs the built command where there is one (the published package), else the sources (this repository; Node 22.18 or later).
import { existsSync } from 'node:fs'

const source = new URL('../src/cli.ts', import.meta.url)
const built = new URL('../dist/cli.js', import.meta.url)
const fromSource = existsSync(source)
if (fromSource && !process.features.typescript) {
  console.error(
    'equal-shares: running from source needs Node 22.18 or later: use `npx equal-shares` from the project root.'
  )
  process.exit(2)
}
const { main } = await import(fromSource ? source : built)
process.exitCode = await main(process.argv.slice(2))
