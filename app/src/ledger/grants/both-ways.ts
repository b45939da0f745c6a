/**
 * Words that are written from right to left, in lines with words and numbers from left to right: where each piece stands. pdfkit sets word after
 * word from left to right, whatever they are; so it is given one piece at a time. The order is that of Unicode (UAX #9).
 */
import bidiJs from 'bidi-js'

// The module is itself what its types call its default.
const bidi = (bidiJs as unknown as typeof bidiJs.default)()
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Signs that only say how to order; they are not drawn. */
const unseen = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Words of somebody among ours: what they begin or end with does not move what stands beside them. */
export const apart = (words: string): string => `\u2068${words}\u2069`
export const goesBothWays = (text: string): boolean => rightToLeft.test(text)
export const withoutSigns = (text: string): string => text.replace(unseen, '')

export interface Piece {
  text: string
  /** From the left margin. */
  x: number
}

interface Paragraph {
  text: string
  levels: Uint8Array
  mirrored: ReadonlyMap<number, string>
  /** Odd when it begins at the right. */
  level: number
}

interface Run {
  start: number
  level: number
  isSpace: boolean
  text: string
}

type WidthOf = (text: string) => number

/** @returns for every line its pieces in the order in which they are read. */
export function linesOf(text: string, width: number, widthOf: WidthOf): Piece[][] {
  return text.split('\n').flatMap((one) => {
    const paragraph = paragraphOf(one.replace(/[\p{Cc}\u2028\u2029]/gu, ' '))
    return brokenInto(paragraph, width, widthOf).map(([start, end]) => placed(paragraph, start, end, width, widthOf))
  })
}

function paragraphOf(text: string): Paragraph {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
  return { text, levels, mirrored: bidi.getMirroredCharactersMap(text, levels), level: paragraphs[0]?.level ?? 0 }
}

/** What goes in one direction, word by word. */
function runsOf({ text, levels, mirrored }: Paragraph, start: number, end: number): Run[] {
  const runs: Run[] = []
  for (let at = start; at < end; at += 1) {
    const last = runs.at(-1)
    const [level, isSpace, letter] = [levels[at] ?? 0, text[at] === ' ', mirrored.get(at) ?? text[at]!]
    if (last?.level === level && last.isSpace === isSpace) last.text += letter
    else runs.push({ start: at, level, isSpace, text: letter })
  }
  return runs.map((run) => ({ ...run, text: asDrawn(withoutSigns(run.text), run.level % 2 === 1) }))
}

/** The font turns letters round that are written from right to left, and nothing else: no brackets alone, but digits of Persian too. */
const asDrawn = (text: string, turned: boolean): string =>
  turned === rightToLeft.test(text) ? text : [...text].reverse().join('')

const widthOfRuns = (runs: readonly Run[], widthOf: WidthOf): number =>
  runs.reduce((sum, run) => sum + (run.text === '' ? 0 : widthOf(run.text)), 0)

/** Breaks between words; a word that fits on no line is cut between letters. */
function brokenInto(paragraph: Paragraph, width: number, widthOf: WidthOf): [number, number][] {
  const fits = (start: number, end: number) => widthOfRuns(runsOf(paragraph, start, end), widthOf) <= width
  const lines: [number, number][] = []
  for (const word of wordsIn(paragraph.text)) {
    const last = lines.at(-1)
    if (last && fits(last[0], word[1])) last[1] = word[1]
    else lines.push(...cut(paragraph.text, word, fits))
  }
  return lines.length > 0 ? lines : [[0, 0]]
}

const wordsIn = (text: string): [number, number][] =>
  [...text.matchAll(/[^ ]+/g)].map((found) => [found.index, found.index + found[0].length])

function cut(
  text: string,
  [start, end]: [number, number],
  fits: (start: number, end: number) => boolean
): [number, number][] {
  if (fits(start, end)) return [[start, end]]
  const parts: [number, number][] = [[start, start]]
  for (const { index, segment } of graphemes.segment(text.slice(start, end))) {
    const part = parts.at(-1)!
    const until = start + index + segment.length
    if (part[0] === part[1] || fits(part[0], until)) part[1] = until
    else parts.push([part[1], until])
  }
  return parts
}

function placed(paragraph: Paragraph, start: number, end: number, width: number, widthOf: WidthOf): Piece[] {
  const runs = runsOf(paragraph, start, end).filter((run) => run.text !== '')
  let x = paragraph.level % 2 === 1 ? width - widthOfRuns(runs, widthOf) : 0
  const pieces = asSeen(runs).map((run) => {
    const piece = { ...run, x }
    x += widthOf(run.text)
    return piece
  })
  return pieces
    .filter((piece) => !piece.isSpace)
    .sort((a, b) => a.start - b.start)
    .map(({ text, x: at }) => ({ text, x: at }))
}

/** From left to right: at every level what stands in it is turned round once, from the innermost outwards. */
function asSeen(runs: readonly Run[]): Run[] {
  let order = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    const turned: Run[] = []
    let inside: Run[] = []
    for (const run of order) {
      if (run.level >= level) inside.unshift(run)
      else {
        turned.push(...inside, run)
        inside = []
      }
    }
    order = [...turned, ...inside]
  }
  return order
}
