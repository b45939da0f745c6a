/**
 * Giving places: what was committed and has no place yet gets the next numbers, the tiles grow, and a checkpoint is signed; all of it in one
 * change, so that a program that ends in between leaves nothing half done. The lease row is held all the while: one process at a time.
 */
import { base64, checkpointBody, grow, leafHash, readCheckpoint, signer, signNote, verifierKey } from 'public-log'
import type { Tx } from '../../db/index.ts'
import { newestWrong, type Wrong } from './check.ts'
import {
  givePlaces,
  heldLease,
  longestWaiting,
  newestCheckpoint,
  newestKey,
  placesGiven,
  putCheckpoint,
  putKey,
  putStop,
  putTile,
  standingStop,
  takeLease
} from './queries.ts'
import { leafBytes, tilesIn } from './tree.ts'

export interface Pen {
  /** 32 bytes that the signing key is made of. */
  seed: Uint8Array
  /** The name of this log when it is signed for the first time; later the name it began with. */
  origin: string
  /** Which process this is. */
  holder: string
}

export type Placed =
  | { state: 'nothing' | 'others' | 'stopped' | 'other-key' }
  | { state: 'placed'; size: number; more: boolean }
  | { state: 'wrong'; wrong: Wrong }

/** Milliseconds that others leave the journal to whoever kept it last: with a look each second nothing waits longer than two seconds. */
const lease = 1000
/** Entries in one change: a few hundredths of a second. */
const most = 1024

/** @param id of the stop, if it comes to that. */
export async function placeWaiting(tx: Tx, pen: Pen, now: number, id: string): Promise<Placed> {
  const at = new Date(now).toISOString()
  const mine = await heldLease(tx)
  if (mine.holder !== pen.holder && mine.until_at > at) return { state: 'others' }
  if (await standingStop(tx)) return { state: 'stopped' }
  const waiting = await longestWaiting(tx, most)
  if (waiting.length === 0) return { state: 'nothing' }
  const size = await placesGiven(tx)
  const wrong = await newestWrong(tx, size)
  if (wrong) {
    await stopSigning(tx, wrong, at, id)
    return { state: 'wrong', wrong }
  }
  const key = await keyToSignWith(tx, pen, at)
  if (!key) return { state: 'other-key' }
  await takeLease(tx, pen.holder, new Date(now + lease).toISOString())
  await givePlaces(
    tx,
    size,
    waiting.map((one) => Number(one.seq))
  )
  const leaves = waiting.map((one) => leafHash(leafBytes(one)))
  const grown = await grow(size, tilesIn(tx), leaves)
  for (const { level, index, width, hashes } of grown.tiles) await putTile(tx, { level, number: index, width, hashes })
  const body = checkpointBody({ origin: key.name, size: grown.size, root: grown.root })
  await putCheckpoint(tx, {
    size: grown.size,
    root: base64(grown.root),
    key: verifierKey(key),
    note: signNote(body, [key]),
    signed_at: at
  })
  return { state: 'placed', size: grown.size, more: waiting.length === most }
}

/** The signer under the name the log began with; nothing when the log was signed with another key than ours. */
async function keyToSignWith(tx: Tx, pen: Pen, at: string) {
  const last = await newestCheckpoint(tx)
  const key = signer(last ? readCheckpoint(last.note).origin : pen.origin, pen.seed)
  const known = await newestKey(tx)
  if (!known) await putKey(tx, verifierKey(key), at)
  return !known || known.key === verifierKey(key) ? key : undefined
}

/** Once: while one stop stands, no second is written. */
export async function stopSigning(tx: Tx, wrong: Wrong, at: string, id: string): Promise<boolean> {
  if (await standingStop(tx)) return false
  await putStop(tx, { id, stopped_at: at, why: wrong.why, number: wrong.number, until_at: null })
  return true
}
