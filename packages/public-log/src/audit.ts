/**
 * Checks a whole log: every entry is hashed again, every hash that is served is compared, and the checkpoints and proofs that the
 * checker kept are held against it. Goes through the log once, 256 entries at a time, so memory does not grow with its length.
 */
import { sayOfLog, type WrongLog } from './audit-words.ts'
import { type Hash } from './bytes.ts'
import { emptyEdge } from './edge.ts'
import { type Kept, type LogSource } from './log-source.ts'
import { LOG_KEY, type Checkpoint, type Opened, type Verifier } from './note.ts'
import { checkpointOrWrong, keysOf, openedCheckpoint, WrongCheckpoint } from './proof.ts'
import { Refusal } from './refusal.ts'
import { now } from './verify.ts'
import { Found, walked, type Earlier, type Walk } from './walk.ts'
import { type Facts, type Language } from './words.ts'

export interface AuditOptions {
  /** Verifier keys, one a line: one of the log must have signed, and every witness named. Without keys nobody's signature is checked. */
  readonly keys?: string
  readonly kept?: readonly Kept[]
  readonly language?: Language
}

export type AuditVerdict =
  | {
      readonly ok: true
      readonly origin: string
      readonly size: number
      readonly root: Hash
      readonly by: readonly string[]
      readonly seen: Readonly<Record<string, number>>
      /** How many kept checkpoints and proofs were held against it. */
      readonly held: number
    }
  | { readonly ok: false; readonly wrong: WrongLog; readonly says: string; readonly entry?: number }

/**
 * Checks a log. What is wrong comes back as a verdict with a sentence; refuses `bad-kept` where something kept is itself not good
 * (then nothing is said about the log).
 */
export async function audit(source: LogSource, options: AuditOptions = {}): Promise<AuditVerdict> {
  const language = options.language ?? 'en'
  try {
    const verifiers = options.keys === undefined ? undefined : now(keysOf(options.keys))
    const { checkpoint, opened } = openWith(source.checkpoint, verifiers)
    const earlier = (options.kept ?? [])
      .map((one) => readKept(one, verifiers))
      .sort((a, b) => a.signed.size - b.signed.size)
    const walk: Walk = { source, signed: checkpoint, earlier, edge: emptyEdge(), changed: new Map() }
    beforeWalk(walk)
    await walked(walk)
    const { origin, size, root } = checkpoint
    return { ok: true, origin, size, root, by: opened.by, seen: opened.seen, held: earlier.length }
  } catch (problem) {
    if (!(problem instanceof Found || problem instanceof WrongCheckpoint)) throw problem
    const { wrong, facts } = problem
    const says = sayOfLog(language, wrong, whereIn(facts, language))
    return { ok: false, wrong, says, ...(typeof facts['entry'] === 'number' ? { entry: facts['entry'] } : {}) }
  }
}

/** A sentence within a sentence: where it is, in the language of the rest. */
const whereIn = (facts: Facts, language: Language): Facts =>
  typeof facts['where'] === 'string'
    ? { ...facts, where: sayOfLog(language, facts['where'] as WrongLog, facts) }
    : facts

function openWith(
  note: string,
  verifiers: readonly Verifier[] | undefined
): { checkpoint: Checkpoint; opened: Opened } {
  if (verifiers) return now(openedCheckpoint(note, verifiers))
  return { checkpoint: checkpointOrWrong(note), opened: { body: note, by: [], keys: [], seen: {} } }
}

function readKept(kept: Kept, verifiers: readonly Verifier[] | undefined): Earlier {
  try {
    // A witness need not have signed everything that was kept before.
    const log = verifiers?.filter(({ kind }) => kind === LOG_KEY)
    return { ...kept, signed: openWith(kept.checkpoint, log).checkpoint }
  } catch (problem) {
    if (!(problem instanceof WrongCheckpoint)) throw problem
    throw new Refusal('bad-kept', `${kept.name} says nothing: ${sayOfLog('en', problem.wrong, problem.facts)}`)
  }
}

function beforeWalk({ signed, earlier }: Walk): void {
  for (const { name, signed: then } of earlier) {
    if (then.origin !== signed.origin)
      throw new Found('other-origin', { origin: signed.origin, name, before: then.origin })
    if (then.size > signed.size) throw new Found('shorter', { size: signed.size, name, before: then.size })
  }
}
