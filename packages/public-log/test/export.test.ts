/** An exported log: whatever happens to the file is seen, and most of it is pointed at. */
import { describe, expect, test } from 'vitest'
import { audit, bundle, type AuditVerdict, type Kept } from '../src/index.ts'
import { openExport } from '../src/cli/file.ts'
import { Refusal } from '../src/refusal.ts'
import { checkpointOf, exported, logKey, partsOf, stored, textBytes, type Parts } from './logs.ts'

const words = (n: number, from = 0) => Array.from({ length: n }, (_, i) => textBytes(`{"n":${i + from}}`))
const log = await stored(words(262))
const parts = partsOf(log)
const file = exported(parts)

/** What an audit of these bytes says; a file that is not even an export says so by refusing. */
async function verdictOf(bytes: Uint8Array, kept: readonly Kept[] = []): Promise<AuditVerdict | 'refused'> {
  try {
    return await audit(openExport(bytes), { keys: logKey, kept })
  } catch (problem) {
    if (problem instanceof Refusal) return 'refused'
    throw problem
  }
}
const wrongOf = async (bytes: Uint8Array, kept: readonly Kept[] = []): Promise<string> => {
  const verdict = await verdictOf(bytes, kept)
  return verdict === 'refused' ? verdict : verdict.ok ? 'ok' : verdict.wrong
}
const entryOf = async (bytes: Uint8Array): Promise<number | undefined> => {
  const verdict = await verdictOf(bytes)
  return verdict === 'refused' || verdict.ok ? undefined : verdict.entry
}

/** The file with its entries made into others, the hashes beside them left alone. */
const withEntries = (change: (entries: Uint8Array[]) => Uint8Array[], of: Parts = parts): Uint8Array => {
  const entries = change(of.blocks.flatMap((block) => [...block.entries]))
  const last = of.blocks.length - 1
  const blocks = of.blocks.map(({ hashes }, i) => ({
    hashes,
    entries: entries.slice(i * 256, i === last ? undefined : (i + 1) * 256)
  }))
  return exported({ head: of.head, blocks })
}

describe('an exported log', () => {
  test('is right as it is', async () => {
    expect(await verdictOf(file)).toMatchObject({
      ok: true,
      size: 262,
      origin: 'example.org/log',
      by: ['example.org/log'],
      held: 0
    })
  })

  test('no single byte of it can be changed', async () => {
    const medium = exported(partsOf(await stored(words(30))))
    for (let i = 0; i < medium.length; i++)
      for (const bit of [1 << (i % 8), 1 << ((i + 5) % 8)])
        expect(await wrongOf(medium.with(i, medium[i]! ^ bit)), `byte ${i}`).not.toBe('ok')
    for (let i = 0; i < file.length; i += 13)
      expect(await wrongOf(file.with(i, file[i]! ^ (1 << (i % 8)))), `byte ${i}`).not.toBe('ok')
  })

  test('in a small log, no single byte can be changed into any other', async () => {
    const small = exported(partsOf(await stored(words(3))))
    expect(await wrongOf(small)).toBe('ok')
    for (let i = 0; i < small.length; i++)
      for (let by = 1 + (i % 3); by < 256; by += 11)
        expect(await wrongOf(small.with(i, small[i]! ^ by)), `byte ${i} by ${by}`).not.toBe('ok')
  })

  test('a changed entry and a changed hash are pointed at', async () => {
    for (let at = 0; at < 262; at += 9) {
      expect(await verdictOf(withEntries((all) => all.with(at, textBytes(`{"n":${at + 1}}`))))).toMatchObject({
        wrong: 'entry-changed',
        entry: at,
        says: `Entry ${at} is not what was signed: it was changed, left out, or something was put in before it.`
      })
      const blocks = parts.blocks.map(({ hashes, entries }, block) => ({
        entries,
        hashes: hashes.map((hash, i) => (block * 256 + i === at ? hash.map((byte) => byte ^ 1) : hash))
      }))
      expect(await verdictOf(exported({ ...parts, blocks }))).toMatchObject({ wrong: 'hash-changed', entry: at })
    }
  })

  test('no entry can be left out, doubled, put elsewhere or added', async () => {
    for (let at = 0; at < 262; at++) {
      const gone = withEntries((all) => all.toSpliced(at, 1))
      const twice = withEntries((all) => all.toSpliced(at, 0, all[at]!))
      expect([await wrongOf(gone), await wrongOf(twice)], `entry ${at}`).not.toContain('ok')
      expect(await entryOf(gone)).toBe(at)
      if (at + 1 === 262) continue
      const swapped = withEntries((all) => all.with(at, all[at + 1]!).with(at + 1, all[at]!))
      expect(await verdictOf(swapped)).toMatchObject({ wrong: 'entry-changed', entry: at })
      // With its hash moved along, only the signed root tells.
      const both = await stored(log.entries.with(at, log.entries[at + 1]!).with(at + 1, log.entries[at]!))
      expect(await wrongOf(exported(partsOf(both, checkpointOf(log))))).toBe('root-differs')
    }
  })

  test('it can end nowhere else, and nothing can follow', async () => {
    const medium = exported(partsOf(await stored(words(30))))
    for (const [whole, step] of [
      [medium, 1],
      [file, 29]
    ] as const)
      for (let length = 0; length < whole.length; length += step)
        expect(await wrongOf(whole.subarray(0, length)), `${length} bytes`).not.toBe('ok')
    expect(await wrongOf(file.subarray(0, -1))).toBe('bundle-broken')
    for (const more of [[0], [0, 0], [...bundle(words(1))], [...file]])
      expect(await wrongOf(Buffer.concat([file, Uint8Array.from(more)]))).toBe('too-much')
  })

  test('an old copy, or a part of one, does not pass for the log of today', async () => {
    const old = await stored(log.entries.slice(0, 200))
    const kept = [{ name: 'today.checkpoint', checkpoint: checkpointOf(log) }]
    expect(await wrongOf(exported(partsOf(old)))).toBe('ok')
    expect(await verdictOf(exported(partsOf(old)), kept)).toMatchObject({
      wrong: 'shorter',
      says: expect.stringContaining('has 200 entries, but today.checkpoint was signed when it had 262') as string
    })
    expect(await wrongOf(exported(partsOf(old, checkpointOf(log))))).toBe('bundle-broken')
    expect(await wrongOf(exported(partsOf(log, checkpointOf(old))))).not.toBe('ok')
    const replayed = { ...parts, blocks: [parts.blocks[0]!, ...parts.blocks] }
    expect(await wrongOf(exported(replayed))).not.toBe('ok')
  })

  test('an empty log is right too', async () => {
    expect(await verdictOf(exported(partsOf(await stored([]))))).toMatchObject({ ok: true, size: 0 })
  })

  test('without a key the hashes are checked, and the verdict names nobody who signed', async () => {
    expect(await audit(openExport(file))).toMatchObject({ ok: true, by: [] })
    const forged = exported(partsOf(log, checkpointOf(log).replace('\n262\n', '\n261\n')))
    expect(await audit(openExport(forged))).toMatchObject({ ok: false })
  })
})
