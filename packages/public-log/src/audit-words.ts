/** What can be wrong with a whole log, in a sentence that says where. */
import { filled, say, type Facts, type Language, type Wrong } from './words.ts'

const sentences = {
  'other-origin': {
    en: 'The log calls itself {origin}, but {name} is of {before}.',
    nl: 'Het logboek noemt zich {origin}, maar {name} is van {before}.'
  },
  shorter: {
    en: 'The log has {size} entries, but {name} was signed when it had {before}: the entries from {size} on are gone, or this is an old copy.',
    nl: 'Het logboek heeft {size} regels, maar {name} is ondertekend toen het er {before} had: de regels vanaf {size} zijn weg, of dit is een oude kopie.'
  },
  'history-changed': {
    en: 'The log was rewritten: its first {before} entries are not those that were signed in {name}. Something from entry {from} to entry {to} was changed, left out or put in.',
    nl: 'Het logboek is herschreven: de eerste {before} regels zijn niet die in {name} zijn ondertekend. Iets van regel {from} tot en met regel {to} is veranderd, weggelaten of ertussen gezet.'
  },
  'history-changed-at': {
    en: 'The log was rewritten: entry {entry} is not what it was in {name}, and what was signed there is not what the log has now.',
    nl: 'Het logboek is herschreven: regel {entry} is niet meer wat hij in {name} was, en wat daar is ondertekend is niet wat het logboek nu heeft.'
  },
  'receipt-differs': {
    en: 'The log was rewritten: entry {entry} is not the one that {name} proves.',
    nl: 'Het logboek is herschreven: regel {entry} is niet de regel die {name} bewijst.'
  },
  missing: {
    en: '{path} is not there, although the log signed that it has {size} entries: entries {from} to {to} are withheld.',
    nl: '{path} is er niet, hoewel het logboek heeft ondertekend dat het {size} regels heeft: regel {from} tot en met {to} worden achtergehouden.'
  },
  'bundle-broken': {
    en: 'The entries from {from} to {to} cannot be read to their end: lengths between them do not come out. The first that does not fit is entry {entry}.',
    nl: 'De regels {from} tot en met {to} zijn niet tot het eind te lezen: lengtes ertussen kloppen niet. De eerste die niet past is regel {entry}.'
  },
  'entry-changed': {
    en: 'Entry {entry} is not what was signed: it was changed, left out, or something was put in before it.',
    nl: 'Regel {entry} is niet wat is ondertekend: hij is veranderd, weggelaten, of er is iets voor gezet.'
  },
  'hash-changed': {
    en: 'The hash beside entry {entry} is wrong. The entries themselves are what was signed.',
    nl: 'Het controlegetal bij regel {entry} klopt niet. De regels zelf zijn wat is ondertekend.'
  },
  'tile-changed': {
    en: '{path} is wrong for the entries from {from} to {to}. The entries themselves are what was signed.',
    nl: '{path} klopt niet voor de regels {from} tot en met {to}. De regels zelf zijn wat is ondertekend.'
  },
  'root-differs': {
    en: 'All {size} entries were read, but together they do not give the root that was signed: one or more of them are not what was signed. {where}',
    nl: 'Alle {size} regels zijn gelezen, maar samen geven ze niet de wortel die is ondertekend: een of meer zijn niet wat is ondertekend. {where}'
  },
  'first-at': {
    en: 'The first that does not fit its own hash is entry {entry}.',
    nl: 'De eerste die niet bij zijn eigen controlegetal past is regel {entry}.'
  },
  'after-entry': {
    en: 'Up to entry {last} it is still what {name} was signed for.',
    nl: 'Tot en met regel {last} is het nog waar {name} voor is ondertekend.'
  },
  nowhere: {
    en: 'Where cannot be told from this log alone: an earlier checkpoint or proof (--from) tells.',
    nl: 'Waar is uit dit logboek alleen niet te zeggen: een eerdere momentopname of een bewijs (--from) zegt het.'
  },
  'too-much': {
    en: 'The file goes on after entry {last}, the last that was signed.',
    nl: 'Het bestand gaat door na regel {last}, de laatste die is ondertekend.'
  }
} satisfies Record<string, Record<Language, string>>

/** What can be wrong with a log. */
export type WrongLog = keyof typeof sentences | Wrong

/** The sentence for it. */
export const sayOfLog = (language: Language, wrong: WrongLog, facts: Facts = {}): string =>
  wrong in sentences
    ? filled(sentences[wrong as keyof typeof sentences][language], facts).trim()
    : say(language, wrong as Wrong, facts)
