/** Logs to test with, kept in memory. */
import { grow, leafHash, nodeHash, emptyRoot, type Hash, type ReadTile } from '../src/index.ts'

export interface Stored {
  readonly entries: Uint8Array[]
  readonly hashes: Hash[]
  readonly size: number
  readonly root: Hash
  /** By `level/index`, as wide as they are now. */
  readonly tiles: Map<string, Uint8Array>
  readonly readTile: ReadTile
}

export const bytesOf = (hexText: string): Uint8Array => new Uint8Array(Buffer.from(hexText, 'hex'))
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const entriesOf = (n: number, word = 'entry'): Uint8Array[] =>
  Array.from({ length: n }, (_, i) => textBytes(`{"${word}":${i}}`))

/** A log of these entries, after those of an earlier one. */
export async function stored(entries: readonly Uint8Array[], before?: Stored): Promise<Stored> {
  const tiles = new Map(before?.tiles)
  const readTile: ReadTile = (level, index, width) => tiles.get(`${level}/${index}`)!.subarray(0, width * 32)
  const hashes = entries.map(leafHash)
  const grown = await grow(before?.size ?? 0, readTile, hashes)
  for (const { level, index, hashes: row } of grown.tiles) tiles.set(`${level}/${index}`, row)
  return {
    entries: [...(before?.entries ?? []), ...entries],
    hashes: [...(before?.hashes ?? []), ...hashes],
    size: grown.size,
    root: grown.root,
    tiles,
    readTile
  }
}

/** The root by the definition of RFC 6962, section 2.1, written out. */
export function plainRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot
  if (hashes.length === 1) return hashes[0]!
  let left = 1
  while (left * 2 < hashes.length) left *= 2
  return nodeHash(plainRoot(hashes.slice(0, left)), plainRoot(hashes.slice(left)))
}
