// The words of the story: residents write plainly.
import { describe, expect, test } from 'vitest'
import { story } from './index.ts'

const { groups, needs, goals, requests, deeds, tellBacks } = story

describe('what residents wrote is plain Dutch', () => {
  /** A rough count: each run of vowels is a syllable. Good enough for an average. */
  const syllables = (word: string) => word.toLowerCase().match(/ij|[aeiouyáéíóúëïöü]+/g)?.length ?? 1

  /** Flesch–Douma: above 70 is easy, above 80 very easy. */
  const ease = (text: string) => {
    const words = text.match(/[\p{L}’'-]+/gu) ?? []
    const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => part.trim() !== '').length
    const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
    return 206.84 - 0.77 * ((100 * sounds) / words.length) - 0.93 * (words.length / sentences)
  }
  const average = (texts: readonly string[]) => texts.map(ease).reduce((sum, one) => sum + one, 0) / texts.length

  test.each([
    ['groups', groups.map((one) => one.about)],
    ['needs', needs.map((one) => one.sentence)],
    ['goals', goals.map((one) => one.title)],
    ['requests', requests.map((one) => one.text)],
    ['deeds', deeds.map((one) => one.what)],
    ['what was told back', tellBacks.map((one) => one.text)]
  ])('%s', (_what, texts) => {
    expect(average(texts)).toBeGreaterThanOrEqual(70)
  })

  test('one official answer is not, and it is the one that residents could not read', () => {
    const replies = requests.flatMap((one) =>
      one.events.flatMap((event) => (event.kind === 'reply' ? [{ outcome: one.outcome, ease: ease(event.text) }] : []))
    )
    expect(replies.filter((one) => one.ease < 20).map((one) => one.outcome)).toEqual(['unanswered'])
  })
})
