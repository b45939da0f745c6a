/**
 * An exported log in one file, read from front to back:
 *
 *   public-log export 1\n
 *   the length of the checkpoint in bytes, in decimals\n
 *   the signed checkpoint
 *   for every 256 entries (at the end fewer): their leaf hashes, 32 bytes each, then their bundle
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { type Block, type LogSource } from '../log-source.ts'
import { joined, readNumber, textOf, utf8 } from '../bytes.ts'
import { Refusal } from '../refusal.ts'

export const FIRST_LINE = 'public-log export 1\n'
const LARGEST_CHECKPOINT = 1 << 20

/** A file that is read in large pieces; `take` gives fewer bytes only where the file ends. */
interface Reading {
  readonly take: (count: number) => Uint8Array
  readonly peek: (count: number) => Uint8Array
  readonly close: () => void
}

function reading(path: string): Reading {
  const file = openSync(path, 'r')
  let buffer = Buffer.alloc(1 << 18)
  let [from, to] = [0, 0]
  const peek = (count: number): Uint8Array => {
    if (to - from < count) {
      const room = buffer.length < count ? Buffer.alloc(count * 2) : buffer
      buffer.copy(room, 0, from, to)
      ;[buffer, from, to] = [room, 0, to - from]
      for (let got = 1; got > 0 && to < count; to += got) got = readSync(file, buffer, to, buffer.length - to, null)
    }
    return buffer.subarray(from, Math.min(to, from + count))
  }
  const take = (count: number): Uint8Array => {
    const bytes = peek(count)
    from += bytes.length
    return bytes
  }
  return { take, peek, close: () => closeSync(file) }
}

function readingBytes(bytes: Uint8Array): Reading {
  let from = 0
  const peek = (count: number): Uint8Array => bytes.subarray(from, from + count)
  const take = (count: number): Uint8Array => {
    const taken = peek(count)
    from += taken.length
    return taken
  }
  return { take, peek, close: () => {} }
}

export interface ExportFile extends LogSource {
  readonly close: () => void
}

/**
 * Opens an export: of a file, or of bytes in memory. Refuses `not-an-export`. What it gives is valid until the next block is asked for.
 */
export function openExport(from: string | Uint8Array): ExportFile {
  const file = typeof from === 'string' ? reading(from) : readingBytes(from)
  const no = (): never => {
    file.close()
    throw new Refusal('not-an-export', `${typeof from === 'string' ? from : 'This'} is not an exported log.`)
  }
  if (textOf(file.take(FIRST_LINE.length)) !== FIRST_LINE) no()
  const line = Buffer.from(file.peek(10)).toString('latin1')
  const length = readNumber(line.split('\n')[0]!)
  if (length === undefined || !line.includes('\n') || length > LARGEST_CHECKPOINT) return no()
  file.take(String(length).length + 1)
  return {
    checkpoint: textOf(file.take(length)) ?? no(),
    block: (_, width) => Promise.resolve(nextBlock(file, width)),
    hasMore: () => Promise.resolve(file.peek(1).length > 0),
    close: file.close
  }
}

/** The next block, as far as the file goes; whoever reads it sees where it ends. */
function nextBlock(file: Reading, width: number): Block {
  const hashes = width * 32
  let end = hashes
  let bytes = file.peek(1 << 15)
  for (let i = 0; i < width; i++) {
    if (bytes.length < end + 2) bytes = file.peek(end + (1 << 16))
    if (bytes.length < end + 2) break
    end += 2 + ((bytes[end]! << 8) | bytes[end + 1]!)
  }
  bytes = file.take(end)
  return { hashes: bytes.subarray(0, hashes), entries: bytes.subarray(hashes) }
}

/** The beginning of an export, before its blocks. */
export function exportHead(checkpoint: string): Uint8Array {
  const note = utf8(checkpoint)
  return joined(utf8(`${FIRST_LINE}${note.length}\n`), note)
}

/** Begins an export. Refuses to write over a file that is there (the error of the system, EEXIST). */
export function createExport(path: string, checkpoint: string): { add: (block: Block) => void; close: () => void } {
  const file = openSync(path, 'wx')
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
  }
  write(exportHead(checkpoint))
  return {
    add: ({ hashes, entries }) => {
      write(hashes)
      write(entries)
    },
    close: () => closeSync(file)
  }
}
