// The code on a letter or card with which somebody votes once, online or on paper, without a name or an account.
import { checkedCode, readCheckedCode } from './checkedCode.ts'
import { type Brand } from './ids.ts'

/** Eleven characters of Crockford's base32 without spaces: ten of chance (50 bits) and a check character. */
export type BallotCode = Brand<string, 'BallotCode'>

/** A code from chance: at least 7 bytes, of which 50 bits are used. */
export const ballotCode = (random: Uint8Array): BallotCode => checkedCode(random, 10) as BallotCode

/** The code somebody typed, or undefined when it cannot be right; as forgiving as a follow code. */
export const readBallotCode = (typed: string): BallotCode | undefined =>
  readCheckedCode(typed, 11) as BallotCode | undefined

/** As it is printed: 'K7QF 2M9 D4TX'. In another rhythm than a follow code, so that nobody takes one for the other. */
export const showBallotCode = (code: BallotCode): string => `${code.slice(0, 4)} ${code.slice(4, 7)} ${code.slice(7)}`

/** With two of these the ballot box is opened: 24 characters of chance (120 bits) and a check character. */
export type KeyCard = Brand<string, 'KeyCard'>

/** A key card from chance: at least 15 bytes. */
export const keyCard = (random: Uint8Array): KeyCard => checkedCode(random, 24) as KeyCard

export const readKeyCard = (typed: string): KeyCard | undefined => readCheckedCode(typed, 25) as KeyCard | undefined

/** As it is printed: five groups of five. */
export const showKeyCard = (card: KeyCard): string => (card.match(/.{5}/g) ?? []).join(' ')

/** The number on a card of ballot codes, for when it is lost: '042 917'. It opens nothing. */
export const showCardNumber = (number: number): string =>
  String(number)
    .padStart(6, '0')
    .replace(/^(\d{3})/, '$1 ')

/** The number somebody typed, or undefined. */
export function readCardNumber(typed: string): number | undefined {
  const plain = typed.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(plain) ? Number(plain) : undefined
}
