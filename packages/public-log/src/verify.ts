/** Checks with Node's own cryptography, at once. */
import { createPublicKey, verify } from 'node:crypto'
import { answered, type Ask, type Asking } from './ask.ts'
import { joined } from './bytes.ts'
import { sha256 } from './hash.ts'
import { openedNote, verifierOf, type Opened, type Verifier } from './note.ts'
import { consistencyHolds, inclusionHolds, type Consistency, type Inclusion } from './path.ts'
import { proofChecked, type Verdict } from './proof.ts'
import { type Language } from './words.ts'

// The fixed beginning of an Ed25519 public key in SPKI (RFC 8410).
const SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0)

export function nodeAnswers(ask: Ask): Uint8Array | boolean {
  if ('hash' in ask) return sha256(ask.hash)
  const key = createPublicKey({ key: Buffer.from(joined(SPKI, ask.publicKey)), format: 'der', type: 'spki' })
  return verify(null, ask.message, key, ask.signature)
}

/** Runs a check with Node's own cryptography. */
export const now = <T>(check: Asking<T>): T => answered(check, nodeAnswers)

/** Whether a leaf stands at `index` in the tree with this size and root (RFC 9162, 2.1.3.2). Never throws. */
export const verifyInclusion = (inclusion: Inclusion): boolean => now(inclusionHolds(inclusion))

/** Whether the larger tree begins with the smaller one (RFC 9162, 2.1.4.2). Never throws. */
export const verifyConsistency = (consistency: Consistency): boolean => now(consistencyHolds(consistency))

/** Reads a verifier key (name+id+base64); refuses `bad-key`. */
export const readVerifierKey = (text: string): Verifier => now(verifierOf(text))

/** A note's text and which of these keys signed it; refuses `bad-note`, `bad-signature`, `nobody-signed`. */
export const openNote = (note: string, verifiers: readonly Verifier[]): Opened => now(openedNote(note, verifiers))

/**
 * Checks a proof file with the log's key: that the key signed the checkpoint, and that the entry stands in the log the checkpoint is of.
 * `key` may hold several keys, one a line: one of the log must have signed, and every witness that is named. Never throws on a bad proof.
 */
export const verifyProof = (proof: unknown, key: string, language: Language = 'en'): Verdict =>
  now(proofChecked(proof, key, language))
