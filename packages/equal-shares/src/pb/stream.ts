/** Reads a .pb file piece by piece: the ballots go straight into columns, so memory stays far below the file's size. */
import { pbParser } from './parser.ts'
import { type ReadOptions } from './place.ts'
import { type PbReading } from './read.ts'

/** Reads bytes or text as they come. Throws a PbProblem that says file, line and column. */
export async function readPbStream(
  pieces: AsyncIterable<Uint8Array | string>,
  options: ReadOptions = {}
): Promise<PbReading> {
  const parser = pbParser({ keepRows: false, ...options })
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  let first = true
  const take = (text: string): void => {
    let all = rest === '' ? text : rest + text
    if (first && all.length > 0) {
      first = false
      if (all.charCodeAt(0) === 0xfeff) {
        all = all.slice(1)
        parser.repaired('byte-order-mark', 'The file begins with a byte order mark.', 1)
      }
    }
    let at = 0
    for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', at)) {
      parser.line(all.slice(at, end))
      at = end + 1
    }
    rest = all.slice(at)
  }
  for await (const piece of pieces) take(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }))
  take(decoder.decode())
  if (rest !== '') parser.line(rest)
  return parser.finish()
}
