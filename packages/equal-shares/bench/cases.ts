/** What is measured. Every case runs in a process of its own, so that none pays for another's memory or warm-up. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { complete } from '../src/completion.ts'
import { count, countSheet } from '../src/count.ts'
import { type Election } from '../src/election.ts'
import { explainLosers } from '../src/explain.ts'
import { readPb } from '../src/pb/read.ts'
import { readPbStream } from '../src/pb/stream.ts'
import { pbOf, writePb } from '../src/pb/write.ts'
import { ruleCard } from '../src/rule.ts'
import { tallySheet } from '../src/sheet.ts'
import { synthetic } from './synthetic.ts'

export interface Case {
  readonly what: string
  readonly wanted: string
  readonly times: number
  /** Builds what is needed, and gives the work to be measured; null where a file is missing. */
  prepare(): Work | null
}

export interface Work {
  /** The work; or, where another process does it, the CPU time that one says it took, in ms. */
  run(): unknown
  readonly elsewhere?: true
  note(): string
}

const real = (name: string): Election | null => {
  const url = new URL(`../../../../shared/data/pabulib/${name}.pb`, import.meta.url)
  return existsSync(url) ? readPb(readFileSync(url, 'utf8')).election : null
}

const ties = { ties: 'cheaper' as const }

const counted = (name: string, wanted: string): Case => ({
  what: `count ${name}`,
  wanted,
  times: 80,
  prepare() {
    const election = real(name)
    if (!election) return null
    return { run: () => count(election), note: () => stepsOf(election) }
  }
})

function stepsOf(election: Election, rule = {}): string {
  const { steps, path } = complete(tallySheet(election, ruleCard(election, rule)))
  return `${steps} steps, ${path.length} visited`
}

const forint = (election: Election, scale: bigint): Election => ({
  ...election,
  budget: { num: election.budget.num * scale, den: 1n },
  projects: election.projects.map((p) => ({ ...p, cost: { num: p.cost.num * scale, den: 1n } }))
})

const explained = (name: string, times: number): Case => ({
  what: `all reasons of ${name}`,
  wanted: '≤ 100',
  times,
  prepare() {
    const election = real(name)
    let losers = 0
    return election && { run: () => (losers = explainLosers(election).length), note: () => `${losers} losers` }
  }
})

/** The whole command in a new process: starting Node, loading, reading, counting once and printing. */
const command = (name: string): Case => ({
  what: `command: count ${name}`,
  wanted: '',
  times: 7,
  prepare() {
    const file = fileURLToPath(new URL(`../../../../shared/data/pabulib/${name}.pb`, import.meta.url))
    const bin = fileURLToPath(new URL('../bin/equal-shares.js', import.meta.url))
    const clock = 'process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error((user+system)/1000)})'
    const run = (...args: string[]): number =>
      Number(
        spawnSync(process.execPath, ['--import', `data:text/javascript,${clock}`, bin, ...args], { encoding: 'utf8' })
          .stderr.trim()
          .split('\n')
          .at(-1)
      )
    if (!existsSync(file)) return null
    const nothing = run('--help')
    return {
      elsewhere: true,
      run: () => run('count', file),
      note: () => `whole process; --help takes ${nothing.toFixed(0)}`
    }
  }
})

const city = (): Election => synthetic(90_000, 160, 12, 3_000_000, 7)
const nation = (): Election => synthetic(1_000_000, 200, 10, 20_000_000, 3)

/** 500 MB of ballots: a city's file whose ballots come again and again. */
function hugeFile(): () => AsyncGenerator<Uint8Array> {
  const text = writePb(pbOf(city()))
  const from = text.indexOf('VOTES\nvoter_id;vote\n') + 20
  const [head, lines] = [text.slice(0, from), text.slice(from)].map((part) => new TextEncoder().encode(part))
  return async function* () {
    yield await Promise.resolve(head!)
    for (let sent = 0; sent < 500e6; sent += lines!.length) yield lines!
  }
}

export const CASES: readonly Case[] = [
  counted('Netherlands_Amsterdam_309', '≤ 20'),
  counted('Netherlands_Amsterdam_166', '≤ 30'),
  counted('Poland_Swiecie_2023', '≤ 6'),
  {
    what: 'count Świecie as if in forints',
    wanted: '≤ 20',
    times: 80,
    prepare() {
      const swiecie = real('Poland_Swiecie_2023')
      const fine = swiecie && forint(swiecie, 620n)
      return fine && { run: () => count(fine), note: () => stepsOf(fine) }
    }
  },
  command('Netherlands_Amsterdam_309'),
  command('Netherlands_Amsterdam_166'),
  command('Poland_Swiecie_2023'),
  explained('Netherlands_Amsterdam_643', 15),
  explained('Poland_Lodz_2022_Nad_Nerem', 15),
  explained('Netherlands_Amsterdam_604', 7),
  explained('Netherlands_Amsterdam_166', 5),
  {
    what: 'read 90,000 ballots × 160 plans',
    wanted: '≤ 400',
    times: 7,
    prepare() {
      const text = writePb(pbOf(city()))
      return { run: () => readPb(text, { keepRows: false }), note: () => `${(text.length / 1e6).toFixed(1)} MB` }
    }
  },
  {
    what: 'count 90,000 × 160 with Add1',
    wanted: '≤ 100',
    times: 7,
    prepare() {
      const election = city()
      return { run: () => count(election, { rule: ties }), note: () => stepsOf(election, ties) }
    }
  },
  {
    what: 'one run of 1,000,000 × 200',
    wanted: '≤ 600',
    times: 5,
    prepare() {
      const election = nation()
      const card = ruleCard(election, { ...ties, completion: 'none' })
      return { run: () => countSheet(tallySheet(election, card), 'winners'), note: () => '' }
    }
  },
  {
    what: 'read 500 MB in pieces',
    wanted: '< 1 GB',
    times: 1,
    prepare() {
      const pieces = hugeFile()
      let ballots = 0
      return {
        run: async () => (ballots = (await readPbStream(pieces())).election.ballots.size),
        note: () => `${(ballots / 1e6).toFixed(1)} million ballots`
      }
    }
  }
]
