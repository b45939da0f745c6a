/** The command line's arguments. */
import { type CountOptions } from './count.ts'
import { Refusal } from './refusal.ts'
import { PRESETS, type RuleOptions } from './rule.ts'

export interface Arguments {
  readonly command: string
  readonly paths: readonly string[]
  readonly count: CountOptions
  readonly json: boolean
  readonly project: string | null
  readonly lang: 'nl' | 'en'
}

/** Flags that go into the rule card under the same or another name. */
const RULE_FLAGS: Readonly<Record<string, keyof RuleOptions>> = {
  '--rule': 'rule',
  '--utility': 'utility',
  '--start': 'start',
  '--completion': 'completion',
  '--step': 'step',
  '--stop': 'stop',
  '--then': 'then',
  '--leftover': 'leftover',
  '--comparison': 'comparison',
  '--ties': 'ties',
  '--threshold': 'threshold',
  '--minimum-votes': 'minimumVotes',
  '--cost-cap': 'costCap'
}

const OTHER_FLAGS = ['--lot', '--preset', '--project', '--lang']

export function parseArguments(args: readonly string[]): Arguments {
  const values = new Map<string, string>()
  const words: string[] = []
  let json = false
  for (let i = 0; i < args.length; i++) {
    const [flag, inline] = splitFlag(args[i]!)
    if (!flag.startsWith('--')) words.push(flag)
    else if (flag === '--json') json = true
    else if (flag === '--help') words.unshift('help')
    else if (!(flag in RULE_FLAGS) && !OTHER_FLAGS.includes(flag))
      throw new Refusal('bad-option', `There is no option ${flag}.`)
    else {
      const value = inline ?? args[++i]
      if (value === undefined) throw new Refusal('bad-option', `${flag} needs a value.`)
      if (values.has(flag)) throw new Refusal('bad-option', `${flag} is given twice.`)
      values.set(flag, value)
    }
  }
  return {
    command: words[0] ?? 'help',
    paths: words.slice(1),
    count: { rule: ruleFrom(values), lot: lotFrom(values.get('--lot')) },
    json,
    project: values.get('--project') ?? null,
    lang: langFrom(values.get('--lang'))
  }
}

function splitFlag(word: string): [string, string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)]
}

function ruleFrom(values: ReadonlyMap<string, string>): RuleOptions {
  const name = values.get('--preset') ?? 'official'
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined
  if (!preset)
    throw new Refusal('bad-option', `There is no preset "${name}": choose ${Object.keys(PRESETS).join(', ')}.`)
  const given = [...values].flatMap(([flag, value]) => (RULE_FLAGS[flag] ? [[RULE_FLAGS[flag], value]] : []))
  return { ...preset, ...(Object.fromEntries(given) as RuleOptions) }
}

const lotFrom = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : text
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')

function langFrom(lang: string | undefined): 'nl' | 'en' {
  if (lang === undefined || lang === 'en' || lang === 'nl') return lang ?? 'en'
  throw new Refusal('bad-option', `--lang is nl or en, not "${lang}".`)
}

export const USAGE = `Counts neighbourhood budget ballots (Pabulib .pb files) exactly, and explains the outcome.

  equal-shares count FILE.pb [options] [--json]
  equal-shares explain FILE.pb --project ID [--lang nl|en] [options] [--json]
  equal-shares verify FILE.pb RESULT.json
  equal-shares bench DIR

Options, the first value being the default:
  --rule mes|greedy|greedy-per-cost      Equal Shares, most votes first, most votes per cost first
  --utility cost|cardinality|points|borda   by default what fits the file's ballots
  --start exact|floor                    what every voter starts with: budget / voters, or rounded down
  --completion add1|none                 give every voter more until the next step would cost too much
  --step N                               how much more: 1 (default), 0.01, or free
  --stop overspend|exhaustive            where to stop adding
  --then none|greedy                     what to do with money left
  --comparison none|satisfaction|exclusion   let most-votes-first win if strictly more voters prefer it
  --ties error|cheaper                   stop at a tie that matters, or: lower cost, more votes, file order
  --lot ID,ID,…                          the order drawn in public
  --preset official|pabutools|equalshares-net-tool
  --threshold N  --minimum-votes N  --cost-cap N  --leftover skip|stop

Exit codes: 0 done, 1 verify found a difference, 2 bad input, 3 a tie needs a lot.`
