/** Codes from one seed: made once when they are stored, and once more in the browser's hour in which they can be printed. */
import { createHmac } from 'node:crypto'
import { ballotCode, type BallotCode } from '@buurtmacht/domain'
import type { Visit } from '../../web/index.ts'

export type Keyed = Visit['keyed']

/** What the database knows of a code: nobody finds the code back from it without the installation's secret. */
export const hashOf = (keyed: Keyed, code: BallotCode): string => keyed('ballot', code)

/** @param seed 32 bytes of chance. */
export const codeFrom = (seed: Uint8Array, nr: number): BallotCode =>
  ballotCode(createHmac('sha256', seed).update(`code ${nr}`).digest())

export const codesFrom = (seed: Uint8Array, n: number): BallotCode[] =>
  Array.from({ length: n }, (_, nr) => codeFrom(seed, nr))

/** Numbers by chance that no card of the round has yet. */
export function freshNumbers(taken: ReadonlySet<number>, n: number, chance: (n: number) => Uint8Array): number[] {
  const found = new Set<number>()
  while (found.size < n) {
    const number = Buffer.from(chance(6)).readUIntBE(0, 6) % 1_000_000
    if (!taken.has(number)) found.add(number)
  }
  return [...found]
}
