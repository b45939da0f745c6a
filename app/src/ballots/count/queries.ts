/** The count: who began it, what came of it, and the files to count it again. */
import type { Reader, Tables, Tx } from '../../db/index.ts'
import type { CountTold } from './actions.ts'

export type ResultRow = Omit<Tables['round_result'], 'told'> & { told: CountTold }

export const begunCount = (read: Reader, round: string): Promise<Tables['count_begun'] | undefined> =>
  read.selectFrom('count_begun').selectAll().where('round_id', '=', round).executeTakeFirst()
export const addBegun = (tx: Tx, row: Tables['count_begun']) => tx.insertInto('count_begun').values(row).execute()
export const dropBegun = (tx: Tx, round: string) => tx.deleteFrom('count_begun').where('round_id', '=', round).execute()

export async function resultOf(read: Reader, round: string): Promise<ResultRow | undefined> {
  const row = await read.selectFrom('round_result').selectAll().where('round_id', '=', round).executeTakeFirst()
  return row && { ...row, told: JSON.parse(row.told) as CountTold }
}

/** How many ballots were counted and then sealed away; undefined when they lie open, or nothing was counted. */
export async function sealedBallots(read: Reader, round: string): Promise<number | undefined> {
  const result = await resultOf(read, round)
  return result?.sealed ? (result.told.pots[0]?.ballots ?? 0) : undefined
}

export const addResult = (tx: Tx, row: Tables['round_result']) => tx.insertInto('round_result').values(row).execute()
export const addFile = (tx: Tx, row: Tables['round_file']) => tx.insertInto('round_file').values(row).execute()

/** Names and hashes, not the files themselves. */
export const filesOf = (read: Reader, round: string): Promise<{ name: string; hash: string }[]> =>
  read.selectFrom('round_file').select(['name', 'hash']).where('round_id', '=', round).orderBy('name').execute()

export const fileOf = (read: Reader, round: string, name: string): Promise<Tables['round_file'] | undefined> =>
  read.selectFrom('round_file').selectAll().where('round_id', '=', round).where('name', '=', name).executeTakeFirst()

/** When single ballots could point at people they are kept sealed and nowhere else. */
export const forgetBallots = (tx: Tx, round: string) => tx.deleteFrom('ballot').where('round_id', '=', round).execute()
