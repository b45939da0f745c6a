/** What the command says when everything was right. */
import { type AuditVerdict } from '../audit.ts'
import { paperGroups } from '../paper.ts'
import { type Verdict } from '../proof.ts'
import { type Given } from './usage.ts'

/** A text from outside on one line of a terminal: what could move the cursor, hide or turn letters round is spelled out. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)

type Right = Extract<Verdict, { ok: true }> | Extract<AuditVerdict, { ok: true }>

/** The sentences for a right proof or log. */
export function resultWords(right: Right, { lang, key }: Pick<Given, 'lang' | 'key'>): string {
  const nl = lang === 'nl'
  const paper = `${nl ? 'Wortel' : 'Root'}: ${paperGroups(right.root).join(' ')}`
  const lines =
    'entry' in right ? [printable(entryWords(right, nl)), printable(right.entry)] : [printable(logWords(right, nl))]
  if ('own' in right)
    lines.push(`${nl ? 'En deze woorden horen erbij' : 'And these words belong to it'}: ${printable(right.own!)}`)
  const signed = printable(signedWords(right, nl, key !== undefined))
  return [...lines, signed, paper].join('\n')
}

const entryWords = ({ index, size, origin }: { index: number; size: number; origin: string }, nl: boolean): string =>
  nl
    ? `Klopt: dit is regel ${index} van het logboek ${origin}, toen het ${size} regels had:`
    : `Right: this is entry ${index} of the log ${origin} when it had ${size} entries:`

function logWords({ size, origin, held }: { size: number; origin: string; held: number }, nl: boolean): string {
  const kept = nl
    ? ['. Er is niets van eerder naast gelegd (--from)', `, en ${held} van eerder past erin`][Math.min(held, 1)]
    : ['. Nothing kept from before was held against it (--from)', `, and what was kept before (${held}) fits in`][
        Math.min(held, 1)
      ]
  return nl
    ? `Klopt: alle ${size} regels van ${origin} zijn opnieuw berekend en geven de wortel die is getekend${kept}.`
    : `Right: all ${size} entries of ${origin} were hashed again and give the root that was signed${kept}.`
}

function signedWords({ by, seen }: Right, nl: boolean, withKey: boolean): string {
  if (!withKey) return nl ? 'Niet nagegaan wie heeft getekend: geef --key.' : 'Who signed was not checked: give --key.'
  const names = by.map((name) => {
    const time = seen[name]
    return time === undefined ? name : `${name} (${new Date(time * 1000).toISOString()})`
  })
  return `${nl ? 'Getekend door' : 'Signed by'} ${names.join(', ')}.`
}
