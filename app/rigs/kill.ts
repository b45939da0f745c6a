/** `kill -9` at random moments while a thousand people give a voice: every answered voice is there afterwards, none twice. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startServer, type HowToStart } from '../bench/server.ts'
import { giveAll, lost, people, type Giver } from './givers.ts'
import { careless } from './careless.ts'
import { proved, tempDir, type Rig, type Verdict } from './rig.ts'

export interface KillRound {
  people: number
  start?: HowToStart
  /** The losing control sends again without key. */
  withoutKey?: boolean
}

export interface KillCount {
  answeredBefore: number
  lost: number
  twice: number
}

/** One round on a directory: give, kill somewhere on the way, start again, send again what was not answered, count. */
export async function killRound(dir: string, round: string, how: KillRound): Promise<KillCount> {
  const givers = people(how.people, round)
  const first = await startServer(dir, how.start)
  const moment = 1 + Math.floor(Math.random() * how.people * 0.9)
  let killed: Promise<void> | undefined
  await giveAll(first.port, givers, {
    answered: (n) => {
      if (n === moment) killed = first.kill()
    }
  })
  await (killed ?? first.kill())
  const answered = givers.filter((giver) => giver.code)
  const second = await startServer(dir, how.start)
  const missing = await lost(second.port, answered)
  // The same key again must give the same answer, also to who was answered before.
  const again = answered.slice(0, 20).map(({ key, text }): Giver => ({ key, text }))
  await giveAll(second.port, givers, { atOnce: 64, withoutKey: how.withoutKey ?? false })
  if (!how.withoutKey) await giveAll(second.port, again, { atOnce: 8 })
  await second.stop()
  const other = again.filter((giver, i) => giver.code !== answered[i]?.code && !how.withoutKey && missing.length === 0)
  return { answeredBefore: answered.length, lost: missing.length + other.length, twice: twiceIn(dir) }
}

function twiceIn(dir: string): number {
  const db = new DatabaseSync(join(dir, 'buurtmacht.db'), { readOnly: true })
  const row = db.prepare('select count(*) as n from (select text from voice group by text having count(*) > 1)').get()
  db.close()
  return Number(row?.['n'])
}

export const kill: Rig = {
  name: 'kill -9 during 1,000 voices at once',
  async run(rounds): Promise<Verdict> {
    const dir = tempDir()
    const total = { answeredBefore: 0, lost: 0, twice: 0 }
    for (let round = 0; round < rounds; round++) {
      // Every second round answers late, so that many are killed between stored and answered.
      const start = round % 2 === 1 ? { start: careless('answers-late') } : {}
      const count = await killRound(dir, `${round}`, { people: 1000, ...start })
      total.answeredBefore += count.answeredBefore
      total.lost += count.lost
      total.twice = count.twice
    }
    const told = `${rounds} kills, ${total.answeredBefore} voices answered before one: ${total.lost} lost, ${total.twice} twice`
    return proved(told, total.lost === 0 && total.twice === 0)
  },
  controls: [
    {
      name: 'a program that answers before it has stored',
      async loses(rounds) {
        let gone = 0
        for (let round = 0; round < rounds && gone === 0; round++)
          gone += (await killRound(tempDir(), `${round}`, { people: 300, start: careless('stores-later') })).lost
        return gone > 0 ? `${gone} lost` : undefined
      }
    },
    {
      name: 'people who send again without their key',
      async loses(rounds) {
        const dir = tempDir()
        for (let round = 0; round < rounds; round++) {
          const how = { people: 300, withoutKey: true, start: careless('answers-late') }
          const { twice } = await killRound(dir, `${round}`, how)
          if (twice > 0) return `${twice} twice`
        }
        return undefined
      }
    }
  ]
}
