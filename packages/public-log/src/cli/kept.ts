/** What a checker kept: keys, checkpoints, proof files and earlier exports, each in a file. */
import { existsSync, openSync, readFileSync, readSync, closeSync } from 'node:fs'
import { basename } from 'node:path'
import { type Kept } from '../log-source.ts'
import { readNumber, textOf, utf8 } from '../bytes.ts'
import { Refusal } from '../refusal.ts'
import { FIRST_LINE, openExport } from './file.ts'

/** A key as it is given: itself, or the file that holds it. */
export const keyText = (given: string): string =>
  !/\+[0-9a-f]{8}\+/.test(given) && existsSync(given) ? readText(given) : given

/** A file's text; refuses `not-text`. */
export function readText(path: string): string {
  const text = textOf(readFileSync(path))
  if (text === undefined) throw new Refusal('not-text', `${path} is not a text.`)
  return text
}

/** Reads JSON; refuses `not-json`. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path)) as unknown
  } catch (problem) {
    if (problem instanceof SyntaxError) throw new Refusal('not-json', `${path} is not JSON: ${problem.message}`)
    throw problem
  }
}

/** Opens what was kept, whatever it is. Refuses `not-kept`. */
export function openKept(path: string): Kept & { close?: () => void } {
  const name = basename(path)
  const first = firstBytes(path, FIRST_LINE.length)
  if (first === FIRST_LINE) {
    const file = openExport(path)
    const hashes = async (index: number, width: number): Promise<Uint8Array> => (await file.block(index, width)).hashes
    return { name, checkpoint: file.checkpoint, hashes, close: file.close }
  }
  if (!first.trimStart().startsWith('{')) return { name, checkpoint: readText(path) }
  const { checkpoint, index, entry } = readJson(path) as Record<string, unknown>
  const isProof = typeof checkpoint === 'string' && typeof entry === 'string' && readNumber(String(index)) !== undefined
  if (!isProof) throw new Refusal('not-kept', `${path} is not a checkpoint, a proof file or an exported log.`)
  return { name, checkpoint, entry: { index: Number(index), entry: utf8(entry) } }
}

function firstBytes(path: string, count: number): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(count)
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, count, 0))
  } finally {
    closeSync(file)
  }
}
