/** Starts Buurtmacht: `npm start` for a neighbourhood's own, `npm run demo` for the made-up one. */
import { setFlagsFromString } from 'node:v8'
import { DataDirInUse } from './db/index.ts'
import { openStore } from './open.ts'
import { readSettings, WrongSetting } from './settings.ts'

// A neighbourhood's server is small and is meant for small machines. Left alone, V8 lets its heap grow to several times what is in
// use before it clears up; docs/decisions/memory.md has what each of these costs and wins.
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=30')

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  // The data directory is held before the house is loaded: a second start refuses at once.
  const store = process.argv.includes('--demo') ? undefined : openStore(settings)
  const { serve } = await import('./serve.ts')
  await serve(settings, store)
}

main().catch((error: unknown) => {
  const plain =
    error instanceof WrongSetting || error instanceof DataDirInUse || (error as { code?: string }).code === 'EADDRINUSE'
  console.error(plain ? (error as Error).message : error)
  process.exit(1)
})
