/** The account as a PDF on A4: tagged, in its language, with letters inside that every language here can be written with. */
import { fileURLToPath } from 'node:url'
import { dayOf } from '@buurtmacht/domain'
import type { Words } from '../../words/index.ts'
import type { GrantAccount } from './account.ts'
import { apart, goesBothWays, linesOf, withoutSigns } from './both-ways.ts'
import { partsOf, type Part } from './parts.ts'

// Beside this file, and beside the built program.
const fonts = new URL('./fonts/', import.meta.url)
const font = (name: string): string => fileURLToPath(new URL(name, fonts))

const margin = 56
type Document = PDFKit.PDFDocument

export async function asPdf(t: Words, account: GrantAccount, of: { place: string; at: string }): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const title = t('grant-account.title', { name: account.grant.name })
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    lang: t.lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Author: of.place, CreationDate: new Date(of.at), ModDate: new Date(of.at) }
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const whole = new Promise<Uint8Array>((done) => doc.on('end', () => done(Buffer.concat(chunks))))
  doc.registerFont('plain', font('DejaVuSans.ttf'))
  doc.registerFont('bold', font('DejaVuSans-Bold.ttf'))
  say(doc, 'H1', 'bold', 19, title)
  say(doc, 'P', 'plain', 10, t('grant-account.made', { place: of.place, day: t.day(dayOf(Date.parse(of.at))) }))
  for (const part of partsOf(t, account, (amount) => t.money(amount))) drawPart(doc, part)
  say(doc, 'P', 'plain', 8.5, t('grant-account.law'))
  doc.end()
  return whole
}

/** One piece of text with what it is, so that a reader hears headings as headings. */
export function say(doc: Document, tag: string, name: 'plain' | 'bold', size: number, text: string): void {
  const words = withoutSigns(text)
  const bothWays = goesBothWays(words)
  const draw = () => {
    doc.font(name).fontSize(size)
    if (bothWays) drawBothWays(doc, text)
    else doc.text(words, { paragraphGap })
  }
  // Letters that were joined and turned round for the eye are read aloud as they were written.
  doc.addStructure(doc.struct(tag, bothWays ? { actual: words } : {}, [draw]))
}

const paragraphGap = 4

function drawBothWays(doc: Document, text: string): void {
  const { left, right, bottom } = doc.page.margins
  const height = doc.currentLineHeight(true)
  for (const line of linesOf(text, doc.page.width - left - right, (piece) => doc.widthOfString(piece))) {
    if (doc.y + height > doc.page.height - bottom) doc.continueOnNewPage()
    const { y } = doc
    for (const piece of line) doc.text(piece.text, left + piece.x, y, { lineBreak: false })
    doc.x = left
    doc.y = y + height
  }
  doc.y += paragraphGap
}

/** Each row under its own heading words, so that a long result needs no narrow column. */
function drawPart(doc: Document, part: Part): void {
  if (doc.y > doc.page.height - 3 * margin) doc.addPage()
  doc.moveDown(1)
  say(doc, 'H2', 'bold', 13, part.title)
  if (part.rows.length === 0) say(doc, 'P', 'plain', 10, part.none)
  for (const row of part.rows) {
    const { head } = part
    if (!head) {
      say(doc, 'P', 'plain', 10, row.length === 2 ? `${row[0]}: ${apart(row[1] ?? '')}` : row.join('\n'))
      continue
    }
    say(doc, 'P', 'bold', 10, row[0] ?? '')
    const rest = row.slice(1).flatMap((cell, at) => (cell === '' ? [] : [`${head[at + 1]}: ${apart(cell)}`]))
    say(doc, 'P', 'plain', 10, rest.join('\n'))
  }
}
