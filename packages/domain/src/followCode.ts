// The code on the card with which anyone follows a voice, without an account.
import { checkedCode, readCheckedCode } from './checkedCode.ts'
import { type Brand } from './ids.ts'

/** Ten characters of Crockford's base32 without spaces: nine of chance (45 bits) and a check character. */
export type FollowCode = Brand<string, 'FollowCode'>

/** A code from chance: at least 6 bytes, of which 45 bits are used. */
export const followCode = (random: Uint8Array): FollowCode => checkedCode(random, 9) as FollowCode

/**
 * The code somebody typed, or undefined when it cannot be right. Capitals or not, spaces, hyphens, O for 0 and I or L for
 * 1 make no difference.
 */
export const readFollowCode = (typed: string): FollowCode | undefined =>
  readCheckedCode(typed, 10) as FollowCode | undefined

/** As it is printed: 'K7QF 2M9D 4T'. */
export const showFollowCode = (code: FollowCode): string => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
