import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotSize, keysFrom, keysOfCard, openSealed, padded, sealTo, unpadded } from './sealing.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('a sealed ballot', () => {
  const box = keysFrom(randomBytes(32))

  it('opens with the key of the box alone, and only for the code it was sealed for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), bytes(32), (text, chance) => {
        fc.pre(Buffer.byteLength(text) <= 126)
        const sealed = sealTo(box.publicKey, padded(text, 128), chance, 'r h online')
        expect(unpadded(openSealed(box, sealed, 'r h online')!)).toBe(text)
        expect(openSealed(keysFrom(randomBytes(32)), sealed, 'r h online')).toBeUndefined()
        expect(openSealed(box, sealed, 'r other online')).toBeUndefined()
      }),
      { numRuns: 30 }
    )
  })

  it('has keys as RFC 7748 (6.1) writes them, though Node reads a private key without its public half', () => {
    const bob = Buffer.from('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb', 'hex')
    const known = Buffer.from('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f', 'hex')
    expect(keysFrom(bob).publicKey).toBe(known.toString('base64url'))
  })

  it('has one length, blank or full, and tells nothing when the same chance seals other words', () => {
    const chance = randomBytes(32)
    const seal = (text: string) => sealTo(box.publicKey, padded(text, ballotSize(3)), chance, 'r h online')
    const [blank, full] = [seal(''), seal('abcdefghjkmn:1000 abcdefghjkmp:1000 abcdefghjkmq:1000')]
    expect(blank.length).toBe(full.length)
    expect(seal('')).toBe(blank)
    expect(Buffer.from(blank, 'base64').subarray(0, 32)).not.toEqual(Buffer.from(full, 'base64').subarray(0, 32))
  })

  it('touched anywhere opens no longer', () => {
    const sealed = Buffer.from(sealTo(box.publicKey, padded('een', 64), randomBytes(32), 'r'), 'base64')
    for (let at = 0; at < sealed.length; at += 1) {
      const touched = Buffer.from(sealed)
      touched[at]! ^= 1
      // The highest bit of an X25519 key is not used.
      if (at === 31) touched[at]! = sealed[at]! ^ 64
      expect(openSealed(box, touched.toString('base64'), 'r'), `byte ${at}`).toBeUndefined()
    }
  })

  it('has the same key from the same card, another one in another round', () => {
    expect(keysOfCard('K', 'one').publicKey).toBe(keysOfCard('K', 'one').publicKey)
    expect(keysOfCard('K', 'one').publicKey).not.toBe(keysOfCard('K', 'two').publicKey)
  })
})
