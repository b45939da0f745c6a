/** Proof files: a right one holds, whatever is changed in it is seen. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkpointBody, cosign, cosigner, inclusionProof, leafHash, proofOf, signer, signNote } from '../src/index.ts'
import { hex, verifierKey, verifyProof, type Proof, type Verdict } from '../src/index.ts'
import { stored, textBytes } from './logs.ts'

const log = signer('example.org/log', new Uint8Array(32).fill(1))
const witness = cosigner('example.org/witness', new Uint8Array(32).fill(2))
const key = verifierKey(log)
const entries = Array.from({ length: 300 }, (_, i) =>
  textBytes(`{"kind":"voice-given","number":${i},"area":"Zuid – één"}`)
)
const tree = await stored(entries)
const body = checkpointBody({ origin: log.name, size: tree.size, root: tree.root })
const checkpoint = signNote(body, [log])
const proofFor = async (index: number): Promise<Proof> =>
  proofOf({ entry: entries[index]!, index, proof: await inclusionProof(index, tree.size, tree.readTile), checkpoint })
const proof = await proofFor(7)
const wrong = (verdict: Verdict): string => (verdict.ok ? 'ok' : verdict.wrong)

describe('a proof file', () => {
  test('proves every entry, after being written and read as a file', async () => {
    for (const index of [0, 7, 255, 256, 299]) {
      const verdict = verifyProof(JSON.parse(JSON.stringify(await proofFor(index))), key)
      expect(verdict).toMatchObject({ ok: true, index, size: 300, origin: log.name, by: [log.name] })
      expect(verdict.ok && textBytes(verdict.entry)).toEqual(entries[index])
    }
  })

  test('what is said beside it is not part of it', () => {
    expect(verifyProof({ ...proof, about: { nl: 'Wat je vertelde' } }, key)).toMatchObject({ ok: true })
  })

  test('proves somebody’s own words with the salt, and no other words', async () => {
    const salt = new Uint8Array(32).fill(5)
    const said = { words: 'De stoep ligt los – al een jaar', salt: hex(salt) }
    const hash = createHash('sha256').update(salt).update(said.words).digest('hex')
    const entry = textBytes(`{"facts":{"words":"${hash}"}}`)
    const log_ = await stored([...entries, entry])
    const signed = signNote(checkpointBody({ origin: log.name, size: log_.size, root: log_.root }), [log])
    const path = await inclusionProof(300, 301, log_.readTile)
    const made = (own: unknown) => proofOf({ entry, index: 300, proof: path, checkpoint: signed, about: { own } })
    expect(verifyProof(made(said), key)).toMatchObject({ ok: true, own: said.words })
    for (const own of [
      { ...said, words: 'Iets anders' },
      { ...said, salt: said.salt.replace('05', '06') },
      { words: said.words },
      'x'
    ])
      expect(wrong(verifyProof(made(own), key))).toBe('own-words')
  })

  test('holds for no other entry, number, size, hash or key', () => {
    const other = verifierKey(signer(log.name, new Uint8Array(32).fill(9)))
    const cases: [string, unknown, string][] = [
      ['not-in-log', { ...proof, entry: proof.entry.replace('7', '8') }, key],
      ['not-in-log', { ...proof, entry: `${proof.entry} ` }, key],
      ['not-in-log', { ...proof, index: 8 }, key],
      ['not-in-log', { ...proof, proof: proof.proof.slice(1) }, key],
      ['not-in-log', { ...proof, proof: proof.proof.toReversed() }, key],
      ['other-size', { ...proof, size: 301 }, key],
      ['not-a-proof', { ...proof, version: 2 }, key],
      ['not-a-proof', { ...proof, entry: '\ud800' }, key],
      ['not-a-proof', { ...proof, index: 7.5 }, key],
      ['not-a-proof', { ...proof, proof: 'no' }, key],
      ['not-a-proof', null, key],
      ['not-a-proof', 'hello', key],
      ['bad-signature', { ...proof, checkpoint: checkpoint.replace('300', '301') }, key],
      ['bad-note', { ...proof, checkpoint: `${checkpoint} ` }, key],
      ['nobody-signed', proof, other],
      ['bad-key', proof, 'hello'],
      ['bad-key', proof, ''],
      ['bad-key', proof, verifierKey(witness)]
    ]
    for (const [code, given, with_] of cases) expect(wrong(verifyProof(given, with_)), code).toBe(code)
  })

  test('no character of it can be changed unseen', () => {
    const text = JSON.stringify(proof)
    for (let i = 0; i < text.length; i++) {
      for (const char of ['0', 'A', ' '].filter((one) => one !== text[i])) {
        const changed = `${text.slice(0, i)}${char}${text.slice(i + 1)}`
        let read: unknown
        try {
          read = JSON.parse(changed)
        } catch {
          continue
        }
        expect(wrong(verifyProof(read, key)), `${char} at ${i}: ${changed.slice(i - 20, i + 20)}`).not.toBe('ok')
      }
    }
  })

  test('a witness that is asked for must have signed; a log must be the one the key is of', () => {
    const keys = `${key}\n${verifierKey(witness)}\n`
    expect(verifyProof(proof, keys)).toMatchObject({
      ok: false,
      wrong: 'witness-missing',
      says: expect.stringContaining('witness') as string
    })
    const seen = { ...proof, checkpoint: cosign(checkpoint, witness, 1_800_000_000) }
    expect(verifyProof(seen, keys)).toMatchObject({
      ok: true,
      by: [log.name, witness.name],
      seen: { [witness.name]: 1_800_000_000 }
    })
    const elsewhere = signNote(checkpointBody({ origin: 'example.org/else', size: tree.size, root: tree.root }), [log])
    expect(wrong(verifyProof({ ...proof, checkpoint: elsewhere }, key))).toBe('other-log')
  })

  test('a witness of the same name as another key is still a witness that must have signed', () => {
    const double = cosigner(log.name, new Uint8Array(32).fill(3))
    expect(wrong(verifyProof(proof, `${key}\n${verifierKey(double)}`))).toBe('witness-missing')
    const twin = cosigner(witness.name, new Uint8Array(32).fill(4))
    const seen = { ...proof, checkpoint: cosign(checkpoint, witness, 1_800_000_000) }
    const keys = [key, verifierKey(witness), verifierKey(twin)].join('\n')
    expect(wrong(verifyProof(seen, keys))).toBe('witness-missing')
  })

  test('a signed text that is more than a checkpoint is none', () => {
    const nested = signNote(`${body}\n— a AAAAAAA=\n`, [log])
    expect(wrong(verifyProof({ ...proof, checkpoint: nested }, key))).toBe('bad-note')
  })

  test('says in Dutch what is wrong', () => {
    expect(verifyProof({ ...proof, index: 8 }, key, 'nl')).toMatchObject({
      says: expect.stringContaining('regel 8') as string
    })
  })

  test('is not made of what cannot be proven', () => {
    expect(() => proofOf({ entry: Uint8Array.of(255), index: 0, proof: [], checkpoint })).toThrow('not UTF-8')
    expect(() => proofOf({ entry: textBytes('a'), index: 300, proof: [], checkpoint })).toThrow('no entry 300')
    expect(leafHash(textBytes(proof.entry))).toEqual(tree.hashes[7])
  })
})
