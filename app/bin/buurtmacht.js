#!/usr/bin/env node
// `npx buurtmacht …`: runs the built command line, or says that it has to be built first.
import { existsSync } from 'node:fs'
import process from 'node:process'

const built = new URL('../dist/cli.js', import.meta.url)

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Buurtmacht needs Node 24. Run it as "npx buurtmacht" or "npm run buurtmacht": those bring their own.')
  process.exitCode = 1
} else if (existsSync(built)) {
  await import(built.href)
} else {
  console.error('Buurtmacht has not been built yet. Run "npm run build" first.')
  process.exitCode = 1
}
