/** Logs to test with, kept in memory. */
import { bundle, checkpointBody, cosigner, emptyRoot, grow, inclusionProof, leafHash, nodeHash } from '../src/index.ts'
import { proofOf, signer, signNote, TILE, verifierKey, type Hash, type Proof, type ReadTile } from '../src/index.ts'
import { exportHead } from '../src/cli/file.ts'

export interface Stored {
  readonly entries: Uint8Array[]
  readonly hashes: Hash[]
  readonly size: number
  readonly root: Hash
  /** By `level/index`, as wide as they are now. */
  readonly tiles: Map<string, Uint8Array>
  readonly readTile: ReadTile
}

export const bytesOf = (hexText: string): Uint8Array => new Uint8Array(Buffer.from(hexText, 'hex'))
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const entriesOf = (n: number, word = 'entry'): Uint8Array[] =>
  Array.from({ length: n }, (_, i) => textBytes(`{"${word}":${i}}`))

/** A log of these entries, after those of an earlier one. */
export async function stored(entries: readonly Uint8Array[], before?: Stored): Promise<Stored> {
  const tiles = new Map(before?.tiles)
  const readTile: ReadTile = (level, index, width) => tiles.get(`${level}/${index}`)!.subarray(0, width * 32)
  const hashes = entries.map(leafHash)
  const grown = await grow(before?.size ?? 0, readTile, hashes)
  for (const { level, index, hashes: row } of grown.tiles) tiles.set(`${level}/${index}`, row)
  return {
    entries: [...(before?.entries ?? []), ...entries],
    hashes: [...(before?.hashes ?? []), ...hashes],
    size: grown.size,
    root: grown.root,
    tiles,
    readTile
  }
}

/** The root by the definition of RFC 6962, section 2.1, written out. */
export function plainRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot
  if (hashes.length === 1) return hashes[0]!
  let left = 1
  while (left * 2 < hashes.length) left *= 2
  return nodeHash(plainRoot(hashes.slice(0, left)), plainRoot(hashes.slice(left)))
}

export const logSigner = signer('example.org/log', new Uint8Array(32).fill(1))
export const logKey = verifierKey(logSigner)
export const witnessSigner = cosigner('example.org/witness', new Uint8Array(32).fill(2))

/** The log's own signed checkpoint, with the real key. */
export const checkpointOf = (log: Stored): string =>
  signNote(checkpointBody({ origin: logSigner.name, size: log.size, root: log.root }), [logSigner])

export const proofIn = async (log: Stored, index: number): Promise<Proof> =>
  proofOf({
    entry: log.entries[index]!,
    index,
    proof: await inclusionProof(index, log.size, log.readTile),
    checkpoint: checkpointOf(log)
  })

/** The parts of an exported log, so that tests can put them together wrongly. */
export interface Parts {
  readonly head: Uint8Array
  readonly blocks: readonly { readonly hashes: readonly Uint8Array[]; readonly entries: readonly Uint8Array[] }[]
}

export const partsOf = (log: Stored, checkpoint = checkpointOf(log)): Parts => ({
  head: exportHead(checkpoint),
  blocks: Array.from({ length: Math.ceil(log.size / TILE) }, (_, i) => ({
    hashes: log.hashes.slice(i * TILE, (i + 1) * TILE),
    entries: log.entries.slice(i * TILE, (i + 1) * TILE)
  }))
})

export const exported = ({ head, blocks }: Parts): Uint8Array =>
  Buffer.concat([head, ...blocks.flatMap(({ hashes, entries }) => [...hashes, bundle(entries)])])
