/** Words as they are found again: folded, without the commonest words, and stemmed here, so that both engines find the same. */
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'

const common = new Set(
  (
    'de het een en van ik te dat die in is niet zijn op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook ' +
    'tot je mij uit der daar haar naar heb hoe heeft hebben deze u want nog zal me zij nu geen omdat iets worden toch al waren veel meer doen ' +
    'moet was ben kan wel wij we ons onze hier mensen wordt gaat komt heel altijd the and of to a in is it you that he was for on are with as ' +
    'they be at one have this from or had by not but what all were we when there can an your which their do how if will each about up out them ' +
    'then she many some so these would other into has more her two him see could no my than been who its now did get people very'
  ).split(' ')
)

/** Accents folded, lower case. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The different stems of a text, at most 400: a text of ten thousand characters has no more that matter. */
export function stemsOf(text: string, lang: string): string[] {
  const stem = lang.startsWith('en') ? english : lang.startsWith('nl') ? dutch : (word: string) => word
  const stems = new Set<string>()
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length < 2 || word.length > 40 || common.has(word)) continue
    stems.add(stem(word))
    if (stems.size >= 400) break
  }
  return [...stems]
}
