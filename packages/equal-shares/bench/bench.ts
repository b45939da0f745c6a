/** The figures of the README: `npm run bench --workspace packages/equal-shares`. CPU time (user + system), exact mode. */
import { existsSync, readFileSync } from 'node:fs'
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

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The first time, and the best of several more: what a command sees, and what a server sees. */
function measure(work: () => unknown, times = 9): { first: number; best: number } {
  const taken = Array.from({ length: times }, () => {
    const before = cpu()
    work()
    return cpu() - before
  })
  return { first: taken[0]!, best: Math.min(...taken) }
}

const line = (what: string, first: string, best: string, target: string, note: string): void =>
  console.log(`${what.padEnd(48)} ${first.padStart(9)}  ${best.padStart(9)}  ${target.padEnd(7)} ${note}`)
const add = (what: string, { first, best }: { first: number; best: number }, target: string, note = ''): void =>
  line(what, first.toFixed(1), best.toFixed(1), target, note)
line('', 'first, ms', 'best, ms', 'wanted', '')

const real = (name: string): Election | null => {
  const url = new URL(`../../../../shared/data/pabulib/${name}.pb`, import.meta.url)
  return existsSync(url) ? readPb(readFileSync(url, 'utf8')).election : null
}

const forint = (election: Election, scale: bigint): Election => ({
  ...election,
  budget: { num: election.budget.num * scale, den: 1n },
  projects: election.projects.map((p) => ({ ...p, cost: { num: p.cost.num * scale, den: 1n } }))
})

const ties = { ties: 'cheaper' as const }

for (const [name, target] of [
  ['Netherlands_Amsterdam_309', '≤ 20'],
  ['Netherlands_Amsterdam_166', '≤ 30'],
  ['Poland_Swiecie_2023', '≤ 6']
] as const) {
  const election = real(name)
  if (!election) {
    line(name, '–', '–', target, 'file not here')
    continue
  }
  const steps = complete(tallySheet(election, ruleCard(election))).steps
  add(
    `count ${name}`,
    measure(() => count(election)),
    target,
    `${steps} steps`
  )
}

const swiecie = real('Poland_Swiecie_2023')
if (swiecie) {
  const fine = forint(swiecie, 620n)
  const { steps, path } = complete(tallySheet(fine, ruleCard(fine)))
  add(
    'count Świecie as if in forints',
    measure(() => count(fine)),
    '≤ 20',
    `${steps} steps, ${path.length} visited`
  )
}
for (const [name, times] of [
  ['Netherlands_Amsterdam_643', 5],
  ['Poland_Lodz_2022_Nad_Nerem', 5],
  ['Netherlands_Amsterdam_604', 3],
  ['Netherlands_Amsterdam_166', 1]
] as const) {
  const election = real(name)
  let losers = 0
  if (election)
    add(
      `all reasons of ${name}`,
      measure(() => (losers = explainLosers(election).length), times),
      '≤ 100',
      `${losers} losers`
    )
}

const city = synthetic(90_000, 160, 12, 3_000_000, 7)
const text = writePb(pbOf(city))
add(
  `read 90,000 ballots × 160 plans (${(text.length / 1e6).toFixed(1)} MB)`,
  measure(() => readPb(text, { keepRows: false }), 5),
  '≤ 400'
)
const completed = complete(tallySheet(city, ruleCard(city, ties)))
add(
  'count 90,000 × 160 with Add1',
  measure(() => count(city, { rule: ties }), 3),
  '≤ 100',
  `${completed.steps} steps, ${completed.path.length} visited`
)
add(
  'one run of 90,000 × 160',
  measure(() => countSheet(tallySheet(city, ruleCard(city, { ...ties, completion: 'none' })), 'winners'), 5),
  ''
)

const nation = synthetic(1_000_000, 200, 10, 20_000_000, 3)
add(
  'one run of 1,000,000 × 200',
  measure(() => countSheet(tallySheet(nation, ruleCard(nation, { ...ties, completion: 'none' })), 'winners'), 3),
  '≤ 600'
)

const lines = text.slice(text.indexOf('VOTES\nvoter_id;vote\n') + 20)
const head = text.slice(0, text.length - lines.length)
const big = async function* (): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(head)
  const piece = encoder.encode(lines)
  for (let sent = 0; sent < 500e6; sent += piece.length) yield piece
}
const before = cpu()
const { election: huge } = await readPbStream(big())
const memory = process.resourceUsage().maxRSS / 1024
line(
  `read 500 MB in pieces (${(huge.ballots.size / 1e6).toFixed(1)} million ballots)`,
  (cpu() - before).toFixed(0),
  '–',
  '< 1 GB',
  `${memory.toFixed(0)} MB at most, all benches together`
)
