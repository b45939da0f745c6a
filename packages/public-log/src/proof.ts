/** A proof file: one entry, the hashes that lead to the root, and the checkpoint in which the log signed that root. Needs nothing of Node. */
import { hashOf, type Asking } from './ask.ts'
import { base64, hex, joined, readBase64, textOf, utf8, type Hash } from './bytes.ts'
import {
  LOG_KEY,
  openedNote,
  readCheckpoint,
  verifierOf,
  WITNESS_KEY,
  type Checkpoint,
  type Opened,
  type Verifier
} from './note.ts'
import { inclusionHolds, leafOf } from './path.ts'
import { Refusal } from './refusal.ts'
import { say, type Language, type Wrong } from './words.ts'

export interface Proof {
  readonly version: 1
  /** The entry as it stands in the log: its UTF-8 bytes are the leaf. */
  readonly entry: string
  /** The entry's number; the first entry has number 0. */
  readonly index: number
  readonly size: number
  /** Hashes in base64, lowest first. */
  readonly proof: readonly string[]
  /** The signed checkpoint of the log with `size` entries. */
  readonly checkpoint: string
  /**
   * What the file says for its reader. It is not signed and proves nothing, except `own: { words, salt }`: somebody's own words, of which
   * the entry holds the salted hash.
   */
  readonly about?: unknown
}

/**
 * Makes a proof file's content. Refuses `bad-entry` (not UTF-8), `bad-checkpoint`, and `wrong-tree` where the checkpoint cannot hold the entry.
 */
export function proofOf(of: {
  entry: Uint8Array
  index: number
  proof: readonly Hash[]
  checkpoint: string
  about?: unknown
}): Proof {
  const entry = textOf(of.entry)
  if (entry === undefined) throw new Refusal('bad-entry', 'A proof file holds text: this entry is not UTF-8.')
  const { size } = readCheckpoint(of.checkpoint)
  if (!(of.index >= 0 && of.index < size))
    throw new Refusal('wrong-tree', `A log of ${size} entries has no entry ${of.index}.`)
  const { index, checkpoint, about } = of
  const made = { version: 1, entry, index, size, proof: of.proof.map(base64), checkpoint } as const
  return about === undefined ? made : { ...made, about }
}

export type Verdict =
  | {
      readonly ok: true
      readonly entry: string
      readonly index: number
      readonly size: number
      readonly root: Hash
      readonly origin: string
      /** Names of the keys that signed. */
      readonly by: readonly string[]
      /** Somebody's own words, where the file has them and the entry holds their salted hash. */
      readonly own?: string
      /** When each witness saw it, in seconds since 1970. */
      readonly seen: Readonly<Record<string, number>>
    }
  | { readonly ok: false; readonly wrong: Wrong; readonly says: string }

/** Checks a proof file's content; see `verifyProof`. */
export function* proofChecked(proof: unknown, keys: string, language: Language): Asking<Verdict> {
  const no = (wrong: Wrong, facts: Record<string, string | number> = {}): Verdict => ({
    ok: false,
    wrong,
    says: say(language, wrong, facts)
  })
  const read = readProof(proof)
  if (!read) return no('not-a-proof')
  try {
    const verifiers = yield* keysOf(keys)
    const { checkpoint, opened } = yield* openedCheckpoint(read.checkpoint, verifiers)
    if (checkpoint.size !== read.size) return no('other-size', { signed: checkpoint.size, said: read.size })
    const leaf = yield* leafOf(utf8(read.entry))
    const holds = yield* inclusionHolds({ ...read, leaf, root: checkpoint.root, proof: read.hashes })
    if (!holds) return no('not-in-log', { index: read.index, size: read.size })
    const { index, size, entry } = read
    const { root, origin } = checkpoint
    const own = yield* ownWords(read)
    if (own === false) return no('own-words')
    const right = { ok: true, entry, index, size, root, origin, by: opened.by, seen: opened.seen } as const
    return own === undefined ? right : { ...right, own }
  } catch (problem) {
    if (problem instanceof WrongCheckpoint) return no(problem.wrong, problem.facts)
    throw problem
  }
}

/**
 * The words in `about.own` ({ words, salt in hexadecimal }): they are proven where the entry holds SHA-256(salt ‖ words) in hexadecimal.
 * False where it does not, undefined where the file has none.
 */
