/** Reads across the whole way of a voice, in few questions whose cost does not depend on how many voices there are. */
import { wordsForAll, type Day } from '@buurtmacht/domain'
import { asked, type Reader, type Tables } from '../db/index.ts'

export interface NeedOnWay {
  id: string
  sentence: string
  group: { id: string; name: string }
  since: string
  /** How many voices stand in it. */
  voices: number
  state: Tables['need']['state']
  /** When this voice was taken out of it again, and why. */
  removed?: { at: string; why: string }
}

const needRows = asked((read, voice: string) =>
  read
    .selectFrom('need_voice')
    .innerJoin('need', 'need.id', 'need_voice.need_id')
    .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
    .select([
      'need.id',
      'need.sentence',
      'need.state',
      'need.voices',
      'need_voice.added_at',
      'need_voice.removed_at',
      'need_voice.removed_why',
      'resident_group.id as group_id',
      'resident_group.name as group_name'
    ])
    .where('need_voice.voice_id', '=', voice)
    .orderBy('need_voice.added_at')
)

export async function needsOfVoice(read: Reader, voice: string): Promise<NeedOnWay[]> {
  const rows = await needRows(read, voice)
  return rows.map((row) => ({
    id: row.id,
    sentence: row.sentence,
    state: row.state,
    voices: row.voices,
    since: row.added_at,
    group: { id: row.group_id, name: row.group_name },
    ...(row.removed_at ? { removed: { at: row.removed_at, why: row.removed_why ?? '' } } : {})
  }))
}

/** When and how this giver was told, per goal. */
export const toldOf = asked((read, voice: string) =>
  read
    .selectFrom('tell_back')
    .select(['goal_id', 'told_on', 'how', 'outcome', 'since_on'])
    .where('voice_id', '=', voice)
)

export const translationsOf = asked((read, voice: string) =>
  read
    .selectFrom('voice_translation')
    .innerJoin('person', 'person.id', 'voice_translation.helper_id')
    .select(['voice_translation.lang', 'voice_translation.text', 'person.name'])
    .where('voice_id', '=', voice)
)

/** Words of voices behind a need that everybody may read, received last first, with a translation when there is one in `lang`. */
export const openWordsOf = asked((read, need: string, lang: string, most: number) =>
  read
    .selectFrom('need_voice')
    .innerJoin('voice', 'voice.id', 'need_voice.voice_id')
    .leftJoin('area', 'area.id', 'voice.area_id')
    .leftJoin('voice_translation', (join) =>
      join.onRef('voice_translation.voice_id', '=', 'voice.id').on('voice_translation.lang', '=', lang)
    )
    .leftJoin('person', 'person.id', 'voice_translation.helper_id')
    .select(['voice.id', 'voice.text', 'voice.lang', 'voice.channel', 'voice.heard_on', 'area.name as area'])
    .select(['voice_translation.text as translation', 'person.name as translator'])
    .where('need_voice.need_id', '=', need)
    .where('need_voice.removed_at', 'is', null)
    .where('voice.state', '=', 'given')
    .where('voice.show', '=', wordsForAll)
    .orderBy('need_voice.received_at', 'desc')
    .orderBy('need_voice.voice_id', 'desc')
    .limit(most)
)

/** A need as it stands on a goal's way, with the day its first voice was heard. */
export async function needOf(read: Reader, id: string): Promise<(NeedOnWay & { firstHeardOn?: Day }) | undefined> {
  const row = await read
    .selectFrom('need')
    .innerJoin('resident_group', 'resident_group.id', 'need.group_id')
    .select([
      'need.id',
      'need.sentence',
      'need.state',
      'need.voices',
      'need.made_at',
      'need.first_heard_on',
      'resident_group.id as group_id',
      'resident_group.name as group_name'
    ])
    .where('need.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    sentence: row.sentence,
    state: row.state,
    voices: row.voices,
    since: row.made_at,
    group: { id: row.group_id, name: row.group_name },
    ...(row.first_heard_on ? { firstHeardOn: row.first_heard_on as Day } : {})
  }
}
