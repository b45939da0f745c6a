/** All SQL of voices. What a query gives away depends on who asks: `public` gives words only where the giver said "in full". */
import { wordsForAll, type FollowCode, type TellHow } from '@buurtmacht/domain'
import { sql } from 'kysely'
import { asked, forgetRows, pageOf, type Cursor, type Listed, type Reader, type Tables, type Tx } from '../db/index.ts'
import { recountOf } from './counted/queries.ts'

export type Keyed = (purpose: string, text: string) => string
type Row = Tables['voice']

/** Voices that may be told of in their area; one that is to be shown nowhere is told of nowhere. */
const countInArea = (tx: Tx, voice: Pick<Row, 'area_id' | 'show'>, more: 1 | -1) =>
  voice.area_id === null || voice.show === 'none'
    ? undefined
    : tx
        .updateTable('area')
        .set((e) => ({ voices: e('voices', '+', more) }))
        .where('id', '=', voice.area_id)
        .execute()

export async function addVoice(tx: Tx, row: Row): Promise<void> {
  await tx.insertInto('voice').values(row).execute()
  await countInArea(tx, row, 1)
}
export const addContact = (tx: Tx, row: Tables['voice_contact']) => tx.insertInto('voice_contact').values(row).execute()
export const removeContact = (tx: Tx, id: string) => tx.deleteFrom('voice_contact').where('voice_id', '=', id).execute()
/** Who left another address, or none, is no longer somebody who could not be reached at the old one (the domain's `waitAgain`). */
async function tryAgain(tx: Tx, voice: string): Promise<string[]> {
  const missed = tx.selectFrom('tell_back').select('id').where('voice_id', '=', voice)
  const gone = (await missed.where('outcome', '=', 'unreachable').execute()).map((row) => row.id)
  if (gone.length > 0) await tx.deleteFrom('tell_back').where('id', 'in', gone).execute()
  await recountOf(tx, voice)
  return gone
}

/** @returns the ids of who-was-not-reached that go with it: the record tells those too. */
export async function setWish(tx: Tx, id: string, how: TellHow): Promise<string[]> {
  await tx.updateTable('voice').set({ tell_how: how }).where('id', '=', id).execute()
  return tryAgain(tx, id)
}

/**
 * The words, their salt, translations, search words and the way to reach the giver are gone; the hash stays, and says nothing without the
 * salt. Erased: also where, in which language, and who wrote it down. What goes stands in db/judged.ts.
 * @returns as `setWish`.
 */
export async function emptyVoice(tx: Tx, voice: Row, what: 'takenBack' | 'erased'): Promise<string[]> {
  await forgetRows(tx, what, voice.id)
  if (voice.state === 'given') await countInArea(tx, voice, -1)
  return tryAgain(tx, voice.id)
}

export async function putTranslation(tx: Tx, row: Tables['voice_translation']): Promise<void> {
  await tx.deleteFrom('voice_translation').where('voice_id', '=', row.voice_id).where('lang', '=', row.lang).execute()
  await tx.insertInto('voice_translation').values(row).execute()
}

/** What is stored of a follow code: a keyed hash, so that a stolen database gives no codes away. */
export const followHash = (keyed: Keyed, code: FollowCode): string => keyed('follow', code)

export const voiceRow = (read: Reader) => read.selectFrom('voice').selectAll()

const byCode = asked((read, hash: string) => voiceRow(read).where('follow_hash', '=', hash))
export const voiceByCode = async (read: Reader, hash: string) => (await byCode(read, hash))[0]

export const stateOfVoice = async (read: Reader, id: string): Promise<Row['state'] | undefined> =>
  (await read.selectFrom('voice').select('state').where('id', '=', id).executeTakeFirst())?.state

/** A voice as it is read: with the name of its area, its helper and the translations beside it. */
export interface VoiceSeen {
  id: string
  /** Exactly as said; empty when taken back. */
  text: string
  lang: string
  area?: { id: string; name: string }
  channel: Row['channel']
  show: Row['show']
  onBehalf: boolean
  /** The resident who wrote it down. */
  helper?: string
  state: Row['state']
  heardOn: string
  receivedAt: string
  translations: { lang: string; text: string; by: string }[]
}

/** For whom words are read: everybody, or residents who help. */
export type Reading = 'public' | 'helpers'

/**
 * Only the voices that stand in a need, found by the index that has them newest first: a page of them costs the same whether it has
 * twelve or twelve thousand.
 */
const standingIn = (read: Reader, need: string) =>
  read
    .selectFrom('need_voice as link')
    .innerJoin('voice as v', 'v.id', 'link.voice_id')
    .select(['link.voice_id as id', 'link.received_at', 'v.text', 'v.lang', 'v.salt', 'v.text_hash', 'v.area_id'])
    .select([
      'v.channel',
      'v.show',
      'v.on_behalf',
      'v.helper_id',
      'v.follow_hash',
      'v.tell_how',
      'v.state',
      'v.heard_on'
    ])
    .where('link.need_id', '=', need)
    .where('link.removed_at', 'is', null)
    .as('voice')

