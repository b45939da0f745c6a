/** A keeper of the record as one might write it first: places in one change, the tree and the checkpoint a moment later in another. For the rig's control. */
import { base64, checkpointBody, grow, leafHash, signer, signNote, verifierKey } from 'public-log'
import type { Store } from '../src/db/index.ts'
import {
  givePlaces,
  longestWaiting,
  newestCheckpoint,
  newestKey,
  placesGiven,
  putCheckpoint,
  putKey,
  putTile
} from '../src/journal/keeping/queries.ts'
import { leafBytes, tilesIn } from '../src/journal/keeping/tree.ts'

const key = signer('careless.example/logboek', new Uint8Array(32).fill(3))
const pause = (milliseconds: number) => new Promise((on) => setTimeout(on, milliseconds))

export async function keepCarelessly(store: Store): Promise<never> {
  for (;;) {
    await pause(100)
    const leaves = await store.change(async (tx) => {
      const waiting = await longestWaiting(tx, 1024)
      const seqs = waiting.map((one) => Number(one.seq))
      await givePlaces(tx, await placesGiven(tx), seqs)
      return waiting.map((one) => leafHash(leafBytes(one)))
    })
    await pause(100)
    if (leaves.length === 0) continue
    await store.change(async (tx) => {
      const size = Number((await newestCheckpoint(tx))?.size ?? 0)
      const at = new Date().toISOString()
      if (!(await newestKey(tx))) await putKey(tx, verifierKey(key), at)
      const grown = await grow(size, tilesIn(tx), leaves)
      for (const { level, index, width, hashes } of grown.tiles)
        await putTile(tx, { level, number: index, width, hashes })
      const signed = { size: grown.size, root: base64(grown.root), key: verifierKey(key), signed_at: at }
      const body = checkpointBody({ origin: key.name, size: grown.size, root: grown.root })
      await putCheckpoint(tx, { ...signed, note: signNote(body, [key]) })
    })
  }
}
