import { dayOf, type Day } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'
import { held } from '../db/index.ts'

export type TellEvent = Tables['tell_back']['event']
/** The ways that need a person; who chose the code finds it there. */
export const personalWays = ['phone', 'person', 'letter', 'email'] as const
export type PersonalWay = (typeof personalWays)[number]

/** A giver who wanted to hear and has not been told yet. Only for members of the group that owns the goal. */
export interface Waiting {
  voice: string
  how: PersonalWay
  address: string
  lang: string
  area: string | null
  heardOn: Day
}

export interface Counts {
  /** Linked givers who wanted to hear. */
  wanted: number
  /** Of these: told, or able to read it at their code. */
  told: number
  waiting: number
}

/** What there is to tell of a goal: its result or the reason it was let go, and since when. */
export interface News {
  goal: string
  title: string
  group: string
  state: Tables['goal']['state']
  event: TellEvent
  text: string
  since: Day
}

export async function newsOf(read: Reader, goal: string): Promise<News | undefined> {
  const row = await read.selectFrom('goal').selectAll().where('id', '=', goal).executeTakeFirst()
  return row && newsIn(row)
}

export async function newsHeld(tx: Tx, goal: string): Promise<News | undefined> {
  const row = await held(tx, tx.selectFrom('goal').selectAll().where('id', '=', goal)).executeTakeFirst()
  return row && newsIn(row)
}

export function newsIn(row: Tables['goal']): News | undefined {
  const about = { goal: row.id, title: row.title, group: row.group_id, state: row.state }
  if (row.state === 'letGo' && row.why)
    return { ...about, event: 'letGo', text: row.why, since: dayOf(Date.parse(row.changed_at)) }
  if (row.result && row.result_on) return { ...about, event: 'result', text: row.result, since: row.result_on as Day }
  return undefined
}

const linked = (read: Reader, goal: string) =>
  read
    .selectFrom('goal')
    .innerJoin('need_voice', 'need_voice.need_id', 'goal.need_id')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .where('goal.id', '=', goal)
    .where('need_voice.removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .where('voice.tell_how', '!=', 'not')

const untold = (read: Reader, news: News) =>
  linked(read, news.goal)
    .leftJoin('tell_back', (join) =>
      join
        .onRef('tell_back.voice_id', '=', 'voice.id')
        .on('tell_back.goal_id', '=', news.goal)
        .on('tell_back.event', '=', news.event)
        .on('tell_back.since_on', '=', news.since)
    )
    .where('voice.tell_how', '!=', 'code')
    .where('tell_back.id', 'is', null)

export async function stillWaitingToHear(read: Reader, news: News): Promise<Waiting[]> {
  const rows = await untold(read, news)
    .leftJoin('voice_contact', 'voice_contact.voice_id', 'voice.id')
    .select(['voice.id', 'voice.tell_how', 'voice_contact.address', 'voice.lang', 'voice.area_id', 'voice.heard_on'])
    .orderBy('voice.heard_on')
    .orderBy('voice.id')
    .execute()
  return rows.map((row) => ({
    voice: row.id,
    how: row.tell_how as PersonalWay,
    address: row.address ?? '',
    lang: row.lang,
    area: row.area_id,
    heardOn: row.heard_on as Day
  }))
}

export async function countsOf(read: Reader, news: News): Promise<Counts> {
  const all = await linked(read, news.goal)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const waiting = await untold(read, news)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { wanted: Number(all.n), told: Number(all.n) - Number(waiting.n), waiting: Number(waiting.n) }
}

export const addTold = (tx: Tx, row: Tables['tell_back']) => tx.insertInto('tell_back').values(row).execute()