const seenRows = (read: Reader, need?: string) =>
  read
    // The same columns either way; the types cannot see that.
    .selectFrom(need === undefined ? 'voice' : (standingIn(read, need) as unknown as 'voice'))
    .leftJoin('area', 'area.id', 'voice.area_id')
    .leftJoin('person', 'person.id', 'voice.helper_id')
    .selectAll('voice')
    .select(['area.name as area_name', 'person.name as helper_name'])

type SeenRow = Awaited<ReturnType<ReturnType<typeof seenRows>['execute']>>[number]

function seen(row: SeenRow, translations: VoiceSeen['translations']): VoiceSeen {
  return {
    id: row.id,
    text: row.text,
    lang: row.lang,
    ...(row.area_id ? { area: { id: row.area_id, name: row.area_name ?? '' } } : {}),
    channel: row.channel,
    show: row.show,
    onBehalf: row.on_behalf === 1,
    ...(row.helper_name ? { helper: row.helper_name } : {}),
    state: row.state,
    heardOn: row.heard_on,
    receivedAt: row.received_at,
    translations
  }
}

async function withTranslations(read: Reader, rows: SeenRow[]): Promise<VoiceSeen[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const found = await read
    .selectFrom('voice_translation')
    .leftJoin('person', 'person.id', 'voice_translation.helper_id')
    .select(['voice_id', 'voice_translation.lang', 'text', 'person.name'])
    .where('voice_id', 'in', ids)
    .orderBy('voice_translation.lang')
    .execute()
  return rows.map((row) =>
    seen(
      row,
      found.filter((one) => one.voice_id === row.id).map(({ lang, text, name }) => ({ lang, text, by: name ?? '' }))
    )
  )
}

/** These voices, newest first; for the public only those that may be shown in full. Taken back ones are left out. */
export async function voicesByIds(read: Reader, ids: readonly string[], reading: Reading): Promise<VoiceSeen[]> {
  if (ids.length === 0) return []
  let query = seenRows(read)
    .where('voice.id', 'in', [...ids])
    .where('voice.state', '=', 'given')
  if (reading === 'public') query = query.where('voice.show', '=', wordsForAll)
  return withTranslations(read, await query.orderBy('received_at', 'desc').orderBy('voice.id').execute())
}

export async function voiceById(read: Reader, id: string, reading: Reading): Promise<VoiceSeen | undefined> {
  return (await voicesByIds(read, [id], reading))[0]
}

export interface VoiceFilter {
  area?: string | undefined
  channel?: string | undefined
  lang?: string | undefined
  need?: string | undefined
  /** Not yet in any need that is open. */
  loose?: boolean | undefined
  /** Only these. */
  ids?: readonly string[] | undefined
}

/** Voices newest first, a page at a time. */
export async function voices(
  read: Reader,
  filter: VoiceFilter,
  reading: Reading,
  where: { after?: Cursor | undefined; limit: number }
): Promise<Listed<VoiceSeen>> {
  const { after } = where
  let query = seenRows(read, filter.need || undefined).where('voice.state', '=', 'given')
  if (reading === 'public') query = query.where('voice.show', '=', wordsForAll)
  if (filter.area) query = query.where('voice.area_id', '=', filter.area)
  if (filter.channel) query = query.where('voice.channel', '=', filter.channel as Row['channel'])
  if (filter.lang) query = query.where('voice.lang', '=', filter.lang)
  if (filter.ids) query = query.where('voice.id', 'in', filter.ids.length > 0 ? [...filter.ids] : ['-'])
  if (filter.loose)
    query = query.where((e) =>
      e.not(e.exists(standing(read).innerJoin('need', 'need.id', 'need_id').where('need.state', '=', 'open')))
    )
  if (after)
    query = query.where((e) => e(e.refTuple('voice.received_at', 'voice.id'), '<', e.tuple(after.at, after.id)))
  const rows = await query
    .orderBy('voice.received_at', 'desc')
    .orderBy('voice.id', 'desc')
    .limit(where.limit + 1)
    .execute()
  const page = pageOf(
    rows,
    where.limit,
    ({ received_at, id }) => ({ at: received_at, id }),
    (row) => row
  )
  return { ...page, items: await withTranslations(read, page.items) }
}

/** That the voice of the outer query stands in a need now. */
const standing = (read: Reader) =>
  read
    .selectFrom('need_voice')
    .select('need_voice.voice_id')
    .where('need_voice.voice_id', '=', sql.ref<string>('voice.id'))
    .where('removed_at', 'is', null)

/** The languages voices that may be shown were given in, for a filter. */
export async function languagesSpoken(read: Reader): Promise<string[]> {
  const rows = await read
    .selectFrom('voice')
    .select('lang')
    .distinct()
    .where('state', '=', 'given')
    .where('show', '=', wordsForAll)
    .orderBy('lang')
    .execute()
  return rows.map((row) => row.lang)
}
