/** A witness: signs a checkpoint only if it goes on from the last one it saw, and keeps that one. */
import { existsSync, readFileSync } from 'node:fs'
import { readCheckpoint, type Checkpoint } from '../note.ts'
import { openedCheckpoint, WrongCheckpoint } from '../proof.ts'
import { consistencyProof } from '../prove.ts'
import { Refusal } from '../refusal.ts'
import { cosign, type Signer } from '../sign.ts'
import { sameBytes } from '../bytes.ts'
import { now, readVerifierKey, verifyConsistency } from '../verify.ts'
import { say, type Language } from '../words.ts'
import { Missing } from '../log-source.ts'
import { type WebLog } from './web.ts'

/** What a witness keeps between two times. */
export interface Seen {
  /** The log's key, as it was given the first time. */
  readonly log: string
  /** The last checkpoint it cosigned, as the log signed it. */
  readonly checkpoint: string
}

export type Witnessed =
  | { readonly ok: true; readonly note: string; readonly seen: Seen; readonly size: number; readonly before: number }
  | { readonly ok: false; readonly says: string }

/** Reads what was kept; undefined the first time. Refuses `bad-state`: a witness that forgot must not go on as if it were new. */
export function readSeen(path: string): Seen | undefined {
  if (!existsSync(path)) return undefined
  try {
    const { log, checkpoint } = JSON.parse(readFileSync(path, 'utf8')) as Seen
    readVerifierKey(log)
    readCheckpoint(checkpoint)
    return { log, checkpoint }
  } catch {
    throw new Refusal(
      'bad-state',
      `${path} is not what a witness keeps. Do not throw it away: find out what happened to it.`
    )
  }
}

/**
 * Holds a log's checkpoint against the last one seen and cosigns it. The caller stores `seen` before it shows the note.
 * Refuses `bad-key`; what is wrong with the log comes back as a sentence.
 */
export async function witness(of: {
  web: WebLog
  log: string
  key: Signer
  seen: Seen | undefined
  seconds: number
  language: Language
}): Promise<Witnessed> {
  const { web, log, key, seen, seconds } = of
  try {
    const { checkpoint } = now(openedCheckpoint(web.checkpoint, [readVerifierKey(log)]))
    const before = seen && readCheckpoint(seen.checkpoint)
    const wrong = before && (await whatIsWrong(before, checkpoint, web))
    if (wrong !== undefined) return { ok: false, says: rewritten[wrong](of.language, before!.size, checkpoint.size) }
    const note = cosign(web.checkpoint, key, seconds)
    return {
      ok: true,
      note,
      seen: { log, checkpoint: web.checkpoint },
      size: checkpoint.size,
      before: before?.size ?? 0
    }
  } catch (problem) {
    if (problem instanceof WrongCheckpoint) return { ok: false, says: say(of.language, problem.wrong, problem.facts) }
    throw problem
  }
}

type Fault = 'other-origin' | 'shorter' | 'two-roots' | 'rewritten'

async function whatIsWrong(before: Checkpoint, after: Checkpoint, web: WebLog): Promise<Fault | undefined> {
  if (before.origin !== after.origin) return 'other-origin'
  if (after.size < before.size) return 'shorter'
  if (after.size === before.size) return sameBytes(after.root, before.root) ? undefined : 'two-roots'
  try {
    const proof = await consistencyProof(before.size, after.size, web.tile)
    const sizes = { from: before.size, to: after.size, fromRoot: before.root, toRoot: after.root }
    return verifyConsistency({ ...sizes, proof }) ? undefined : 'rewritten'
  } catch (problem) {
    if (problem instanceof Missing || (problem instanceof Refusal && problem.code === 'tile-short')) return 'rewritten'
    throw problem
  }
}

type Say = (language: Language, before: number, after: number) => string
const either =
  (en: (b: number, a: number) => string, nl: (b: number, a: number) => string): Say =>
  (language, before, after) =>
    (language === 'nl' ? nl : en)(before, after)

const rewritten: Readonly<Record<Fault, Say>> = {
  'other-origin': either(
    () => 'Not cosigned: this is another log than the one seen before.',
    () => 'Niet meegetekend: dit is een ander logboek dan dat van eerder.'
  ),
  shorter: either(
    (b, a) =>
      `Not cosigned: the log has ${a} entries and had ${b}. Entries were taken out, or this is an old checkpoint.`,
    (b, a) =>
      `Niet meegetekend: het logboek heeft ${a} regels en had er ${b}. Er zijn regels weggehaald, of dit is een oude momentopname.`
  ),
  'two-roots': either(
    (b) => `Not cosigned: the log signed two different contents for the same ${b} entries.`,
    (b) => `Niet meegetekend: het logboek heeft voor dezelfde ${b} regels twee verschillende inhouden ondertekend.`
  ),
  rewritten: either(
    (b, a) =>
      `Not cosigned: the log of ${a} entries does not begin with the ${b} entries seen before, or does not show that it does.`,
    (b, a) =>
      `Niet meegetekend: het logboek van ${a} regels begint niet met de ${b} regels van eerder, of laat dat niet zien.`
  )
}
