/** Telling givers what came of it, saying that it could not be done, and reading it oneself at the follow code. */
import {
  giveUp,
  isAdmin,
  ok,
  refused,
  tell,
  type Decision,
  type GroupId,
  type PersonId,
  type TellBack
} from '@buurtmacht/domain'
import type { Tables, Tx } from '../db/index.ts'
import { leadsGroup, speaksForGroup } from '../goals/index.ts'
import { record, type Subject } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import { addHandover, tellingOf } from './listening/queries.ts'
import {
  goalsOfVoice,
  newsHeld,
  notToldYet,
  putOutcomes,
  type News,
  type PersonalWay,
  type Waiting
} from './queries.ts'

interface Chosen {
  news: News
  /** Those of the chosen givers that this person's groups tell, by group. */
  theirs: Map<GroupId, Waiting[]>
  stillWaiting: number
}

/** Only who tells a giver says how it went. Refusals: `not-found`, `not-allowed`. */
async function choose(tx: Tx, by: By, goal: string, voices: readonly string[]): Promise<Decision<Chosen>> {
  const news = await newsHeld(tx, goal)
  if (!news) return refused('not-found')
  const telling = await tellingOf(tx, news, by.today)
  const mine = (group: string) => by.person !== undefined && speaksForGroup(by.roles, group)
  if (!mine(news.group) && ![...telling.by.values()].some(mine)) return refused('not-allowed')
  const open = await notToldYet(tx, news)
  const theirs = new Map<GroupId, Waiting[]>()
  for (const one of open) {
    const group = telling.by.get(one.voice)
    if (!group || !mine(group) || !voices.includes(one.voice)) continue
    theirs.set(group, [...(theirs.get(group) ?? []), one])
  }
  return ok({ news, theirs, stillWaiting: open.filter((one) => !one.unreachable).length })
}

const stateOf = (one: Waiting, by: By): TellBack =>
  one.unreachable
    ? { state: 'unreachable', on: by.today, by: by.person as PersonId, why: one.unreachable }
    : { state: 'waiting' }

function outcome(by: By, news: News, one: { voice: string; how: PersonalWay | 'code' }, to: TellBack) {
  const person = 'by' in to && to.by !== 'giver' ? to.by : null
  return {
    id: newId(by),
    voice_id: one.voice,
    goal_id: news.goal,
    event: news.event,
    since_on: news.since,
    how: one.how,
    outcome: to.state === 'unreachable' ? ('unreachable' as const) : ('told' as const),
    why: to.state === 'unreachable' ? to.why : null,
    told_on: by.today,
    told_by: person,
    made_at: by.at,
    salt: Buffer.from(by.chance(16)).toString('hex')
  }
}

const rowsOf = (rows: ReadonlyMap<string, string>, all: readonly { voice: string }[]): Subject[] =>
  all.flatMap(({ voice }) => {
    const id = rows.get(voice)
    return id === undefined ? [] : [{ kind: 'tellBack' as const, id }]
  })

/** Somebody told these givers, in the way each chose; also who could not be reached before. One that was told stays told once. */
export async function tellGivers(
  tx: Tx,
  by: By,
  goal: string,
  voices: readonly string[]
): Promise<Decision<{ told: number }>> {
  const chosen = await choose(tx, by, goal, voices)
  if (!chosen.ok) return chosen
  const { news, theirs } = chosen.value
  if (theirs.size === 0) return refused('tell-back-not-waiting')
  let left = chosen.value.stillWaiting
  const outcomes: Tables['tell_back'][] = []
  for (const all of theirs.values()) {
    for (const one of all) {
      const told = tell(stateOf(one, by), by.today, by.person as PersonId)
      if (!told.ok) return told
      outcomes.push(outcome(by, news, one, told.value))
    }
  }
  const rows = await putOutcomes(tx, news, outcomes)
  for (const [group, all] of theirs) {
    left -= all.filter((one) => !one.unreachable).length
    await record(tx, by, {
      kind: 'givers-told',
      about: { kind: 'goal', id: goal },
      also: rowsOf(rows, all),
      as: { group },
      facts: { event: news.event, told: all.length, stillWaiting: left }
    })
  }
  return ok({ told: outcomes.length })
}

/** Somebody tried and could not reach these givers, for one and the same reason. */
export async function giveUpOnGivers(
  tx: Tx,
  by: By,
  goal: string,
  typed: { voices: readonly string[]; why: string }
): Promise<Decision<{ unreachable: number }>> {
  const chosen = await choose(tx, by, goal, typed.voices)
  if (!chosen.ok) return chosen
  const { news, theirs } = chosen.value
  if (theirs.size === 0) return refused('tell-back-not-waiting')
  const outcomes: Tables['tell_back'][] = []
  for (const all of theirs.values()) {
    for (const one of all) {
      const tried = giveUp(stateOf(one, by), typed.why, by.today, by.person as PersonId)
      if (!tried.ok) return tried
      outcomes.push(outcome(by, news, one, tried.value))
    }
  }
  await putOutcomes(tx, news, outcomes)
  for (const [group, all] of theirs)
    await record(tx, by, {
      kind: 'givers-not-reached',
      about: { kind: 'goal', id: goal },
      as: { group },
      facts: { event: news.event, notReached: all.length, why: typed.why }
    })
  return ok({ unreachable: outcomes.length })
}

/** "Ik weet het nu": the giver read it at the code. Refusal: `tell-back-not-waiting` when there is nothing to say so about. */
export async function readByGiver(tx: Tx, by: By, voice: string): Promise<Decision<{ goals: number }>> {
  const goals = await goalsOfVoice(tx, voice)
  let read = 0
  for (const id of goals) {
    const news = await newsHeld(tx, id)
    const one = news && (await notToldYet(tx, news)).find((open) => open.voice === voice)
    if (!news || !one) continue
    const told = tell(stateOf(one, by), by.today, 'giver')
    if (!told.ok) return told
    const rows = await putOutcomes(tx, news, [outcome(by, news, { voice, how: 'code' }, told.value)])
    // As nobody: an account that happens to be signed in here says nothing about whose words these are.
    const { person: _, ...nobody } = by
    await record(tx, nobody, {
      kind: 'giver-read-at-code',
      about: { kind: 'goal', id },
      also: rowsOf(rows, [{ voice }]),
      facts: { event: news.event }
    })
    read++
  }
  return read > 0 ? ok({ goals: read }) : refused('tell-back-not-waiting')
}

/** A lead of a group that listened, or a resident administrator, lets the goal's owner tell. Refusals: `not-found`, `not-allowed`. */
export async function handOverTelling(tx: Tx, by: By, goal: string, from: string): Promise<Decision<{ to: string }>> {
  const news = await newsHeld(tx, goal)
  if (!news) return refused('not-found')
  const telling = await tellingOf(tx, news, by.today)
  if (!leadsGroup(by.roles, from) && !isAdmin(by.roles)) return refused('not-allowed')
  if (!telling.listened.includes(from as GroupId) || from === news.group)
    return refused('field-not-a-choice', { field: 'from' })
  if (telling.handedOver.includes(from as GroupId)) return refused('changed-meanwhile')
  await addHandover(tx, { goal_id: goal, from_group_id: from, by_id: by.person ?? '', at: by.at })
  await record(tx, by, {
    kind: 'telling-handed-over',
    about: { kind: 'goal', id: goal },
    also: [{ kind: 'tellHandover', id: `${goal}~${from}` }],
    as: leadsGroup(by.roles, from) ? { group: from } : 'administrator',
    facts: { from, to: news.group }
  })
  return ok({ to: news.group })
}
