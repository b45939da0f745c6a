/** What goes wrong in a .pb file, and what was repaired. */
import { Refusal } from '../refusal.ts'

/** A line that cannot be understood. Says where, in words. */
export class PbProblem extends Refusal {
  readonly file: string
  readonly line: number
  /** Counted from 1 in fields; 0 when the whole line is meant. */
  readonly column: number

  constructor(file: string, line: number, column: number, sentence: string) {
    super('bad-pb', `${file}, line ${line}${column > 0 ? `, column ${column}` : ''}: ${sentence}`)
    this.file = file
    this.line = line
    this.column = column
  }
}

export interface Repair {
  readonly code: string
  readonly sentence: string
  /** How often, and the first lines where. */
  readonly times: number
  readonly lines: readonly number[]
}

const SHOWN = 20

export interface RepairLog {
  note(code: string, sentence: string, line: number): void
  list(): Repair[]
}

export function repairLog(): RepairLog {
  const found = new Map<string, { code: string; sentence: string; times: number; lines: number[] }>()
  return {
    note(code, sentence, line) {
      const known = found.get(code)
      if (!known) found.set(code, { code, sentence, times: 1, lines: [line] })
      else {
        known.times++
        if (known.lines.length < SHOWN) known.lines.push(line)
      }
    },
    list: () => [...found.values()]
  }
}
