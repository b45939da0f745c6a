/**
 * What nearly every page asks and what hardly ever changes (the name of the neighbourhood, its areas, its groups) is asked once, and known
 * until anything at all changes in the database. Only where the database tells quickly that it changed (SQLite), and only for a reader
 * outside a change: within a change everything is asked.
 */
import type { Reader } from './store.ts'

interface Known {
  version(): number
  at: number
  answers: Map<object, Promise<unknown>>
}
const readers = new WeakMap<Reader, Known>()

/** From here on answers to steady questions of this reader are kept as long as `version` stays the same. */
export const keepSteady = (read: Reader, version: () => number): void => {
  readers.set(read, { version, at: NaN, answers: new Map() })
}

/** @param ask whose answer is the same for everybody, and that nobody changes once they have it. */
export function steady<A>(ask: (read: Reader) => Promise<A>): (read: Reader) => Promise<A> {
  return (read) => {
    const known = readers.get(read)
    if (!known) return ask(read)
    // Looked at before asking: an answer can be newer than what it is kept under, never older.
    const now = known.version()
    if (now !== known.at) known.answers.clear()
    known.at = now
    const before = known.answers.get(ask) as Promise<A> | undefined
    if (before) return before
    const answer = ask(read)
    known.answers.set(ask, answer)
    // What failed is asked again.
    answer.catch(() => known.answers.delete(ask))
    return answer
  }
}
