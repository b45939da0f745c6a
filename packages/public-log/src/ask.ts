/**
 * What a check needs of cryptography, asked for instead of called: Node answers at once, a browser only later. So both run the very
 * same checks (`answered` for Node, `answeredLater` for browsers).
 */
import { type Hash } from './bytes.ts'

export type Ask =
  | { readonly hash: Uint8Array }
  | { readonly signature: Uint8Array; readonly message: Uint8Array; readonly publicKey: Uint8Array }

type Answer = Uint8Array | boolean

/** A check under way; its result is T. */
export type Asking<T> = Generator<Ask, T, Answer>

/** The SHA-256 of bytes. */
export function* hashOf(bytes: Uint8Array): Asking<Hash> {
  return (yield { hash: bytes }) as Hash
}

/** Whether an Ed25519 signature (RFC 8032) is right. */
export function* isSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Asking<boolean> {
  return (yield { publicKey, message, signature }) as boolean
}

/** Runs a check with somebody who answers at once. */
export function answered<T>(check: Asking<T>, answer: (ask: Ask) => Answer): T {
  let step = check.next()
  while (!step.done) step = check.next(answer(step.value))
  return step.value
}

/** Runs a check with somebody who answers later. */
export async function answeredLater<T>(check: Asking<T>, answer: (ask: Ask) => Promise<Answer>): Promise<T> {
  let step = check.next()
  while (!step.done) step = check.next(await answer(step.value))
  return step.value
}
