/** How the record stands, for pages: what was signed last, and whether signing goes on. */
import { paperGroups, readBase64, readCheckpoint } from 'public-log'
import type { Reader } from '../../db/index.ts'
import type { Wrong } from './check.ts'
import { allKeys, newestCheckpoint, standingStop, waitingSince } from './queries.ts'

export interface Standing {
  /** Entries that were published; 0 before the first. */
  size: number
  signedAt?: string
  /** The root of the newest checkpoint, in 16 groups of four. */
  groups: string[]
  /** The name of the log, and the keys it was signed with, the newest first: more than one when the key was lost or replaced. */
  origin?: string
  keys: { key: string; from: string }[]
  stopped?: { why: Wrong['why']; number: number; at: string }
  /** Something has waited for more than a minute: nobody gives places. */
  behindSince?: string
}

/** A root as people read it to each other: 16 groups of four. */
export const groupsOf = (root: string): string[] => paperGroups(readBase64(root)!)

/** @param at now. */
export async function standing(read: Reader, at: string): Promise<Standing> {
  const last = await newestCheckpoint(read)
  const stop = await standingStop(read)
  const since = await waitingSince(read)
  const late = since !== undefined && Date.parse(at) - Date.parse(since) > 60_000
  return {
    size: Number(last?.size ?? 0),
    groups: last ? groupsOf(last.root) : [],
    keys: (await allKeys(read)).map(({ key, from_at }) => ({ key, from: from_at })).toReversed(),
    ...(last ? { signedAt: last.signed_at, origin: readCheckpoint(last.note).origin } : {}),
    ...(stop ? { stopped: { why: stop.why as Wrong['why'], number: Number(stop.number), at: stop.stopped_at } } : {}),
    ...(late ? { behindSince: since } : {})
  }
}
