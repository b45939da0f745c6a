/** A log on the web, in the addresses of c2sp.org/tlog-tiles. */
import { Missing, type Block, type LogSource } from '../log-source.ts'
import { joined } from '../bytes.ts'
import { noteOf, readCheckpoint } from '../note.ts'
import { Refusal } from '../refusal.ts'
import { TILE, tilePath, tileWidth } from '../tile.ts'

/** Bundles that are asked for before they are needed. */
const AHEAD = 6
const LARGEST_CHECKPOINT = 1 << 20
const LARGEST_BUNDLE = TILE * (2 + 65_535)
const PATIENCE = 60_000

export interface WebLog extends LogSource {
  readonly tile: (level: number, index: number, width: number) => Promise<Uint8Array>
}

/** Opens the log at an address: the folder in which `checkpoint` and `tile/` stand. Refuses `unreachable` and `bad-note`. */
export async function openWeb(address: string): Promise<WebLog> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  const checkpoint = noteOf(await fetched(base, 'checkpoint', LARGEST_CHECKPOINT))
  const tile: WebLog['tile'] = (level, index, width) => part(base, level, index, width, TILE * 32, firstHashes)
  return { checkpoint, tile, block: blocksAhead(base, sizeOf(checkpoint)) }
}

/** The size a checkpoint says; 0 where it says none: then it is refused before any block is needed. */
function sizeOf(checkpoint: string): number {
  try {
    return readCheckpoint(checkpoint).size
  } catch {
    return 0
  }
}

/** Blocks in order, of which the next few are already on their way. */
function blocksAhead(base: URL, size: number): LogSource['block'] {
  const coming = new Map<number, Promise<Block>>()
  return (index) => {
    for (let next = index; next <= index + AHEAD; next++) {
      const width = tileWidth(0, next, size)
      if (width === 0 || coming.has(next)) continue
      const block = blockAt(base, next, width)
      block.catch(() => {}) // whoever asks for this block hears of it
      coming.set(next, block)
    }
    const block = coming.get(index)!
    coming.delete(index)
    return block
  }
}

const blockAt = async (base: URL, index: number, width: number): Promise<Block> => {
  const [entries, hashes] = await Promise.all([
    part(base, 'entries', index, width, LARGEST_BUNDLE, firstEntries),
    part(base, 0, index, width, TILE * 32, firstHashes)
  ])
  return { entries, hashes }
}

const firstHashes = (tile: Uint8Array, width: number): Uint8Array => tile.subarray(0, width * 32)

function firstEntries(bundle: Uint8Array, width: number): Uint8Array {
  let end = 0
  for (let i = 0; i < width && end + 2 <= bundle.length; i++) end += 2 + ((bundle[end]! << 8) | bundle[end + 1]!)
  return bundle.subarray(0, end)
}

type First = (full: Uint8Array, width: number) => Uint8Array

/** A tile or bundle; where the partial one is no longer there, the beginning of the full one that took its place. */
async function part(
  base: URL,
  level: number | 'entries',
  index: number,
  width: number,
  most: number,
  first: First
): Promise<Uint8Array> {
  try {
    return await fetched(base, tilePath(level, index, width), most)
  } catch (problem) {
    if (!(problem instanceof Missing) || width === TILE) throw problem
    const full = await fetched(base, tilePath(level, index), most).catch(() => Promise.reject(problem))
    return first(full, width)
  }
}

async function fetched(base: URL, path: string, most: number): Promise<Uint8Array> {
  const address = new URL(path, base)
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    if (answer.status === 404 || answer.status === 410) throw new Missing(path)
    if (!answer.ok || !answer.body) throw new Refusal('unreachable', `${address.href} answers ${answer.status}.`)
    return await bodyOf(answer.body, most, address.href)
  } catch (problem) {
    if (problem instanceof Missing || problem instanceof Refusal) throw problem
    const why = problem instanceof Error ? ((problem.cause as Error | undefined)?.message ?? problem.message) : ''
    throw new Refusal('unreachable', `${address.href} cannot be read: ${why}.`)
  }
}

/** Reads an answer, but never more than the format allows: a log cannot fill the checker's memory. */
async function bodyOf(body: ReadableStream<Uint8Array>, most: number, from: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > most)
      throw new Refusal('unreachable', `${from} goes on after ${most} bytes, which is more than it can be.`)
    pieces.push(piece)
  }
  return joined(...pieces)
}

/** Sends a cosigned checkpoint to whoever collects them. Refuses `unreachable`. */
export async function sendNote(address: string, note: string): Promise<void> {
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  try {
    const answer = await fetch(address, { method: 'POST', body: note, headers, signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok) throw new Refusal('unreachable', `${address} did not take it: it answers ${answer.status}.`)
  } catch (problem) {
    if (problem instanceof Refusal) throw problem
    throw new Refusal('unreachable', `${address} cannot be reached: ${(problem as Error).message}.`)
  }
}
