// Chance that is the same each time: the demo's ids and codes stand on cards that people keep in their hand from day to day.
import { createHash } from 'node:crypto'

/** Bytes that look like chance and follow from the seed alone. Only for the made-up neighbourhood: whoever knows the seed knows all. */
export function seededChance(seed: string): (n: number) => Uint8Array {
  let asked = 0
  return (n) => {
    const blocks: Buffer[] = []
    asked += 1
    for (let block = 0; block * 32 < n; block += 1)
      blocks.push(createHash('sha256').update(`${seed}\0${asked}\0${block}`).digest())
    return Buffer.concat(blocks).subarray(0, n)
  }
}
