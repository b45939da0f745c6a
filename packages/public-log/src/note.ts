/**
 * Signed notes (c2sp.org/signed-note): a text, an empty line, and a line per signature. Two kinds of keys: 0x01 signs the text
 * (Ed25519), 0x04 is a witness that signs the text and when it saw it (c2sp.org/tlog-cosignature). Needs nothing of Node.
 */
import { hashOf, isSigned, type Asking } from './ask.ts'
import { base64, hex, joined, readBase64, readNumber, sameBytes, textOf, utf8 } from './bytes.ts'
import { Refusal } from './refusal.ts'

export const LOG_KEY = 0x01
export const WITNESS_KEY = 0x04

/** What is needed to check signatures of one key. */
export interface Verifier {
  readonly name: string
  /** Four bytes that go with each signature. */
  readonly id: Uint8Array
  readonly kind: typeof LOG_KEY | typeof WITNESS_KEY
  readonly publicKey: Uint8Array
}

export interface SignatureLine {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
}

export interface Note {
  /** The signed text, with its last line end. */
  readonly body: string
  readonly signatures: readonly SignatureLine[]
}

/** More than any log needs; without a limit a huge note would cost the checker. */
const MOST_SIGNATURES = 100

const BEGINS = '\u2014 '

/** A name that can stand in a note: not empty, without spaces, pluses or control characters. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+\uFEFF]/u.test(name)

const isNoteText = (text: string): boolean =>
  text.isWellFormed() && text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text)

export const signatureLine = ({ name, id, signature }: SignatureLine): string =>
  `${BEGINS}${name} ${base64(joined(id, signature))}\n`

/** A note with its signature lines. Refuses `bad-note` where the text cannot be a note's. */
export function noteText(body: string, signatures: readonly SignatureLine[]): string {
  if (!isNoteText(body))
    throw new Refusal('bad-note', 'The text of a note is whole lines of UTF-8 without control characters.')
  return `${body}\n${signatures.map(signatureLine).join('')}`
}

/** Takes a note apart, without judging its signatures. Refuses `bad-note` at anything that is not exactly a note. */
export function readNote(text: string): Note {
  const end = text.lastIndexOf('\n\n')
  if (!isNoteText(text) || end < 0)
    throw new Refusal('bad-note', 'This is not a signed note: a text, an empty line, signatures.')
  const lines = text.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES)
    throw new Refusal('bad-note', `The note has more than ${MOST_SIGNATURES} signatures.`)
  return { body: text.slice(0, end + 1), signatures: lines.map(readSignatureLine) }
}

