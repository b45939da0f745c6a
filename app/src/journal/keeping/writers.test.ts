/** Writers and keepers in whatever order they come between each other: every entry that was saved has one place, and nothing published changes. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBase64, readCheckpoint, verifyConsistency, consistencyProof } from 'public-log'
import { onEveryEngine, type Place } from '../../../test/kit.ts'
import { record } from '../index.ts'
import { keeperOf } from './keeper.ts'
import { tilesIn } from './tree.ts'

type Step = { does: 'writes' | 'thinks better of it' | 'keeps'; who: 0 | 1; entries: number; waits: number }

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('writes', 'writes', 'thinks better of it', 'keeps'),
  who: fc.constantFrom(0, 1),
  entries: fc.integer({ min: 1, max: 4 }),
  waits: fc.integer({ min: 0, max: 5 })
})

const breaths = async (n: number) => {
  for (let i = 0; i < n; i++) await new Promise<void>((on) => setImmediate(on))
}

class Undone extends Error {}

/** Entries written in one change, with pauses in which the others come between. */
const writes = (place: Place, { does, who, entries, waits }: Step): Promise<number> =>
  place.store
    .change(async (tx) => {
      for (let n = 0; n < entries; n++) {
        const facts = { who, n }
        await record(tx, place.by(), { kind: 'witness-added', about: { kind: 'journal', id: 'x' }, facts })
        await breaths(waits)
      }
      if (does === 'thinks better of it') throw new Undone()
      return entries
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return 0
      throw error
    })

const seqs = async (place: Place, table: 'journal_entry' | 'journal_place') =>
  (await place.store.read.selectFrom(table).select('seq').execute()).map((row) => Number(row.seq))
const ordered = (list: readonly number[]) => list.toSorted((a, b) => a - b)

onEveryEngine('writers and keepers between each other', (place) => {
  it('leave every saved entry with one place, no gap, and every checkpoint that was ever signed true', async () => {
    // Each keeper looks later every time, so that either may take over at any moment.
    let later = 0
    const keepers = [0, 1].map(() =>
      keeperOf({
        store: place().store,
        seed: Buffer.alloc(32, 9),
        origin: 'buurt.test/logboek',
        clock: () => place().clock.now + (later += 2_000),
        stopped: async (wrong) => expect(wrong).toBeUndefined()
      })
    )
    let saved = (await seqs(place(), 'journal_entry')).length
    const act = async (one: Step): Promise<number> => {
      await breaths(one.waits)
      if (one.does !== 'keeps') return writes(place(), one)
      await keepers[one.who]!.keepUp()
      return 0
    }
    const story = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      for (const n of await Promise.all(steps.map(act))) saved += n
      await keepers[0]!.keepUp()
      const written = await seqs(place(), 'journal_entry')
      expect(written).toHaveLength(saved)
      expect(ordered(await seqs(place(), 'journal_place'))).toEqual(ordered(written))
      expect(await keepers[1]!.checkAll()).toBeUndefined()
    })
    await fc.assert(story, { numRuns: 25, endOnFailure: true })

    const signed = await place().store.read.selectFrom('journal_checkpoint').selectAll().orderBy('size').execute()
    const last = readCheckpoint(signed.at(-1)!.note)
    expect(signed.length).toBeGreaterThan(10)
    expect(last.size).toBe(saved)
    for (const { root, size } of signed) {
      const from = Number(size)
      const proof = await consistencyProof(from, last.size, tilesIn(place().store.read))
      const fromRoot = readBase64(root)!
      expect(verifyConsistency({ from, to: last.size, fromRoot, toRoot: last.root, proof }), `${from}`).toBe(true)
    }
  })
})
