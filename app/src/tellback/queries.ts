import type { Day, UnreachableWhy } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'
import { held } from '../db/index.ts'
import { recount } from '../voices/index.ts'

export type TellEvent = Tables['tell_back']['event']
/** The ways that need a person; who chose the code finds it there. */
export const personalWays = ['phone', 'person', 'letter', 'email'] as const
export type PersonalWay = (typeof personalWays)[number]

/** A giver who wanted to hear and has not been told yet. Only for members of the group that tells this giver. */
export interface Waiting {
  voice: string
  how: PersonalWay
  /** Not of who could not be reached: there is nothing to do with it any more. */
  address: string
  /** Why somebody who tried could not reach them. */
  unreachable?: UnreachableWhy
  lang: string
  area: string | null
  heardOn: Day
}

export interface Counts {
  /** Linked givers who wanted to hear. */
  wanted: number
  /** Of these: told, or able to read it at their code. */
  told: number
  /** Somebody tried and could not; they find it at their code. */
  unreachable: number
  waiting: number
}

/** What there is to tell of a goal: its result or the reason it was let go, and since when. */
export interface News {
  goal: string
  need: string
  title: string
  group: string
  state: Tables['goal']['state']
  event: TellEvent
  text: string
  since: Day
}

export async function newsOf(read: Reader, goal: string): Promise<News | undefined> {
  return newsIn(await read.selectFrom('goal').selectAll().where('id', '=', goal).executeTakeFirst())
}

export async function newsHeld(tx: Tx, goal: string): Promise<News | undefined> {
  return newsIn(await held(tx, tx.selectFrom('goal').selectAll().where('id', '=', goal)).executeTakeFirst())
}

function newsIn(row: Tables['goal'] | undefined): News | undefined {
  // Of a goal that a group proposed and let go without ever adopting it there is nothing to tell: nobody had chosen it.
  if (!row?.news_on) return undefined
  const about = {
    goal: row.id,
    need: row.need_id,
    title: row.title,
    group: row.group_id,
    state: row.state
  }
  const since = row.news_on as Day
  if (row.state === 'letGo') return { ...about, event: 'letGo', text: row.why ?? '', since }
  return { ...about, event: 'result', text: row.result ?? '', since }
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

/** Linked givers who are told by somebody, each with what was done about this news. */
const personal = (read: Reader, news: News) =>
  linked(read, news.goal)
    .leftJoin('tell_back', (join) =>
      join
        .onRef('tell_back.voice_id', '=', 'voice.id')
        .on('tell_back.goal_id', '=', news.goal)
        .on('tell_back.event', '=', news.event)
        .on('tell_back.since_on', '=', news.since)
    )
    .where('voice.tell_how', '!=', 'code')

/** Who has to be told, and who could not be reached, the first heard first. */
export async function notToldYet(read: Reader, news: News): Promise<Waiting[]> {
  const rows = await personal(read, news)
    .where((e) => e.or([e('tell_back.id', 'is', null), e('tell_back.outcome', '=', 'unreachable')]))
    .leftJoin('voice_contact', 'voice_contact.voice_id', 'voice.id')
    .select([
      'voice.id',
      'voice.tell_how',
      'voice_contact.address',
      'voice.lang',
      'voice.area_id',
      'voice.heard_on',
      'tell_back.why'
    ])
    .orderBy('voice.heard_on')
    .orderBy('voice.id')
    .execute()
  return rows.map((row) => ({
    voice: row.id,
    how: row.tell_how as PersonalWay,
    address: row.why === null ? (row.address ?? '') : '',
    lang: row.lang,
    area: row.area_id,
    heardOn: row.heard_on as Day,
    ...(row.why === null ? {} : { unreachable: row.why as UnreachableWhy })
  }))
}

export const stillWaitingToHear = async (read: Reader, news: News): Promise<Waiting[]> =>
  (await notToldYet(read, news)).filter((one) => one.unreachable === undefined)

/** As they are kept with the goal. */
export const countsIn = (kept: Pick<Tables['goal'], 'wanted' | 'told' | 'unreachable'>): Counts => {
  const { wanted, told, unreachable } = kept
  return { wanted, told, unreachable, waiting: wanted - told - unreachable }
}

export async function countsOf(read: Reader, news: Pick<News, 'goal'>): Promise<Counts> {
  const kept = read.selectFrom('goal').select(['wanted', 'told', 'unreachable']).where('id', '=', news.goal)
  return countsIn(await kept.executeTakeFirstOrThrow())
}

/** The goals made of the needs a voice stands in, held one after the other in the same order by everybody. */
export async function goalsOfVoice(read: Reader, voice: string): Promise<string[]> {
  const rows = await read
    .selectFrom('need_voice')
    .innerJoin('goal', 'goal.need_id', 'need_voice.need_id')
    .select('goal.id')
    .where('need_voice.voice_id', '=', voice)
    .where('need_voice.removed_at', 'is', null)
    .orderBy('goal.id')
    .execute()
  return rows.map((row) => row.id)
}

/**
 * What was done about this news for these givers; one that could not be reached may be told after all.
 * @returns the row of each giver.
 */
export async function putOutcomes(
  tx: Tx,
  news: Pick<News, 'need'>,
  rows: Tables['tell_back'][]
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const put = await tx
    .insertInto('tell_back')
    .values(rows)
    .onConflict((same) =>
      same.columns(['voice_id', 'goal_id', 'event', 'since_on']).doUpdateSet((e) => ({
        how: e.ref('excluded.how'),
        outcome: e.ref('excluded.outcome'),
        why: e.ref('excluded.why'),
        told_on: e.ref('excluded.told_on'),
        told_by: e.ref('excluded.told_by'),
        made_at: e.ref('excluded.made_at')
      }))
    )
    .returning(['id', 'voice_id'])
    .execute()
  await recount(tx, [news.need])
  return new Map(put.map((row) => [row.voice_id, row.id]))
}
