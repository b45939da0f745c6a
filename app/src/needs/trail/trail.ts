/** Where a need came from and what became of it, read from the public record. */
import type { Reader } from '../../db/index.ts'
import { groupNames } from '../../groups/index.ts'
import { entriesAbout } from '../../journal/index.ts'
import { needsByIds } from '../queries.ts'

/** A need as the trail points to it. */
export interface Pointed {
  id: string
  sentence: string
}

export interface Mark {
  kind: (typeof kinds)[number]
  /** ISO instant. */
  at: string
  /** The group that did it. */
  group?: string
  /** How many people's words came, or went. */
  howMany: number
  why?: string
  /** The sentence as it was before. */
  was?: string
  /** The needs it came from or went into. */
  needs: Pointed[]
}

const kinds = [
  'need-gathered',
  'need-voices-added',
  'need-voice-removed',
  'need-reworded',
  'need-merged',
  'need-took-in',
  'need-split'
] as const

interface Written {
  as?: { group?: string }
  facts: { howMany?: number; why?: string; was?: string; from?: string; into?: string[] }
}

/** Oldest first. */
export async function trailOf(read: Reader, need: string): Promise<Mark[]> {
  const entries = (await entriesAbout(read, 'need', need, kinds)).map((entry) => ({
    kind: entry.kind as Mark['kind'],
    at: entry.at,
    ...(JSON.parse(entry.entry) as Written)
  }))
  const pointed = entries.flatMap(({ facts }) => [...(facts.from ? [facts.from] : []), ...(facts.into ?? [])])
  const sentences = new Map((await needsByIds(read, pointed)).map((one) => [one.id as string, one.sentence]))
  const groups = await groupNames(read)
  const point = (id: string): Pointed => ({ id, sentence: sentences.get(id) ?? id })
  return entries.map(({ kind, at, as, facts }) => ({
    kind,
    at,
    ...(as?.group ? { group: groups.get(as.group) ?? as.group } : {}),
    howMany: facts.howMany ?? 0,
    ...(facts.why ? { why: facts.why } : {}),
    ...(facts.was ? { was: facts.was } : {}),
    needs: [...(facts.from ? [facts.from] : []), ...(facts.into ?? [])].map(point)
  }))
}
