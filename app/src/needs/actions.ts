/** Residents gather what people said, and keep their needs in order. Nothing here is open to an institution. */
import {
  addVoices,
  gather,
  memberOf,
  ok,
  refused,
  removeVoice,
  reword,
  type Decision,
  type GroupId,
  type Need,
  type NeedId,
  type VoiceId
} from '@buurtmacht/domain'
import type { Tables, Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import { areaIds } from '../place/index.ts'
import { forgetWords, keepWords } from '../search/index.ts'
import { mayReadAll, voicesByIds, type VoiceSeen } from '../voices/index.ts'
import { newId, type By } from '../web/index.ts'
import {
  addNeed,
  changeNeed,
  heldNeeds,
  putMeToo,
  putVoices,
  standingVoices,
  takeVoiceOut,
  tellableVoices
} from './queries.ts'

type Row = Tables['need']

/** Helpers and leads of the group; never somebody who speaks for an institution. */
export const mayGather = (by: Pick<By, 'roles'>, group: string): boolean =>
  mayReadAll(by.roles) && memberOf(by.roles, group as GroupId)

export function stateOf(row: Row): Need {
  const into = JSON.parse(row.into_ids) as NeedId[]
  if (row.state === 'merged') return { state: 'merged', into: into[0] as NeedId }
  return row.state === 'split' ? { state: 'split', into } : { state: 'open' }
}

/** The need, held, when the person may change it. Refusals: `not-found`, `not-allowed`. */
export async function theirs(tx: Tx, by: By, id: string): Promise<Decision<Row>> {
  const [row] = await heldNeeds(tx, [id])
  if (!row) return refused('not-found')
  return by.person && mayGather(by, row.group_id) ? ok(row) : refused('not-allowed')
}

/** The chosen voices as they are now. Refusal: `voice-taken-back` when one of them is gone meanwhile. */
async function chosen(tx: Tx, ids: readonly string[]): Promise<Decision<VoiceSeen[]>> {
  const wanted = [...new Set(ids)]
  const found = await voicesByIds(tx, wanted, 'helpers')
  return found.length === wanted.length ? ok(found) : refused('voice-taken-back', { field: 'voices' })
}

/** The area that all of them speak of, as far as that may be told. */
export function areaOfAll(voices: readonly VoiceSeen[]): string | null {
  const areas = new Set(voices.filter((voice) => voice.show !== 'none').map((voice) => voice.area?.id ?? null))
  return areas.size === 1 ? ([...areas][0] ?? null) : null
}

const keep = (tx: Tx, id: string, sentence: string) =>
  keepWords(tx, { kind: 'need', ref: id, text: sentence, lang: 'nl' })

/** What the record tells of voices: which ones, except those given in silence, and how many. */
export async function told(tx: Tx, voices: readonly string[]): Promise<{ voices: string[]; howMany: number }> {
  return { voices: await tellableVoices(tx, voices), howMany: voices.length }
}

export interface Gathering {
  group: string
  sentence: string
  voices: readonly string[]
  /** The area all its voices speak of when absent; '' is the whole neighbourhood. */
  area?: string
}

/** Voices become a need. Refusals: `not-allowed`, those of `gather`, `voice-taken-back`, `field-not-a-choice` (area). */
export async function gatherNeed(tx: Tx, by: By, typed: Gathering): Promise<Decision<{ id: NeedId }>> {
  if (!by.person || !mayGather(by, typed.group)) return refused('not-allowed')
  const gathered = gather(typed.sentence, typed.voices as VoiceId[])
  if (!gathered.ok) return gathered
  const voices = await chosen(tx, gathered.value.voices)
  if (!voices.ok) return voices
  if (typed.area && !(await areaIds(tx)).includes(typed.area)) return refused('field-not-a-choice', { field: 'area' })
  const area = typed.area === undefined ? areaOfAll(voices.value) : typed.area || null
  const id = await begin(tx, by, { ...gathered.value, group: typed.group, area, from: undefined })
  return ok({ id })
}

export interface Beginning {
  id?: NeedId
  sentence: string
  voices: readonly string[]
  group: string
  area: string | null
  /** The need it is a part of. */
  from: string | undefined
}

export async function begin(tx: Tx, by: By, need: Beginning): Promise<NeedId> {
  const id = need.id ?? newId<NeedId>(by)
  await addNeed(tx, {
    id,
    sentence: need.sentence,
    group_id: need.group,
    area_id: need.area,
    state: 'open',
    into_ids: '[]',
    version: 1,
    made_at: by.at,
    voices: 0,
    first_heard_on: null
  })
  const also = await putVoices(tx, by, id, need.voices)
  await keep(tx, id, need.sentence)
  await record(tx, by, {
    kind: 'need-gathered',
    about: { kind: 'need', id },
    also,
    as: { group: need.group },
    facts: {
      sentence: need.sentence,
      area: need.area,
      ...(need.from ? { from: need.from } : {}),
      ...(await told(tx, need.voices))
    }
  })
  return id
}

/** More people turn out to say it. Refusals: `not-found`, `not-allowed`, `need-not-open`, `need-without-voices`, `voice-taken-back`. */
export async function addVoicesToNeed(
  tx: Tx,
  by: By,
  id: string,
  more: readonly string[]
): Promise<Decision<{ added: number }>> {
  const need = await theirs(tx, by, id)
  if (!need.ok) return need
  const standing = await standingVoices(tx, id)
  const all = addVoices(stateOf(need.value), standing, more as VoiceId[])
  if (!all.ok) return all
  const fresh = all.value.filter((voice) => !standing.includes(voice))
  const voices = await chosen(tx, fresh)
  if (!voices.ok) return voices
  if (fresh.length === 0) return ok({ added: 0 })
  const also = await putVoices(tx, by, id, fresh)
  await record(tx, by, {
    kind: 'need-voices-added',
    about: { kind: 'need', id },
    also,
    as: { group: need.value.group_id },
    facts: await told(tx, fresh)
  })
  return ok({ added: fresh.length })
}

/** A voice does not belong here after all; its giver can see why. Refusals: `not-found`, `not-allowed`, those of `removeVoice`. */
export async function removeVoiceFromNeed(
  tx: Tx,
  by: By,
  id: string,
  out: { voice: string; why: string }
): Promise<Decision<{ id: string }>> {
  const need = await theirs(tx, by, id)
  if (!need.ok) return need
  const removed = removeVoice(stateOf(need.value), await standingVoices(tx, id), out.voice as VoiceId, out.why)
  if (!removed.ok) return removed
  const also = await takeVoiceOut(tx, id, out.voice, by.at, removed.value.why)
  await record(tx, by, {
    kind: 'need-voice-removed',
    about: { kind: 'need', id },
    also,
    as: { group: need.value.group_id },
    facts: { ...(await told(tx, [out.voice])), why: removed.value.why }
  })
  return ok({ id })
}

/** Better words for the sentence. Refusals: `not-found`, `not-allowed`, `changed-meanwhile`, those of `reword`. */
export async function rewordNeed(
  tx: Tx,
  by: By,
  id: string,
  typed: { sentence: string; version: number }
): Promise<Decision<{ id: string }>> {
  const need = await theirs(tx, by, id)
  if (!need.ok) return need
  const { value: was } = need
  const sentence = reword(stateOf(was), typed.sentence)
  if (!sentence.ok) return sentence
  if (was.version !== typed.version) return refused('changed-meanwhile', { field: 'sentence' })
  if (sentence.value === was.sentence) return ok({ id })
  await changeNeed(tx, was, { sentence: sentence.value })
  await forgetWords(tx, 'need', id)
  await keep(tx, id, sentence.value)
  await record(tx, by, {
    kind: 'need-reworded',
    about: { kind: 'need', id },
    as: { group: was.group_id },
    facts: { sentence: sentence.value, was: was.sentence }
  })
  return ok({ id })
}

/** Somebody says "ik ook". Said again it changes nothing. `giver` is a hash of chance: it is no person. */
export async function sayMeToo(tx: Tx, by: By, id: string, giver: string): Promise<Decision<{ counted: boolean }>> {
  const [need] = await heldNeeds(tx, [id])
  if (!need) return refused('not-found')
  if (need.state !== 'open') return refused('need-not-open')
  const mark = Buffer.from(by.chance(16)).toString('hex')
  const counted = await putMeToo(tx, { need_id: id, giver_hash: giver, at: by.at, mark })
  const { person: _, ...nobody } = by
  if (counted)
    await record(tx, nobody, { kind: 'need-me-too', about: { kind: 'need', id }, also: [{ kind: 'meToo', id: mark }] })
  return ok({ counted })
}
