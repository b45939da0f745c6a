/** Voices and what they are linked to: needs, goals, areas. Read by the modules below. */
import type { Reader, Tables } from '../../db/index.ts'
import { voices, type Reading, type VoiceSeen } from '../queries.ts'

/** The voices that stand in a need now, newest first, at most `most`; for the public only those that may be shown in full. */
export async function voicesOfNeed(read: Reader, need: string, reading: Reading, most = 100): Promise<VoiceSeen[]> {
  return (await voices(read, { need }, reading, { limit: most })).items
}

/** How many voices stand in each need, whoever may read them; what was taken back no longer counts. */
export async function voiceCounts(read: Reader, needs: readonly string[]): Promise<Map<string, number>> {
  if (needs.length === 0) return new Map()
  const rows = await read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .select(['need_id', (e) => e.fn.countAll<number>().as('n')])
    .where('need_id', 'in', [...needs])
    .where('removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .groupBy('need_id')
    .execute()
  return new Map(rows.map((row) => [row.need_id, Number(row.n)]))
}

/** Somebody who wants to hear what came of it. */
export interface WantsToHear {
  voice: string
  how: Exclude<Tables['voice']['tell_how'], 'not'>
  /** Absent when they look at the follow code themselves. Only for residents who help. */
  address?: string
  /** The language to tell it in. */
  lang: string
}

type Of = { needs: readonly string[] } | { goals: readonly string[] }

/** Everybody who gave a voice behind these needs or goals and wants to hear; each voice once. */
export async function wantsToHear(read: Reader, of: Of): Promise<WantsToHear[]> {
  const needs =
    'needs' in of
      ? [...of.needs]
      : of.goals.length === 0
        ? []
        : (
            await read
              .selectFrom('goal')
              .select('need_id')
              .where('id', 'in', [...of.goals])
              .execute()
          ).map((goal) => goal.need_id)
  if (needs.length === 0) return []
  const rows = await read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .leftJoin('voice_contact', 'voice_contact.voice_id', 'voice.id')
    .select(['voice.id', 'tell_how', 'lang', 'address'])
    .distinct()
    .where('need_id', 'in', needs)
    .where('removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .where('tell_how', '<>', 'not')
    .orderBy('voice.id')
    .execute()
  return rows.map((row) => ({
    voice: row.id,
    how: row.tell_how as WantsToHear['how'],
    lang: row.lang,
    ...(row.address ? { address: row.address } : {})
  }))
}

/** How many voices each area has, without those that are not to be shown at all or were taken back. */
export async function voicesPerArea(read: Reader): Promise<Map<string, number>> {
  const rows = await read
    .selectFrom('voice')
    .select(['area_id', (e) => e.fn.countAll<number>().as('n')])
    .where('area_id', 'is not', null)
    .where('state', '=', 'given')
    .where('show', '<>', 'none')
    .groupBy('area_id')
    .execute()
  return new Map(rows.map((row) => [row.area_id ?? '', Number(row.n)]))
}

export interface NeedOfVoice {
  id: string
  sentence: string
}

/** The open needs a voice stands in, newest first. */
export const needsOfVoice = (read: Reader, voice: string): Promise<NeedOfVoice[]> =>
  read
    .selectFrom('need_voice')
    .innerJoin('need', 'need.id', 'need_voice.need_id')
    .select(['need.id', 'sentence'])
    .where('voice_id', '=', voice)
    .where('removed_at', 'is', null)
    .where('need.state', '=', 'open')
    .orderBy('made_at', 'desc')
    .execute()
