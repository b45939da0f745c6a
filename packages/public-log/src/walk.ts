/**
 * One walk through a log, 256 entries at a time: every entry is hashed, every hash that is served is compared, and what the checker kept
 * is held against it on the way. Remembers only the right edge of the tree and the first thing that is wrong.
 */
import { sameBytes } from './bytes.ts'
import { type WrongLog } from './audit-words.ts'
import { addEntry, addLeafHash, edgeBefore, edgeRoot, type Edge } from './edge.ts'
import { Missing, type Kept, type LogSource } from './log-source.ts'
import { type Checkpoint } from './note.ts'
import { Refusal } from './refusal.ts'
import { TILE, tilePath, tileWidth } from './tile.ts'
import { type Facts } from './words.ts'

/** Ends an audit: what is wrong, and where. */
export class Found extends Error {
  readonly wrong: WrongLog
  readonly facts: Facts

  constructor(wrong: WrongLog, facts: Facts = {}) {
    super(wrong)
    this.wrong = wrong
    this.facts = facts
  }
}

export interface Earlier extends Kept {
  readonly signed: Checkpoint
}

export interface Walk {
  readonly source: LogSource
  readonly signed: Checkpoint
  /** Kept checkpoints and proofs, the smallest log first. */
  readonly earlier: readonly Earlier[]
  /** The tree of the entries as they are served. */
  readonly edge: Edge
  /** The tree of the hashes as they are served; apart from `edge` only from the first difference on. */
  shadow?: Edge
  /** The first entry that does not fit the hash beside it. */
  differs?: number
  /** The first tile above level 0 that is not made of what is below it. */
  tile?: Facts
  /** Per kept proof or export the first entry that is another than then. */
  readonly changed: Map<Earlier, number>
  /** The last kept checkpoint that held. */
  held?: Earlier
  /** The first that did not. */
  wrongRoot?: Earlier
}

/** Goes through the log to its end. Throws `Found` at what is wrong. */
export async function walked(walk: Walk): Promise<void> {
  const { source, signed, edge } = walk
  for (let index = 0; index * TILE < signed.size; index++) {
    const width = tileWidth(0, index, signed.size)
    const from = index * TILE
    const { entries, hashes } = await foundOr(signed.size, from, width, () => source.block(index, width))
    const full: FullTile[] = []
    if (!addBlock(walk, entries, width, full)) throw brokenBlock(walk, from, width, hashes)
    compareHashes(walk, hashes, width)
    await compareKeptExports(walk, index)
    for (const tile of full) await compareTile(walk, tile)
    settleKept(walk)
  }
  await afterWalk(walk, edge)
  // The log is right and has the root that was signed then: so it is not the log that was changed.
  for (const [{ name }, entry] of walk.changed)
    throw new Refusal(
      'bad-kept',
      `${name} says nothing: its entry ${entry} is not the one in the log that it is signed for.`
    )
}

interface FullTile {
  readonly level: number
  readonly index: number
  readonly hashes: Uint8Array
}

async function foundOr<T>(size: number, from: number, count: number, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (problem) {
    if (!(problem instanceof Missing)) throw problem
    throw new Found('missing', { path: problem.path, size, from, to: Math.min(size, from + count) - 1, entry: from })
  }
}

/**
 * Hashes the entries of a block; on the way the roots of kept checkpoints and the entries of kept proofs are compared. False where the
 * bytes are not exactly this many entries.
 */
function addBlock(walk: Walk, bytes: Uint8Array, width: number, full: FullTile[]): boolean {
  const { edge } = walk
  const from = edge.size
  const watched = watchedPlaces(walk, from, width)
  let at = 0
  for (let i = 0; i < width; i++) {
    const end = at + 2 + ((bytes[at]! << 8) | bytes[at + 1]!)
    if (!(end <= bytes.length)) return false
    const entry = bytes.subarray(at + 2, end)
    if (watched.has(from + i)) compareReceipts(walk, from + i, entry)
    addEntry(edge, entry, (level, index, row) => {
      if (level > 0 && walk.source.tile) full.push({ level, index, hashes: new Uint8Array(row) })
    })
    if (watched.has(from + i)) compareRoots(walk)
    at = end
  }
  return at === bytes.length
}

/** Where a block that could not be read to its end stops fitting. */
function brokenBlock(walk: Walk, from: number, width: number, hashes: Uint8Array): Found {
  const read = walk.edge.rows[0]?.subarray(0, Math.min(walk.edge.size - from, width) * 32) ?? new Uint8Array()
  const entry = Math.min(walk.differs ?? from + firstDifference(read, hashes), from + width - 1)
  return new Found('bundle-broken', { from, to: from + width - 1, entry })
}

