/** Sessions, links by e-mail and sign-in cards. Only hashes are stored: a stolen database signs nobody in. */
import { dayOf, inForce, type PersonId } from '@buurtmacht/domain'
import { held, sha256, type Reader, type Tables, type Tx } from '../../db/index.ts'
import type { SignedIn } from '../../web/index.ts'
import { rolesOf } from '../queries.ts'

/** Who holds this session, with the roles in force today. */
export async function signedIn(read: Reader, cookie: string, at: string): Promise<SignedIn | undefined> {
  const row = await read
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.lang', 'session.csrf', 'session.ends_at'])
    .where('session.hash', '=', sha256(cookie))
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row || row.ends_at < at) return undefined
  const today = dayOf(Date.parse(at))
  const roles = (await rolesOf(read, row.id)).filter((role) => inForce(role, today))
  return { person: row.id as PersonId, name: row.name, lang: row.lang, roles, csrf: row.csrf }
}

export const addSession = (tx: Tx, row: Tables['session']) => tx.insertInto('session').values(row).execute()
export const removeSession = (tx: Tx, cookie: string) =>
  tx.deleteFrom('session').where('hash', '=', sha256(cookie)).execute()
export const removeSessionsOf = (tx: Tx, person: string) =>
  tx.deleteFrom('session').where('person_id', '=', person).execute()
export const removeOldSessions = (tx: Tx, at: string) => tx.deleteFrom('session').where('ends_at', '<', at).execute()

export async function sessionsOf(read: Reader, person: string, at: string): Promise<number> {
  const row = await read
    .selectFrom('session')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('person_id', '=', person)
    .where('ends_at', '>=', at)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export const addLink = (tx: Tx, row: Tables['sign_in_link']) => tx.insertInto('sign_in_link').values(row).execute()
export const linkOf = (read: Reader, token: string) =>
  read.selectFrom('sign_in_link').selectAll().where('hash', '=', sha256(token)).executeTakeFirst()
export const linkToUse = (tx: Tx, token: string) =>
  held(tx, tx.selectFrom('sign_in_link').selectAll().where('hash', '=', sha256(token))).executeTakeFirst()
export const setLinkUsed = (tx: Tx, hash: string, at: string) =>
  tx.updateTable('sign_in_link').set({ used_at: at }).where('hash', '=', hash).execute()
export const removeOldLinks = (tx: Tx, before: string) =>
  tx.deleteFrom('sign_in_link').where('ends_at', '<', before).execute()

/** The links this person was sent since an instant. Asked for nobody too, so that it takes as long. */
export const linksSince = (read: Reader, person: string, since: string) =>
  read
    .selectFrom('sign_in_link')
    .select(['made_at', 'browser_hash', 'network_hash', 'known'])
    .where('person_id', '=', person)
    .where('made_at', '>', since)
    .execute()

/** The name of the neighbourhood, for the letter. */
export const placeName = async (read: Reader): Promise<string> =>
  (await read.selectFrom('neighbourhood').select('name').executeTakeFirst())?.name ?? 'Buurtmacht'

export const addCard = (tx: Tx, row: Tables['sign_in_card']) => tx.insertInto('sign_in_card').values(row).execute()
export const endCardsOf = (tx: Tx, person: string, at: string) =>
  tx
    .updateTable('sign_in_card')
    .set({ ended_at: at })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute()
const cards = (read: Reader, hash: string) =>
  read.selectFrom('sign_in_card').selectAll().where('hash', '=', hash).where('ended_at', 'is', null)
export const cardOf = (read: Reader, hash: string) => cards(read, hash).executeTakeFirst()
export const cardToUse = (tx: Tx, hash: string) => held(tx, cards(tx, hash)).executeTakeFirst()
export const setCardTries = (tx: Tx, hash: string, tries: number, blockedUntil: string | null) =>
  tx.updateTable('sign_in_card').set({ tries, blocked_until: blockedUntil }).where('hash', '=', hash).execute()

/** When a person's card was made, if they have one that works. */
export const cardSince = async (read: Reader, person: string): Promise<string | undefined> =>
  (
    await read
      .selectFrom('sign_in_card')
      .select('made_at')
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
  )?.made_at
