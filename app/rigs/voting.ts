/** `kill -9` at random moments while hundreds of people send their ballot: every answered one is in the box as it was chosen, none twice. */
import { many } from '../bench/client.ts'
import { startServer, type HowToStart } from '../bench/server.ts'
import { compare, layRound, sendBallot, tokenOf, votersOf, walkToSending, type Found } from '../bench/voting.ts'
import { openSqliteReader, openSqliteStore } from '../src/db/index.ts'
import { findSecret } from '../src/web/index.ts'
import { careless } from './careless.ts'
import { proved, tempDir, type Rig, type Verdict } from './rig.ts'

export interface VotingCount extends Found {
  answeredBefore: number
  /** After sending again everybody is answered. */
  neverAnswered: number
}

/** One round on a new directory: walk to the last page, send, kill somewhere on the way, start again, send the same again. */
export async function votingRound(dir: string, people: number, start?: HowToStart): Promise<VotingCount> {
  const store = openSqliteStore(dir, { synchronous: 'OFF' })
  const round = await layRound(store, findSecret('', dir), people)
  await store.close()
  const voters = votersOf(round)
  const first = await startServer(dir, start)
  const csrf = await tokenOf(first.port)
  await many(voters.length, 16, (i) => walkToSending(first.port, csrf, voters[i]!))
  const moment = 1 + Math.floor(Math.random() * people * 0.9)
  let [answered, killed]: [number, Promise<void> | undefined] = [0, undefined]
  await many(voters.length, 64, async (i) => {
    await sendBallot(first.port, csrf, voters[i]!)
    if (voters[i]!.sent && ++answered === moment) killed = first.kill()
  })
  await (killed ?? first.kill())
  const answeredBefore = voters.filter((voter) => voter.sent).length
  const before = await found(dir, round, voters)
  const second = await startServer(dir)
  const waiting = voters.filter((voter) => !voter.sent)
  await many(waiting.length, 64, (i) => sendBallot(second.port, csrf, waiting[i]!))
  await second.stop()
  const after = await found(dir, round, voters)
  return {
    answeredBefore,
    neverAnswered: voters.filter((voter) => !voter.sent).length,
    lost: before.lost + after.lost,
    unanswered: after.unanswered,
    doubled: before.doubled + after.doubled
  }
}

async function found(dir: string, ...of: Parameters<typeof compare> extends [unknown, ...infer R] ? R : never) {
  const { read, close } = openSqliteReader(dir)
  const what = await compare(read, ...of)
  await close()
  return what
}

export const voting: Rig = {
  name: 'kill -9 during voting, 600 voters at once',
  async run(rounds): Promise<Verdict> {
    const total = { answeredBefore: 0, neverAnswered: 0, lost: 0, unanswered: 0, doubled: 0 }
    for (let round = 0; round < rounds; round++) {
      // Every second round answers late: many are killed between stored and answered, and send the same again.
      const count = await votingRound(tempDir(), 600, round % 2 === 1 ? careless('answers-late') : undefined)
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += count[key]
    }
    const { answeredBefore, neverAnswered, lost, unanswered, doubled } = total
    const told = `${rounds} kills, ${answeredBefore} ballots answered before one: ${lost} lost, ${doubled} doubled, ${neverAnswered} not taken when sent again`
    return proved(told, lost + doubled + neverAnswered + unanswered === 0)
  },
  controls: [
    {
      name: 'a program that answers before it has stored',
      async loses(rounds) {
        for (let round = 0; round < rounds; round++) {
          const { lost } = await votingRound(tempDir(), 200, careless('stores-later'))
          if (lost > 0) return `${lost} lost`
        }
        return undefined
      }
    }
  ]
}
