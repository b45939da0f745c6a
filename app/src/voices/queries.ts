import type { FollowCode } from '@buurtmacht/domain'
import type { Reader, Tables, Tx } from '../db/index.ts'

export const addVoice = (tx: Tx, row: Tables['voice']) => tx.insertInto('voice').values(row).execute()
export const addContact = (tx: Tx, row: Tables['voice_contact']) => tx.insertInto('voice_contact').values(row).execute()

/** What is stored of a follow code: a keyed hash, so that a stolen database gives no codes away. */
export const followHash = (keyed: (purpose: string, text: string) => string, code: FollowCode): string =>
  keyed('follow', code)

export const voiceByCode = (read: Reader, hash: string) =>
  read.selectFrom('voice').selectAll().where('follow_hash', '=', hash).executeTakeFirst()
