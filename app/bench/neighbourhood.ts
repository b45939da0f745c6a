/**
 * A made-up neighbourhood of any size as bare rows, the same at every run: for the bench and for tests that need a whole way.
 * Voice `i` stands in need `i % needs`; the newest needs have goals; every goal has its requests, promises and deeds.
 */
import { addDays, dayOf, followCode, type Day } from '@buurtmacht/domain'
import { salted, type Tx } from '../src/db/index.ts'
import { canonical } from '../src/journal/index.ts'
import { stemsOf } from '../src/search/index.ts'
import { recount } from '../src/voices/index.ts'
import {
  areaCount,
  channels,
  groupCount,
  hows,
  idOf,
  institutionCount,
  kinds,
  needRow,
  pick,
  shows,
  wordsOf,
  type At,
  type Given,
  type Laid,
  type On,
  type RowOf,
  type Size
} from './rows.ts'
import { commitmentRows, deedRows, goalRows, requestRows } from './what-followed.ts'
/** The eight bytes that a voice's follow code is made of: spread, and the same at every run. */
const chanceOf = (i: number): Uint8Array => {
  const spread = (BigInt(i + 1) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
  return Uint8Array.from({ length: 8 }, (_, at) => Number((spread >> BigInt(8 * (7 - at))) & 255n))
}

export function layDown(given: Given): Laid {
  return { rows: rows(given), codeOf: (i) => followCode(chanceOf(i)) }
}

/** What the actions keep with each change, for rows that were laid down without them. */
export async function countWhatWasLaid(tx: Tx, size: Size): Promise<void> {
  await recount(
    tx,
    Array.from({ length: size.needs }, (_, i) => idOf('need', i))
  )
  await tx
    .updateTable('area')
    .set((e) => ({
      voices: e
        .selectFrom('voice')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('voice.area_id', '=', 'area.id')
        .where('voice.show', '<>', 'none')
    }))
    .execute()
}

function* rows(given: Given): Generator<RowOf> {
  const { size, now } = given
  const at = (hoursAgo: number): string => new Date(now - hoursAgo * 3_600_000).toISOString()
  const on = (daysAgo: number): Day => addDays(dayOf(now), -daysAgo)
  yield* frameRows(at)
  for (let i = 0; i < size.needs; i++)
    yield [
      'need',
      { ...needRow(i), made_at: at(800 + (size.needs - i)), into_ids: '[]', state: 'open', version: 1, voices: 0 }
    ]
  for (let i = 0; i < size.voices; i++) yield* voiceRows(given, i, at, on)
  for (let i = 0; i < size.goals; i++) yield* goalRows(given, i, at, on)
  for (let i = 0; i < size.requests; i++) yield* requestRows(given, i, at, on)
  for (let i = 0; i < size.commitments; i++) yield* commitmentRows(given, i, at, on)
  for (let i = 0; i < size.deeds; i++) yield* deedRows(given, i, at, on)
}
function* frameRows(at: At): Generator<RowOf> {
  yield [
    'person',
    { id: 'person1', name: 'Nel', email: null, lang: 'nl', about: null, made_at: at(9000), erased_at: null }
  ]
  for (let i = 0; i < areaCount; i++)
    yield [
      'area',
      {
        id: idOf('area', i),
        name: `Complex ${i + 1}`,
        outline: null,
        place: i,
        code: null,
        code_system: null,
        from_year: null,
        until_year: null
      }
    ]
  for (let i = 0; i < groupCount; i++) {
    const id = idOf('group', i)
    yield [
      'resident_group',
      {
        id,
        name: `Bewonersgroep ${i + 1}`,
        kind: pick(kinds, i),
        about: 'Wij kennen de mensen hier en zij kennen ons.',
        meets: null,
        reach: null,
        languages: '["nl"]',
        spoken_with: '[]',
        spoken_why: null,
        made_at: at(8000 - i)
      }
    ]
    yield ['group_area', { group_id: id, area_id: idOf('area', i % areaCount) }]
  }
  for (let i = 0; i < institutionCount; i++)
    yield [
      'institution',
      {
        id: idOf('inst', i),
        name: `Instantie ${i + 1}`,
        kind: 'housing',
        about: 'Wij antwoorden.',
        made_at: at(8000 - i)
      }
    ]
}
function* voiceRows({ size, hashOf, findable = true }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const id = idOf('voice', i)
  const text = wordsOf(i)
  const show = pick(shows, i)
  const received_at = at(2000 + (size.voices - i) / 60)
  const { salt, hash } = salted(text, new Uint8Array(32).fill(i & 255))
  const tell_how = pick(hows, i)
  yield [
    'voice',
    {
      id,
      text,
      lang: 'nl',
      salt,
      text_hash: hash,
      area_id: idOf('area', i % areaCount),
      channel: pick(channels, i),
      show,
      on_behalf: 0,
      helper_id: null,
      follow_hash: hashOf(followCode(chanceOf(i))),
      tell_how,
      state: 'given',
      heard_on: on(100),
      received_at
    }
  ]
  yield [
    'need_voice',
    {
      need_id: idOf('need', i % size.needs),
      voice_id: id,
      added_at: at(700),
      received_at,
      removed_at: null,
      removed_why: null,
      mark: `m${i}`,
      salt: `s${i}`
    }
  ]
  if (!findable) return
  if (tell_how !== 'code' && tell_how !== 'not')
    yield ['voice_contact', { voice_id: id, address: `06 ${10_000_000 + i}` }]
  const kind = show === 'full' ? 'voice' : 'kept-voice'
  for (const word of stemsOf(text, 'nl')) yield ['search_word', { word, kind, ref: id }]
  const facts = { area: null, channel: 'online', onBehalf: false, show, textHash: hash }
  const about = { kind: 'voice', id }
  const entry = canonical({ about, at: received_at, by: 'anyone', facts, id: `e${id}`, kind: 'voice-given', v: 1 })
  yield [
    'journal_entry',
    { id: `e${id}`, at: received_at, kind: 'voice-given', about_kind: 'voice', about_id: id, entry }
  ]
}
