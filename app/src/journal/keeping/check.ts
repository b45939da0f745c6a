/**
 * Whether what is stored is still what was signed: before every signature the newest entries and tiles, at every start and every night all
 * of it. Nothing is believed but the bytes of the entries.
 */
import { base64, leafHash, rootOf, TILE, type Hash } from 'public-log'
import type { Reader } from '../../db/index.ts'
import { checkpointsAfter, entriesAstray, entriesPlaced, inOneMoment, newestCheckpoint, tileRow } from './queries.ts'
import { addLeaf, leafBytes, rootSoFar, sameHash, tilesIn, type Growing } from './tree.ts'

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
  const whole: Growing = { size: 0, parts: [] }
  const signed = signedRoots(read)
  /** Per level above the leaves the hashes of the tile that is being filled. */
  const rows: Hash[][] = []
  for (let from = 0; from < size && goesOn(); from += TILE) {
    const to = Math.min(size, from + TILE)
    const leaves = leavesFrom(from, to, await entriesPlaced(read, from, to))
    if ('why' in leaves) return leaves
    const wrong =
      (await tileWrong(read, 0, from / TILE, Buffer.concat(leaves))) ??
      (await signed.wrongWithin(whole, leaves)) ??
      (leaves.length === TILE ? await levelsWrong(read, rows, rootOfFull(leaves), from) : undefined)
    if (wrong) return wrong
    await breath()
  }
  for (const [at, row] of rows.entries()) {
    const covered = TILE ** (at + 1)
    const index = Math.floor(Math.floor(size / covered) / TILE)
    const wrong = row.length > 0 ? await tileWrong(read, at + 1, index, Buffer.concat(row)) : undefined
    if (wrong) return wrong
  }
  const astray = await inOneMoment(read, entriesAstray)
  return astray === 0 ? undefined : { why: 'entries-astray', number: astray }
}

function rootOfFull(hashes: readonly Hash[]): Hash {
  const tree: Growing = { size: 0, parts: [] }
  for (const hash of hashes) addLeaf(tree, hash)
  return rootSoFar(tree)
}

/** A full tile gives one hash to the tile above, and so on upwards. @param from the first entry under the tile. */
async function levelsWrong(read: Reader, rows: Hash[][], root: Hash, from: number): Promise<Wrong | undefined> {
  let hash = root
  for (let level = 1; ; level += 1) {
    const row = (rows[level - 1] ??= [])
    row.push(hash)
    if (row.length < TILE) return undefined
    const wrong = await tileWrong(read, level, Math.floor(from / TILE ** (level + 1)), Buffer.concat(row))
    if (wrong) return wrong
    hash = rootOfFull(row)
    row.length = 0
  }
}

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
    async wrongWithin(whole: Growing, leaves: readonly Hash[]): Promise<Wrong | undefined> {
      for (const leaf of leaves) {
        addLeaf(whole, leaf)
        await more()
        if (next[0]?.size !== whole.size) continue
        const signed = next.shift()!
        if (signed.root !== base64(rootSoFar(whole))) return { why: 'root-changed', number: signed.size }
      }
      return undefined
    }
  }
}
