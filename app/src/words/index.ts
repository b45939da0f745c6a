/**
 * The words of the interface, one JSON file per language beside this file: adding a language is adding one file.
 * Messages are ICU MessageFormat (plurals, arguments). Dutch is the complete one that the others fall back to.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import type dutch from './nl.json'

export type Key = keyof typeof dutch
export type Facts = Record<string, string | number>

export interface Words {
  /** The language, as a BCP 47 tag. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** The words for a key, with its facts filled in. */
  (key: Key, facts?: Facts): string
  /** Words for a key put together at run time; undefined when there are none. */
  find(key: string, facts?: Facts): string | undefined
  /** A day (YYYY-MM-DD) as people say it: 3 maart 2026. */
  day(day: string): string
  /** The day in Europe/Amsterdam of an instant (ISO text). */
  dayOfInstant(at: string): string
  number(n: number): string
  /** Whole euro cents as people write an amount: € 4.500, or € 14,70. */
  money(cents: number): string
  list(items: string[]): string
}

// The source runs from src/words, the built program from dist with the files in dist/words.
const folder = new URL(import.meta.url.endsWith('.ts') ? './' : './words/', import.meta.url)

/** Where Intl knows no such language, the one its speakers here read most easily. */
const stand: Record<string, string[]> = { srn: ['srn', 'nl'], pap: ['pap', 'nl'], ak: ['ak', 'en'], tw: ['ak', 'en'] }
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'yi', 'ckb'])

export const dirOf = (lang: string): 'ltr' | 'rtl' => (rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr')

const files = new Map<string, Record<string, string>>(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      name.slice(0, -5),
      JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>
    ])
)

/** The languages there is a file for, Dutch first. */
export const languages: string[] = [...files.keys()].sort((a, b) =>
  a === 'nl' ? -1 : b === 'nl' ? 1 : a.localeCompare(b)
)

/** The keys of a language that Dutch has and it lacks. */
export const lacking = (lang: string): string[] =>
  Object.keys(files.get('nl') ?? {}).filter((key) => files.get(lang)?.[key] === undefined)

export const allMessages = (lang: string): Record<string, string> => files.get(lang) ?? {}

const spoken = new Map<string, Words>()

export function wordsIn(asked: string): Words {
  const lang = files.has(asked) ? asked : 'nl'
  let words = spoken.get(lang)
  if (!words) spoken.set(lang, (words = speak(lang)))
  return words
}

/** What was made before for this name; made now otherwise. Holds the last few thousand. */
function memory(): (name: string, make: () => string) => string {
  const made = new Map<string, string>()
  return (name, make) => {
    let text = made.get(name)
    if (text === undefined) {
      if (made.size > 5000) made.clear()
      made.set(name, (text = make()))
    }
    return text
  }
}

/** The same few numbers and days fill the same words on every page. What is longer is mostly somebody’s own words and seldom comes again. */
function nameOf(key: string, facts: Facts | undefined): string | undefined {
  let name = key
  for (const fact in facts) {
    const value = facts[fact]
    if (typeof value === 'string' && value.length > 20) return undefined
    name += `\0${fact}\0${value}`
  }
  return name
}

function speak(lang: string): Words {
  const locales = stand[lang] ?? [lang, 'nl']
  const own = files.get(lang) ?? {}
  const dutchWords = files.get('nl') ?? {}
  const formats = new Map<string, IntlMessageFormat>()
  const fill = (key: string, message: string, facts?: Facts): string => {
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(message, own[key] === undefined ? 'nl' : locales, undefined, { ignoreTag: true })
      formats.set(key, format)
    }
    return String(format.format(facts))
  }
  const filled = memory()
  const find = (key: string, facts?: Facts): string | undefined => {
    const message = own[key] ?? dutchWords[key]
    if (message === undefined || (!message.includes('{') && !message.includes("'"))) return message
    const name = nameOf(key, facts)
    return name === undefined ? fill(key, message, facts) : filled(name, () => fill(key, message, facts))
  }
  const days = new Intl.DateTimeFormat(locales, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(locales, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam'
  })
  const numbers = new Intl.NumberFormat(locales)
  const amounts = new Intl.NumberFormat(locales, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger'
  })
  const lists = new Intl.ListFormat(locales, { type: 'conjunction' })
  const said = memory()
  const day = (text: string): string => said(text, () => days.format(new Date(`${text}T00:00:00Z`)))
  const t = (key: Key, facts?: Facts): string => find(key, facts) ?? key
  return Object.assign(t, {
    lang,
    dir: dirOf(lang),
    find,
    day,
    dayOfInstant: (at: string) => instants.format(new Date(at)),
    number: (n: number) => numbers.format(n),
    money: (cents: number) => amounts.format(cents / 100),
    list: (items: string[]) => lists.format(items)
  })
}
