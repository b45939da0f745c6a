/** The fields a form may carry: described once, read and refused here, drawn in form.tsx. */
import { day, type Day, type Refusal } from '@buurtmacht/domain'
import { sha256 } from '../db/index.ts'
import { keepPaper, type Paper } from './papers.ts'
import { SentFile } from './parts.ts'
import { drawAnew, type Picture } from './pictures.ts'

/** `optional` fields read as '' when left empty. `max` counts characters as people do (code points). */
export type Field =
  | {
      kind: 'text'
      max?: number
      optional?: true
      autocomplete?: string
      input?: 'email' | 'tel' | 'text' | 'password'
      inputmode?: 'numeric'
    }
  | { kind: 'long'; max: number; optional?: true }
  | { kind: 'day'; optional?: true }
  /** One of a fixed list; `words` is the prefix of the choices' words, the field's own key when absent. */
  | { kind: 'choice'; of: readonly string[]; words?: string; optional?: true }
  /** One of a list that is only known when the page is shown (areas, groups); the action checks that it exists. */
  | { kind: 'pick'; optional?: true }
  /** Any number of such a list. */
  | { kind: 'picks'; optional?: true }
  | { kind: 'hidden'; optional?: true }
  /** A picture sent along; what is given is drawn anew. */
  | { kind: 'picture'; optional?: true }
  /** A bill or receipt sent along: a picture, drawn anew, or a PDF without anything that acts. */
  | { kind: 'paper'; optional?: true }
  /** A file of another program, as it came: whoever reads it believes nothing of it. */
  | { kind: 'file'; accept: string; optional?: true }

export type Fields = Record<string, Field>
/** Fields that hold words and choices only: what was given is what was typed. */
export type WrittenFields = Record<string, Exclude<Field, { kind: SentKind }>>

type SentKind = 'picture' | 'paper' | 'file'
type SentOf<K extends SentKind> = { picture: Picture; paper: Paper; file: SentFile }[K]

type GivenOf<F extends Field> = F extends { kind: 'picks' }
  ? string[]
  : F extends { kind: infer K extends SentKind }
    ? F extends { optional: true }
      ? SentOf<K> | undefined
      : SentOf<K>
    : F extends { kind: 'choice'; of: readonly (infer O)[] }
      ? F extends { optional: true }
        ? O | ''
        : O
      : F extends { kind: 'day' }
        ? F extends { optional: true }
          ? Day | ''
          : Day
        : string

export type Given<F extends Fields> = { [K in keyof F]: GivenOf<F[K]> }
/** What was typed, exactly, to show again. */
export type Typed = Record<string, string | string[]>

export const charactersIn = (text: string): number => [...text].length

/** Browsers send line breaks as CRLF; NUL cannot be stored and nobody can type it. */
const clean = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\0', '')

const one = (value: unknown): string =>
  clean(typeof value === 'string' ? value : Array.isArray(value) ? String(value[0] ?? '') : '')
const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value])
    .map((v) => clean(String(v)))
    .slice(0, 2000)

/** @returns what was typed, and either the values or every refusal, one per field. */
export function readFields<F extends Fields>(
  fields: F,
  body: unknown
): { typed: Typed; given: Given<F>; refusals: Refusal[] } {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const typed: Typed = {}
  const given: Record<string, unknown> = {}
  const refusals: Refusal[] = []
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'picks') {
      typed[name] = given[name] = many(sent[name])
      if (!field.optional && many(sent[name]).length === 0) refusals.push({ code: 'field-missing', field: name })
      continue
    }
    if (isSentKind(field)) {
      const file = [sent[name]].flat().find((one) => one instanceof SentFile)
      // A file cannot be put back into a form; its hash tells this form from the same form with another file.
      typed[name] = file ? sha256(file.bytes) : ''
      given[name] = file
      if (!file && !field.optional) refusals.push({ code: 'field-missing', field: name })
      continue
    }
    const text = one(sent[name])
    typed[name] = text
    given[name] = field.kind === 'long' ? text : text.replace(/[\p{Zl}\p{Zp}\p{Cc}]+/gu, ' ').trim()
    const refusal = refuse(name, field, text.trim())
    if (refusal) refusals.push(refusal)
  }
  return { typed, given: given as Given<F>, refusals }
}

function refuse(name: string, field: Exclude<Field, { kind: 'picks' | SentKind }>, text: string): Refusal | undefined {
  if (text === '') return field.optional ? undefined : { code: 'field-missing', field: name }
  switch (field.kind) {
    case 'text':
    case 'long': {
      const max = field.max ?? 300
      const length = charactersIn(text)
      return length > max ? { code: 'field-too-long', field: name, facts: { length, max } } : undefined
    }
    case 'day':
      return day(text) ? undefined : { code: 'field-not-a-day', field: name }
    case 'choice':
      return field.of.includes(text) ? undefined : { code: 'field-not-a-choice', field: name }
    case 'pick':
    case 'hidden':
      return text.length > 300 ? { code: 'field-not-a-choice', field: name } : undefined
  }
}

/** Puts each picture, drawn anew, in the place of the file that came. Takes time: only for somebody who may send this form. */
export async function drawPictures(fields: Fields | undefined, given: Record<string, unknown>): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  for (const [name, file] of Object.entries(given)) {
    if (!(file instanceof SentFile)) continue
    const kind = fields?.[name]?.kind
    if (kind === 'file') continue
    const picture = kind === 'paper' ? await keepPaper(file.bytes) : await drawAnew(file.bytes)
    if (picture.ok) given[name] = picture.value
    else refusals.push({ ...picture.refusal, field: name })
  }
  return refusals
}

const isSentKind = (field: Field): field is Extract<Field, { kind: SentKind }> =>
  field.kind === 'picture' || field.kind === 'paper' || field.kind === 'file'

export const takesFiles = (fields: Fields | undefined): boolean => Object.values(fields ?? {}).some(isSentKind)
