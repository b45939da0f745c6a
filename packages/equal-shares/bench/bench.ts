/** The figures of the README: `npm run bench --workspace packages/equal-shares`. CPU time (user + system), exact mode. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { CASES, type Case } from './cases.ts'

const cpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const row = (cells: readonly string[], note: string): void =>
  console.log(
    `${cells[0]!.padEnd(46)} ${cells
      .slice(1)
      .map((c) => c.padStart(8))
      .join('  ')}   ${note}`
  )

/** The first time (what a command sees, with compiling), the middle and the best one (what a server sees). */
async function measure({ what, wanted, times, prepare }: Case): Promise<void> {
  const work = prepare()
  if (!work) return row([what, '–', '–', '–', wanted, '–'], 'file not here')
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const before = cpu()
    const told = await work.run()
    taken.push(work.elsewhere ? Number(told) : cpu() - before)
  }
  const memory = process.resourceUsage().maxRSS / 1024
  const sorted = [...taken].sort((a, b) => a - b)
  const figures = [taken[0]!, sorted[times >> 1]!, sorted[0]!].map((t) => t.toFixed(1))
  row([what, ...figures, wanted, memory.toFixed(0)], work.note())
}

const asked = process.argv[2]
if (asked !== undefined) await measure(CASES[Number(asked)]!)
else {
  row(['CPU time in ms; every line its own process', 'first', 'middle', 'best', 'wanted', 'MB'], '')
  CASES.forEach((_, i) =>
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(i)], {
      stdio: ['ignore', 'inherit', 'inherit']
    })
  )
}
