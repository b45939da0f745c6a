// Several voices gathered by residents in one plain sentence. Splitting and merging keeps the trail to every voice.
import { ok, refused, type Decision } from './decision.ts'
import { type NeedId, type VoiceId } from './ids.ts'
import { readReason, readText } from './text.ts'

export type Need = { state: 'open' } | { state: 'merged'; into: NeedId } | { state: 'split'; into: NeedId[] }
export const needStates = ['open', 'merged', 'split'] as const satisfies readonly Need['state'][]

export const sentenceLimits = { min: 3, max: 200 } as const

export type Gathered = { sentence: string; voices: VoiceId[]; need: Need }

const once = (voices: readonly VoiceId[]): VoiceId[] => [...new Set(voices)]

/**
 * Members of a group put voices together. A voice may stand in several needs.
 * Refusals: `field-missing`, `field-too-short`, `field-too-long` (sentence), `need-without-voices`.
 */
export function gather(sentence: string | undefined, voices: readonly VoiceId[]): Decision<Gathered> {
  const read = readText('sentence', sentence, sentenceLimits)
  if (!read.ok) return read
  if (voices.length === 0) return refused('need-without-voices', { field: 'voices' })
  return ok({ sentence: read.value, voices: once(voices), need: { state: 'open' } })
}

/** The group finds better words for its own sentence. The voices stay as they are. */
export function reword(need: Need, sentence: string | undefined): Decision<string> {
  if (need.state !== 'open') return refused('need-not-open')
  return readText('sentence', sentence, sentenceLimits)
}

/** All voices of the need after adding; one that stands there already stays once, so a repeat has one effect. */
export function addVoices(need: Need, standing: readonly VoiceId[], more: readonly VoiceId[]): Decision<VoiceId[]> {
  if (need.state !== 'open') return refused('need-not-open')
  if (more.length === 0) return refused('need-without-voices', { field: 'voices' })
  return ok(once([...standing, ...more]))
}

/**
 * A voice was put here by mistake. Its giver can see why it left.
 * Refusals: `need-not-open`, `voice-not-in-need`, `reason-missing`, `need-without-voices` for the last one.
 */
export function removeVoice(
  need: Need,
  standing: readonly VoiceId[],
  voice: VoiceId,
  why: string | undefined
): Decision<{ voices: VoiceId[]; why: string }> {
  if (need.state !== 'open') return refused('need-not-open')
  if (!standing.includes(voice)) return refused('voice-not-in-need')
  const reason = readReason(why)
  if (!reason.ok) return reason
  const voices = once(standing).filter((other) => other !== voice)
  if (voices.length === 0) return refused('need-without-voices')
  return ok({ voices, why: reason.value })
}

type Numbered = { id: NeedId; need: Need }

/** The first need goes up in the second, with all its voices. Refusals: `need-into-itself`, `need-not-open`. */
export function merge(from: Numbered, into: Numbered): Decision<Need & { state: 'merged' }> {
  if (from.id === into.id) return refused('need-into-itself')
  if (from.need.state !== 'open' || into.need.state !== 'open') return refused('need-not-open')
  return ok({ state: 'merged', into: into.id })
}

export type Part = { id: NeedId; sentence: string | undefined; voices: readonly VoiceId[] }
export type SplitUp = { need: Need & { state: 'split' }; parts: (Gathered & { id: NeedId })[] }

/**
 * One need turns out to be several. Every voice of the old need stands in at least one part, and may stand in more.
 * Refusals: `need-not-open`, `need-split-in-one`, `voice-not-in-need`, `need-split-leaves-voice-out` (facts: left), and
 * those of `gather` for each part.
 */
export function split(need: Need, standing: readonly VoiceId[], parts: readonly Part[]): Decision<SplitUp> {
  if (need.state !== 'open') return refused('need-not-open')
  if (new Set(parts.map((part) => part.id)).size < 2 || parts.length < 2) return refused('need-split-in-one')
  const gathered: SplitUp['parts'] = []
  for (const { id, sentence, voices } of parts) {
    const part = gather(sentence, voices)
    if (!part.ok) return part
    if (part.value.voices.some((voice) => !standing.includes(voice))) return refused('voice-not-in-need')
    gathered.push({ id, ...part.value })
  }
  const placed = new Set(gathered.flatMap((part) => part.voices))
  const left = once(standing).filter((voice) => !placed.has(voice)).length
  if (left > 0) return refused('need-split-leaves-voice-out', { field: 'voices', facts: { left } })
  return ok({ need: { state: 'split', into: gathered.map((part) => part.id) }, parts: gathered })
}
