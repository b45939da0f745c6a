import { asked, type Reader, type Tx } from '../db/index.ts'
import type { LinkedSubject } from './subjects.ts'

export { subjectsOf, type StatedSubject, type WrittenEntry } from './subjects.ts'

interface EntryRow {
  id: string
  at: string
  kind: string
  about_kind: string
  about_id: string
  entry: string
}

const entryPut = asked(
  (tx, id: string, at: string, kind: string, about_kind: string, about_id: string, entry: string) =>
    tx.insertInto('journal_entry').values({ id, at, kind, about_kind, about_id, entry }).returning('seq')
)
const subjectPut = asked((tx, kind: string, id: string, seq: number, state: string | undefined) =>
  tx.insertInto('journal_subject').values({ kind, id, seq, state: state ?? null })
)

/** Adds an entry with everything it is about: mostly one thing or two, and then in words that are put together once. */
export async function append(tx: Tx, row: EntryRow, subjects: readonly LinkedSubject[]): Promise<void> {
  const [put] = await entryPut(tx, row.id, row.at, row.kind, row.about_kind, row.about_id, row.entry)
  const seq = Number(put!.seq)
  if (subjects.length > 4)
    await tx
      .insertInto('journal_subject')
      .values(subjects.map((one) => ({ ...one, seq })))
      .execute()
  else for (const { kind, id, state } of subjects) await subjectPut(tx, kind, id, seq, state ?? undefined)
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
