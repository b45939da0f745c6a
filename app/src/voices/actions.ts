import { followCode, give, ok, type Decision, type FollowCode, type VoiceTyped } from '@buurtmacht/domain'
import { salted, type Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import { newId, type By } from '../web/index.ts'
import { addContact, addVoice } from './queries.ts'
import { keepWords } from '../search/index.ts'

export interface VoiceTaken {
  id: string
  code: FollowCode
}

type Keyed = (purpose: string, text: string) => string

/** Somebody is heard. The follow code is handed out here and only its keyed hash is kept. */
export async function giveVoice(
  tx: Tx,
  by: By,
  keyed: Keyed,
  typed: VoiceTyped & { heardOn?: string }
): Promise<Decision<VoiceTaken>> {
  const given = give(typed)
  if (!given.ok) return given
  const { text, lang, area, channel, show, tellBack, onBehalf } = given.value
  const id = newId(by)
  const code = followCode(by.chance(8))
  const { salt, hash } = salted(text, by.chance(32))
  const heard_on = typed.heardOn ?? by.today
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
    helper_id: by.person && given.value.by !== 'anyone' ? by.person : null,
    follow_hash: keyed('follow', code),
    tell_how: tellBack.how,
    state: 'given',
    heard_on,
    received_at: by.at
  })
  if ('to' in tellBack) await addContact(tx, { voice_id: id, address: tellBack.to })
  await keepWords(tx, { kind: show === 'full' ? 'voice' : 'kept-voice', ref: id, text, lang })
  await record(tx, by, {
    kind: 'voice-given',
    about: { kind: 'voice', id },
    facts: { area: area ?? null, channel, heardOn: heard_on, onBehalf, show, textHash: hash }
  })
  return ok({ id, code })
}
