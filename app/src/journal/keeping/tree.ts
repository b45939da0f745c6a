/** The tree as it is stored: how tiles are read out of the tables, and what stands in them. */
import { nodeHash, type Hash, type ReadTile } from 'public-log'
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

export interface Growing {
  size: number
  /** Roots of the full parts, the largest first. */
  parts: Hash[]
}

/** The next leaf of a growing tree of which only a few hashes are kept: enough to know the root after every single entry (RFC 6962, 2.1). */
export function addLeaf(growing: Growing, leaf: Hash): void {
  let part = leaf
  for (let n = growing.size; n % 2 === 1; n = (n - 1) / 2) part = nodeHash(growing.parts.pop()!, part)
  growing.parts.push(part)
  growing.size += 1
}

export const rootSoFar = ({ parts }: Growing): Hash => parts.reduceRight((right, left) => nodeHash(left, right))
