/** Keys that sign: the log's own (0x01) and a witness's (0x04). The seed is the secret: 32 bytes that the caller drew. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { base64, hex, joined, readBase64, utf8 } from './bytes.ts'
import {
  isKeyName,
  LOG_KEY,
  noteText,
  readNote,
  signatureLine,
  verifierKeyText,
  witnessed,
  WITNESS_KEY
} from './note.ts'
import { keyIdOf, type SignatureLine, type Verifier } from './note.ts'
import { Refusal } from './refusal.ts'
import { nodeAnswers } from './verify.ts'
import { answered } from './ask.ts'

export interface Signer extends Verifier {
  readonly seed: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

// The fixed beginning of a PKCS #8 file with an Ed25519 key (RFC 8410); the seed follows.
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

/** The log's own signer. Refuses `bad-name` (spaces, plus, empty) and `bad-seed` (not 32 bytes). */
export const signer = (name: string, seed: Uint8Array): Signer => signerOf(name, seed, LOG_KEY)

/** A witness's signer, for `cosign`. Never the seed of another key. Refuses as `signer`. */
export const cosigner = (name: string, seed: Uint8Array): Signer => signerOf(name, seed, WITNESS_KEY)

function signerOf(name: string, seed: Uint8Array, kind: Verifier['kind']): Signer {
  if (!isKeyName(name)) throw new Refusal('bad-name', 'The name of a key is not empty and has no space and no plus.')
  if (seed.length !== 32) throw new Refusal('bad-seed', `A seed has 32 bytes; this one has ${seed.length}.`)
  const key = createPrivateKey({ key: Buffer.from(joined(PKCS8, seed)), format: 'der', type: 'pkcs8' })
  const publicKey = publicBytes(key)
  const id = answered(keyIdOf(name, kind, publicKey), nodeAnswers)
  return { name, id, kind, publicKey, seed, sign: (message) => new Uint8Array(sign(null, message, key)) }
}

const publicBytes = (key: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))

/** What others need to check this signer: name+id+base64. */
export const verifierKey = (of: Verifier): string => verifierKeyText(of)

/** The secret in the spelling of Go's note package: PRIVATE+KEY+name+id+base64(kind ‖ seed). */
export const signerKey = ({ name, id, kind, seed }: Signer): string =>
  `PRIVATE+KEY+${name}+${hex(id)}+${base64(joined(Uint8Array.of(kind), seed))}`

/** Reads what `signerKey` wrote; refuses `bad-key`. */
export function readSignerKey(text: string): Signer {
  const [, name = '', id, written = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = readBase64(written)
  const kind = bytes?.[0]
  if (!bytes || bytes.length !== 33 || !isKeyName(name) || (kind !== LOG_KEY && kind !== WITNESS_KEY))
    throw new Refusal('bad-key', 'This is not a secret key: it begins with PRIVATE+KEY+.')
  const made = signerOf(name, bytes.subarray(1), kind)
  if (hex(made.id) !== id)
    throw new Refusal('bad-key', 'This secret key was copied wrongly: its parts do not belong together.')
  return made
}

/** Signs a text as a note. Every signer is the log's kind (0x01). Refuses `bad-note` and `bad-key`. */
export function signNote(body: string, signers: readonly Signer[]): string {
  if (signers.some(({ kind }) => kind !== LOG_KEY))
    throw new Refusal('bad-key', 'A witness does not sign notes of its own: it cosigns.')
  return noteText(
    body,
    signers.map(({ name, id, sign }): SignatureLine => ({ name, id, signature: sign(utf8(body)) }))
  )
}

/**
 * The note with a witness's line added: at this time (seconds since 1970) it had seen this, and nothing that contradicts it.
 * Whoever calls this has checked that. Refuses `bad-note` and `bad-key`.
 */
export function cosign(note: string, witness: Signer, unixSeconds: number): string {
  return addCosignatures(note, [cosignature(note, witness, unixSeconds)])
}

/** The witness's line alone, as it is sent to the log. */
export function cosignature(note: string, witness: Signer, unixSeconds: number): string {
  if (witness.kind !== WITNESS_KEY) throw new Refusal('bad-key', 'Only a witness key (kind 4) cosigns.')
  const { body } = readNote(note)
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(unixSeconds))
  const signature = joined(time, witness.sign(utf8(witnessed(unixSeconds, body))))
  return signatureLine({ name: witness.name, id: witness.id, signature })
}

/** The note with these signature lines behind its own; a line that stands there already is not repeated. Refuses `bad-note`. */
export function addCosignatures(note: string, lines: readonly string[]): string {
  const { body, signatures } = readNote(note)
  const all = new Set(signatures.map(signatureLine))
  for (const line of lines) readNote(`${body}\n${line}`).signatures.forEach((one) => all.add(signatureLine(one)))
  return `${body}\n${[...all].join('')}`
}
