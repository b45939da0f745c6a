/** Checking proofs by the algorithms of RFC 9162 (sections 2.1.3.2 and 2.1.4.2). Needs nothing of Node. */
import { hashOf, type Asking } from './ask.ts'
import { joined, sameBytes, type Hash } from './bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const leafOf = (entry: Uint8Array): Asking<Hash> => hashOf(joined(LEAF, entry))
const nodeOf = (left: Hash, right: Hash): Asking<Hash> => hashOf(joined(NODE, left, right))

const half = (n: number): number => Math.floor(n / 2)
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const areHashes = (...hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === 32)

export interface Inclusion {
  /** The leaf hash of the entry. */
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
  readonly root: Hash
}

/** Whether a leaf stands at `index` in the tree with this size and root. */
export function* inclusionHolds({ leaf, index, size, proof, root }: Inclusion): Asking<boolean> {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes(leaf, root, ...proof)) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const other of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = yield* nodeOf(other, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else hash = yield* nodeOf(hash, other)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(hash, root)
}

export interface Consistency {
  readonly from: number
  readonly to: number
  readonly fromRoot: Hash
  readonly toRoot: Hash
  readonly proof: readonly Hash[]
}

/** Whether the tree with `to` entries begins with the one that had `from` entries. From 0, nothing was said yet: only an empty proof. */
export function* consistencyHolds({ from, to, fromRoot, toRoot, proof }: Consistency): Asking<boolean> {
  if (!isSize(from) || !isSize(to) || from > to || !areHashes(fromRoot, toRoot, ...proof)) return false
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot)
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, yield* hashOf(new Uint8Array()))
  const isFull = Number.isInteger(Math.log2(from)) && 2 ** Math.log2(from) === from
  const hashes = isFull ? [fromRoot, ...proof] : [...proof]
  if (hashes.length === 0) return false
  let [place, last] = [from - 1, to - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  let [before, after] = [hashes[0]!, hashes[0]!]
  for (const other of hashes.slice(1)) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      before = yield* nodeOf(other, before)
      after = yield* nodeOf(other, after)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else after = yield* nodeOf(after, other)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && sameBytes(before, fromRoot) && sameBytes(after, toRoot)
}
