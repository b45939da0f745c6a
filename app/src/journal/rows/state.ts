/** How rows stand now, as the record tells it. */
import type { Reader } from '../../db/index.ts'
import { partsOf, rowsById } from './queries.ts'
import { idOf, stateOf, type PublicRows, type Row } from './shape.ts'

export interface Standing {
  id: string
  row: Row
  state: string
}

/** @param found rows of one table. */
export async function standingOf(read: Reader, rows: PublicRows, found: readonly Row[]): Promise<Standing[]> {
  if (found.length === 0) return []
  const ids = found.map((row) => idOf(rows, row))
  const parts: Row[][] = []
  for (const part of rows.parts ?? []) parts.push(await partsOf(read, part, ids))
  return found.map((row, at) => {
    const id = ids[at]!
    const theirs = (rows.parts ?? []).map((part, nr) => parts[nr]!.filter((one) => String(one[part.of]) === id))
    return { id, row, state: stateOf(rows, row, theirs) }
  })
}

/** Held, so that whoever changes them at the same moment is told of after, not before. */
export const standingNow = async (read: Reader, rows: PublicRows, ids: readonly string[]): Promise<Standing[]> =>
  standingOf(read, rows, await rowsById(read, rows, ids, true))
