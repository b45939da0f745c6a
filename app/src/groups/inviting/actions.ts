/**
 * A lead asks somebody to help, by e-mail. Whether that address has an account here is told to nobody: the same letter goes out, the
 * same line stands in the list, and only who reads the letter can say yes. Without e-mail a new account is made, for a card.
 */
import { leads, ok, readEmail, readText, refused, rolesInForce, type Decision, type GroupId } from '@buurtmacht/domain'
import { sha256, type Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { addPerson, beginAsHelper, giveRole, personByEmail, rolesOf } from '../../people/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { inLetter, type Letter } from '../../post/index.ts'
import type { By, Change } from '../../web/index.ts'
import { groupOf } from '../queries.ts'
import { addInvite, dropInvite, invitesOf, inviteToUse } from './queries.ts'

const twoWeeks = 14 * 86_400_000
/** So many people are asked at the same time; enough for any group, too few to fill strangers' mailboxes with. */
export const mostInvites = 20

/** Refusals: `not-allowed`, `not-found`, `invites-too-many`, `field-…` (name, email). */
export async function inviteHelper(
  tx: Tx,
  change: Change,
  group: string,
  typed: { name: string; email: string }
): Promise<Decision<Letter>> {
  const { by, t } = change
  if (!by.person || !leads(by.roles, group as GroupId)) return refused('not-allowed')
  const found = await groupOf(tx, group)
  if (!found) return refused('not-found')
  const name = readText('name', typed.name, { min: 2, max: 100 })
  if (!name.ok) return name
  const email = readEmail(typed.email)?.toLowerCase()
  if (email === undefined) return refused('field-not-an-email', { field: 'email' })
  if ((await invitesOf(tx, group, by.at)).length >= mostInvites) return refused('invites-too-many')
  const token = Buffer.from(by.chance(32)).toString('base64url')
  const ends_at = new Date(Date.parse(by.at) + twoWeeks).toISOString()
  const about = { group_id: group, name: name.value, email, lang: t.lang, by_id: by.person }
  await addInvite(tx, { hash: sha256(token), ...about, made_at: by.at, ends_at })
  await record(tx, by, { kind: 'helper-invited', about: { kind: 'group', id: group }, as: { group } })
  const facts = {
    name: inLetter(name.value),
    by: inLetter(change.name ?? ''),
    group: inLetter(found.name),
    place: (await neighbourhood(tx))?.name ?? 'Buurtmacht',
    link: `${change.publicUrl}/uitnodiging/${token}`
  }
  return ok({ to: email, subject: t('groups.invite-mail.subject', facts), text: t('groups.invite-mail.text', facts) })
}

/** Somebody without e-mail gets an account at once; an administrator makes the card. */
export async function addHelper(tx: Tx, by: By, group: string, name: string, lang: string): Promise<Decision<string>> {
  if (!leads(by.roles, group as GroupId)) return refused('not-allowed')
  const person = await addPerson(tx, by, { name, lang }, { group })
  if (!person.ok) return person
  return giveRole(tx, by, person.value, { kind: 'helper', group: group as GroupId, from: by.today })
}

/** "Ja, ik help mee." It works until it ends, once, and as long as who wrote it leads the group. Refusal: `invite-wrong`. */
export async function acceptInvite(tx: Tx, by: By, token: string): Promise<Decision<{ group: string }>> {
  const invite = await inviteToUse(tx, token)
  if (!invite || invite.ends_at <= by.at) return refused('invite-wrong')
  const group = invite.group_id as GroupId
  const asker = rolesInForce(await rolesOf(tx, invite.by_id), by.today)
  if (!leads(asker, group)) return refused('invite-wrong')
  const known = await personByEmail(tx, invite.email)
  const { name, email, lang } = invite
  const person = known ? ok(known.id) : await addPerson(tx, by, { name, email, lang }, { group })
  if (!person.ok) return person
  const begun = await beginAsHelper(tx, by, person.value, group)
  if (!begun.ok && begun.refusal.code !== 'role-already-given') return begun
  await dropInvite(tx, invite.hash)
  return ok({ group })
}
