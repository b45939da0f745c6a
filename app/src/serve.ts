/** Serves one installation until it is told to stop; what was taken is finished first. */
import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import type { startDemo } from '../demo/start.ts'
import type { Store } from './db/index.ts'
import { comparedSays, keepCompared, keepTidy } from './nightly/index.ts'
import type { Settings } from './settings.ts'
import { assemble } from './start.ts'
import { wordsIn } from './words/index.ts'

const built = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The made-up neighbourhood is only read where it is shown. */
const demo: typeof startDemo = async (settings, extra) => (await import('../demo/start.ts')).startDemo(settings, extra)

/** @param store the opened store; the demo opens its own. */
export async function serve(settings: Settings, store: Store | undefined): Promise<void> {
  const extra = { stylesheet: built('./ui.css'), readAloud: built('./lees-voor.js'), log: true, tell: console.log }
  const installation = store ? await assemble(store, settings, extra) : await demo(settings, extra)
  const { app } = installation
  const stopTidying = keepTidy(installation.store, Date.now, (error) => app.log.error(error))
  installation.keeper.begin()
  const stopComparing = keepCompared(installation.store, Date.now, {
    found: (compared) => app.log.error(comparedSays(wordsIn('en'), compared).join('\n')),
    failed: (error) => app.log.error(error)
  })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) console.error(err)
    stopTidying()
    stopComparing()
    await installation.close()
  })
  await app.listen({ port: Number(settings.PORT), host: settings.HOST })
  const { port } = app.server.address() as { port: number }
  const address = settings.PUBLIC_URL.replace(/:(0|PORT)$/, `:${port}`)
  console.log(`Buurtmacht: ${address}`)
  if (!store) console.log(`Codes, a card and people to try it with: ${address}/voorbeeld`)
  const code = await installation.setUpCode()
  if (code) console.log(`There is no neighbourhood yet. Open ${address}/opzetten with this set-up code: ${code}`)
}
