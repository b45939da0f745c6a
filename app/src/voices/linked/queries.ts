/** Voices and what they are linked to: needs, goals, areas. Read by the modules below. */
import type { Reader } from '../../db/index.ts'
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
