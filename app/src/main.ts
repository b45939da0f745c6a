/** Starts Buurtmacht: `npm start` for a neighbourhood's own, `npm run demo` for the made-up one. */
import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import { startDemo } from '../demo/start.ts'
import { DataDirInUse } from './db/index.ts'
import { keepTidy } from './nightly/index.ts'
import { readSettings, WrongSetting } from './settings.ts'
import { assemble, openStore } from './start.ts'

const built = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const extra = { stylesheet: built('./ui.css'), readAloud: built('./lees-voor.js'), log: true, tell: console.log }
  const demo = process.argv.includes('--demo')
  const installation = demo ? await startDemo(settings, extra) : await assemble(openStore(settings), settings, extra)
  const { app } = installation
  const stopTidying = keepTidy(installation.store, Date.now, (error) => app.log.error(error))
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) console.error(err)
    stopTidying()
    await installation.close()
  })
  await app.listen({ port: Number(settings.PORT), host: settings.HOST })
  const { port } = app.server.address() as { port: number }
  const address = settings.PUBLIC_URL.replace(/:(0|PORT)$/, `:${port}`)
  console.log(`Buurtmacht: ${address}`)
  if (demo) console.log(`Codes, a card and people to try it with: ${address}/voorbeeld`)
  const code = await installation.setUpCode()
  if (code) console.log(`There is no neighbourhood yet. Open ${address}/opzetten with this set-up code: ${code}`)
}

main().catch((error: unknown) => {
  const plain =
    error instanceof WrongSetting || error instanceof DataDirInUse || (error as { code?: string }).code === 'EADDRINUSE'
  console.error(plain ? (error as Error).message : error)
  process.exit(1)
})
