/** Everything one entry is about, as it can be read off the entry itself: what it is found by. */
import type { Belonging } from './rows/index.ts'

export interface StatedSubject {
  kind: string
  id: string
  /** How it stood after the change; absent for what has no row. */
  state?: string
}

/** What stands in an entry's own bytes. */
export interface WrittenEntry {
  about: { kind: string; id: string }
  also?: readonly StatedSubject[]
  at: string
  as?: { group: string } | { institution: string } | 'administrator'
  by: string
  facts: Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>
  id: string
  kind: string
  of?: Partial<Record<Belonging, string>>
  state?: string
  v: number
}

export type LinkedSubject = { kind: string; id: string; state: string | null }

export function subjectsOf(entry: WrittenEntry): LinkedSubject[] {
  const found = new Map<string, LinkedSubject>()
  const add = (kind: string, id: string, state: string | null) => {
    const name = `${kind} ${id}`
    if (!found.get(name)?.state) found.set(name, { kind, id, state })
  }
  add(entry.about.kind, entry.about.id, entry.state ?? null)
  for (const one of entry.also ?? []) add(one.kind, one.id, one.state ?? null)
  for (const [kind, id] of Object.entries(entry.of ?? {})) add(kind, id, null)
  return [...found.values()]
}
