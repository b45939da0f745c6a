// The pictures in docs/states, compared with the states and steps that the rules know. Shared by the tests of both.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Decision } from '../src/decision.ts'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
/** True when a list of states and its type are the same, in either direction; otherwise it does not compile where `true` is asked. */
export type States<Noun extends { state: string }, List extends readonly string[]> = Same<Noun['state'], List[number]>

export type Noun = { state: string }
export type Told = {
  file: string
  states: readonly string[]
  samples: readonly Noun[]
  verbs: Record<string, (noun: never) => Decision<Noun>>
}
/** Keeps the type of the noun inside, so that a verb of one noun is never asked of another. */
export const told = <N extends Noun>(
  file: string,
  states: readonly string[],
  samples: N[],
  verbs: Record<string, (noun: N) => Decision<Noun>>
): Told => ({
  file,
  states,
  samples,
  verbs
})

/** The arrows of a picture: from, to, verb. `[*]` is where a noun comes from. */
function drawn(file: string): { from: string; to: string; verb: string }[] {
  const text = readFileSync(new URL(`../../../docs/states/${file}.md`, import.meta.url), 'utf8')
  const picture = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  return [...picture.matchAll(/^\s*(\S+) --> (\S+): (\w+)/gm)].map(([, from = '', to = '', verb = '']) => ({
    from,
    to,
    verb
  }))
}

/** Every noun's picture shows its states, its steps and a row for each state, and no other. */
export function picturesShow(nouns: readonly Told[]): void {
  describe.each(nouns)('the picture of a $file', ({ file, states, samples, verbs }) => {
    const arrows = drawn(file)

    test('shows every state and no other', () => {
      const shown = new Set(arrows.flatMap(({ from, to }) => [from, to]).filter((state) => state !== '[*]'))
      expect([...shown].sort()).toEqual([...states].sort())
      expect(new Set(samples.map(({ state }) => state))).toEqual(new Set(states))
    })

    test('shows every step the rules allow from one state to another, and no other', () => {
      const allowed = new Set<string>()
      for (const sample of samples)
        for (const [verb, does] of Object.entries(verbs)) {
          const next = does(sample as never)
          if (next.ok && next.value.state !== sample.state) allowed.add(`${sample.state} ${verb} ${next.value.state}`)
        }
      const shown = arrows.filter(({ from }) => from !== '[*]').map(({ from, verb, to }) => `${from} ${verb} ${to}`)
      expect(shown.sort()).toEqual([...allowed].sort())
    })

    test('has a row in its table for every state', () => {
      const text = readFileSync(new URL(`../../../docs/states/${file}.md`, import.meta.url), 'utf8')
      const rows = [...text.matchAll(/^\| (\w+) \|/gm)].map(([, state]) => state).filter((state) => state !== 'state')
      expect(rows).toEqual([...states])
    })
  })
}
