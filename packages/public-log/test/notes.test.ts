/** Notes, checkpoints, witnesses and addresses, with published vectors where there are any. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCosignatures, bundle, checkpointBody, cosign, cosignature, cosigner, emptyRoot, hex } from '../src/index.ts'
import {
  openNote,
  paperGroups,
  readBundle,
  readCheckpoint,
  readNote,
  readSignerKey,
  readTilePath
} from '../src/index.ts'
import { readVerifierKey, signer, signerKey, signNote, tilePath, tileWidth, verifierKey } from '../src/index.ts'
import { textBytes } from './logs.ts'

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)
const log = signer('example.org/log', seed(1))
const witness = cosigner('example.org/witness', seed(2))
const body = checkpointBody({ origin: 'example.org/log', size: 0, root: emptyRoot })

/** The key and note that Go's package documents itself with. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETERS_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const PETERS_TEXT =
  'If you think cryptography is the answer to your problem,\nthen you don\u2019t know what your problem is.\n'.replace(
    '\u2019',
    "'"
  )
const PETERS_NOTE = `${PETERS_TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

describe('signed notes', () => {
  test('a note of another implementation opens, and the same key makes the same note here', () => {
    expect(openNote(PETERS_NOTE, [readVerifierKey(PETER)])).toMatchObject({
      body: PETERS_TEXT,
      by: ['PeterNeumann'],
      seen: {}
    })
    const peter = readSignerKey(PETERS_SECRET)
    expect([signNote(PETERS_TEXT, [peter]), verifierKey(peter), signerKey(peter)]).toEqual([
      PETERS_NOTE,
      PETER,
      PETERS_SECRET
    ])
  })

  test('the key of a public log has the id that belongs to it', () => {
    const key = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'
    expect(verifierKey(readVerifierKey(key))).toBe(key)
  })

  test('a key that was copied wrongly is refused', () => {
    for (const [i, char] of [...PETER].entries()) {
      const other = `${PETER.slice(0, i)}${char === 'A' ? 'B' : 'A'}${PETER.slice(i + 1)}`
      expect(() => readVerifierKey(other)).toThrow(/not a key|copied wrongly/)
    }
    expect(() => readSignerKey(PETERS_SECRET.replace('AYEK', 'AYEL'))).toThrow('copied wrongly')
    expect(() => signer('two words', seed(1))).toThrow('no space')
    expect(() => signer('a+b', seed(1))).toThrow('no space')
    expect(() => signer('a', new Uint8Array(31))).toThrow('32 bytes')
  })

  test('no byte of a signed note can be changed, left out or added', () => {
    const note = signNote(body, [log])
    const verifiers = [readVerifierKey(verifierKey(log))]
    const bytes = Buffer.from(note)
    for (let i = 0; i < bytes.length; i++) {
      const changed = [bytes[i]! ^ 1, bytes[i]! ^ 0x20, bytes[i]! ^ 0x80, 0, 10].filter((b) => b !== bytes[i])
      const others = changed.map((b) => Buffer.from(bytes.with(i, b)))
      others.push(Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + 1)]), bytes.subarray(0, i))
      for (const other of others) expect(() => openNote(other.toString('utf8'), verifiers), `byte ${i}`).toThrow()
    }
  })

  test('signatures of others are passed over; a wrong one of a known key makes the note worthless', () => {
    const other = signer('example.org/other', seed(3))
    const both = signNote(body, [other, log])
    const key = readVerifierKey(verifierKey(log))
    expect(openNote(both, [key]).by).toEqual(['example.org/log'])
    expect(() => openNote(signNote(body, [other]), [key])).toThrow('None of the given keys')
    const impostor = { ...other, name: log.name, id: log.id }
    expect(() => openNote(signNote(body, [impostor]), [key])).toThrow('does not belong to this text')
    expect(() => openNote(signNote(body, [log, impostor, other]), [key])).not.toThrow()
  })

  test('texts that cannot be notes are refused', () => {
    for (const text of [
      '',
      'a',
      'a\n',
      'a\n\n',
      'a\n\nb\n',
      'a\u0001\n\n— a AAAAAAAA\n',
      'a\n\n— a b c\n',
      'a\n\n— a AAAAAAB=\n'
    ])
      expect(() => readNote(text), JSON.stringify(text)).toThrow()
    expect(() => signNote('no line end', [log])).toThrow('whole lines')
  })
})

describe('witnesses', () => {
  const note = cosign(signNote(body, [log]), witness, 1_800_000_000)
  const keys = [verifierKey(log), verifierKey(witness)].map(readVerifierKey)

  test('add when they saw it, to the same text', () => {
    expect(openNote(note, keys)).toMatchObject({
      body,
      by: ['example.org/log', 'example.org/witness'],
      seen: { 'example.org/witness': 1_800_000_000 }
    })
    expect(witness.kind).toBe(4)
  })

  test('the time is signed too', () => {
    const line = readNote(note).signatures[1]!
    const later = { ...line, signature: line.signature.with(7, line.signature[7]! ^ 1) }
    const forged = `${body}\n— ${later.name} ${Buffer.concat([later.id, later.signature]).toString('base64')}\n`
    expect(() => openNote(forged, keys)).toThrow('does not belong')
    // Signed, but later than a calendar can say.
    expect(() => openNote(cosign(signNote(body, [log]), witness, 9_000_000_000_000), keys)).toThrow('does not belong')
    const short = `${body}\n— ${line.name} ${Buffer.concat([line.id, line.signature.subarray(8)]).toString('base64')}\n`
    expect(() => openNote(short, keys)).toThrow('does not belong')
  })

  test('a line is added once, and a witness key signs nothing else', () => {
    const signed = signNote(body, [log])
    const line = cosignature(signed, witness, 1_800_000_000)
    expect(addCosignatures(addCosignatures(signed, [line]), [line])).toBe(note)
    expect(() => signNote(body, [witness])).toThrow('cosigns')
    expect(() => cosign(signed, log, 1)).toThrow('Only a witness key')
    expect(() => addCosignatures(signed, ['hello\n'])).toThrow('not one')
  })
})

describe('checkpoints', () => {
  test('are read as they are written', () => {
    const text = checkpointBody({ origin: 'example.org/log', size: 70_000, root: emptyRoot, more: ['one', 'two'] })
    expect(text).toBe('example.org/log\n70000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\none\ntwo\n')
    expect(readCheckpoint(text)).toEqual({
      origin: 'example.org/log',
      size: 70_000,
      root: emptyRoot,
      more: ['one', 'two']
    })
    expect(readCheckpoint(signNote(text, [log])).size).toBe(70_000)
  })

  test('the one in the description of the format is read', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    const read = readCheckpoint(text)
    expect([read.origin, read.size, checkpointBody(read)]).toEqual(['example.com/behind-the-sofa', 20_852_163, text])
  })

  test('anything else is refused', () => {
    const good = body.split('\n')
    for (const wrong of [
      '',
      body.slice(0, -1),
      good.with(1, '00').join('\n'),
      good.with(1, '-1').join('\n'),
      good.with(1, '1e3').join('\n'),
      good.with(0, '').join('\n'),
      good.with(2, 'AAAA').join('\n'),
      good.with(2, good[2]!.replace('FU=', 'FV=')).join('\n')
    ])
      expect(() => readCheckpoint(wrong), JSON.stringify(wrong)).toThrow()
    expect(() => checkpointBody({ origin: 'a\n5', size: 1, root: emptyRoot })).toThrow()
    expect(() => checkpointBody({ origin: 'a', size: 1, root: emptyRoot, more: ['b\nc'] })).toThrow()
  })

  test('a root goes on paper whole, in 16 groups of four', () => {
    const groups = paperGroups(emptyRoot)
    expect(groups.slice(0, 3)).toEqual(['e3b0', 'c442', '98fc'])
    expect([groups.length, groups.join('')]).toEqual([16, hex(emptyRoot)])
  })
})

describe('addresses and bundles', () => {
  test.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/x001/234.p/17', { level: 0, index: 1234, width: 17 }],
    ['tile/entries/000', { level: 'entries', index: 0, width: 256 }],
    ['tile/63/999.p/255', { level: 63, index: 999, width: 255 }]
  ] as const)('%s', (path, name) => {
    expect(tilePath(name.level, name.index, name.width)).toBe(path)
    expect(readTilePath(path)).toEqual(name)
  })

  test('other spellings are no address', () => {
    const wrong =
      'tile/0/0 tile/0/x000/001 tile/00/001 tile/64/001 tile/0/001.p/0 tile/0/001.p/256 tile/0/001.p/07 tile/0/1000 /tile/0/001 tile/0/001/ tile/x/001 tile/0/001/002 tile/-1/001'
    for (const path of wrong.split(' ')) expect(readTilePath(path), path).toBeUndefined()
  })

  test('a tile is as wide as the size says', () => {
    expect([
      tileWidth(0, 0, 255),
      tileWidth(0, 0, 256),
      tileWidth(0, 1, 256),
      tileWidth(1, 0, 70_000),
      tileWidth(1, 1, 70_000)
    ]).toEqual([255, 256, 0, 256, 17])
  })

  test('entries come back as they went in, and a broken bundle is refused', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
        const bytes = bundle(entries)
        expect(readBundle(bytes).map((entry) => new Uint8Array(entry))).toEqual(entries)
        if (bytes.length > 0 && entries.at(-1)!.length > 0)
          expect(() => readBundle(bytes.subarray(0, -1))).toThrow('ends in the middle')
      })
    )
    expect(readBundle(bundle([new Uint8Array(65_535)]))[0]!.length).toBe(65_535)
    expect(() => bundle([new Uint8Array(65_536)])).toThrow('65535 bytes')
    expect([...bundle([textBytes('hi')])]).toEqual([0, 2, 104, 105])
  })
})
