/** What can happen to a voice: it is given, translated, taken back; its giver chooses anew how to be told. */
import {
  followCode,
  give,
  isContact,
  isHelper,
  mayShow,
  ok,
  readFollowCode,
  readTellBackWish,
  readVoiceText,
  refused,
  type Decision,
  type FollowCode,
  type Role,
  type VoiceTyped
} from '@buurtmacht/domain'
import { held, salted, type Tables, type Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import { areaIds } from '../place/index.ts'
import { keepWords } from '../search/index.ts'
import { newId, type By } from '../web/index.ts'
import {
  addContact,
  addVoice,
  followHash,
  type Keyed,
  putTranslation,
  removeContact,
  setWish,
  voiceRow
} from './queries.ts'

export interface VoiceTaken {
  id: string
  code: FollowCode
}

/** Residents who help may read every voice; who speaks for an institution reads what everybody reads. */
export const mayReadAll = (roles: readonly Role[]): boolean => isHelper(roles) && !isContact(roles)

/** The record never tells who gave a voice, not even when they happened to be signed in. */
export const nobody = ({ person: _, ...by }: By): By => by

const searchKind = (show: Tables['voice']['show']) => (mayShow(show) === 'words' ? 'voice' : 'kept-voice')

/**
 * Somebody is heard. The follow code is handed out here and only its keyed hash is kept.
 * Refusals: those of `give`; `not-allowed` when somebody writes for another without being a helper; `field-not-a-choice` (area);
 * `day-in-the-future` (heardOn).
 */
export async function giveVoice(
  tx: Tx,
  by: By,
  keyed: Keyed,
  typed: VoiceTyped & { heardOn?: string }
): Promise<Decision<VoiceTaken>> {
  const given = give(typed)
  if (!given.ok) return given
  const { text, lang, area, channel, show, tellBack, onBehalf } = given.value
  const helper = given.value.by === 'anyone' ? undefined : given.value.by
  if (helper && (helper !== by.person || !mayReadAll(by.roles))) return refused('not-allowed')
  if (area && !(await areaIds(tx)).includes(area)) return refused('field-not-a-choice', { field: 'area' })
  const heardOn = typed.heardOn ?? by.today
  if (heardOn > by.today) return refused('day-in-the-future', { field: 'heardOn' })
  const id = newId(by)
  const code = followCode(by.chance(8))
  const { salt, hash } = salted(text, by.chance(32))
  await addVoice(tx, {
    id,
    text,
    lang,
    salt,
    text_hash: hash,
    area_id: area ?? null,
    channel,
    show,
    on_behalf: onBehalf ? 1 : 0,
    helper_id: helper ?? null,
    follow_hash: followHash(keyed, code),
    tell_how: tellBack.how,
    state: 'given',
    heard_on: heardOn,
    received_at: by.at
  })
  if ('to' in tellBack) await addContact(tx, { voice_id: id, address: tellBack.to })
  await keepWords(tx, { kind: searchKind(show), ref: id, text, lang })
  // Of a voice that nobody may see, the record tells only that it is there.
  const where = show === 'none' ? {} : { area: area ?? null, channel, heardOn }
  await record(tx, helper ? by : nobody(by), {
    kind: 'voice-given',
    about: { kind: 'voice', id },
    facts: { ...where, onBehalf, show, textHash: hash }
  })
  return ok({ id, code })
}

/** The voice behind a typed code, held. Refusal: `code-wrong`, whether it cannot be a code or is nobody's. */
export async function heldByCode(tx: Tx, keyed: Keyed, typed: string): Promise<Decision<Tables['voice']>> {
  const code = readFollowCode(typed)
  const row =
    code && (await held(tx, voiceRow(tx).where('follow_hash', '=', followHash(keyed, code))).executeTakeFirst())
  return row ? ok(row) : refused('code-wrong')
}

export const tellBacks = (ids: readonly string[]) => ids.map((id) => ({ kind: 'tellBack' as const, id }))

/** Why nothing can be done any more with words that are gone. */
const goneWith = (state: 'takenBack' | 'erased') => (state === 'erased' ? 'voice-erased' : 'voice-taken-back')

/** "Liever anders?": another way of being told, or none. Refusals: `code-wrong`, `voice-taken-back`, `contact-…`. */
export async function changeWish(
  tx: Tx,
  by: By,
  keyed: Keyed,
  wish: { code: string; how: string; to?: string | undefined }
): Promise<Decision<{ id: string }>> {
  const found = await heldByCode(tx, keyed, wish.code)
  if (!found.ok) return found
  if (found.value.state !== 'given') return refused(goneWith(found.value.state))
  const read = readTellBackWish({ how: wish.how, to: wish.to })
  if (!read.ok) return read
  const { id } = found.value
  const missed = await setWish(tx, id, read.value.how)
  await removeContact(tx, id)
  if ('to' in read.value) await addContact(tx, { voice_id: id, address: read.value.to })
  await record(tx, nobody(by), { kind: 'voice-wish-changed', about: { kind: 'voice', id }, also: tellBacks(missed) })
  return ok({ id })
}

/** A helper puts a translation beside the words; the words themselves stay. A second one in the same language replaces the first. */
export async function translateVoice(
  tx: Tx,
  by: By,
  id: string,
  typed: { lang: string; text: string }
): Promise<Decision<{ id: string }>> {
  if (!by.person || !mayReadAll(by.roles)) return refused('not-allowed')
  const voice = await held(tx, voiceRow(tx).where('id', '=', id)).executeTakeFirst()
  if (!voice) return refused('not-found')
  if (voice.state !== 'given') return refused(goneWith(voice.state))
  if (voice.salt === null) return refused('voice-taken-back')
  if (typed.lang === voice.lang) return refused('field-not-a-choice', { field: 'lang' })
  const text = readVoiceText(typed.text)
  if (!text.ok) return text
  await putTranslation(tx, { voice_id: id, lang: typed.lang, text: text.value, helper_id: by.person, made_at: by.at })
  await keepWords(tx, { kind: searchKind(voice.show), ref: id, text: text.value, lang: typed.lang })
  const { hash } = salted(text.value, Buffer.from(voice.salt, 'hex'))
  await record(tx, by, {
    kind: 'voice-translated',
    about: { kind: 'voice', id },
    facts: { lang: typed.lang, textHash: hash }
  })
  return ok({ id })
}
