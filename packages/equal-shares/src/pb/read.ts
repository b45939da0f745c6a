/** Reads Pabulib's .pb format as it really is. Whole text here; `stream.ts` for files of any size. */
import { type Election } from '../election.ts'
import { pbParser } from './parser.ts'
import { type PbFile, type ReadOptions } from './place.ts'
import { type Repair } from './problem.ts'

export interface PbReading {
  readonly election: Election
  readonly repairs: readonly Repair[]
  /** Every line as it stood, to be written again; only when `keepRows` was asked. */
  readonly file: PbFile | null
}

/** Reads a whole .pb text. Throws a PbProblem that says file, line and column. */
export function readPb(text: string, options: ReadOptions = {}): PbReading {
  const parser = pbParser({ keepRows: true, ...options })
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  if (at === 1) parser.repaired('byte-order-mark', 'The file begins with a byte order mark.', 1)
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    parser.line(text.slice(at, end < 0 ? text.length : end))
    if (end < 0) break
    at = end + 1
  }
  return parser.finish()
}
