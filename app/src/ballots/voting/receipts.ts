/** The code that a voter holds once the ballot arrived, and its hash, which is all that is kept of it. */
import { createHash } from 'node:crypto'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen letters and digits, 80 bits: the same for a ballot that is sent twice. Nobody finds the ballot's chance back from it. */
export function receiptOf(chance: Uint8Array): string {
  const bytes = createHash('sha256').update('ballot-arrival\0').update(chance).digest()
  return [...bytes.subarray(0, 16)].map((byte) => letters[byte & 31]).join('')
}

/** As it was typed: in groups, in small letters, O for 0. */
export function readReceipt(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

/** Goes with the code in the voter's proof file, where it is checked like somebody's own words. */
export const arrivalSalt = Buffer.from('ballot-arrival').toString('hex')
export const arrivalHash = (receipt: string): string =>
  createHash('sha256').update(Buffer.from(arrivalSalt, 'hex')).update(receipt).digest('hex')
