import { ok, refused, tell, type Decision, type PersonId } from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { speaksForGroup } from '../goals/index.ts'
import { record } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import { addTold, newsHeld, stillWaitingToHear } from './queries.ts'

/** Somebody of the group told these givers, in the way each chose. One that was told already stays told once. */
export async function tellGivers(
  tx: Tx,
  by: By,
  goal: string,
  voices: readonly string[]
): Promise<Decision<{ told: number }>> {
  const news = await newsHeld(tx, goal)
  if (!news) return refused('not-found')
  if (!by.person || !speaksForGroup(by.roles, news.group)) return refused('not-allowed')
  const waiting = new Map((await stillWaitingToHear(tx, news)).map((one) => [one.voice, one]))
  const now = [...new Set(voices)].flatMap((voice) => waiting.get(voice) ?? [])
  if (now.length === 0) return refused('tell-back-not-waiting')
  for (const one of now) {
    const told = tell({ state: 'waiting' }, by.today, by.person as PersonId)
    if (!told.ok) return told
    await addTold(tx, {
      id: newId(by),
      voice_id: one.voice,
      goal_id: goal,
      event: news.event,
      since_on: news.since,
      how: one.how,
      told_on: by.today,
      told_by: by.person,
      made_at: by.at
    })
  }
  await record(tx, by, {
    kind: 'givers-told',
    about: { kind: 'goal', id: goal },
    as: { group: news.group },
    facts: { event: news.event, told: now.length, stillWaiting: waiting.size - now.length }
  })
  return ok({ told: now.length })
}
