/** The disk is full: people get a clear page, nothing is half-saved, reading goes on, and so does giving when there is room again. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ask, asText } from '../bench/client.ts'
import { layInDirectory } from '../bench/lay.ts'
import { startServer } from '../bench/server.ts'
import { send, walkToLastScreen } from '../bench/visitor.ts'
import { giveAll, lost, people } from './givers.ts'
import { smallMount } from './mounts.ts'
import { proved, skipped, tempDir, type Rig, type Verdict } from './rig.ts'

const giveUntilFull = async (port: number, most: number) => {
  const givers = people(most, 'vol')
  for (let i = 0; i < most && !givers.some((giver) => giver.refused); i += 50)
    await giveAll(port, givers.slice(i, i + 50), { atOnce: 8 })
  return givers.filter((giver) => giver.code ?? giver.refused)
}

/** Rows without their other half: a voice without its journal entry or the reverse. */
function halves(dir: string): number {
  const db = new DatabaseSync(join(dir, 'buurtmacht.db'), { readOnly: true })
  const row = db
    .prepare(
      `select (select count(*) from voice where id not in (select about_id from journal_entry where about_kind = 'voice'))
            + (select count(*) from journal_entry where about_kind = 'voice' and about_id not in (select id from voice)) as n`
    )
    .get() as { n: number }
  db.close()
  return row.n
}

const few = { voices: 10, needs: 2, goals: 1, requests: 1, commitments: 1, deeds: 1 }

async function fullDay(dir: string): Promise<Verdict> {
  await layInDirectory(dir, few)
  const ballast = join(dir, 'ballast')
  writeFileSync(ballast, Buffer.alloc(1_500_000, 1))
  const server = await startServer(dir)
  // Somebody has almost finished writing when the disk runs full.
  const walked = await walkToLastScreen(server.port, 'Ik was net aan het schrijven.')
  const givers = await giveUntilFull(server.port, 20_000)
  const refused = givers.filter((giver) => giver.refused)
  const form = await send(server.port, walked.last.path, walked.last.body)
  const page = asText(form)
  const reading = (await ask({ port: server.port, path: '/volg' })).status
  rmSync(ballast)
  const later = await send(server.port, walked.last.path, walked.last.body)
  await giveAll(server.port, refused, { atOnce: 1 })
  const missing = await lost(server.port, givers)
  await server.stop()
  const half = halves(dir)
  const seen = {
    'API says 507': refused.length > 0 && refused.every((giver) => giver.refused?.status === 507),
    'page says it plainly': form.status === 507 && page.includes('geen ruimte meer') && !/\bat .*\.js:\d+/.test(page),
    'reading goes on': reading === 200,
    'the same form works later': later.status === 303,
    'nothing half-saved': half === 0,
    'nothing lost': missing.length === 0 && givers.every((giver) => giver.code)
  }
  const wrong = Object.entries(seen).flatMap(([what, good]) => (good ? [] : [what]))
  const said = refused[0]?.refused
  const told = `full after ${givers.length - refused.length} voices; ${wrong.length === 0 ? Object.keys(seen).join(', ') : `NOT: ${wrong.join(', ')}; answered ${said?.status} ${said?.body}`}`
  return proved(told, wrong.length === 0)
}

export const diskFull: Rig = {
  name: 'the disk is full',
  async run() {
    let dir: string
    try {
      dir = smallMount(6)
    } catch (error) {
      return skipped(`this machine allows no small file system (${(error as Error).message})`)
    }
    return fullDay(dir)
  },
  controls: [
    {
      name: 'the same on a disk with room (must refuse nobody, so this day must fail)',
      async loses() {
        const dir = tempDir()
        const server = await startServer(dir)
        const givers = await giveUntilFull(server.port, 1000)
        await server.stop()
        return givers.some((giver) => giver.refused) ? undefined : 'nobody was refused'
      }
    }
  ]
}
