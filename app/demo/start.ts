// The demo: a fresh made-up neighbourhood at each start, in a folder that is thrown away. Nothing in it leaves this machine.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../migrations/index.ts'
import { sweepBox } from '../src/ballots/index.ts'
import { migrate, openSqliteStore } from '../src/db/index.ts'
import { type Settings } from '../src/settings.ts'
import { assemble, type Extra, type Installation } from '../src/start.ts'
import { findSecret, keyed } from '../src/web/index.ts'
import { demoPeople } from './become.tsx'
import { demoPages } from './pages.tsx'
import { play } from './play.ts'

export async function startDemo(given: Settings, extra: Extra, now: number = Date.now()): Promise<Installation> {
  const dir = mkdtempSync(join(tmpdir(), 'buurtmacht-demo-'))
  // Never the neighbourhood's own database, and no mail server: links stand in the terminal.
  const settings: Settings = { ...given, DATA_DIR: dir, DATABASE_URL: '', MAIL_URL: '' }
  const store = openSqliteStore(dir, { synchronous: 'OFF' })
  await migrate(store, migrations)
  const secret = findSecret(settings.SECRET, dir)
  const played = await play(store, (purpose, text) => keyed(secret, purpose, text), now)
  // Its boxes were opened in the story: nothing of the order in which people voted may lie about, also in an example that is copied.
  await sweepBox(store)
  const installation = await assemble(store, settings, {
    ...extra,
    demo: true,
    demoPeople: demoPeople(played.known),
    morePages: demoPages(played)
  })
  return {
    ...installation,
    async close() {
      await installation.close()
      rmSync(dir, { recursive: true, force: true })
    }
  }
}
