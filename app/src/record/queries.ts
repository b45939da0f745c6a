/** All SQL of reading the record: lines newest first, and what the things they name are called now. */
import { wordsForAll } from '@buurtmacht/domain'
import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../db/index.ts'
import type { EntryKind, WrittenEntry } from '../journal/index.ts'

export interface Line {
  seq: number
  id: string
  at: string
  kind: EntryKind
  /** The exact bytes. */
  text: string
  entry: WrittenEntry
}

export interface Asked {
  kinds?: readonly EntryKind[] | undefined
  /** Only what belongs to this goal, institution or group. */
  of?: { kind: 'goal' | 'institution' | 'group'; id: string } | undefined
  /** Only lines before this one. */
  before?: number | undefined
  limit: number
}

type Found = { seq: number; id: string; at: string; kind: string; entry: string }

const columns = ['seq', 'id', 'at', 'kind', 'entry'] as const

const lineIn = (row: Found): Line => ({
  seq: Number(row.seq),
  id: row.id,
  at: row.at,
  kind: row.kind as EntryKind,
  text: row.entry,
  entry: JSON.parse(row.entry) as WrittenEntry
})

/** Newest first, one more than asked when there is more. */
export async function linesBefore(read: Reader, asked: Asked): Promise<Line[]> {
  const before = asked.before ?? Number.MAX_SAFE_INTEGER
  const { of, kinds } = asked
  if (of === undefined && kinds !== undefined) return (await ofKinds(read, kinds, before, asked.limit + 1)).map(lineIn)
  const rows = await read
    .selectFrom('journal_entry as e')
    .select(columns.map((column) => `e.${column}` as const))
    .$if(of !== undefined, (query) =>
      query
        .innerJoin('journal_subject as s', 's.seq', 'e.seq')
        .where('s.kind', '=', of?.kind ?? '')
        .where('s.id', '=', of?.id ?? '')
        .where('s.seq', '<', before)
        .orderBy('s.seq', 'desc')
    )
    .$if(of === undefined, (query) => query.where('e.seq', '<', before).orderBy('e.seq', 'desc'))
    .$if(kinds !== undefined, (query) => query.where('e.kind', 'in', [...(kinds ?? [])]))
    .limit(asked.limit + 1)
    .execute()
  return (rows as Found[]).map(lineIn)
}

/** Of each kind the newest few by its index: asked for all kinds at once, the database would sort every line there ever was. */
async function ofKinds(read: Reader, kinds: readonly EntryKind[], before: number, limit: number): Promise<Found[]> {
  const each = kinds.map(
    (kind, at): RawBuilder<unknown> => sql`select * from (
      select seq, id, at, kind, entry from journal_entry where kind = ${kind} and seq < ${before}
      order by seq desc limit ${limit}) as ${sql.ref(`k${at}`)}`
  )
  const { rows } = await sql<Found>`
    select * from (${sql.join(each, sql` union all `)}) as found order by seq desc limit ${limit}`.execute(read)
  return rows
}

export async function lineById(read: Reader, id: string): Promise<Line | undefined> {
  const row = await read.selectFrom('journal_entry').select(columns).where('id', '=', id).executeTakeFirst()
  return row && lineIn(row as Found)
}

const namedIn = {
  group: ['resident_group', 'name'],
  institution: ['institution', 'name'],
  area: ['area', 'name'],
  need: ['need', 'sentence'],
  goal: ['goal', 'title'],
  request: ['request', 'title'],
  commitment: ['commitment', 'what'],
  deed: ['deed', 'what'],
  round: ['budget_round', 'title'],
  plan: ['proposal', 'title'],
  account: ['ledger_account', 'name'],
  payment: ['payment', 'what'],
  grant: ['ledger_grant', 'name']
} as const

export type Named = keyof typeof namedIn
export const isNamed = (kind: string): kind is Named => Object.hasOwn(namedIn, kind)

/** What these are called now. */
export async function namesOf(read: Reader, kind: Named, ids: readonly string[]): Promise<Map<string, string>> {
  const [table, column] = namedIn[kind]
  const rows = await read
    .selectFrom(table as 'goal')
    .select(['id', sql<string>`${sql.ref(column)}`.as('name')])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Of these voices, those that everybody may read. */
export const readableVoices = async (read: Reader, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await read
          .selectFrom('voice')
          .select('id')
          .where('id', 'in', [...ids])
          .where('show', '=', wordsForAll)
          .where('state', '=', 'given')
          .execute()
      ).map((row) => row.id)

/** Goals to choose from, the newest first. */
export const goalsToChoose = (read: Reader): Promise<{ id: string; name: string }[]> =>
  read.selectFrom('goal').select(['id', 'title as name']).orderBy('made_at', 'desc').orderBy('id').limit(30).execute()

/** When the record began. */
export const beganAt = async (read: Reader): Promise<string | undefined> =>
  (await read.selectFrom('journal_entry').select('at').orderBy('seq').limit(1).executeTakeFirst())?.at
