/**
 * The operator holds the key. Every kind of rewriting, signed again with the real key, is caught by one old receipt in a resident's hand,
 * whatever the log proves about itself.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, consistencyProof, inclusionProof, leafHash, readCheckpoint, verifyConsistency } from '../src/index.ts'
import { verifyInclusion, verifyProof, type AuditVerdict, type Kept } from '../src/index.ts'
import { openExport } from '../src/cli/file.ts'
import { checkpointOf, entriesOf, exported, logKey, partsOf, proofIn, stored, textBytes, type Stored } from './logs.ts'

const REWRITINGS: Record<string, (entries: Uint8Array[], at: number) => Uint8Array[]> = {
  change: (all, at) => all.with(at, textBytes('{"entry":"something else"}')),
  delete: (all, at) => all.toSpliced(at, 1),
  'delete and fill up': (all, at) => [...all.toSpliced(at, 1), textBytes('{"entry":"filler"}')],
  swap: (all, at) => all.with(at, all.at(at - 1)!).with(at - 1, all[at]!),
  'insert before': (all, at) => all.toSpliced(at, 0, textBytes('{"entry":"never happened"}')),
  'insert before and drop the end': (all, at) => all.toSpliced(at, 0, textBytes('{"entry":"new"}')).slice(0, all.length)
}

const auditOf = (log: Stored, kept: readonly Kept[]): Promise<AuditVerdict> =>
  audit(openExport(exported(partsOf(log))), { keys: logKey, kept })

/** Sizes: how long the log was at the receipt, which entry is proven, which is rewritten, and how much came after. */
const stories = fc.record({
  then: fc.oneof(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 200, max: 600 })),
  more: fc.integer({ min: 1, max: 300 }),
  mine: fc.nat(),
  at: fc.nat(),
  how: fc.constantFrom(...Object.keys(REWRITINGS))
})

describe('one old receipt against an operator with the key', () => {
  test('every rewriting of what came before it is caught', async () => {
    await fc.assert(
      fc.asyncProperty(stories, async ({ then, more, mine, at, how }) => {
        const before = await stored(entriesOf(then))
        const receipt = await proofIn(before, mine % then)
        const place = how === 'swap' ? 1 + (at % (then - 1)) : at % then
        const now = await stored(REWRITINGS[how]!(entriesOf(then + more), place))
        // The rewritten log is right in itself: the key signed it, and it proves every entry it has.
        expect(await auditOf(now, [])).toMatchObject({ ok: true })
        const index = mine % then
        expect(verifyProof(await proofIn(now, index), logKey)).toMatchObject({ ok: true })
        // The receipt still holds by itself, and the new log does not fit it.
        expect(verifyProof(receipt, logKey)).toMatchObject({ ok: true })
        const entry = { index, entry: textBytes(receipt.entry) }
        const verdict = await auditOf(now, [{ name: 'receipt.json', checkpoint: receipt.checkpoint, entry }])
        expect(verdict).toMatchObject({
          ok: false,
          wrong: expect.stringMatching(/history-changed|receipt-differs/) as string
        })
        // Nor is there a way to show that the new log grew from the old one.
        const signed = readCheckpoint(receipt.checkpoint)
        const proof = await consistencyProof(then, now.size, now.readTile)
        const grew = { from: then, to: now.size, fromRoot: signed.root, toRoot: now.root, proof }
        expect(verifyConsistency(grew)).toBe(false)
      }),
      { numRuns: 150 }
    )
  })

  test('a log that is cut off below the receipt is caught', async () => {
    const before = await stored(entriesOf(300))
    const receipt = await proofIn(before, 20)
    const cut = await stored(entriesOf(299))
    expect(await auditOf(cut, [{ name: 'receipt.json', checkpoint: receipt.checkpoint }])).toMatchObject({
      wrong: 'shorter'
    })
  })

  test('an honest log that grew fits every old receipt, also several at once', async () => {
    const kept: Kept[] = []
    for (const then of [1, 5, 255, 256, 257, 700]) {
      const before = await stored(entriesOf(then))
      const receipt = await proofIn(before, then - 1)
      kept.push({
        name: `${then}.json`,
        checkpoint: receipt.checkpoint,
        entry: { index: then - 1, entry: textBytes(receipt.entry) }
      })
    }
    expect(await auditOf(await stored(entriesOf(700)), kept)).toMatchObject({ ok: true, held: 6 })
    expect(await auditOf(await stored(entriesOf(1000)), kept)).toMatchObject({ ok: true, held: 6 })
  })

  test('two receipts say between which entries, a kept export says which entry, the receipt of the entry names it', async () => {
    const [first, second] = [await stored(entriesOf(100)), await stored(entriesOf(500))]
    const now = await stored(REWRITINGS['change']!(entriesOf(800), 333))
    const checkpoints = [first, second].map((log, i) => ({ name: `kept-${i}`, checkpoint: checkpointOf(log) }))
    expect(await auditOf(now, checkpoints)).toMatchObject({
      wrong: 'history-changed',
      says: expect.stringContaining('Something from entry 100 to entry 499') as string
    })
    const old = openExport(exported(partsOf(second)))
    const hashes = async (index: number, width: number) => (await old.block(index, width)).hashes
    expect(await auditOf(now, [{ name: 'kept.log', checkpoint: old.checkpoint, hashes }])).toMatchObject({
      wrong: 'history-changed-at',
      entry: 333
    })
    const mine = await proofIn(second, 333)
    const entry = { index: 333, entry: textBytes(mine.entry) }
    expect(await auditOf(now, [{ name: 'mine.json', checkpoint: mine.checkpoint, entry }])).toMatchObject({
      wrong: 'receipt-differs',
      entry: 333
    })
  })

  test('what a receipt cannot say: nothing about what came after it', async () => {
    const before = await stored(entriesOf(100))
    const receipt = await proofIn(before, 50)
    const rewritten = await stored(REWRITINGS['change']!(entriesOf(200), 150))
    expect(await auditOf(rewritten, [{ name: 'r', checkpoint: receipt.checkpoint }])).toMatchObject({ ok: true })
  })

  test('the entry of a receipt cannot be proven at its place in a rewritten log', async () => {
    const before = await stored(entriesOf(60))
    const receipt = await proofIn(before, 30)
    const now = await stored(REWRITINGS['change']!(entriesOf(90), 30))
    const proof = await inclusionProof(30, 90, now.readTile)
    const leaf = leafHash(textBytes(receipt.entry))
    expect(verifyInclusion({ leaf, index: 30, size: 90, proof, root: now.root })).toBe(false)
  })

  test('something kept that is itself not good accuses nobody', async () => {
    const log = await stored(entriesOf(10))
    const damaged = checkpointOf(log).replace('\n10\n', '\n11\n')
    await expect(auditOf(log, [{ name: 'old.txt', checkpoint: damaged }])).rejects.toThrow('old.txt says nothing')
    // A receipt whose words were changed in somebody's own hand: the signature is right, the log too.
    const mine = await proofIn(log, 3)
    const forged = {
      name: 'mine.json',
      checkpoint: mine.checkpoint,
      entry: { index: 3, entry: textBytes('{"entry":33}') }
    }
    await expect(auditOf(await stored(entriesOf(20)), [forged])).rejects.toThrow('mine.json says nothing: its entry 3')
  })
})
