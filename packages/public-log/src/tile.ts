/** Tiles of 256 hashes, bundles of 256 entries and their addresses, as c2sp.org/tlog-tiles has them. */
import { type Hash } from './bytes.ts'
import { Refusal } from './refusal.ts'

/** Hashes side by side in a full tile. */
export const TILE = 256
/** Entries carry their length in two bytes. */
export const LONGEST_ENTRY = 65_535

export interface TileName {
  readonly level: number | 'entries'
  readonly index: number
  /** Hashes or entries in it: 1 to 256. */
  readonly width: number
}

/**
 * The first `width` hashes of a tile, 32 bytes each; more may be given. Level 0 holds leaf hashes, each level above the roots of full
 * tiles below.
 */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array> | Uint8Array

/** Where a tile is served: `tile/0/x001/234.p/17`, `tile/entries/000`. */
export function tilePath(level: number | 'entries', index: number, width: number = TILE): string {
  const digits = String(index)
  const parts = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const path = parts.map((part, i) => (i < parts.length - 1 ? `x${part}` : part)).join('/')
  return `tile/${level}/${path}${width === TILE ? '' : `.p/${width}`}`
}

/** Which tile an address means; undefined where it is not exactly how that tile's address is written. */
export function readTilePath(path: string): TileName | undefined {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!found) return undefined
  const [, of, number, part] = found as unknown as [string, string, string, string | undefined]
  const level = of === 'entries' ? of : Number(of)
  const index = Number(number.replace(/[x/]/g, ''))
  const width = part === undefined ? TILE : Number(part)
  const sound = Number.isSafeInteger(index) && width > 0 && (part === undefined || width < TILE) && level !== 64
  return sound && (level === 'entries' || level < 64) && tilePath(level, index, width) === path
    ? { level, index, width }
    : undefined
}

/** How many hashes a tile has in a tree of this size: 0 where there is no such tile, 256 where it is full. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE ** level) - index * TILE
  return Math.max(0, Math.min(TILE, hashes))
}

/**
 * Entries as they are served together: two bytes of length (big-endian) before each.
 * Refuses `entry-too-long` above 65,535 bytes: the format has no room for more.
 */
export function bundle(entries: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(entries.reduce((n, entry) => n + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > LONGEST_ENTRY)
      throw new Refusal('entry-too-long', `An entry can have ${LONGEST_ENTRY} bytes; this one has ${entry.length}.`)
    all[at] = entry.length >> 8
    all[at + 1] = entry.length & 255
    all.set(entry, at + 2)
    at += 2 + entry.length
  }
  return all
}

/** The entries of a bundle; refuses `bundle-broken` where the lengths do not come out at the end. */
export function readBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const end = at + 2 + ((bytes[at]! << 8) | (bytes[at + 1] ?? 0))
    if (at + 2 > bytes.length || end > bytes.length)
      throw new Refusal('bundle-broken', `The bundle ends in the middle of its entry ${entries.length}.`)
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  return entries
}

/** The hash at a place in a row of hashes. */
export const hashAt = (row: Uint8Array, place: number): Hash => row.subarray(place * 32, place * 32 + 32)
