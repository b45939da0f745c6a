import type { Reader, Tables, Tx } from '../../db/index.ts'

export const pictureFile = (read: Reader, id: string) =>
  read.selectFrom('picture').select(['type', 'bytes']).where('id', '=', id).executeTakeFirst()
export const addPicture = (tx: Tx, row: Tables['picture']) => tx.insertInto('picture').values(row).execute()
export const removePicture = (tx: Tx, id: string) => tx.deleteFrom('picture').where('id', '=', id).execute()
export const showPicture = (tx: Tx, id: string | null, version: number) =>
  tx.updateTable('neighbourhood').set({ picture_id: id, version }).where('id', '=', 1).execute()
