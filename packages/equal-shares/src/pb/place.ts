/** Where in a .pb file the reader is, what it was asked, and how it says that something is wrong there. */
import { type RepairLog } from './problem.ts'

export interface ReadOptions {
  /** The name used in messages. */
  readonly file?: string
  /** Keep every line for writing the file again. */
  readonly keepRows?: boolean
  /** Columns of the VOTES section that hold a ballot's weight or its share of money; none unless named. */
  readonly weightColumn?: string
  readonly shareColumn?: string
}

/** A .pb file as rows of text, exactly as read. */
export interface PbFile {
  readonly meta: string[][]
  readonly projectHeader: string[]
  readonly projects: string[][]
  readonly voteHeader: string[]
  readonly votes: string[][]
}

export interface Place {
  readonly file: string
  line: number
  readonly log: RepairLog
  readonly fail: (column: number, sentence: string) => never
}

/** Missing fields at the end are empty; surplus fields must be empty. */
export function checkWidth(place: Place, header: readonly string[], fields: readonly string[]): void {
  if (fields.length === header.length) return
  if (fields.length < header.length)
    place.log.note(
      'short-line',
      'A line has fewer fields than its section has columns; the missing ones are empty.',
      place.line
    )
  else if (fields.slice(header.length).every((f) => f.trim() === ''))
    place.log.note(
      'long-line',
      'A line has more fields than its section has columns; the surplus is empty.',
      place.line
    )
  else
    place.fail(
      header.length + 1,
      `this line has ${fields.length} fields, but its section has ${header.length} columns.`
    )
}

export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
