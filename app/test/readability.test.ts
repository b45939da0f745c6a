/**
 * Plain Dutch, counted: Flesch–Douma = 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. Residents' pages aim at A2
 * (about 80 and more); a study's own summary scores 36–39. A formula is no reader: read it aloud as well.
 */
import { describe, expect, it } from 'vitest'
import { allMessages } from '../src/words/index.ts'

/** What residents without any task read. */
const residents = [
  'home',
  'voices',
  'follow',
  'way',
  'card',
  'frame',
  'trouble',
  'lost',
  'form',
  'refusal',
  'sign-in',
  'search',
  'needs'
]

/** Facts are one short word; of a plural the last form is read. */
function asRead(message: string): string {
  let text = message
  for (let before = ''; before !== text;) {
    before = text
    text = text
      .replace(/\{[^{}]*, (?:plural|select),(?:[^{}]*\{([^{}]*)\})+\s*\}/g, '$1')
      .replace(/\{\w+(?:, \w+)?\}/g, 'zes')
  }
  return text.replace(/[#{}<>]/g, ' ').replace(/https?:\S+/g, ' ')
}

const vowels = /ieu|eeu|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ou|au|ei|ij|ui|[aeiouyéèëïöüáó]/gi
const syllables = (word: string): number => Math.max(1, word.match(vowels)?.length ?? 1)

export function fleschDouma(text: string): number {
  const sentences = text.split(/[.!?:\n]+/).filter((one) => /\p{L}/u.test(one))
  const words = text.match(/[\p{L}’'-]+/gu) ?? []
  if (words.length === 0) return 100
  const perHundred = (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) * 100
  return 206.84 - 0.77 * perHundred - 0.93 * (words.length / sentences.length)
}

const dutch = Object.entries(allMessages('nl'))
const of = (prefix: string) => dutch.filter(([key]) => key.split('.')[0] === prefix)
/** Buttons and labels of a word or two say nothing about how well something reads. */
const long = (messages: [string, string][]) =>
  messages.filter(([, message]) => asRead(message).split(/\s+/).length >= 5)
const score = (messages: [string, string][]) =>
  fleschDouma(messages.map(([, m]) => asRead(m).replace(/[^.!?]$/, '$&.')).join(' '))

describe('plain Dutch', () => {
  it('is measured as the formula says', () => {
    expect(fleschDouma('De kat zit op de mat. Hij is blij.')).toBeGreaterThan(95)
    const official =
      'Overeenkomstig de vigerende verordening participatie worden belanghebbenden geïnformeerd omtrent de besluitvormingsprocedure.'
    expect(fleschDouma(official)).toBeLessThan(20)
  })

  const there = residents.filter((prefix) => long(of(prefix)).length >= 5)

  it.each(there)('reads easily where residents come (%s)', (prefix) => {
    expect(score(long(of(prefix)))).toBeGreaterThanOrEqual(65)
  })

  it('reads easily over all, and names the hardest sentences', ({ annotate }) => {
    const all = long(dutch)
    expect(score(all)).toBeGreaterThanOrEqual(65)
    const hardest = all
      .map(([key, message]) => ({ key, message, score: Math.round(fleschDouma(asRead(message))) }))
      .toSorted((a, b) => a.score - b.score)
      .slice(0, 10)
    for (const one of hardest) void annotate(`${one.score} ${one.key}: ${one.message}`)
  })

  it('speaks to residents as je, never as u', () => {
    const formal = residents.flatMap(of).filter(([, message]) => /\b(u|uw)\b/i.test(asRead(message)))
    expect(formal.map(([key]) => key)).toEqual([])
  })

  it('has no sentence of more than 25 words', () => {
    const endless = dutch.filter(([, message]) =>
      asRead(message)
        .split(/[.!?:\n]+/)
        .some((sentence) => sentence.trim().split(/\s+/).length > 25)
    )
    expect(endless.map(([key]) => key)).toEqual([])
  })
})
