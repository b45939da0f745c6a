/** What the entries say of rows, read page by page. */
import type { Reader, Tx } from '../../db/index.ts'

/** The newest state the record tells of each of these. */
export async function newestStates(read: Reader, kind: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('journal_subject as s')
    .select(['s.id', 's.state'])
    .where('s.kind', '=', kind)
    .where('s.id', 'in', [...ids])
    .where('s.seq', '=', (e) =>
      e
        .selectFrom('journal_subject as newer')
        .select((n) => n.fn.max('newer.seq').as('seq'))
        .whereRef('newer.kind', '=', 's.kind')
        .whereRef('newer.id', '=', 's.id')
        .where('newer.state', 'is not', null)
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.state ?? '']))
}

/** The next things of a kind that the record tells a state of. */
export async function toldAfter(read: Reader, kind: string, id: string | undefined, limit: number): Promise<string[]> {
  let query = read
    .selectFrom('journal_subject')
    .select('id')
    .distinct()
    .where('kind', '=', kind)
    .where('state', 'is not', null)
    .orderBy('id')
    .limit(limit)
  if (id !== undefined) query = query.where('id', '>', id)
  return (await query.execute()).map((row) => row.id)
}

export const entriesAfter = (read: Reader, seq: number, limit: number) =>
  read.selectFrom('journal_entry').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()

export const subjectsBetween = (read: Reader, after: number, until: number) =>
  read.selectFrom('journal_subject').selectAll().where('seq', '>', after).where('seq', '<=', until).execute()

export const keepComparison = (tx: Tx, row: { at: string; compared: number; wrong: number; findings: string }) =>
  tx.insertInto('journal_comparison').values(row).execute()

/** What the last comparing found, when there was one. */
export const lastComparison = (read: Reader) =>
  read
    .selectFrom('journal_comparison')
    .select(['at', 'compared', 'wrong', 'findings'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
