/** The power fails while people give voices: an ext4 is shut down without flushing. Every answered voice is there afterwards. */
import { join } from 'node:path'
import { startServer, type HowToStart } from '../bench/server.ts'
import { careless } from './careless.ts'
import { giveAll, lost, people } from './givers.ts'
import { disk, type Disk } from './mounts.ts'
import { proved, skipped, type Rig } from './rig.ts'

interface Cut {
  answered: number
  lost: number
}

async function cutRound(on: Disk, round: string, start: HowToStart = {}): Promise<Cut> {
  const dir = join(on.dir, 'data')
  const givers = people(300, round)
  const first = await startServer(dir, start)
  const moment = 20 + Math.floor(Math.random() * 200)
  await giveAll(first.port, givers, {
    atOnce: 50,
    answered: (n) => {
      if (n === moment) on.cut()
    }
  })
  await first.kill()
  on.restore()
  const answered = givers.filter((giver) => giver.code)
  const second = await startServer(dir, start).catch(() => undefined)
  // A database that does not even open has lost everything.
  const missing = second ? await lost(second.port, answered) : answered
  await second?.stop()
  return { answered: answered.length, lost: missing.length }
}

export const powerCut: Rig = {
  name: 'a power cut while people give voices',
  async run(rounds) {
    let on: Disk
    try {
      on = disk()
      on.cut()
      on.restore()
    } catch (error) {
      return skipped(`this machine allows no loop mount that can be shut down (${(error as Error).message})`)
    }
    const total = { answered: 0, lost: 0 }
    for (let round = 0; round < rounds; round++) {
      const cut = await cutRound(on, `${round}`)
      total.answered += cut.answered
      total.lost += cut.lost
    }
    return proved(`${rounds} cuts, ${total.answered} voices answered before one: ${total.lost} lost`, total.lost === 0)
  },
  controls: [
    {
      name: 'the same without waiting for the disk (synchronous=OFF)',
      async loses(rounds) {
        for (let round = 0; round < rounds; round++) {
          const cut = await cutRound(disk(), `los${round}`, careless('never-waits-for-the-disk'))
          if (cut.lost > 0) return `${cut.lost} of ${cut.answered} lost`
        }
        return undefined
      }
    }
  ]
}
