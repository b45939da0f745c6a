/**
 * Whether what is stored is still what was signed: before every signature the newest entries and tiles, at every start and every night all
 * of it. Nothing is believed but the bytes of the entries.
 */
import {
  addLeafHash,
  base64,
  edgeRoot,
  emptyEdge,
  leafHash,
  rootOf,
  TILE,
  tileWidth,
  type Edge,
  type Hash,
  type WhenFull
} from 'public-log'
import type { Reader } from '../../db/index.ts'
import { checkpointsAfter, entriesAstray, entriesPlaced, inOneMoment, newestCheckpoint, tileRow } from './queries.ts'
import { leafBytes, sameHash, tilesIn } from './tree.ts'

/** What is not as it was signed. `number`: of the entry, of the tile's first entry, or of entries in the checkpoint. */
export interface Wrong {
  why: 'entry-changed' | 'entry-missing' | 'tile-changed' | 'root-changed' | 'entries-astray'
  number: number
}

type Row = { number: number; entry: string }

/** Their leaf hashes, or the first place where one is missing. */
function leavesFrom(from: number, to: number, rows: readonly Row[]): Hash[] | Wrong {
  const leaves: Hash[] = []
  for (let number = from; number < to; number += 1) {
    const row = rows[number - from]
    if (Number(row?.number) !== number) return { why: 'entry-missing', number }
    leaves.push(leafHash(leafBytes(row!)))
  }
  return leaves
}

/** The newest tile of entries, and the root that the last checkpoint signed. @param size how many have a place. */
export async function newestWrong(read: Reader, size: number): Promise<Wrong | undefined> {
  if (size === 0) return undefined
  const last = await newestCheckpoint(read)
  if (Number(last?.size) !== size) return { why: 'root-changed', number: size }
  const from = Math.floor((size - 1) / TILE) * TILE
  const leaves = leavesFrom(from, size, await entriesPlaced(read, from, size))
  if ('why' in leaves) return leaves
  const wrong = await tileWrong(read, 0, from / TILE, Buffer.concat(leaves))
  if (wrong) return wrong
  const root = await rootOf(size, tilesIn(read)).catch(() => undefined)
  return root && base64(root) === last?.root ? undefined : { why: 'root-changed', number: size }
}

/** These hashes against the beginning of the stored tile. */
async function tileWrong(read: Reader, level: number, index: number, hashes: Uint8Array): Promise<Wrong | undefined> {
  const stored = new Uint8Array((await tileRow(read, level, index))?.hashes ?? [])
  const first = index * TILE ** (level + 1)
  if (stored.length < hashes.length) return { why: 'tile-changed', number: first }
  for (let at = 0; at < hashes.length; at += 32)
    if (!sameHash(stored.subarray(at, at + 32), hashes.subarray(at, at + 32)))
      return { why: level === 0 ? 'entry-changed' : 'tile-changed', number: first + (at / 32) * TILE ** level }
  return undefined
}

const breath = () => new Promise<void>((on) => setImmediate(on))

/**
 * Everything up to the newest checkpoint: each entry, each tile of each level, and each root that was ever signed. In small pieces, so
 * that pages go on in between; in little memory, however long the record is.
 */
export async function wholeWrong(read: Reader, goesOn: () => boolean = () => true): Promise<Wrong | undefined> {
  const size = Number((await newestCheckpoint(read))?.size ?? 0)
  const edge = emptyEdge()
  const signed = signedRoots(read)
  for (let from = 0; from < size && goesOn(); from += TILE) {
    const to = Math.min(size, from + TILE)
    const leaves = leavesFrom(from, to, await entriesPlaced(read, from, to))
    if ('why' in leaves) return leaves
    const full: Tile[] = []
    const wrong =
      (await tileWrong(read, 0, from / TILE, Buffer.concat(leaves))) ??
      (await signed.wrongWithin(edge, leaves, (level, index, hashes) => {
        if (level > 0) full.push({ level, index, hashes: new Uint8Array(hashes) })
      })) ??
      (await firstWrong(read, full))
    if (wrong) return wrong
    await breath()
  }
  const wrong = await firstWrong(read, tilesBeingFilled(edge))
  if (wrong) return wrong
  const astray = await inOneMoment(read, entriesAstray)
  return astray === 0 ? undefined : { why: 'entries-astray', number: astray }
}

interface Tile {
  level: number
  index: number
  hashes: Uint8Array
}

async function firstWrong(read: Reader, tiles: readonly Tile[]): Promise<Wrong | undefined> {
  for (const { level, index, hashes } of tiles) {
    const wrong = await tileWrong(read, level, index, hashes)
    if (wrong) return wrong
  }
  return undefined
}

/** Above the leaves, of which every tile was compared. */
const tilesBeingFilled = ({ size, rows }: Edge): Tile[] =>
  rows.flatMap((row, level) => {
    const index = Math.floor(size / TILE ** (level + 1))
    const width = tileWidth(level, index, size)
    return level === 0 || width === 0 ? [] : [{ level, index, hashes: row.subarray(0, width * 32) }]
  })

/** Walks along all checkpoints beside the entries. */
function signedRoots(read: Reader) {
  let next: { size: number; root: string }[] = []
  let last = 0
  let done = false
  const more = async () => {
    if (next.length > 0 || done) return
    next = (await checkpointsAfter(read, last, 500)).map(({ size, root }) => ({ size: Number(size), root }))
    last = next.at(-1)?.size ?? last
    done = next.length === 0
  }
  return {
    async wrongWithin(edge: Edge, leaves: readonly Hash[], whenFull: WhenFull): Promise<Wrong | undefined> {
      for (const leaf of leaves) {
        addLeafHash(edge, leaf, whenFull)
        await more()
        if (next[0]?.size !== edge.size) continue
        const signed = next.shift()!
        if (signed.root !== base64(edgeRoot(edge))) return { why: 'root-changed', number: signed.size }
      }
      return undefined
    }
  }
}
