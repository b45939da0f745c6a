/** Proof files: an entry of the record, the hashes that lead to the root, and the checkpoint that was signed. */
import { inclusionProof, proofOf, type Proof } from 'public-log'
import type { Reader } from '../../db/index.ts'
import { entryById, newestCheckpoint } from '../keeping/queries.ts'
import { leafBytes, tilesIn } from '../keeping/tree.ts'

export type Proven =
  | { state: 'proven'; proof: Proof; at: string }
  /** Written, but not signed yet: a few seconds, or longer when signing has stopped. */
  | { state: 'waits'; at: string }

/** @param about what the file says about itself for its reader; it is not part of what is proven. */
export async function proofOfEntry(read: Reader, id: string, about?: unknown): Promise<Proven | undefined> {
  const row = await entryById(read, id)
  if (!row) return undefined
  const last = await newestCheckpoint(read)
  if (row.number === null || !last || Number(row.number) >= Number(last.size)) return { state: 'waits', at: row.at }
  const index = Number(row.number)
  const proof = proofOf({
    entry: leafBytes(row),
    index,
    proof: await inclusionProof(index, Number(last.size), tilesIn(read)),
    checkpoint: last.note,
    ...(about === undefined ? {} : { about })
  })
  return { state: 'proven', proof, at: row.at }
}