function readSignatureLine(line: string): SignatureLine {
  const [name = '', written = '', ...more] = line.startsWith(BEGINS) ? line.slice(BEGINS.length).split(' ') : []
  const bytes = readBase64(written)
  if (!isKeyName(name) || !bytes || bytes.length < 5 || more.length > 0)
    throw new Refusal('bad-note', `A line of signatures is not one: "${line.slice(0, 80)}".`)
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** SHA-256(name ‖ newline ‖ kind ‖ public key), of which the first four bytes name the key. */
export function* keyIdOf(name: string, kind: number, publicKey: Uint8Array): Asking<Uint8Array> {
  return (yield* hashOf(joined(utf8(`${name}\n`), Uint8Array.of(kind), publicKey))).subarray(0, 4)
}

/** A verifier key as people give it: name+id+base64(kind ‖ public key). */
export const verifierKeyText = ({ name, id, kind, publicKey }: Verifier): string =>
  `${name}+${hex(id)}+${base64(joined(Uint8Array.of(kind), publicKey))}`

/** Reads a verifier key; refuses `bad-key` where it is not one or its id does not belong to it. */
export function* verifierOf(text: string): Asking<Verifier> {
  const [, name = '', id = '', written = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = readBase64(written)
  const kind = bytes?.[0]
  if (!bytes || !isKeyName(name) || bytes.length !== 33 || (kind !== LOG_KEY && kind !== WITNESS_KEY))
    throw new Refusal('bad-key', 'This is not a key: it looks like name+1234abcd+ASNFZ4mr…, all on one line.')
  const publicKey = bytes.subarray(1)
  const wanted = yield* keyIdOf(name, kind, publicKey)
  if (hex(wanted) !== id)
    throw new Refusal('bad-key', `This key of ${name} was copied wrongly: its parts do not belong together.`)
  return { name, id: wanted, kind, publicKey }
}

/** What a witness signs: that it saw this text at this time (seconds since 1970). */
export const witnessed = (seconds: number, body: string): string => `cosignature/v1\ntime ${seconds}\n${body}`

export interface Opened {
  readonly body: string
  /** Names of the keys that signed, in the order of the note. */
  readonly by: string[]
  /** Those keys themselves: two keys can have one name. */
  readonly keys: readonly Verifier[]
  /** When each witness saw it, in seconds since 1970. */
  readonly seen: Readonly<Record<string, number>>
}

/**
 * A note's text and which of these keys signed it. Signatures of other keys are passed over.
 * Refuses `bad-note`; `bad-signature` where one of these keys did not sign this text; `nobody-signed` where none of them stands there.
 */
export function* openedNote(text: string, verifiers: readonly Verifier[]): Asking<Opened> {
  const note = readNote(text)
  const keys: Verifier[] = []
  const seen: Record<string, number> = {}
  for (const line of note.signatures) {
    const verifier = verifiers.find(({ name, id }) => name === line.name && sameBytes(id, line.id))
    if (!verifier || keys.includes(verifier)) continue
    const time = verifier.kind === WITNESS_KEY ? timeOf(line.signature) : undefined
    if (!(yield* isBy(verifier, note.body, line.signature, time)))
      throw new Refusal('bad-signature', `The signature of ${line.name} does not belong to this text.`)
    keys.push(verifier)
    if (time !== undefined) seen[verifier.name] = time
  }
  if (keys.length === 0) throw new Refusal('nobody-signed', 'None of the given keys signed this.')
  return { body: note.body, by: keys.map(({ name }) => name), keys, seen }
}

function* isBy(verifier: Verifier, body: string, signature: Uint8Array, time: number | undefined): Asking<boolean> {
  if (verifier.kind === LOG_KEY)
    return signature.length === 64 && (yield* isSigned(verifier.publicKey, utf8(body), signature))
  if (time === undefined) return false
  return yield* isSigned(verifier.publicKey, utf8(witnessed(time, body)), signature.subarray(8))
}

/** The last second a calendar can say: nobody saw anything later. */
const LATEST = 8_640_000_000_000n

/** The eight bytes of time before a witness's signature; undefined where it is not one. */
function timeOf(signature: Uint8Array): number | undefined {
  if (signature.length !== 72) return undefined
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  return time <= LATEST ? Number(time) : undefined
}

export interface Checkpoint {
  /** Whose log it is. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Further lines, which nobody can check. */
  readonly more: readonly string[]
}

/**
 * The text of a checkpoint (c2sp.org/tlog-checkpoint), without signatures.
 * Refuses `bad-checkpoint` where a line would be empty or broken.
 */
export function checkpointBody(checkpoint: Omit<Checkpoint, 'more'> & { readonly more?: readonly string[] }): string {
  const { origin, size, root, more = [] } = checkpoint
  const body = `${[origin, String(size), base64(root), ...more].join('\n')}\n`
  const back = readCheckpoint(body)
  if (back.origin !== origin || back.more.length !== more.length)
    throw new Refusal('bad-checkpoint', 'A line of a checkpoint cannot hold a line end.')
  return body
}

/** Reads the text of a checkpoint: of a whole note, or of its body alone. Judges no signature. Refuses `bad-checkpoint` and `bad-note`. */
export function readCheckpoint(text: string): Checkpoint {
  const body = text.includes('\n\n') ? readNote(text).body : text
  const [origin = '', sizeText = '', rootText = '', ...more] = isNoteText(body) ? body.slice(0, -1).split('\n') : []
  const [size, root] = [readNumber(sizeText), readBase64(rootText)]
  if (origin === '' || size === undefined || root?.length !== 32 || more.includes(''))
    throw new Refusal(
      'bad-checkpoint',
      'This is not a checkpoint: a name, a number of entries and a root, each on a line.'
    )
  return { origin, size, root, more }
}

/** The text of bytes that came from outside, or a refusal. */
export function noteOf(bytes: Uint8Array): string {
  const text = textOf(bytes)
  if (text === undefined) throw new Refusal('bad-note', 'This is not a note: it is not UTF-8.')
  return text
}
