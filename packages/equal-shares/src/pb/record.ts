/** One record of a .pb file: fields between semicolons, with the quotes and entities found in real files. */

export interface Split {
  readonly fields: string[]
  /** What had to be understood differently from plain CSV. */
  readonly repairs: readonly RecordRepair[]
  /** A quoted field is not closed in this line; `fields` then reads its quote as a letter, if that fits. */
  readonly open: boolean
}

export type RecordRepair = 'stray-quote' | 'entity' | 'spaced-quote'

/**
 * Splits a line that should have `wanted` fields (0: unknown). A quote is special only at the very start of a field.
 * Where that does not give the wanted number, quotes are taken as letters, `&amp;` and its like keep their semicolon, and a quote after spaces counts as a start; only a reading that fits exactly is used.
 */
export function splitRecord(line: string, wanted: number): Split {
  if (!line.includes('"') && !line.includes('&')) return { fields: line.split(';'), repairs: [], open: false }
  const plain = splitQuoted(line, false)
  const fits = (fields: readonly string[]): boolean => wanted === 0 || fields.length === wanted
  if (!plain.open && fits(plain.fields))
    return { fields: plain.fields, repairs: plain.stray ? ['stray-quote'] : [], open: false }
  if (plain.open) return { fields: fits(line.split(';')) ? line.split(';') : [], repairs: ['stray-quote'], open: true }
  const attempts: [() => { fields: string[]; open: boolean }, RecordRepair][] = [
    [() => ({ fields: line.split(';'), open: false }), 'stray-quote'],
    [() => splitQuoted(shieldEntities(line), false), 'entity'],
    [() => ({ fields: shieldEntities(line).split(';'), open: false }), 'entity'],
    [() => splitQuoted(line, true), 'spaced-quote']
  ]
  for (const [attempt, repair] of wanted > 0 ? attempts : []) {
    const { fields, open } = attempt()
    if (!open && fits(fields)) return { fields: fields.map(unshield), repairs: [repair], open: false }
  }
  return { fields: plain.fields, repairs: plain.stray ? ['stray-quote'] : [], open: false }
}

function splitQuoted(line: string, afterSpaces: boolean): { fields: string[]; open: boolean; stray: boolean } {
  const fields: string[] = []
  let stray = false
  let at = 0
  for (;;) {
    const start = afterSpaces ? skipSpaces(line, at) : at
    if (line[start] !== '"') {
      const end = line.indexOf(';', at)
      fields.push(line.slice(at, end < 0 ? undefined : end))
      if (end < 0) return { fields, open: false, stray }
      at = end + 1
      continue
    }
    const { value, end } = quotedField(line, start + 1)
    if (end < 0) return { fields: [...fields, value], open: true, stray }
    const next = line.indexOf(';', end)
    const tail = line.slice(end, next < 0 ? undefined : next)
    if (tail.trim() !== '') stray = true
    fields.push(value + tail)
    if (next < 0) return { fields, open: false, stray }
    at = next + 1
  }
}

const skipSpaces = (line: string, from: number): number => {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at++
  return at
}

/** Reads up to the closing quote; a doubled quote is a quote. */
function quotedField(line: string, from: number): { value: string; end: number } {
  let value = ''
  for (let at = from; ;) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return { value: value + line.slice(at), end: -1 }
    value += line.slice(at, quote)
    if (line[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

const ENTITY = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});/g
const SHIELD = '\u0000'
const shieldEntities = (line: string): string => line.replace(ENTITY, (_all, name: string) => `&${name}${SHIELD}`)
const unshield = (field: string): string => field.replaceAll(SHIELD, ';')

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  euro: '€',
  hellip: '…',
  bdquo: '„',
  rdquo: '”',
  ldquo: '“',
  lsquo: '‘',
  rsquo: '’',
  oacute: 'ó',
  Oacute: 'Ó',
  eacute: 'é'
}

/** Entities as the letters they stand for, where known; the rest stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (all, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? all
    const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** A field as it must be written: quoted only where it has to be. */
export const writeField = (field: string): string =>
  /[;\r\n]/.test(field) || field.startsWith('"') || field !== field.trim() ? `"${field.replaceAll('"', '""')}"` : field
