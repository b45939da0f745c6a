/**
 * The right edge of a tree: of every level the tile that is not full yet, and the roots of its full parts. It is all that is needed to
 * append and to know the root after every single entry, so a tree of any length grows and is checked in the same small memory (8 KB a
 * level; three levels hold 16 million entries).
 */
import { type Hash } from './bytes.ts'
import { emptyRoot, writeLeafHash, writeNodeHash } from './hash.ts'
import { TILE, tileWidth, type ReadTile } from './tile.ts'
import { Refusal } from './refusal.ts'

export interface Edge {
  size: number
  /** Per level the hashes of the tile being filled: 32 bytes each, `tileWidth` of them. */
  readonly rows: Uint8Array[]
  /** Roots of the full parts, the largest first, 32 bytes each: as many as the size has ones in binary (RFC 6962, section 2.1). */
  readonly parts: Uint8Array
}

/** Told when a tile is full, before it is emptied. `hashes` is read at once or copied. */
export type WhenFull = (level: number, index: number, hashes: Uint8Array) => void

/** As many parts as the largest size that is counted exactly can have, and one that is being joined. */
const MOST_PARTS = 54

export const emptyEdge = (): Edge => ({ size: 0, rows: [], parts: new Uint8Array(MOST_PARTS * 32) })

/** The edge as it was at an earlier size, as long as no row was emptied and begun again since. */
export const edgeBefore = (edge: Edge, size: number): Edge =>
  edgeOf(
    size,
    edge.rows.map((row) => row.slice())
  )

/** The edge of a stored tree; refuses `tile-short` where a tile has fewer hashes than its size needs. */
export async function readEdge(size: number, readTile: ReadTile): Promise<Edge> {
  const rows: Uint8Array[] = []
  for (let level = 0; TILE ** level <= size; level++) {
    const hashes = Math.floor(size / TILE ** level)
    const index = Math.floor(hashes / TILE)
    const width = hashes % TILE
    const row = rowOf(rows, level)
    if (width > 0) row.set(await readRow(readTile, level, index, width))
  }
  return edgeOf(size, rows)
}

/** A tile's hashes, exactly as many as asked for. */
export async function readRow(readTile: ReadTile, level: number, index: number, width: number): Promise<Uint8Array> {
  const row = await readTile(level, index, width)
  if (row.length < width * 32 || row.length % 32 !== 0)
    throw new Refusal(
      'tile-short',
      `Tile ${index} of level ${level} has ${row.length} bytes; ${width * 32} are needed.`
    )
  return row.subarray(0, width * 32)
}

/** The full parts out of the rows: of the highest level first, and in a row the largest first. */
function edgeOf(size: number, rows: Uint8Array[]): Edge {
  const edge: Edge = { size, rows, parts: new Uint8Array(MOST_PARTS * 32) }
  let made = 0
  for (let level = rows.length - 1; level >= 0; level--) {
    const width = Math.floor(size / TILE ** level) % TILE
    let from = 0
    for (let many = TILE / 2; many >= 1; many /= 2) {
      if ((width & many) === 0) continue
      edge.parts.set(foldedRow(rows[level]!.slice(from * 32, (from + many) * 32)), made++ * 32)
      from += many
    }
  }
  return edge
}

/** The root over a power of two of hashes. Uses up the row. */
function foldedRow(row: Uint8Array): Hash {
  for (let many = row.length / 64; many >= 1; many /= 2)
    for (let i = 0; i < many; i++) writeNodeHash(row, i * 64, row, i * 32)
  return row.subarray(0, 32)
}

const rowOf = (rows: Uint8Array[], level: number): Uint8Array => (rows[level] ??= new Uint8Array(TILE * 32))

/** Appends an entry. */
export function addEntry(edge: Edge, entry: Uint8Array, whenFull?: WhenFull): void {
  writeLeafHash(entry, rowOf(edge.rows, 0), (edge.size % TILE) * 32)
  grown(edge, whenFull)
}

/** Appends an entry of which only the leaf hash is known. */
export function addLeafHash(edge: Edge, leaf: Hash, whenFull?: WhenFull): void {
  rowOf(edge.rows, 0).set(leaf, (edge.size % TILE) * 32)
  grown(edge, whenFull)
}

/** After a hash came in at level 0: two parts of the same height become one, and a full tile gives its root to the level above. */
function grown(edge: Edge, whenFull?: WhenFull): void {
  const { parts, rows } = edge
  const place = edge.size++ % TILE
  let last = partsIn(edge.size - 1) * 32
  parts.set(rows[0]!.subarray(place * 32, place * 32 + 32), last)
  let count = edge.size
  for (let height = 1; count % 2 === 0; height++) {
    count /= 2
    last -= 32
    writeNodeHash(parts, last, parts, last)
    if (height % 8 !== 0) continue
    const level = height / 8
    whenFull?.(level - 1, count - 1, rows[level - 1]!)
    rowOf(rows, level).set(parts.subarray(last, last + 32), ((count - 1) % TILE) * 32)
  }
}

function partsIn(size: number): number {
  let parts = 0
  for (let left = size; left > 0; left = Math.floor(left / 2)) parts += left % 2
  return parts
}

/** The root of the tree up to this edge: its parts joined from the right, the smallest first (RFC 6962, section 2.1). */
export function edgeRoot(edge: Edge): Hash {
  const many = partsIn(edge.size)
  if (many === 0) return emptyRoot
  const parts = edge.parts.slice(0, many * 32)
  for (let last = many - 2; last >= 0; last--) writeNodeHash(parts, last * 32, parts, last * 32)
  return parts.slice(0, 32)
}

export interface GrownTile {
  readonly level: number
  readonly index: number
  readonly width: number
  readonly hashes: Uint8Array
}

/**
 * Appends leaf hashes to a stored tree of `size` entries. Gives the new size and root and every tile that is new or grew wider: store
 * those. Reads only the right edge. Refuses `tile-short`.
 */
export async function grow(
  size: number,
  readTile: ReadTile,
  leafHashes: readonly Hash[]
): Promise<{ size: number; root: Hash; tiles: GrownTile[] }> {
  const edge = await readEdge(size, readTile)
  const tiles: GrownTile[] = []
  const keep: WhenFull = (level, index, row) => tiles.push({ level, index, width: TILE, hashes: new Uint8Array(row) })
  for (const leaf of leafHashes) addLeafHash(edge, leaf, keep)
  for (let level = 0; TILE ** level <= edge.size; level++) {
    const index = Math.floor(edge.size / TILE ** (level + 1))
    const width = tileWidth(level, index, edge.size)
    if (width > 0 && width !== tileWidth(level, index, size))
      tiles.push({ level, index, width, hashes: new Uint8Array(edge.rows[level]!.subarray(0, width * 32)) })
  }
  return { size: edge.size, root: edgeRoot(edge), tiles }
}

/** The root of a stored tree of this size. Refuses `tile-short`. */
export const rootOf = async (size: number, readTile: ReadTile): Promise<Hash> =>
  edgeRoot(await readEdge(size, readTile))
