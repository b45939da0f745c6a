/** Commitments to personal words: SHA-256 over a 32-byte salt and the exact stored bytes. Without the salt nobody can guess the words back. */
import { createHash } from 'node:crypto'

/** The exact bytes a text is stored as (UTF-8). */
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** @param salt 32 random bytes. @returns the salt and the commitment, both in hexadecimal. */
export function salted(text: string, salt: Uint8Array): { salt: string; hash: string } {
  const hash = createHash('sha256').update(salt).update(bytesOf(text)).digest('hex')
  return { salt: Buffer.from(salt).toString('hex'), hash }
}
