/** The command line: the only file here that touches disk, clock and process. */
import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { count } from './count.ts'
import { explain } from './explain.ts'
import { type Arguments, parseArguments, USAGE } from './options.ts'
import { type PbReading } from './pb/read.ts'
import { readPbStream } from './pb/stream.ts'
import { Refusal } from './refusal.ts'
import { type Result, type Warning } from './result.ts'
import { resultText } from './text.ts'
import { verify } from './verify.ts'
import { reasonText } from './words.ts'

export interface Output {
  out(text: string): void
  err(text: string): void
}

const console_: Output = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`)
}

/** Runs one command and returns the exit code. */
export async function main(args: readonly string[], to: Output = console_): Promise<number> {
  try {
    const parsed = parseArguments(args)
    switch (parsed.command) {
      case 'count':
        return await countCommand(parsed, to)
      case 'explain':
        return await explainCommand(parsed, to)
      case 'verify':
        return await verifyCommand(parsed, to)
      case 'bench':
        return await benchCommand(parsed, to)
      case 'help':
        to.out(USAGE)
        return 0
      default:
        throw new Refusal('bad-command', `There is no command "${parsed.command}".\n\n${USAGE}`)
    }
  } catch (problem) {
    if (problem instanceof Refusal) to.err(`equal-shares: ${problem.message}`)
    else if (isFileProblem(problem)) to.err(`equal-shares: ${problem.message}`)
    else throw problem
    return 2
  }
}

const isFileProblem = (problem: unknown): problem is NodeJS.ErrnoException =>
  problem instanceof Error && typeof (problem as NodeJS.ErrnoException).syscall === 'string'

async function countCommand(args: Arguments, to: Output): Promise<number> {
  const reading = await readElection(onePath(args, 1))
  const result = withRepairs(count(reading.election, { ...args.count, payers: args.json }), reading)
  to.out(args.json ? JSON.stringify(result, null, 1) : resultText(reading.election, result))
  return result.state === 'tied' ? 3 : 0
}

async function explainCommand(args: Arguments, to: Output): Promise<number> {
  if (args.project === null) throw new Refusal('bad-option', 'explain needs --project ID.')
  const { election } = await readElection(onePath(args, 1))
  const undecided = count(election, args.count)
  if (undecided.state === 'tied') {
    to.err(`equal-shares: ${undecided.ties.find((tie) => tie.brokenBy === 'nobody')?.sentence ?? 'a tie needs a lot.'}`)
    if (args.json) to.out(JSON.stringify(undecided, null, 1))
    return 3
  }
  const reason = explain(election, args.project, args.count)
  to.out(args.json ? JSON.stringify(reason, null, 1) : reasonText(reason, args.lang, election.currency))
  return 0
}

async function verifyCommand(args: Arguments, to: Output): Promise<number> {
  const reading = await readElection(onePath(args, 2))
  const verdict = verify(reading.election, readJson(args.paths[1]!) as Result)
  to.out(args.json ? JSON.stringify(verdict, null, 1) : `${verdict.ok ? 'Right' : 'Wrong'}: ${verdict.sentence}`)
  return verdict.ok ? 0 : 1
}

/** Reads and counts every .pb file of a folder; CPU time of this process, one line a file. */
async function benchCommand(args: Arguments, to: Output): Promise<number> {
  const folder = onePath(args, 1)
  const files = readdirSync(folder).filter((name) => name.endsWith('.pb'))
  if (files.length === 0) throw new Refusal('bad-option', `${folder} has no .pb files.`)
  to.out('read, ms  count, ms  ballots  projects  winners  file')
  let failed = 0
  for (const name of files.sort()) {
    try {
      const before = cpuTime()
      const { election } = await readElection(join(folder, name))
      const middle = cpuTime()
      const result = count(election, args.count)
      const numbers = [middle - before, cpuTime() - middle].map((n) => n.toFixed(1))
      const counted = [
        election.ballots.size,
        election.projects.length,
        result.state === 'tied' ? 'a tie' : result.winners.length
      ]
      to.out(
        [...numbers, ...counted].map((cell, i) => String(cell).padStart([8, 9, 7, 8, 7][i]!)).join('  ') + `  ${name}`
      )
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem
      failed++
      to.err(`equal-shares: ${problem.message}`)
    }
  }
  return failed > 0 ? 2 : 0
}

const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What the reader repaired is part of the answer. */
export function withRepairs(result: Result, reading: PbReading): Result {
  const repairs = reading.repairs.map((r): Warning => ({
    code: `file-${r.code}`,
    sentence: `${r.sentence}${r.lines.some((l) => l > 0) ? ` (${r.times} ×, line ${r.lines.slice(0, 5).join(', ')}${r.times > 5 ? ', …' : ''})` : ''}`
  }))
  return { ...result, warnings: [...result.warnings, ...repairs] }
}

export function onePath(args: Arguments, wanted: number): string {
  if (args.paths.length !== wanted)
    throw new Refusal(
      'bad-option',
      `${args.command} takes ${wanted} file${wanted > 1 ? 's' : ''}, not ${args.paths.length}.`
    )
  return args.paths[0]!
}

export async function readElection(path: string): Promise<PbReading> {
  return readPbStream(createReadStream(path, { highWaterMark: 1 << 18 }), { file: basename(path) })
}

export const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (problem) {
    if (problem instanceof SyntaxError) throw new Refusal('bad-json', `${path} is not JSON: ${problem.message}`)
    throw problem
  }
}
