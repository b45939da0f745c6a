/**
 * Checks a whole log: every entry is hashed again, every hash that is served is compared, and the checkpoints and proofs that the
 * checker kept are held against it. Goes through the log once, 256 entries at a time, so memory does not grow with its length.
 */
import { sameBytes, type Hash } from './bytes.ts'
import { sayOfLog, type WrongLog } from './audit-words.ts'
import { addEntry, addLeafHash, copyEdge, edgeRoot, emptyEdge, type Edge } from './edge.ts'
import { type Checkpoint, type Opened, type Verifier } from './note.ts'
import { checkpointOrWrong, keysOf, openedCheckpoint, WrongCheckpoint } from './proof.ts'
import { Refusal } from './refusal.ts'
import { TILE, tilePath, tileWidth } from './tile.ts'
import { now } from './verify.ts'
import { type Facts, type Language } from './words.ts'

/** 256 entries (at the end of the log fewer) and the leaf hashes that are served beside them. */
export interface Block {
  readonly entries: Uint8Array
  readonly hashes: Uint8Array
}

/** Where a log is read from. What is not there although it must be, is thrown as `Missing`. */
export interface LogSource {
  /** The signed checkpoint. */
  readonly checkpoint: string
  /** Asked for in order, each once. */
  readonly block: (index: number, width: number) => Promise<Block>
  /** A tile above level 0, where the source has them. */
  readonly tile?: (level: number, index: number, width: number) => Promise<Uint8Array>
  /** Asked for after the last block: whether something follows that does not belong there. */
  readonly hasMore?: () => Promise<boolean>
}

/** What the checker kept from before. */
export interface Kept {
  /** What the checker calls it, such as the name of the file. */
  readonly name: string
  readonly checkpoint: string
  /** Of a proof: the entry it proves. */
  readonly entry?: { readonly index: number; readonly entry: Uint8Array }
  /** Of an earlier export: its leaf hashes, asked for in order. */
  readonly hashes?: (index: number, width: number) => Promise<Uint8Array>
}

export interface AuditOptions {
  /** Verifier keys, one a line: one of the log must have signed, and every witness named. Without keys nobody's signature is checked. */
  readonly keys?: string
  readonly kept?: readonly Kept[]
  readonly language?: Language
}

export type AuditVerdict =
  | {
      readonly ok: true
      readonly origin: string
      readonly size: number
      readonly root: Hash
      readonly by: readonly string[]
      readonly seen: Readonly<Record<string, number>>
      /** How many kept checkpoints and proofs were held against it. */
      readonly held: number
    }
  | { readonly ok: false; readonly wrong: WrongLog; readonly says: string; readonly entry?: number }

/** Thrown by a source for what the log signed but does not give. */
export class Missing extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is missing`)
    this.path = path
  }
}

/** Ends an audit: what is wrong, and where. */
class Found extends Error {
  readonly wrong: WrongLog
  readonly facts: Facts

  constructor(wrong: WrongLog, facts: Facts = {}) {
    super(wrong)
    this.wrong = wrong
    this.facts = facts
  }
}

interface Earlier extends Kept {
  readonly signed: Checkpoint
}

interface Walk {
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
  /** Per kept export the first entry that is another than then. */
  readonly changed: Map<Earlier, number>
  /** The last kept checkpoint that held. */
  held?: Earlier
  /** The first that did not. */
  wrongRoot?: Earlier
}

/**
 * Checks a log. What is wrong comes back as a verdict with a sentence; refuses `bad-kept` where something kept is itself not good
 * (then nothing is said about the log).
 */
export async function audit(source: LogSource, options: AuditOptions = {}): Promise<AuditVerdict> {
  const language = options.language ?? 'en'
  try {
    const verifiers = options.keys === undefined ? undefined : now(keysOf(options.keys))
    const { checkpoint, opened } = openWith(source.checkpoint, verifiers)
    const earlier = (options.kept ?? [])
      .map((one) => readKept(one, verifiers))
      .sort((a, b) => a.signed.size - b.signed.size)
    const walk: Walk = { source, signed: checkpoint, earlier, edge: emptyEdge(), changed: new Map() }
    beforeWalk(walk)
    await walked(walk)
    const { origin, size, root } = checkpoint
    return { ok: true, origin, size, root, by: opened.by, seen: opened.seen, held: earlier.length }
  } catch (problem) {
    if (!(problem instanceof Found || problem instanceof WrongCheckpoint)) throw problem
    const { wrong, facts } = problem
    const says = sayOfLog(language, wrong, whereIn(facts, language))
    return { ok: false, wrong, says, ...(typeof facts['entry'] === 'number' ? { entry: facts['entry'] } : {}) }
  }
}

/** A sentence within a sentence: where it is, in the language of the rest. */
const whereIn = (facts: Facts, language: Language): Facts =>
  typeof facts['where'] === 'string'
    ? { ...facts, where: sayOfLog(language, facts['where'] as WrongLog, facts) }
    : facts

function openWith(
  note: string,
  verifiers: readonly Verifier[] | undefined
): { checkpoint: Checkpoint; opened: Opened } {
  if (verifiers) return now(openedCheckpoint(note, verifiers))
  return { checkpoint: checkpointOrWrong(note), opened: { body: note, by: [], keys: [], seen: {} } }
}

function readKept(kept: Kept, verifiers: readonly Verifier[] | undefined): Earlier {
  try {
    // A witness need not have signed everything that was kept before.
    const log = verifiers?.filter(({ kind }) => kind === 1)
    return { ...kept, signed: openWith(kept.checkpoint, log).checkpoint }
  } catch (problem) {
    if (!(problem instanceof WrongCheckpoint)) throw problem
    throw new Refusal('bad-kept', `${kept.name} says nothing: ${sayOfLog('en', problem.wrong, problem.facts)}`)
  }
}

function beforeWalk({ signed, earlier }: Walk): void {
  for (const { name, signed: then } of earlier) {
    if (then.origin !== signed.origin)
      throw new Found('other-origin', { origin: signed.origin, name, before: then.origin })
    if (then.size > signed.size) throw new Found('shorter', { size: signed.size, name, before: then.size })
  }
}

async function walked(walk: Walk): Promise<void> {
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

function compareReceipts({ earlier }: Walk, index: number, served_: Uint8Array): void {
  for (const { name, entry } of earlier)
    if (entry?.index === index && !sameBytes(entry.entry, served_))
      throw new Found('receipt-differs', { entry: index, name })
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
  if (entry !== undefined) throw new Found('history-changed-at', { entry, name })
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
    walk.shadow = shadowBefore(edge, width)
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

/** The tree as it was before its last block. A block that filled a tile took nothing away from the rows above but their last hash. */
function shadowBefore(edge: Edge, width: number): Edge {
  const shadow = copyEdge(edge)
  shadow.size -= width
  return shadow
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
