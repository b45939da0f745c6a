/** Proofs out of stored tiles (RFC 6962, sections 2.1.1 and 2.1.2): that an entry is in the tree, and that a tree grew from an earlier one. */
import { type Hash } from './bytes.ts'
import { readRow } from './edge.ts'
import { nodeHash } from './hash.ts'
import { Refusal } from './refusal.ts'
import { hashAt, TILE, tileWidth, type ReadTile } from './tile.ts'

/** The largest power of two below n: where a tree of n entries has its left part end. */
function split(n: number): number {
  let left = 1
  while (left * 2 < n) left *= 2
  return left
}

/**
 * The hashes that lead from an entry's leaf to the root of the tree with `size` entries, lowest first.
 * Refuses `no-such-entry` where the tree has no entry `index`, and `tile-short`.
 */
export async function inclusionProof(index: number, size: number, readTile: ReadTile): Promise<Hash[]> {
  if (!(index >= 0 && index < size))
    throw new Refusal('no-such-entry', `A log of ${size} entries has no entry ${index}.`)
  const root = rangeRoots(size, readTile)
  const proof: Hash[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      proof.push(await root(middle, to))
      to = middle
    } else {
      proof.push(await root(from, middle))
      from = middle
    }
  }
  return proof.reverse()
}

/**
 * The hashes that show that the tree with `to` entries begins with the tree that had `from` entries. Empty where either says nothing (0)
 * or both are the same. Refuses `no-such-tree` where from is larger than to, and `tile-short`.
 */
export async function consistencyProof(from: number, to: number, readTile: ReadTile): Promise<Hash[]> {
  if (!(from >= 0 && from <= to)) throw new Refusal('no-such-tree', `A log of ${to} entries never had ${from}.`)
  if (from === 0 || from === to) return []
  const root = rangeRoots(to, readTile)
  const proof: Hash[] = []
  let [left, right, known] = [0, to, true]
  while (from !== right) {
    const middle = left + split(right - left)
    if (from <= middle) {
      proof.push(await root(middle, right))
      right = middle
    } else {
      proof.push(await root(left, middle))
      left = middle
      known = false
    }
  }
  if (!known) proof.push(await root(left, right))
  return proof.reverse()
}

/** Roots of parts of a tree, out of tiles that are each read once. */
function rangeRoots(size: number, readTile: ReadTile): (from: number, to: number) => Promise<Hash> {
  const kept = new Map<string, Promise<Uint8Array>>()
  const tile = (level: number, index: number): Promise<Uint8Array> => {
    const name = `${level}/${index}`
    const row = kept.get(name) ?? readRow(readTile, level, index, tileWidth(level, index, size))
    kept.set(name, row)
    return row
  }
  /** The root of a full tree with 2^height entries. */
  const full = async (height: number, index: number): Promise<Hash> => {
    const level = Math.floor(height / 8)
    const across = 2 ** (height % 8)
    const first = index * across
    const row = await tile(level, Math.floor(first / TILE))
    return fold(row, first % TILE, across)
  }
  const range = async (from: number, to: number): Promise<Hash> => {
    const height = Math.log2(to - from)
    if (Number.isInteger(height) && 2 ** height === to - from) return full(height, from / (to - from))
    const middle = from + split(to - from)
    return nodeHash(await range(from, middle), await range(middle, to))
  }
  return range
}

const fold = (row: Uint8Array, first: number, across: number): Hash =>
  across === 1
    ? new Uint8Array(hashAt(row, first))
    : nodeHash(fold(row, first, across / 2), fold(row, first + across / 2, across / 2))
