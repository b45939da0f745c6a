/** What everything on a page of the record is called, asked of the tables at once per kind. */
import type { Reader } from '../db/index.ts'
import { isNamed, namesOf, readableVoices, type Line } from './queries.ts'

export interface Names {
  of(kind: string, id: string | undefined): string | undefined
  /** Everybody may read this voice. */
  readable(voice: string): boolean
}

const text = (fact: unknown): string | undefined => (typeof fact === 'string' ? fact : undefined)

export async function namesIn(read: Reader, lines: readonly Line[]): Promise<Names> {
  const wanted = new Map<string, Set<string>>()
  const want = (kind: string, id: string | undefined) => {
    if (id !== undefined) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id))
  }
  for (const { entry } of lines) {
    want(entry.about.kind, entry.about.id)
    for (const [kind, id] of Object.entries(entry.of ?? {})) want(kind, id)
    if (typeof entry.as === 'object') for (const [kind, id] of Object.entries(entry.as)) want(kind, id)
    want('institution', text(entry.facts['institution']))
  }
  const known = new Map<string, Map<string, string>>()
  for (const [kind, ids] of wanted) if (isNamed(kind)) known.set(kind, await namesOf(read, kind, [...ids]))
  const voices = new Set(await readableVoices(read, [...(wanted.get('voice') ?? [])]))
  return {
    of: (kind, id) => (id === undefined ? undefined : known.get(kind)?.get(id)),
    readable: (voice) => voices.has(voice)
  }
}

/** Where one reads of it; nothing when there is no page of it for everybody. */
export function addressOf(line: Line, names: Names): string | undefined {
  const { about, facts, of } = line.entry
  const { id } = about
  switch (about.kind) {
    case 'voice':
      return names.readable(id) ? `/inbreng/${id}` : undefined
    case 'need':
      return `/buurtbehoeften/${id}`
    case 'goal':
      return `/buurtdoelen/${id}`
    case 'deed':
      return of?.goal && `/buurtdoelen/${of.goal}`
    case 'request':
      return `/verzoeken/${id}`
    case 'commitment':
      return `/toezeggingen/${id}`
    case 'group':
      return `/groepen/${id}`
    case 'institution':
      return `/instanties/${id}`
    case 'area':
      return `/gebieden/${id}`
    case 'round':
      return line.kind === 'round-prepared' || line.kind === 'round-changed' ? undefined : `/budget/${id}`
    case 'plan':
      return `/plannen/${id}`
    case 'advice':
      return typeof facts['plan'] === 'string' ? `/plannen/${facts['plan']}` : undefined
    case 'entry':
      return `/kasboek/boeking/${id}`
    case 'question':
      return typeof facts['entry'] === 'string' ? `/kasboek/boeking/${facts['entry']}` : undefined
    default:
      return undefined
  }
}
