/** What can be wrong, in a sentence for people. `{name}` stands for a fact. Needs nothing of Node. */
export type Language = 'nl' | 'en'

const sentences = {
  'not-a-proof': {
    en: 'This is not a proof file.',
    nl: 'Dit is geen bewijsbestand.'
  },
  'bad-key': {
    en: 'This is not the key of a log, or it was copied wrongly. It looks like name+1234abcd+ASNFZ4mr…',
    nl: 'Dit is niet de sleutel van een logboek, of hij is verkeerd overgenomen. Hij ziet eruit als naam+1234abcd+ASNFZ4mr…'
  },
  'bad-note': {
    en: 'The checkpoint is damaged: it is not written as a signed checkpoint is.',
    nl: 'De momentopname is beschadigd: zo ziet een ondertekende momentopname er niet uit.'
  },
  'bad-signature': {
    en: 'The checkpoint was changed after it was signed, or somebody else signed it: the signature does not fit.',
    nl: 'De momentopname is veranderd nadat hij is ondertekend, of iemand anders heeft getekend: de handtekening past er niet bij.'
  },
  'nobody-signed': {
    en: 'The checkpoint was not signed with this key.',
    nl: 'De momentopname is niet met deze sleutel ondertekend.'
  },
  'witness-missing': {
    en: 'The witness {name} did not sign this checkpoint.',
    nl: 'De getuige {name} heeft deze momentopname niet ondertekend.'
  },
  'other-log': {
    en: 'The checkpoint is of the log {origin}, and the key is of {name}.',
    nl: 'De momentopname is van het logboek {origin}, en de sleutel is van {name}.'
  },
  'other-size': {
    en: 'The proof speaks of a log with {said} entries; the signed checkpoint of {signed}.',
    nl: 'Het bewijs gaat over een logboek met {said} regels; de ondertekende momentopname over {signed}.'
  },
  'own-words': {
    en: 'The entry is in the log, but it is not about the words in this file: they or their salt were changed.',
    nl: 'De regel staat in het logboek, maar gaat niet over de woorden in dit bestand: die of hun zout zijn veranderd.'
  },
  'not-in-log': {
    en: 'This is not what stands as entry {index} in the signed log of {size} entries: the entry, its number or a hash was changed.',
    nl: 'Dit is niet wat als regel {index} in het ondertekende logboek van {size} regels staat: de regel, het nummer of een controlegetal is veranderd.'
  }
} satisfies Record<string, Record<Language, string>>

/** What can be wrong with a proof or a checkpoint. */
export type Wrong = keyof typeof sentences

/** Numbers and names that a sentence speaks of. */
export type Facts = Readonly<Record<string, string | number>>

/** A sentence with its facts. */
export const filled = (sentence: string, facts: Facts): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** The sentence for what is wrong. */
export const say = (language: Language, wrong: Wrong, facts: Facts = {}): string =>
  filled(sentences[wrong][language], facts)
