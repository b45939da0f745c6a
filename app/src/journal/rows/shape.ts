/**
 * How a row is made known in the record: as a hash of everything in it that is public. A column that is left out says why. Whatever few
 * values could be guessed from (where somebody lives, which voice) stands beside something nobody can guess, or is left out.
 */
import { sha256 } from '../../db/index.ts'
import { canonical } from '../canonical.ts'

export type Row = Readonly<Record<string, unknown>>

interface Told {
  table: string
  columns: readonly string[]
  /** Columns that are not told, each with its reason. */
  left?: Readonly<Record<string, string>>
  /** Makes of a row what is hashed; the row itself when absent. */
  seen?(row: Row): Row
}

/** Rows that are told with the one they belong to: few, and changed together with it. */
export interface PartRows extends Told {
  /** The column that names the row it belongs to. */
  of: string
  order: readonly string[]
}

export interface PublicRows extends Told {
  /** What the record calls it. */
  kind: string
  /** The columns it is known by, in the record joined by `~`. */
  key: readonly string[]
  parts?: readonly PartRows[]
  /** The columns that name the goal, the institution and the group it belongs to. */
  of?: Readonly<Partial<Record<Belonging, string>>>
  /** Only rows in which a column says this are told; the others are to the record as if they were not there. */
  only?: { column: string; is: string }
  /** Rows that hold pictures are read a few at a time. */
  heavy?: true
}

export type Belonging = 'goal' | 'institution' | 'group'

export const gone = 'gone'

export const idOf = (rows: Pick<PublicRows, 'key'>, row: Row): string =>
  rows.key.map((column) => String(row[column])).join('~')

const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? sha256(value) : value])
  )

const told = (how: Told, row: Row): Row => plain(how.seen ? how.seen(row) : row)

/** SHA-256 over the canonical JSON of a row and its parts. */
export function stateOf(rows: PublicRows, row: Row, parts: readonly (readonly Row[])[]): string {
  const beside = (rows.parts ?? []).map((part, at) => [part.table, (parts[at] ?? []).map((one) => told(part, one))])
  return sha256(canonical({ kind: rows.kind, row: told(rows, row), ...Object.fromEntries(beside) }))
}

/** What is kept from guessing: a hash with chance in it, or nothing at all once the chance is erased. */
export const unguessable = (salt: unknown, hidden: Row): string | null =>
  typeof salt === 'string' ? sha256(`${salt}\n${canonical(plain(hidden))}`) : null

export const without = (row: Row, ...names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
