/** Waiting entries, their places, the tiles of the tree and what was signed. */
import { sql } from 'kysely'
import { engineOf, held, type Reader, type Tables, type Tx } from '../../db/index.ts'

/** Held until the change ends: two processes give places one after the other, never at once. */
export const heldLease = (tx: Tx) =>
  held(tx, tx.selectFrom('journal_lease').select(['holder', 'until_at']).where('id', '=', 1)).executeTakeFirstOrThrow()

export const takeLease = (tx: Tx, holder: string, until: string) =>
  tx.updateTable('journal_lease').set({ holder, until_at: until }).where('id', '=', 1).execute()

export const anyWaiting = async (read: Reader): Promise<boolean> =>
  (await read.selectFrom('journal_waiting').select('seq').limit(1).executeTakeFirst()) !== undefined

/** In the order in which they were written, as far as they are committed. */
export const longestWaiting = (read: Reader, most: number) =>
  read
    .selectFrom('journal_waiting')
    .innerJoin('journal_entry', 'journal_entry.seq', 'journal_waiting.seq')
    .select(['journal_entry.seq', 'journal_entry.entry'])
    .orderBy('journal_waiting.seq')
    .limit(most)
    .execute()

/** When the entry that waits longest was written. */
export const waitingSince = async (read: Reader): Promise<string | undefined> =>
  (
    await read
      .selectFrom('journal_waiting')
      .innerJoin('journal_entry', 'journal_entry.seq', 'journal_waiting.seq')
      .select('journal_entry.at')
      .orderBy('journal_waiting.seq')
      .limit(1)
      .executeTakeFirst()
  )?.at

/** How many places were given: the next one has this number. */
export async function placesGiven(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('journal_place')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? Number(row.number) + 1 : 0
}

/** Few lengths, so that each statement is prepared once. */
function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  let at = 0
  for (const length of [256, 32, 4, 1])
    for (; at + length <= list.length; at += length) yield list.slice(at, at + length)
}

export async function givePlaces(tx: Tx, from: number, seqs: readonly number[]): Promise<void> {
  const places = seqs.map((seq, at) => ({ number: from + at, seq }))
  for (const piece of inPieces(places)) await tx.insertInto('journal_place').values(piece).execute()
  for (const piece of inPieces(seqs)) await tx.deleteFrom('journal_waiting').where('seq', 'in', piece).execute()
}

/** The entries at places `from` up to, not including, `to`: fewer when something is missing. */
export const entriesPlaced = (read: Reader, from: number, to: number) =>
  read
    .selectFrom('journal_place')
    .innerJoin('journal_entry', 'journal_entry.seq', 'journal_place.seq')
    .select(['journal_place.number', 'journal_entry.entry'])
    .where('journal_place.number', '>=', from)
    .where('journal_place.number', '<', to)
    .orderBy('journal_place.number')
    .execute()

/** An entry by its id, with its place when it has one. */
export const entryById = (read: Reader, id: string) =>
  read
    .selectFrom('journal_entry')
    .leftJoin('journal_place', 'journal_place.seq', 'journal_entry.seq')
    .select(['journal_entry.id', 'journal_entry.entry', 'journal_entry.at', 'journal_place.number'])
    .where('journal_entry.id', '=', id)
    .executeTakeFirst()

export const tileRow = (read: Reader, level: number, number: number) =>
  read
    .selectFrom('journal_tile')
    .select(['width', 'hashes'])
    .where('level', '=', level)
    .where('number', '=', number)
    .executeTakeFirst()

export const putTile = (tx: Tx, tile: Tables['journal_tile']) =>
  tx
    .insertInto('journal_tile')
    .values(tile)
    .onConflict((on) => on.columns(['level', 'number']).doUpdateSet({ width: tile.width, hashes: tile.hashes }))
    .execute()

export const newestCheckpoint = (read: Reader) =>
  read.selectFrom('journal_checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()

export const checkpointOf = (read: Reader, size: number) =>
  read.selectFrom('journal_checkpoint').selectAll().where('size', '=', size).executeTakeFirst()

/** Lines of witnesses under this checkpoint. */
export const cosignaturesOf = async (read: Reader, size: number): Promise<string[]> =>
  (
    await read.selectFrom('journal_cosignature').select('line').where('size', '=', size).orderBy('witness_id').execute()
  ).map((row) => row.line)

/** The next checkpoints after this size, the smallest first. */
export const checkpointsAfter = (read: Reader, size: number, most: number) =>
  read
    .selectFrom('journal_checkpoint')
    .select(['size', 'root'])
    .where('size', '>', size)
    .orderBy('size')
    .limit(most)
    .execute()

export const putCheckpoint = (tx: Tx, row: Tables['journal_checkpoint']) =>
  tx.insertInto('journal_checkpoint').values(row).execute()

export const newestKey = (read: Reader) =>
  read.selectFrom('journal_key').selectAll().orderBy('from_at', 'desc').limit(1).executeTakeFirst()

export const allKeys = (read: Reader) => read.selectFrom('journal_key').selectAll().orderBy('from_at').execute()

export const putKey = (tx: Tx, key: string, at: string) =>
  tx.insertInto('journal_key').values({ key, from_at: at }).execute()

export const standingStop = (read: Reader) =>
  read.selectFrom('journal_stop').selectAll().where('until_at', 'is', null).executeTakeFirst()

export const putStop = (tx: Tx, row: Tables['journal_stop']) => tx.insertInto('journal_stop').values(row).execute()

export const endStop = (tx: Tx, at: string) =>
  tx.updateTable('journal_stop').set({ until_at: at }).where('until_at', 'is', null).execute()

/** Entries that neither wait nor have a place: somebody wrote or removed something behind the journal's back. */
export async function entriesAstray(read: Reader): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from journal_entry)
    - (select count(*) from journal_place) - (select count(*) from journal_waiting) as n`.execute(read)
  return Number(rows[0]?.n ?? 0)
}

/** The three counts are of one moment only inside one view of the database. */
export const inOneMoment = <T>(read: Reader, ask: (tx: Reader) => Promise<T>): Promise<T> =>
  engineOf(read) === 'sqlite' ? ask(read) : read.transaction().setIsolationLevel('repeatable read').execute(ask)
