import type { Reader, Tx } from '../db/index.ts'
import { stemsOf } from './stems.ts'

/** `kept-voice`: words that only residents who help may read. */
export type SearchKind = 'voice' | 'kept-voice' | 'need' | 'goal' | 'request' | 'commitment' | 'group' | 'institution'

export interface Found {
  kind: SearchKind
  ref: string
  /** How many different words of the question it has. */
  hits: number
}

/** Keeps the words a thing is found by. May be called again for more words of the same thing (a translation beside it). */
export async function keepWords(
  tx: Tx,
  thing: { kind: SearchKind; ref: string; text: string; lang: string }
): Promise<void> {
  const words = stemsOf(thing.text, thing.lang)
  if (words.length === 0) return
  await tx
    .insertInto('search_word')
    .values(words.map((word) => ({ word, kind: thing.kind, ref: thing.ref })))
    .onConflict((same) => same.doNothing())
    .execute()
}

export const forgetWords = (tx: Tx, kind: SearchKind, ref: string) =>
  tx.deleteFrom('search_word').where('kind', '=', kind).where('ref', '=', ref).execute()

/** Things that share most words with a text. Order: most shared words, then id; never how many people like it. */
export async function like(
  read: Reader,
  asked: { text: string; lang: string; kinds: SearchKind[]; most: number }
): Promise<Found[]> {
  const words = stemsOf(asked.text, asked.lang).slice(0, 20)
  if (words.length === 0) return []
  const rows = await read
    .selectFrom('search_word')
    .select(['kind', 'ref', (e) => e.fn.countAll<number>().as('hits')])
    .where('word', 'in', words)
    .where('kind', 'in', asked.kinds)
    .groupBy(['kind', 'ref'])
    .orderBy('hits', 'desc')
    .orderBy('ref')
    .limit(asked.most)
    .execute()
  return rows.map((row) => ({ kind: row.kind as SearchKind, ref: row.ref, hits: Number(row.hits) }))
}
