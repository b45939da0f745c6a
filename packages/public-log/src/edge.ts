/**
 * The right edge of a tree: of every level the tile that is not full yet. It is all that is needed to append and to know the root, so
 * a tree of any length grows and is checked in the same small memory (8 KB a level; three levels hold 16 million entries).
 */
import { type Hash } from './bytes.ts'
import { emptyRoot, writeLeafHash, writeNodeHash } from './hash.ts'
import { hashAt, TILE, tileWidth, type ReadTile } from './tile.ts'
import { Refusal } from './refusal.ts'

export interface Edge {
  size: number
  /** Per level the hashes of the tile being filled: 32 bytes each, `tileWidth` of them. */
  readonly rows: Uint8Array[]
}

/** Told when a tile is full, before it is emptied. `hashes` is read at once or copied. */
export type WhenFull = (level: number, index: number, hashes: Uint8Array) => void

export const emptyEdge = (): Edge => ({ size: 0, rows: [] })

export const copyEdge = (edge: Edge): Edge => ({ size: edge.size, rows: edge.rows.map((row) => row.slice()) })

/** The edge of a stored tree; refuses `tile-short` where a tile has fewer hashes than its size needs. */
export async function readEdge(size: number, readTile: ReadTile): Promise<Edge> {
  const edge: Edge = { size, rows: [] }
  for (let level = 0; TILE ** level <= size; level++) {
    const hashes = Math.floor(size / TILE ** level)
    const index = Math.floor(hashes / TILE)
    const width = hashes % TILE
    const row = rowOf(edge, level)
    if (width > 0) row.set(await readRow(readTile, level, index, width))
  }
  return edge
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

const rowOf = (edge: Edge, level: number): Uint8Array => (edge.rows[level] ??= new Uint8Array(TILE * 32))

/** Appends an entry. */
export function addEntry(edge: Edge, entry: Uint8Array, whenFull?: WhenFull): void {
  writeLeafHash(entry, rowOf(edge, 0), (edge.size % TILE) * 32)
  grown(edge, whenFull)
}

/** Appends an entry of which only the leaf hash is known. */
export function addLeafHash(edge: Edge, leaf: Hash, whenFull?: WhenFull): void {
  rowOf(edge, 0).set(leaf, (edge.size % TILE) * 32)
  grown(edge, whenFull)
}

/** After a hash came in at level 0: full tiles give one hash to the level above. */
function grown(edge: Edge, whenFull?: WhenFull): void {
  edge.size++
  let count = edge.size
  for (let level = 0; count % TILE === 0; level++) {
    count /= TILE
    const row = rowOf(edge, level)
    whenFull?.(level, count - 1, row)
    foldInto(row, rowOf(edge, level + 1), ((count - 1) % TILE) * 32)
  }
}

const pairs = new Uint8Array(TILE * 16)

/** The root of a full tile, written into the row above. */
function foldInto(row: Uint8Array, above: Uint8Array, at: number): void {
  let from = row
  for (let width = TILE / 2; width > 1; width /= 2) {
    for (let i = 0; i < width; i++) writeNodeHash(from, i * 64, pairs, i * 32)
    from = pairs
  }
  writeNodeHash(from, 0, above, at)
}

/**
 * The root of the tree up to this edge. From the right: on every level the hashes that are left are paired, and one that is over waits
 * for the next level (RFC 6962, section 2.1: the left part is always the largest full one).
 */
export function edgeRoot(edge: Edge): Hash {
  if (edge.size === 0) return emptyRoot
  let waiting: Uint8Array | undefined
  for (let level = 0; TILE ** level <= edge.size; level++) {
    const width = Math.floor(edge.size / TILE ** level) % TILE
    const row = edge.rows[level]!.slice(0, width * 32)
    waiting = foldRow(row, width, waiting)
  }
  return new Uint8Array(waiting!)
}

/** Folds a row of hashes and the smaller tree to its right, through the eight levels of a tile. */
function foldRow(row: Uint8Array, width: number, right: Uint8Array | undefined): Uint8Array | undefined {
  let waiting = right
  const couple = new Uint8Array(64)
  for (let i = 0; i < 8; i++) {
    if (width % 2 === 1) {
      const last = hashAt(row, width - 1)
      waiting = waiting ? joinedTo(couple, last, waiting) : new Uint8Array(last)
    }
    width = Math.floor(width / 2)
    for (let n = 0; n < width; n++) writeNodeHash(row, n * 64, row, n * 32)
  }
  return waiting
}

function joinedTo(couple: Uint8Array, left: Hash, right: Hash): Uint8Array {
  couple.set(left, 0)
  couple.set(right, 32)
  const made = new Uint8Array(32)
  writeNodeHash(couple, 0, made, 0)
  return made
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