function* ownWords({ entry, about }: ReadProof): Asking<string | false | undefined> {
  const own = (about as { own?: unknown } | null | undefined)?.own
  if (own === undefined || own === null) return undefined
  const { words, salt } = own as Record<string, unknown>
  if (typeof words !== 'string' || typeof salt !== 'string' || !/^([0-9a-f]{2})+$/.test(salt)) return false
  const bytes = Uint8Array.from(salt.match(/../g)!, (pair) => parseInt(pair, 16))
  return entry.includes(`"${hex(yield* hashOf(joined(bytes, utf8(words))))}"`) ? words : false
}

/** Reads a text of one or more keys, one a line. Throws `WrongCheckpoint` with `bad-key` where a line is none. */
export function* keysOf(text: string): Asking<Verifier[]> {
  const found: Verifier[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    try {
      found.push(yield* verifierOf(line))
    } catch (problem) {
      if (problem instanceof Refusal) throw new WrongCheckpoint('bad-key')
      throw problem
    }
  }
  if (!found.some(({ kind }) => kind === LOG_KEY)) throw new WrongCheckpoint('bad-key')
  return found
}

/** Why a checkpoint cannot be relied on. */
export class WrongCheckpoint extends Error {
  readonly wrong: Wrong
  readonly facts: Record<string, string | number>

  constructor(wrong: Wrong, facts: Record<string, string | number> = {}) {
    super(wrong)
    this.wrong = wrong
    this.facts = facts
  }
}

/**
 * A checkpoint that one of the log's keys signed, and every witness whose key was given; and that is of the log the key is of.
 * Throws `WrongCheckpoint`.
 */
export function* openedCheckpoint(
  note: string,
  verifiers: readonly Verifier[]
): Asking<{ checkpoint: Checkpoint; opened: Opened }> {
  const opened = yield* openedOrWrong(note, verifiers)
  const has = (key: Verifier): boolean => opened.keys.includes(key)
  const log = verifiers.filter(({ kind }) => kind === LOG_KEY).filter(has)
  if (log.length === 0) throw new WrongCheckpoint('nobody-signed')
  const absent = verifiers.find((one) => one.kind === WITNESS_KEY && !has(one))
  if (absent) throw new WrongCheckpoint('witness-missing', { name: absent.name })
  // A text with an empty line in it would be taken apart as a note once more.
  if (opened.body.includes('\n\n')) throw new WrongCheckpoint('bad-note')
  const checkpoint = checkpointOrWrong(opened.body)
  if (!log.some(({ name }) => name === checkpoint.origin))
    throw new WrongCheckpoint('other-log', { origin: checkpoint.origin, name: log[0]!.name })
  return { checkpoint, opened }
}

function* openedOrWrong(note: string, verifiers: readonly Verifier[]): Asking<Opened> {
  try {
    return yield* openedNote(note, verifiers)
  } catch (problem) {
    if (problem instanceof Refusal) throw new WrongCheckpoint(problem.code as Wrong)
    throw problem
  }
}

/** Reads a checkpoint's text, or throws `WrongCheckpoint`. */
export function checkpointOrWrong(text: string): Checkpoint {
  try {
    return readCheckpoint(text)
  } catch (problem) {
    if (problem instanceof Refusal) throw new WrongCheckpoint('bad-note')
    throw problem
  }
}

type ReadProof = Omit<Proof, 'proof'> & { readonly hashes: readonly Hash[] }

function readProof(given: unknown): ReadProof | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { version, entry, index, size, proof, checkpoint, about } = given as Record<string, unknown>
  const isNumber = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0
  if (version !== 1 || typeof entry !== 'string' || !entry.isWellFormed() || typeof checkpoint !== 'string')
    return undefined
  if (!isNumber(index) || !isNumber(size) || !Array.isArray(proof) || proof.length > 64) return undefined
  const hashes = proof.map((hash: unknown) => (typeof hash === 'string' ? readBase64(hash) : undefined))
  if (!hashes.every((hash) => hash?.length === 32)) return undefined
  return { version, entry, index, size, hashes: hashes as Hash[], checkpoint, about }
}
