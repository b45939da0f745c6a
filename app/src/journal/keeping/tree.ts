/** The tree as it is stored: how tiles are read out of the tables, and what stands in them. */
import type { ReadTile } from 'public-log'
import { bytesOf, type Reader } from '../../db/index.ts'
import { tileRow } from './queries.ts'

/** Each tile is asked once. A tile that is not there, or not wide enough, is what the package refuses as `tile-short`. */
export function tilesIn(read: Reader): ReadTile {
  const known = new Map<string, Promise<Uint8Array>>()
  const ask = async (level: number, index: number) =>
    new Uint8Array((await tileRow(read, level, index))?.hashes ?? new Uint8Array())
  return async (level, index, width) => {
    const name = `${level}/${index}`
    const found = known.get(name) ?? ask(level, index)
    known.set(name, found)
    return (await found).subarray(0, width * 32)
  }
}

/** The bytes of a leaf: exactly those of the entry as it is stored, never written anew. */
export const leafBytes = (row: { entry: string }): Uint8Array => bytesOf(row.entry)

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
