/**
 * Bills and receipts that people send along: a picture, drawn anew as all pictures are, or a PDF. A PDF is kept as it came, so one that
 * acts by itself or carries other files is refused, also when that is pressed inside it. What is written in it stays in it: nobody else
 * sees it until somebody has looked (docs/decisions/vouchers.md).
 */
import { inflateSync } from 'node:zlib'
import { ok, refused, type Decision } from '@buurtmacht/domain'
import { drawAnew, drawing, largestPicture, type Picture } from './pictures.ts'

export interface Pdf {
  bytes: Uint8Array
  type: 'application/pdf'
}
export type Paper = Picture | Pdf

/** Small print must stay readable. */
const widest = 2000

/** Refusals: `voucher-not-a-paper`, `voucher-with-something-hidden`, `picture-too-large`. */
export async function keepPaper(bytes: Uint8Array): Promise<Decision<Paper>> {
  if (bytes.length > largestPicture) return refused('picture-too-large')
  if (startsAsPdf(bytes)) return keepPdf(bytes)
  const picture = await drawAnew(bytes, widest)
  if (picture.ok || picture.refusal.code !== 'picture-not-a-picture') return picture
  return refused('voucher-not-a-paper')
}

const startsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

function keepPdf(bytes: Uint8Array): Decision<Pdf> {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.trimEnd().endsWith('%%EOF')) return refused('voucher-not-a-paper')
  if (/\/Encrypt\b/.test(text)) return refused('voucher-with-something-hidden')
  return acts(text) || unpressed(text).some(acts)
    ? refused('voucher-with-something-hidden')
    : ok({ bytes, type: 'application/pdf' })
}

/** Names in a PDF may be written with `#6a` for a letter. */
const acts = (text: string): boolean =>
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\b/.test(
    text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  )

/** Objects can be pressed together; no more of them is unfolded than twice the largest file. */
function unpressed(text: string): string[] {
  const found: string[] = []
  let left = 2 * largestPicture
  for (const match of text.matchAll(/\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g)) {
    const from = match.index + match[0].length
    const until = text.indexOf('endstream', from)
    try {
      const part = inflateSync(Buffer.from(text.slice(from, until < 0 ? undefined : until), 'latin1'), {
        maxOutputLength: Math.max(1, left),
        finishFlush: 2
      }).toString('latin1')
      left -= part.length
      found.push(part)
    } catch {
      // What cannot be unfolded cannot be looked at: treated as if it acts.
      found.push('/JS ')
    }
  }
  return found
}

/** One field of the grid over a picture, counted from 0, from the top and the left. */
export interface Cell {
  row: number
  column: number
}

/** Paints cells of a picture black for good: what was there is not in the new file. */
export async function coverCells(
  picture: Pick<Picture, 'bytes' | 'width' | 'height'>,
  cells: readonly Cell[],
  grid: { rows: number; columns: number }
): Promise<Uint8Array> {
  const sharp = await drawing()
  const edge = (at: number, of: number, size: number) => Math.round((at * size) / of)
  const blocks = cells.map(({ row, column }) => {
    const [left, top] = [edge(column, grid.columns, picture.width), edge(row, grid.rows, picture.height)]
    const [right, bottom] = [edge(column + 1, grid.columns, picture.width), edge(row + 1, grid.rows, picture.height)]
    const block = { width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
    return {
      input: { create: { ...block, channels: 3 as const, background: '#000' } },
      left: Math.min(left, picture.width - block.width),
      top: Math.min(top, picture.height - block.height)
    }
  })
  return sharp(picture.bytes, { failOn: 'error' }).composite(blocks).webp({ quality: 78 }).toBuffer()
}
