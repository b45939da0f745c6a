import { sql } from 'kysely'
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

/** Rows looked at for one question: the rarest words say most, and a word that half the neighbourhood uses says nothing. */
const enough = 3000

/** How much it says that two things share a word: the rarer, the more. Whole, so that every database adds up to the same. */
const weightOf = (uses: number): number => Math.round(1000 * Math.log(1 + 100_000 / uses))

/** The rarest words of a question, with how often each is used. */
async function tellingWords(read: Reader, words: string[], kinds: SearchKind[]): Promise<Map<string, number>> {
  const counted = await read
    .selectFrom('search_word')
    .select(['word', (e) => e.fn.countAll<number>().as('uses')])
    .where('word', 'in', words)
    .where('kind', 'in', kinds)
    .groupBy('word')
    .execute()
  const rarest = counted
    .map(({ word, uses }) => ({ word, uses: Number(uses) }))
    .toSorted((a, b) => a.uses - b.uses || (a.word < b.word ? -1 : 1))
  const telling = new Map<string, number>()
  let rows = 0
  for (const { word, uses } of rarest) {
    rows += uses
    if (telling.size > 0 && rows > enough) break
    telling.set(word, uses)
  }
  return telling
}

/** Things that share words with a text. Order: the rarest shared words, then id; never how many people like it. */
export async function like(
  read: Reader,
  /** `lang`: in which language the words are, or every language they may be in. */
  asked: { text: string; lang: string | readonly string[]; kinds: SearchKind[]; most: number }
): Promise<Found[]> {
  const words = [...new Set([asked.lang].flat().flatMap((lang) => stemsOf(asked.text, lang)))].slice(0, 60)
  if (words.length === 0) return []
  const telling = await tellingWords(read, words, asked.kinds)
  if (telling.size === 0) return []
  // Added up where the rows are: a common word has thousands of them, and twenty are shown.
  const weight = sql<number>`sum(case word ${sql.join(
    [...telling].map(([word, uses]) => sql`when ${word} then ${sql.lit(weightOf(uses))}`),
    sql` `
  )} else 0 end)`
  const rows = await read
    .selectFrom('search_word')
    .select(['kind', 'ref', (e) => e.fn.countAll<number>().as('hits')])
    .where('word', 'in', [...telling.keys()])
    .where('kind', 'in', asked.kinds)
    .groupBy(['kind', 'ref'])
    .orderBy(weight, 'desc')
    .orderBy('ref')
    .orderBy('kind')
    .limit(asked.most)
    .execute()
  return rows.map(({ kind, ref, hits }) => ({ kind: kind as SearchKind, ref, hits: Number(hits) }))
}
