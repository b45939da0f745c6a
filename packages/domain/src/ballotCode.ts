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