/** The entries of this block at which something kept is to be compared. */
function watchedPlaces({ earlier }: Walk, from: number, width: number): Set<number> {
  const places = earlier.flatMap(({ signed, entry }) => [signed.size - 1, ...(entry ? [entry.index] : [])])
  return new Set(places.filter((place) => place >= from && place < from + width))
}

function compareReceipts({ earlier, changed }: Walk, index: number, served: Uint8Array): void {
  for (const one of earlier)
    if (one.entry?.index === index && !sameBytes(one.entry.entry, served)) changed.set(one, index)
}

function compareRoots(walk: Walk): void {
  for (const one of walk.earlier) {
    if (one.signed.size !== walk.edge.size || walk.wrongRoot) continue
    if (sameBytes(edgeRoot(walk.edge), one.signed.root)) walk.held = one
    else walk.wrongRoot = one
  }
}

/** After a block: a kept root that did not fit ends the audit, with the entry where that is known. */
function settleKept(walk: Walk): void {
  const one = walk.wrongRoot
  if (!one) return
  const { name, signed } = one
  const entry = walk.changed.get(one)
  if (entry !== undefined) throw new Found(one.entry ? 'receipt-differs' : 'history-changed-at', { entry, name })
  const from = walk.held?.signed.size ?? 0
  throw new Found('history-changed', { name, before: signed.size, from, to: signed.size - 1 })
}

/** Holds the hashes that are served beside the entries against the entries. */
function compareHashes(walk: Walk, hashes: Uint8Array, width: number): void {
  const { edge } = walk
  const row = edge.rows[0]!.subarray(0, width * 32)
  const from = edge.size - width
  if (walk.differs === undefined) {
    if (sameBytes(row, hashes)) return
    walk.differs = from + firstDifference(row, hashes)
    // A block that filled a tile took nothing away from the rows above but their last hash.
    walk.shadow = edgeBefore(edge, from)
  }
  if (hashes.length === row.length && walk.shadow)
    for (let i = 0; i < width; i++) addLeafHash(walk.shadow, hashes.subarray(i * 32, i * 32 + 32))
  else delete walk.shadow
}

/** The first hash of two rows that is another; the length of the shorter one where there is none. */
function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let place = 0
  while (place < a.length && a[place] === b[place]) place++
  return Math.floor(place / 32)
}

async function compareKeptExports(walk: Walk, index: number): Promise<void> {
  const row = walk.edge.rows[0]!
  for (const one of walk.earlier) {
    const width = tileWidth(0, index, one.signed.size)
    if (!one.hashes || width === 0 || walk.changed.has(one)) continue
    const then = await one.hashes(index, width)
    const served_ = row.subarray(0, Math.min(width, tileWidth(0, index, walk.signed.size)) * 32)
    if (!sameBytes(served_, then)) walk.changed.set(one, index * TILE + firstDifference(served_, then))
  }
}

async function compareTile(walk: Walk, { level, index, hashes }: FullTile): Promise<void> {
  const width = hashes.length / 32
  const each = TILE ** level
  const served = await foundOr(walk.signed.size, index * TILE * each, width * each, () =>
    walk.source.tile!(level, index, width)
  )
  if (walk.tile || sameBytes(served, hashes)) return
  const place = (index * TILE + firstDifference(hashes, served)) * each
  walk.tile = { path: tilePath(level, index, width), from: place, to: place + each - 1, entry: place }
}

/** At the end: the root that was signed decides whether the entries or what is served beside them is wrong. */
async function afterWalk(walk: Walk, edge: Edge): Promise<void> {
  const { source, signed, shadow, differs } = walk
  if (source.tile)
    for (let level = 1; TILE ** level <= signed.size; level++) {
      const index = Math.floor(signed.size / TILE ** (level + 1))
      const width = tileWidth(level, index, signed.size)
      if (width > 0)
        await compareTile(walk, { level, index, hashes: new Uint8Array(edge.rows[level]!.subarray(0, width * 32)) })
    }
  if (!sameBytes(edgeRoot(edge), signed.root)) {
    if (differs !== undefined && shadow && sameBytes(edgeRoot(shadow), signed.root))
      throw new Found('entry-changed', { entry: differs })
    throw new Found('root-differs', { size: signed.size, ...whereKnown(walk) })
  }
  if (differs !== undefined) throw new Found('hash-changed', { entry: differs })
  if (walk.tile) throw new Found('tile-changed', walk.tile)
  if (await source.hasMore?.()) throw new Found('too-much', { last: signed.size - 1 })
}

function whereKnown({ differs, held }: Walk): Facts {
  if (differs !== undefined) return { where: 'first-at', entry: differs }
  if (held) return { where: 'after-entry', last: held.signed.size - 1, name: held.name }
  return { where: 'nowhere' }
}
