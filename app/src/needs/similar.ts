/** What resembles a need: found by the words it shares, put in order by how many. People decide whether it belongs. */
import type { Reader } from '../db/index.ts'
import { like } from '../search/index.ts'
import { voicesByIds, type VoiceSeen } from '../voices/index.ts'
import { needsByIds, type NeedSeen } from './queries.ts'

/** Voices that share words with these texts; most shared words first. */
export async function similarVoices(
  read: Reader,
  texts: readonly string[],
  without: readonly string[],
  most = 10
): Promise<VoiceSeen[]> {
  const text = texts.join('\n').slice(0, 4000)
  const found = await like(read, { text, lang: 'nl', kinds: ['voice', 'kept-voice'], most: most + without.length })
  const order = found.map((one) => one.ref).filter((ref) => !without.includes(ref))
  const voices = await voicesByIds(read, order, 'helpers')
  return voices.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).slice(0, most)
}

/** Open needs that share words with a sentence. */
export async function similarNeeds(read: Reader, sentence: string, without: string, most = 10): Promise<NeedSeen[]> {
  const found = await like(read, { text: sentence, lang: 'nl', kinds: ['need'], most: most + 1 })
  const order = found.map((one) => one.ref).filter((ref) => ref !== without)
  const needs = (await needsByIds(read, order)).filter((need) => need.state === 'open')
  return needs.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).slice(0, most)
}
