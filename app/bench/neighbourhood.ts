/**
 * A made-up neighbourhood of any size as bare rows, the same at every run: for the bench and for tests that need a whole way.
 * Voice `i` stands in need `i % needs`; the newest needs have goals; every goal has its requests, promises and deeds.
 */
import { addDays, dayOf, followCode, freeze, termRules, type Day, type FollowCode } from '@buurtmacht/domain'
import type { Insertable } from 'kysely'
import { salted, type Tables, type Tx } from '../src/db/index.ts'
import { canonical } from '../src/journal/index.ts'
import { stemsOf } from '../src/search/index.ts'
import { recount } from '../src/voices/index.ts'

export interface Size {
  voices: number
  needs: number
  goals: number
  requests: number
  commitments: number
  deeds: number
}

type Name = keyof Tables
export type RowOf = { [T in Name]: [T, Insertable<Tables[T]>] }[Name]

export interface Given {
  size: Size
  /** The last moment anything happened. */
  now: number
  /** What is stored of a follow code. */
  hashOf: (code: FollowCode) => string
  /** The words of a voice can be found; without them a million voices are laid down sooner. */
  findable?: boolean
}

export interface Laid {
  rows: Iterable<RowOf>
  /** The code of voice `i`. */
  codeOf(i: number): FollowCode
}

export const idOf = (kind: string, i: number): string => `${kind}${i.toString(36).padStart(8, '0')}`

const parts = [
  'In de gang van onze flat',
  'Bij de speelplaats',
  'Achter het winkelcentrum',
  'Op het plein',
  'Bij de bushalte',
  'In het trappenhuis',
  'Onder het viaduct',
  'Bij de fietsenkelder'
]
const whats = [
  'is het ’s avonds donker en durf ik niet alleen te lopen',
  'ligt elke week grof vuil dat niemand komt halen',
  'staat na regen een grote plas waar de kinderen doorheen moeten',
  'is de lift weer stuk en mijn moeder komt de deur niet uit',
  'zou ik graag een bankje willen waar je even kunt zitten',
  'rijden scooters veel te hard over de stoep',
  'missen de jongeren een plek waar ze droog kunnen zitten',
  'weet niemand bij wie je moet zijn als er iets kapot is'
]
const mores = [
  'Ik heb het al drie keer gemeld.',
  'Mijn buren zeggen hetzelfde.',
  'Wie gaat hierover?',
  'Ik wil best meehelpen.',
  'Vroeger was er een huismeester.',
  'Het duurt al twee jaar.'
]

const kinds = ['tenants', 'faith', 'youth', 'sports', 'platform', 'core'] as const
const shows = ['full', 'full', 'summary', 'none'] as const
const hows = ['code', 'phone', 'not', 'email', 'letter', 'person'] as const
const channels = ['online', 'door', 'phone', 'meeting', 'paper'] as const
const groupCount = 12
const institutionCount = 6
const areaCount = 6

/** The eight bytes that a voice's follow code is made of: spread, and the same at every run. */
const chanceOf = (i: number): Uint8Array => {
  const spread = (BigInt(i + 1) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn
  return Uint8Array.from({ length: 8 }, (_, at) => Number((spread >> BigInt(8 * (7 - at))) & 255n))
}

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!

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

type At = (hoursAgo: number) => string
type On = (daysAgo: number) => Day

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

const needRow = (i: number) => ({
  id: idOf('need', i),
  sentence: `${pick(parts, i)} ${pick(whats, (i * 3) >> 3)}.`,
  group_id: idOf('group', i % groupCount),
  area_id: idOf('area', i % areaCount)
})

export const wordsOf = (i: number): string => `${pick(parts, i)} ${pick(whats, i >> 3)}. ${pick(mores, i)} (${i})`

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
      removed_why: null
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

const goalStates = ['underWay', 'underWay', 'reached', 'adopted'] as const

function* goalRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const need = size.needs - 1 - (i % size.needs)
  const { id: need_id, sentence, group_id } = needRow(need)
  const state = pick(goalStates, i)
  const reached = state === 'reached'
  const made_at = at(600 - i / 1000)
  const id = idOf('goal', i)
  yield [
    'goal',
    {
      id,
      need_id,
      title: `Dat dit beter wordt: ${sentence}`,
      group_id,
      lead_id: 'person1',
      state,
      paused_from: null,
      why: null,
      result: reached ? 'Het is gedaan, en het blijft zo.' : null,
      result_on: reached ? on(2) : null,
      news_on: reached ? on(2) : null,
      wanted: 0,
      told: 0,
      unreachable: 0,
      version: 1,
      made_at,
      changed_at: made_at
    }
  ]
  for (const [nr, step] of ['proposed', 'adopted', 'underWay'].entries())
    yield [
      'goal_step',
      { id: `${id}s${nr}`, goal_id: id, state: step, on_day: on(24 - nr), at: at(590 - nr), by_id: null, why: null }
    ]
}

/** Half of the requests are late: sent sixty days ago on a term of six weeks. */
function* requestRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const goal = i % size.goals
  const sent_on = on(i % 2 === 0 ? 60 : 10)
  const term = freeze(termRules['voluntary-promise'], sent_on)
  const id = idOf('request', i)
  const replied = i >= size.requests - size.commitments
  const made_at = at(500 - i / 1000)
  yield [
    'request',
    {
      id,
      goal_id: idOf('goal', goal),
      group_id: needRow(size.needs - 1 - (goal % size.needs)).group_id,
      institution_id: idOf('inst', i % institutionCount),
      title: 'Maak het licht in alle gangen',
      text: 'Wij vragen u om in alle twaalf gangen de lampen te vervangen, en om ons te zeggen wanneer dat klaar is.',
      promised_level: 'decide-along',
      experienced_level: null,
      state: replied ? 'replied' : 'sent',
      term: JSON.stringify(term),
      sent_on,
      due_on: term.due,
      receipt_on: null,
      replied_on: replied ? on(3) : null,
      expected_on: null,
      version: 1,
      made_at,
      changed_at: made_at
    }
  ]
  yield [
    'request_event',
    {
      id: `${id}e`,
      request_id: id,
      kind: 'sent',
      text: '',
      by_id: null,
      on_day: sent_on,
      at: made_at,
      expected_on: null
    }
  ]
}

function* commitmentRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  const request = size.requests - 1 - (i % size.requests)
  const id = idOf('promise', i)
  const made_at = at(200 - i / 1000)
  yield [
    'commitment',
    {
      id,
      request_id: idOf('request', request),
      goal_id: idOf('goal', request % size.goals),
      institution_id: idOf('inst', request % institutionCount),
      what: 'Nieuwe lampen in de eerste zes gangen',
      due_on: on(i % 2 === 0 ? 1 : -30),
      state: 'promised',
      delivered_on: null,
      confirmed_by: null,
      why: null,
      made_by: null,
      version: 1,
      made_on: on(3),
      made_at,
      changed_at: made_at
    }
  ]
  yield [
    'commitment_event',
    {
      id: `${id}e`,
      commitment_id: id,
      kind: 'promised',
      text: 'Wij doen het.',
      by_id: null,
      on_day: on(3),
      at: made_at
    }
  ]
}

function* deedRows({ size }: Given, i: number, at: At, on: On): Generator<RowOf> {
  yield [
    'deed',
    {
      id: idOf('deed', i),
      goal_id: idOf('goal', i % size.goals),
      what: 'Rondgelopen met de huismeester en alle kapotte lampen geteld',
      who: 'Drie vrijwilligers van de groep',
      done_on: on(5),
      by_id: null,
      made_at: at(100)
    }
  ]
}
