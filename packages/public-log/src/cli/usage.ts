/** What the command says about itself, and how its arguments are read. */
import { parseArgs } from 'node:util'
import { Refusal } from '../refusal.ts'
import { type Language } from '../words.ts'

export const USAGE = `public-log verify PROOF.json --key KEY [--witness KEY]…
    Is this entry in the log that was signed? Needs no network.
public-log audit URL|FILE [--key KEY] [--from CHECKPOINT|PROOF.json|EXPORT]…
    Reads the whole log, hashes everything again, and holds what you kept against it.
    --save FILE keeps the checkpoint for the next time, if everything was right.
public-log export URL FILE [--key KEY] [--from …]…
    Downloads the log into one file, and audits it on the way.
public-log key NAME FILE [--witness]
    Makes a secret key in FILE and prints the key that others need.
public-log cosign URL --key FILE --log KEY [--state FILE] [--send ADDRESS]
    Witness: cosigns the log's checkpoint if it goes on from the last one seen. Prints the note.
    The state is kept beside the key (FILE.seen), which also remembers --log.

KEY is name+1234abcd+base64, or a file that holds it.   --lang nl|en   --json (verify, audit, export)
Exit codes: 0 right; 1 wrong: the sentence says what and where; 2 it could not be checked (bad input, no network).`

export interface Given {
  readonly command: string
  readonly words: readonly string[]
  readonly key: string | undefined
  readonly witness: readonly string[]
  readonly from: readonly string[]
  readonly log: string | undefined
  readonly state: string | undefined
  readonly send: string | undefined
  readonly save: string | undefined
  readonly asWitness: boolean
  readonly json: boolean
  readonly lang: Language
}

/** Reads the arguments; refuses `bad-option`. `--witness` takes a key, except with `key`, where it takes nothing. */
export function given(args: readonly string[]): Given {
  const makesKey = args[0] === 'key'
  const text = { type: 'string' } as const
  const { values, positionals } = readOrRefuse(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: text,
        witness: makesKey ? { type: 'boolean' } : { type: 'string', multiple: true },
        from: { type: 'string', multiple: true },
        log: text,
        state: text,
        send: text,
        save: text,
        lang: text,
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }
      }
    })
  )
  const { key, log, state, send, save, lang = 'en' } = values
  if (lang !== 'nl' && lang !== 'en') throw new Refusal('bad-option', `--lang is nl or en, not "${lang}".`)
  return {
    command: values.help ? 'help' : (positionals[0] ?? 'help'),
    words: positionals.slice(1),
    key,
    witness: Array.isArray(values.witness) ? values.witness.map(String) : [],
    from: values.from ?? [],
    log,
    state,
    send,
    save,
    asWitness: values.witness === true,
    json: values.json ?? false,
    lang
  }
}

function readOrRefuse<T>(read: () => T): T {
  try {
    return read()
  } catch (problem) {
    throw new Refusal('bad-option', `${(problem as Error).message}\n\n${USAGE}`)
  }
}

/** The words after the command; refuses `bad-option` unless there are this many. */
export function wordsOf({ command, words }: Given, count: number): string[] {
  if (words.length !== count)
    throw new Refusal('bad-option', `${command} takes ${count}, not ${words.length}.\n\n${USAGE}`)
  return [...words]
}
