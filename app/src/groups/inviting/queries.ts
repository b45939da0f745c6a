/** Invitations to help a group. Only hashes of their links are stored. */
import { held, sha256, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type Invite = Tables['group_invite']

export const addInvite = (tx: Tx, row: Invite) => tx.insertInto('group_invite').values(row).execute()

/** With the names of the group and of who asks. */
export const inviteOf = (read: Reader, token: string) =>
  read
    .selectFrom('group_invite')
    .innerJoin('resident_group', 'resident_group.id', 'group_invite.group_id')
    .innerJoin('person', 'person.id', 'group_invite.by_id')
    .selectAll('group_invite')
    .select(['resident_group.name as group_name', 'person.name as by_name'])
    .where('group_invite.hash', '=', sha256(token))
    .executeTakeFirst()

export const inviteToUse = (tx: Tx, token: string) =>
  held(tx, tx.selectFrom('group_invite').selectAll().where('hash', '=', sha256(token))).executeTakeFirst()

/** Who was asked and did not say yes yet, oldest first. */
export const invitesOf = (read: Reader, group: string, at: string): Promise<Invite[]> =>
  read
    .selectFrom('group_invite')
    .selectAll()
    .where('group_id', '=', group)
    .where('ends_at', '>', at)
    .orderBy('made_at')
    .orderBy('hash')
    .execute()

export const dropInvite = (tx: Tx, hash: string) => tx.deleteFrom('group_invite').where('hash', '=', hash).execute()

export const forgetInvitesBefore = (tx: Tx, at: string) =>
  tx.deleteFrom('group_invite').where('ends_at', '<', at).execute()

/** Somebody is forgotten: nothing waits for them any more. */
export const dropInvitesTo = (tx: Tx, email: string) =>
  tx.deleteFrom('group_invite').where('email', '=', email).execute()
