/** Voices and what they are linked to: needs, goals, areas. Read by the modules below. */
import type { Reader } from '../../db/index.ts'
import { voices, type Reading, type VoiceSeen } from '../queries.ts'

/** The voices that stand in a need now, newest first, at most `most`; for the public only those that may be shown in full. */
export async function voicesOfNeed(read: Reader, need: string, reading: Reading, most = 100): Promise<VoiceSeen[]> {
  return (await voices(read, { need }, reading, { limit: most })).items
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
