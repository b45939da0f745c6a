import type { Reader, Tx } from '../db/index.ts'

export const append = (
  tx: Tx,
  row: { id: string; at: string; kind: string; about_kind: string; about_id: string; entry: string }
) => tx.insertInto('journal_entry').values(row).execute()

/** What happened to one thing, oldest first; only entries of these kinds when they are named. */
export const entriesAbout = (read: Reader, kind: string, id: string, kinds?: readonly string[]) =>
  read
    .selectFrom('journal_entry')
    .select(['seq', 'at', 'kind', 'entry'])
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .orderBy('seq')
    .execute()

export async function journalSize(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('journal_entry')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
