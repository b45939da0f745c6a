/** Rows as the record knows them, of whichever table: this is the one place where a table's name is a value. */
import { sql, type RawBuilder } from 'kysely'
import { asked, held, type Reader } from '../../db/index.ts'
import type { PartRows, PublicRows, Row } from './shape.ts'

const idIn = (rows: PublicRows): RawBuilder<string> =>
  rows.key.length === 1
    ? sql.ref(rows.key[0]!)
    : sql.join(
        rows.key.map((column) => sql.ref(column)),
        sql` || '~' || `
      )

// Tables and columns come from the list of public rows, whose test holds it against the database.
function from(read: Reader, { table, columns, only }: Pick<PublicRows, 'table' | 'columns' | 'only'>) {
  const query = read.selectFrom(table as 'goal').select(columns as unknown as readonly 'id'[])
  return only ? query.where(sql.ref(only.column), '=', only.is) : query
}

type ById = (read: Reader, ids: readonly string[]) => Promise<unknown[]>

/** Every change tells of rows of a few tables: the question for each table is put together once. */
const heldById = new Map<PublicRows, ById>()

function holding(rows: PublicRows): ById {
  const known = heldById.get(rows)
  if (known) return known
  const made: ById = asked((read, ids: readonly string[]) => held(read, from(read, rows).where(idIn(rows), 'in', ids)))
  heldById.set(rows, made)
  return made
}

/** These rows, held when they are about to be told of. */
export const rowsById = async (read: Reader, rows: PublicRows, ids: readonly string[], hold = false): Promise<Row[]> =>
  (hold
    ? await holding(rows)(read, ids)
    : await from(read, rows)
        .where(idIn(rows), 'in', [...ids])
        .execute()) as unknown as Row[]

/** The next rows by id. */
export async function rowsAfter(read: Reader, rows: PublicRows, id: string | undefined, limit: number): Promise<Row[]> {
  let query = from(read, rows).orderBy(idIn(rows)).limit(limit)
  if (id !== undefined) query = query.where(idIn(rows), '>', id)
  return (await query.execute()) as unknown as Row[]
}

export async function partsOf(read: Reader, part: PartRows, ids: readonly string[]): Promise<Row[]> {
  let query = from(read, part).where(sql.ref(part.of), 'in', [...ids])
  for (const column of part.order) query = query.orderBy(sql.ref(column))
  return (await query.execute()) as unknown as Row[]
}
