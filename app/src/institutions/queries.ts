/** Institutions: partners of the neighbourhood, and who speaks for them from when until when. */
import type { InstitutionId } from '@buurtmacht/domain'
import { steady, type Reader, type Tables, type Tx } from '../db/index.ts'
import { holdersInInstitution, type Holder } from '../people/index.ts'

export const institutionKinds = ['municipality', 'housing', 'welfare', 'school', 'police', 'care', 'other'] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export interface InstitutionShown {
  id: InstitutionId
  name: string
  kind: InstitutionKind
  about: string
  madeAt: string
}

const shown = (row: Tables['institution']): InstitutionShown => ({
  id: row.id as InstitutionId,
  name: row.name,
  kind: row.kind as InstitutionKind,
  about: row.about,
  madeAt: row.made_at
})

/** All institutions by name. */
export const institutionsOf = async (read: Reader): Promise<InstitutionShown[]> =>
  (await read.selectFrom('institution').selectAll().orderBy('name').orderBy('id').execute()).map(shown)

export async function institutionOf(read: Reader, id: string): Promise<InstitutionShown | undefined> {
  const row = await read.selectFrom('institution').selectAll().where('id', '=', id).executeTakeFirst()
  return row && shown(row)
}

export const institutionNames = steady(
  async (read): Promise<ReadonlyMap<string, string>> =>
    new Map((await institutionsOf(read)).map(({ id, name }) => [id, name]))
)

/** Everybody who ever was its contact, oldest first: officials rotate, the history stays. */
export const contactsOf = (read: Reader, institution: string): Promise<Holder[]> =>
  holdersInInstitution(read, institution)

export const saveInstitution = (tx: Tx, row: Tables['institution']) =>
  tx.insertInto('institution').values(row).execute()
