/** Words from right to left in a PDF: each piece stands where a reader looks for it. */
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { apart, linesOf, type Piece } from './both-ways.ts'
import { say } from './pdf.ts'

/** Every letter is one wide. */
const wide = (text: string) => [...text].length
const seen = (line: readonly Piece[]) => line.toSorted((a, b) => a.x - b.x).map(({ text, x }) => `${x} ${text}`)
const lines = (text: string, width = 30) => linesOf(text, width, wide).map(seen)

describe('where pieces stand', () => {
  it('leaves what goes from left to right in its order', () => {
    expect(lines('een plan (nieuw)')).toEqual([['0 een', '4 plan', '9 (nieuw)']])
  })

  it('sets a sentence from right to left against the right margin, its first word at the right', () => {
    expect(lines('مصباح في الممر')).toEqual([['16 الممر', '22 في', '25 مصباح'].map((one) => one)])
  })

  it('keeps spaces, and sets a number at the left of the words before it, its digits in their order', () => {
    expect(lines('مصباح 2026 في', 20)).toEqual([['7 في', '10 2026', '15 مصباح']])
    expect(lines('مصباح ۱۲۳ في', 20)).toEqual([['8 في', '11 ۳۲۱', '15 مصباح']])
  })

  it('sets Arabic inside a Dutch line where it is read, and two words of it from right to left', () => {
    expect(lines('Plan: مصباح جديد voor 2')).toEqual([['0 Plan:', '6 جديد', '11 مصباح', '17 voor', '22 2']])
    expect(lines('مصباح Buurt Hof جديد', 20)).toEqual([['0 جديد', '5 Buurt', '11 Hof', '15 مصباح']])
  })

  it('turns brackets round and keeps the full stop of somebody’s own words at their end', () => {
    expect(lines('(مصباح)', 10)).toEqual([['3 )مصباح(']])
    expect(lines(`Wat: ${apart('مصباح.')}`)).toEqual([['0 Wat:', '5 مصباح.']])
    expect(lines('Wat: مصباح.')).toEqual([['0 Wat:', '5 مصباح', '10 .']])
  })

  it('gives Hebrew the same', () => {
    expect(lines('שלום 12 עולם', 12)).toEqual([['0 עולם', '5 12', '8 שלום']])
  })

  it('breaks between words, every line from the right, and cuts a word that fits on no line', () => {
    expect(lines('مصباح جديد في الممر', 10)).toEqual([
      ['0 جديد', '5 مصباح'],
      ['2 الممر', '8 في']
    ])
    expect(lines('ا'.repeat(25), 10)).toEqual([['0 اااااااااا'], ['0 اااااااااا'], ['5 ااااا']])
    expect(lines('مصباح\n\nPlan')).toEqual([['25 مصباح'], [], ['0 Plan']])
  })

  it('loses no word, in whatever order it is read', () => {
    const text = `Groep: ${apart('المصباح (قديم) 12,5% Lindehof')} en verder`
    const read = linesOf(text, 20, wide)
      .flat()
      .map((piece) => piece.text)
    for (const word of ['Groep:', 'المصباح', 'Lindehof', 'en', 'verder']) expect(read).toContain(word)
    expect(read.indexOf('المصباح')).toBeLessThan(read.indexOf('Lindehof'))
  })
})

describe('the page that is drawn', () => {
  const fonts = (name: string) => fileURLToPath(new URL(`./fonts/${name}`, import.meta.url))

  /** The places at which something is drawn, in the order of the file; and the whole file. */
  async function drawn(text: string) {
    const doc = new PDFDocument({ size: 'A4', margin: 56, compress: false, tagged: true, lang: 'nl' })
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    const ended = new Promise((done) => doc.on('end', done))
    doc.registerFont('plain', fonts('DejaVuSans.ttf'))
    say(doc, 'P', 'plain', 10, text)
    doc.end()
    await ended
    const file = Buffer.concat(chunks).toString('latin1')
    const places = [...file.matchAll(/1 0 0 1 ([\d.]+) ([\d.]+) Tm/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const
    )
    return { file, places }
  }

  it('draws in the order of reading, from the right margin to the left, one line under the other', async () => {
    const { places, file } = await drawn('مصباح 12 في')
    const [first, number, last] = places
    expect(places).toHaveLength(3)
    expect(first![0]).toBeGreaterThan(number![0])
    expect(number![0]).toBeGreaterThan(last![0])
    expect(new Set(places.map(([, y]) => y)).size).toBe(1)
    expect(first![0]).toBeGreaterThan(480)
    // What is read aloud is what was written.
    const written = Buffer.from('\ufeffمصباح 12 في', 'utf16le').swap16().toString('latin1')
    expect(file).toContain('/ActualText')
    expect(file.replaceAll(/\\([()\\])/g, '$1')).toContain(written)
  })

  it('goes on on the next page, inside the margins', async () => {
    const { places, file } = await drawn('مصباح جديد في الممر 12 '.repeat(400))
    expect(file.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1)
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(55.9)
      expect(x).toBeLessThan(595 - 56)
      expect(y).toBeGreaterThanOrEqual(56)
    }
  })
})
