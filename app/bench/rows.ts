/** What the rows of the made-up neighbourhood have in common: its size, its names, its words. */
import type { Day, FollowCode } from '@buurtmacht/domain'
import type { Insertable } from 'kysely'
import type { Tables } from '../src/db/index.ts'

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

export const kinds = ['tenants', 'faith', 'youth', 'sports', 'platform', 'core'] as const
export const shows = ['full', 'full', 'summary', 'none'] as const
export const hows = ['code', 'phone', 'not', 'email', 'letter', 'person'] as const
export const channels = ['online', 'door', 'phone', 'meeting', 'paper'] as const
export const groupCount = 12
export const institutionCount = 6
export const areaCount = 6

export const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!
export type At = (hoursAgo: number) => string
export type On = (daysAgo: number) => Day

export const needRow = (i: number) => ({
  id: idOf('need', i),
  sentence: `${pick(parts, i)} ${pick(whats, (i * 3) >> 3)}.`,
  group_id: idOf('group', i % groupCount),
  area_id: idOf('area', i % areaCount)
})

export const wordsOf = (i: number): string => `${pick(parts, i)} ${pick(whats, i >> 3)}. ${pick(mores, i)} (${i})`
