/**
 * Another implementation as judge: Go's x/mod/sumdb (Debian packages golang-go and golang-golang-x-mod-dev). It accepts our checkpoints,
 * proofs and tiles and refuses spoiled ones; we accept its. Needs no network. Skipped where Go is not installed, never in CI.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  base64,
  consistencyProof,
  cosign,
  hex,
  inclusionProof,
  openNote,
  readBase64,
  readCheckpoint
} from '../../src/index.ts'
import {
  leafHash,
  readVerifierKey,
  rootOf,
  signerKey,
  tilePath,
  verifyConsistency,
  verifyInclusion
} from '../../src/index.ts'
import { sha256 } from '../../src/hash.ts'
import { checkpointOf, entriesOf, logKey, logSigner, stored, textBytes, witnessSigner } from '../logs.ts'

const SOURCES = '/usr/share/gocode'
const hasGo = spawnSync('go', ['version']).status === 0
const isCI = process.env['CI'] === 'true'

interface Inclusion {
  Entry: string
  Index: number
  Size: number
  Root: string
  Proof: string[] | null
}
interface Consistency {
  From: number
  To: number
  FromRoot: string
  ToRoot: string
  Proof: string[] | null
}
interface Made {
  Note: string
  Inclusions: Inclusion[]
  Consistencies: Consistency[]
  Tiles: Record<string, string>
}
interface Verdicts {
  Notes: string[]
  Inclusions: boolean[]
  Consistencies: boolean[]
  Tiles: string[]
}

let judge: string
const ask = <T>(what: 'check' | 'make', given: object): T =>
  JSON.parse(execFileSync(judge, [what], { input: JSON.stringify(given), encoding: 'utf8', maxBuffer: 1 << 28 })) as T

const SIZES = [1, 2, 3, 7, 8, 100, 255, 256, 257, 300, 511, 512, 513, 1000, 65_535, 65_536, 65_537, 69_999, 70_000]
const log = await stored(entriesOf(70_000))
const spoiled = (text: string): string => `${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}`

describe.skipIf(!hasGo && !isCI)("with Go's sumdb as judge", () => {
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'judge-'))
    judge = join(folder, 'judge')
    const source = fileURLToPath(new URL('judge.go', import.meta.url))
    const env = {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: SOURCES,
      GOCACHE: join(folder, 'cache'),
      GOFLAGS: '',
      GOPROXY: 'off'
    }
    execFileSync('go', ['build', '-o', judge, source], { env, stdio: 'pipe' })
  }, 300_000)

  test('our checkpoints open there, also with a witness under them, and changed ones do not', () => {
    const signed = checkpointOf(log)
    const notes = [signed, cosign(signed, witnessSigner, 1_800_000_000), signed.replace('70000', '70001'), `${signed} `]
    const { Notes } = ask<Verdicts>('check', { Key: logKey, Notes: notes })
    const body = signed.slice(0, signed.indexOf('\n\n') + 1)
    expect(Notes).toEqual([body, body, '', ''])
  })

  test('our proofs hold there, and spoiled ones do not', async () => {
    const cases: { inclusion: Inclusion; consistency: Consistency }[] = []
    for (const size of SIZES) {
      const index = Math.floor(size / 3)
      const Root = base64(await rootOf(size, log.readTile))
      const Proof = (await inclusionProof(index, size, log.readTile)).map(base64)
      const inclusion = { Entry: `{"entry":${index}}`, Index: index, Size: size, Root, Proof }
      const grown = (await consistencyProof(size, 70_000, log.readTile)).map(base64)
      const consistency = { From: size, To: 70_000, FromRoot: Root, ToRoot: base64(log.root), Proof: grown }
      cases.push({ inclusion, consistency })
    }
    const right = ask<Verdicts>('check', {
      Key: logKey,
      Inclusions: cases.map((one) => one.inclusion),
      Consistencies: cases.map((one) => one.consistency)
    })
    expect([...right.Inclusions, ...right.Consistencies]).toEqual(Array(SIZES.length * 2).fill(true))
    const wrong = ask<Verdicts>('check', {
      Key: logKey,
      Inclusions: cases.flatMap(({ inclusion }) => [
        { ...inclusion, Entry: `${inclusion.Entry} ` },
        { ...inclusion, Root: spoiled(inclusion.Root) },
        { ...inclusion, Proof: [...inclusion.Proof!, inclusion.Root] }
      ]),
      Consistencies: cases.flatMap(({ consistency }) => [
        { ...consistency, FromRoot: spoiled(consistency.FromRoot) },
        { ...consistency, ToRoot: spoiled(consistency.ToRoot) }
      ])
    })
    expect([...wrong.Inclusions, ...wrong.Consistencies]).toEqual(Array(SIZES.length * 5).fill(false))
  })

  test('the same addresses mean the same tiles', () => {
    const names = [0, 1, 255, 256, 999, 1000, 1234, 999_999, 1_000_000, 1_234_067].flatMap((index) =>
      [1, 17, 255, 256].map((width) => ({ level: index % 6, index, width }))
    )
    const { Tiles } = ask<Verdicts>('check', {
      Key: logKey,
      Paths: names.map((n) => tilePath(n.level, n.index, n.width))
    })
    expect(Tiles).toEqual(names.map((n) => `${n.level}/${n.index}/${n.width}`))
  })

  test("Go's log, signed by Go with a key of ours, is the same log: note, roots, proofs, every tile", async () => {
    const entries = entriesOf(66_000)
    const ours = await stored(entries)
    const sizes = SIZES.filter((size) => size <= 66_000)
    const given = { Entries: entries.map((_, i) => `{"entry":${i}}`), Secret: signerKey(logSigner), Sizes: sizes }
    const made = ask<Made>('make', given)
    expect(made.Note).toBe(checkpointOf(ours))
    const opened = openNote(made.Note, [readVerifierKey(logKey)])
    expect(readCheckpoint(opened.body)).toMatchObject({ origin: logSigner.name, size: 66_000, root: ours.root })
    for (const { Entry, Index, Size, Root, Proof } of made.Inclusions) {
      const proof = (Proof ?? []).map((hash) => readBase64(hash)!)
      const root = readBase64(Root)!
      expect(verifyInclusion({ leaf: leafHash(textBytes(Entry)), index: Index, size: Size, proof, root })).toBe(true)
      expect((await inclusionProof(Index, Size, ours.readTile)).map(base64)).toEqual(Proof ?? [])
    }
    for (const { From, To, FromRoot, ToRoot, Proof } of made.Consistencies) {
      const proof = (Proof ?? []).map((hash) => readBase64(hash)!)
      const roots = { fromRoot: readBase64(FromRoot)!, toRoot: readBase64(ToRoot)! }
      expect(verifyConsistency({ from: From, to: To, ...roots, proof })).toBe(true)
      expect((await consistencyProof(From, To, ours.readTile)).map(base64)).toEqual(Proof ?? [])
    }
    const mine = Object.fromEntries(
      [...ours.tiles].map(([name, row]) => {
        const [level, index] = name.split('/').map(Number)
        return [tilePath(level!, index!, row.length / 32), hex(sha256(row))]
      })
    )
    const theirs = Object.entries(made.Tiles).map(([path, data]) => [path, hex(sha256(Buffer.from(data, 'base64')))])
    expect(Object.fromEntries(theirs)).toEqual(mine)
  })
})
