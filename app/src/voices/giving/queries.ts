import { held, sha256, type Reader, type Tx } from '../../db/index.ts'

/** The database knows a draft only by the hash of its address. */
const of = (read: Reader, draft: string) => read.selectFrom('voice_draft').selectAll().where('hash', '=', sha256(draft))

export const draftRow = (read: Reader, draft: string) => of(read, draft).executeTakeFirst()
export const draftHeld = (tx: Tx, draft: string) => held(tx, of(tx, draft)).executeTakeFirst()

export async function putDraft(tx: Tx, draft: string, answers: string, endsAt: string): Promise<void> {
  await removeDraft(tx, draft)
  await tx
    .insertInto('voice_draft')
    .values({ hash: sha256(draft), answers, ends_at: endsAt })
    .execute()
}

export const removeDraft = (tx: Tx, draft: string) =>
  tx.deleteFrom('voice_draft').where('hash', '=', sha256(draft)).execute()

export const removeDraftsEndedBefore = (tx: Tx, at: string) =>
  tx.deleteFrom('voice_draft').where('ends_at', '<', at).execute()
