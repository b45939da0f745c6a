import { dayOf, type Day, type UnreachableWhy } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'
import { held } from '../db/index.ts'

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
  title: string
  group: string
  state: Tables['goal']['state']
  event: TellEvent
  text: string
  since: Day
  /** The goal's: whoever decides on this news saw this version. */
  version: number
}

export async function newsOf(read: Reader, goal: string): Promise<News | undefined> {
  return chosen(read, await read.selectFrom('goal').selectAll().where('id', '=', goal).executeTakeFirst())
}

export async function newsHeld(tx: Tx, goal: string): Promise<News | undefined> {
  return chosen(tx, await held(tx, tx.selectFrom('goal').selectAll().where('id', '=', goal)).executeTakeFirst())
}

/** Of a goal that a group proposed and let go without ever adopting it there is nothing to tell: nobody had chosen it. */
async function chosen(read: Reader, row: Tables['goal'] | undefined): Promise<News | undefined> {
  const news = row && newsIn(row)
  if (!news || news.event !== 'letGo') return news
  const adopted = await read
    .selectFrom('goal_step')
    .select('id')
    .where('goal_id', '=', news.goal)
    .where('state', '=', 'adopted')
    .executeTakeFirst()
  return adopted && news
}

function newsIn(row: Tables['goal']): News | undefined {
  const about = { goal: row.id, title: row.title, group: row.group_id, state: row.state, version: row.version }
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

export async function countsOf(read: Reader, news: News): Promise<Counts> {
  const count = async (query: ReturnType<typeof linked>) =>
    Number((await query.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
  const wanted = await count(linked(read, news.goal))
  const waiting = await count(personal(read, news).where('tell_back.id', 'is', null) as never)
  const unreachable = await count(personal(read, news).where('tell_back.outcome', '=', 'unreachable') as never)
  return { wanted, told: wanted - waiting - unreachable, unreachable, waiting }
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

/** What was done about this news for one giver; one that could not be reached may be told after all. */
export async function putOutcome(tx: Tx, row: Tables['tell_back']): Promise<void> {
  const { how, outcome, why, told_on, told_by, made_at } = row
  await tx
    .insertInto('tell_back')
    .values(row)
    .onConflict((same) =>
      same
        .columns(['voice_id', 'goal_id', 'event', 'since_on'])
        .doUpdateSet({ how, outcome, why, told_on, told_by, made_at })
    )
    .execute()
}
