/**
 * The ballot box as a lock: everybody can put something in with its public key, and only two key cards together give the private one.
 * X25519 for a shared secret, HKDF-SHA256 for a key, AES-256-GCM to seal. Nothing here knows a round or a person.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject
} from 'node:crypto'

export interface Keys {
  /** 32 bytes in base64url. */
  publicKey: string
  secret: Uint8Array
}

/**
 * As JWK, which is read ten times as quickly as DER. Node takes a private key from `d` alone; the tests compare what comes of it with
 * the published examples (RFC 7748).
 */
const okp = { kty: 'OKP', crv: 'X25519' } as const
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

const privateOf = (secret: Uint8Array): KeyObject =>
  createPrivateKey({ format: 'jwk', key: { ...okp, x: '', d: text(secret) } })

const publicOf = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ format: 'jwk', key: { ...okp, x: text(publicKey) } })

const publicBytes = (secret: KeyObject): Buffer => Buffer.from(secret.export({ format: 'jwk' }).x ?? '', 'base64url')

/** @param secret 32 bytes of chance. */
export function keysFrom(secret: Uint8Array): Keys {
  return { secret, publicKey: publicBytes(privateOf(secret)).toString('base64url') }
}

const derived = (from: Uint8Array, salt: Uint8Array | string, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, info, 32))

/** A card holds 120 bits of chance, so a quick derivation is enough: there is nothing to guess. */
export const keysOfCard = (card: string, round: string): Keys =>
  keysFrom(derived(Buffer.from(card), round, 'buurtmacht key card'))

const keyBetween = (mine: KeyObject, theirs: Uint8Array, ends: Uint8Array): Buffer =>
  derived(diffieHellman({ privateKey: mine, publicKey: publicOf(theirs) }), ends, 'buurtmacht ballot box')

/** Each key is used for one message only, so the nonce need not differ. */
const nonce = Buffer.alloc(12)

/**
 * The same words with the same chance give the same seal, so that a form which is sent twice is seen to be the same; other words give
 * another seal that tells nothing of the first. @param bound what it belongs to: it opens nowhere else.
 */
export function sealTo(publicKey: string, words: Uint8Array, chance: Uint8Array, bound: string): string {
  const to = Buffer.from(publicKey, 'base64url')
  const once = privateOf(derived(chance, words, `buurtmacht once ${bound}`))
  const from = publicBytes(once)
  const cipher = createCipheriv('aes-256-gcm', keyBetween(once, to, Buffer.concat([from, to])), nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(words), cipher.final()])
  return Buffer.concat([from, cipher.getAuthTag(), body]).toString('base64')
}

/** Undefined when it was not sealed to these keys, belongs elsewhere, or was touched. */
export function openSealed(keys: Keys, sealed: string, bound: string): Buffer | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64')
    const from = bytes.subarray(0, 32)
    const ends = Buffer.concat([from, Buffer.from(keys.publicKey, 'base64url')])
    const open = createDecipheriv('aes-256-gcm', keyBetween(privateOf(keys.secret), from, ends), nonce)
    open.setAAD(Buffer.from(bound))
    open.setAuthTag(bytes.subarray(32, 48))
    return Buffer.concat([open.update(bytes.subarray(48)), open.final()])
  } catch {
    return undefined
  }
}

/** Every ballot of a round has the same length, blank or full. @param size in bytes. */
export function padded(text: string, size: number): Buffer {
  const words = Buffer.from(text)
  if (words.length + 2 > size) throw new RangeError('a ballot longer than its round allows')
  const whole = Buffer.alloc(size)
  whole.writeUInt16BE(words.length)
  words.copy(whole, 2)
  return whole
}

export const unpadded = (whole: Uint8Array): string => {
  const bytes = Buffer.from(whole)
  return bytes.subarray(2, 2 + bytes.readUInt16BE()).toString()
}

/** Room for every plan of the ballot with its points. */
export const ballotSize = (plans: number): number => Math.ceil((2 + plans * 18) / 64) * 64
