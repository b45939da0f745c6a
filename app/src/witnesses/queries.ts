/** Witnesses of the record and what they signed. */
import { held, type Reader, type Tables, type Tx } from '../db/index.ts'

export type WitnessRow = Tables['journal_witness']

export const allWitnesses = (read: Reader): Promise<WitnessRow[]> =>
  read.selectFrom('journal_witness').selectAll().orderBy('from_at').orderBy('id').execute()

export const standingWitnesses = (read: Reader): Promise<WitnessRow[]> =>
  read.selectFrom('journal_witness').selectAll().where('until_at', 'is', null).orderBy('id').execute()

export const witnessById = (read: Reader, id: string) =>
  held(read, read.selectFrom('journal_witness').selectAll().where('id', '=', id)).executeTakeFirst()

export const witnessByKey = (read: Reader, key: string) =>
  read.selectFrom('journal_witness').select('id').where('key', '=', key).executeTakeFirst()

export const saveWitness = (tx: Tx, row: WitnessRow) => tx.insertInto('journal_witness').values(row).execute()

export const endWitness = (tx: Tx, id: string, at: string) =>
  tx.updateTable('journal_witness').set({ until_at: at }).where('id', '=', id).execute()

/** The same line twice stays there once. */
export const putCosignature = (tx: Tx, row: Tables['journal_cosignature']) =>
  tx
    .insertInto('journal_cosignature')
    .values(row)
    .onConflict((on) => on.columns(['size', 'witness_id']).doNothing())
    .execute()

/** The largest checkpoint that this witness signed. */
export const lastSigned = (read: Reader, witness: string) =>
  read
    .selectFrom('journal_cosignature')
    .select(['size', 'signed_at'])
    .where('witness_id', '=', witness)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
