/** A small neighbourhood in which every noun occurs, laid down without the actions: for tests that read. */
import { countWhatWasLaid, layDown } from '../bench/neighbourhood.ts'
import { wordsOf, type RowOf } from '../bench/rows.ts'
import { keyed } from '../src/web/index.ts'
import type { Place } from './kit.ts'

export interface SomeWay {
  /** The follow code of a voice whose goal waits for an answer that is late. */
  code: string
  /** Words that only their giver and residents who help may read. */
  hidden: string
}

const size = { voices: 12, needs: 3, goals: 2, requests: 4, commitments: 2, deeds: 3 }

export async function someWay({ store, site, clock }: Place): Promise<SomeWay> {
  const laid = layDown({ size, now: clock.now, hashOf: (code) => keyed(site.secret, 'follow', code) })
  await store.change(async (tx) => {
    for (const [table, row] of laid.rows as Iterable<RowOf>)
      await tx
        .insertInto(table)
        .values(row as never)
        .execute()
    await countWhatWasLaid(tx, size)
  })
  return { code: laid.codeOf(5), hidden: wordsOf(2) }
}
