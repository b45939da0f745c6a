import type { Reader, Tx } from '../db/index.ts'
import type { LinkedSubject } from './subjects.ts'

export { subjectsOf, type StatedSubject, type WrittenEntry } from './subjects.ts'

/** Adds an entry with everything it is about. */
export async function append(
  tx: Tx,
  row: { id: string; at: string; kind: string; about_kind: string; about_id: string; entry: string },
  subjects: readonly LinkedSubject[]
): Promise<void> {
  const { seq } = await tx.insertInto('journal_entry').values(row).returning('seq').executeTakeFirstOrThrow()
  if (subjects.length === 0) return
  await tx
    .insertInto('journal_subject')
    .values(subjects.map((one) => ({ ...one, seq: Number(seq) })))
    .execute()
}

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
