/**
 * `npm run rigs`: bad days, tried on the real program. Each has a control that must lose, or it proves nothing.
 * `npm run rigs -- power` runs those with "power" in their name; `--long` runs many more rounds and a database gone for a whole minute.
 */
import { databaseGone } from './database-gone.ts'
import { diskFull } from './disk-full.ts'
import { journal, journalOfTwo } from './journal.ts'
import { kill } from './kill.ts'
import { powerCut } from './power-cut.ts'
import { runCareless, type Carelessness } from './careless.ts'
import { clearAll, type Rig } from './rig.ts'
import { secondStart } from './second-start.ts'
import { voting } from './voting.ts'

const args = process.argv.slice(2)
const long = args.includes('--long')
const wanted = args.find((arg) => !arg.startsWith('--'))
const times = long ? 5 : 1

const rigs: { rig: Rig; rounds: number }[] = [
  { rig: secondStart, rounds: 3 * times },
  { rig: kill, rounds: 5 * times },
  { rig: voting, rounds: 5 * times },
  { rig: journal, rounds: 6 * times },
  { rig: journalOfTwo, rounds: 8 * times },
  { rig: powerCut, rounds: 5 * times },
  { rig: diskFull, rounds: 1 },
  { rig: databaseGone(long ? 60 : 10), rounds: 1 }
]

async function runRig({ rig, rounds }: { rig: Rig; rounds: number }): Promise<boolean> {
  const began = performance.now()
  const verdict = await rig.run(rounds)
  console.log(`${verdict.good ? (verdict.skipped ? 'skipped' : 'good') : 'BAD'}  ${rig.name}: ${verdict.told}`)
  let good = verdict.good
  for (const control of verdict.skipped ? [] : rig.controls) {
    const lost = await control.loses(8)
    console.log(`   control, ${control.name}: ${lost ?? 'LOST NOTHING, so this rig proves nothing'}`)
    good &&= lost !== undefined
  }
  clearAll()
  console.log(`   ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return good
}

async function main(): Promise<void> {
  let good = true
  for (const one of rigs.filter(({ rig }) => !wanted || rig.name.includes(wanted))) good = (await runRig(one)) && good
  process.exitCode = good ? 0 : 1
}

if (args[0] === 'careless') await runCareless(args[1] as Carelessness)
else {
  process.on('SIGINT', () => {
    clearAll()
    process.exit(130)
  })
  await main().finally(clearAll)
  process.exit()
}
