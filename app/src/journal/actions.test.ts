/** How long a line of the record can be: one that is too long would keep 255 others from being served. */
import { expect, it } from 'vitest'
import { LONGEST_ENTRY } from 'public-log'
import { onEveryEngine } from '../../test/kit.ts'
import { bytesOf } from '../db/index.ts'
import { record } from './index.ts'

onEveryEngine('a line of the record', (place) => {
  const written = () => place().store.read.selectFrom('journal_entry').select('entry').execute()
  const write = (facts: Record<string, string | string[]>, also: string[] = []) =>
    place().store.change((tx) =>
      record(tx, place().by(), {
        kind: 'witness-added',
        about: { kind: 'journal', id: 'x' },
        also: also.map((id) => ({ kind: 'voice', id })),
        facts
      })
    )

  it('that is longer than the log can carry is refused, and nothing of that change is saved', async () => {
    const room = LONGEST_ENTRY - 300
    await write({ words: 'é'.repeat(room / 2) })
    const before = await written()
    expect(bytesOf(before[0]!.entry).length).toBeGreaterThan(room)
    await expect(write({ words: 'é'.repeat(LONGEST_ENTRY / 2) })).rejects.toThrow(/no room for \d+ bytes/)
    await expect(write({ first: 'a'.repeat(60_000), second: 'b'.repeat(6_000) })).rejects.toThrow(/65535 at most/)
    expect(await written()).toEqual(before)
  })

  it('with a thousand rows, as many names and the longest reason in the widest letters stays below two thirds of that', async () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `019c0000-0000-7000-8000-${String(n).padStart(12, '0')}`)
    const before = (await written()).length
    await write({ reason: '𝔹'.repeat(2000), of: ids }, ids)
    const lengths = (await written()).slice(before).map(({ entry }) => bytesOf(entry).length)
    expect(lengths).toHaveLength(5)
    expect(Math.max(...lengths)).toBeLessThan((LONGEST_ENTRY * 2) / 3)
  })
})
