/** The reasons in plain sentences, in Dutch and English. */
import { type LoserReason, type Reason, type WinnerReason } from './explain.ts'

export type Language = 'nl' | 'en'

interface Words {
  won(r: WinnerReason, money: (n: string) => string): string[]
  free(r: WinnerReason): string[]
  lost(r: LoserReason): string
  barred: Readonly<Record<NonNullable<LoserReason['barred']>, string>>
  money(r: NonNullable<LoserReason['money']>, money: (n: string) => string): string
  wentTo(parts: string): string
  others(count: number): string
  nothingSpent: string
  atCost(cost: string): string
  noCost: string
  moreVotes(votes: number): string
  noVotes: string
}

const EN: Words = {
  won: ({ project, name, step, result }, money) => [
    `${name} (${project}) won: it was purchase ${step}.`,
    result.price
      ? `It cost ${money(String(result.cost))}. Who still had enough money paid ${money(result.price.text)} each (per point, on ballots with points); who had less paid all of it. That is as good as ${result.effectiveVotes!.text} votes that pay in full.`
      : `It cost ${money(String(result.cost))} and had a score of ${result.score?.text ?? '0'}.`
  ],
  free: ({ project, name }) => [`${name} (${project}) costs nothing, so it is funded outright.`],
  lost: ({ project, name, votes, cost }) =>
    `${name} (${project}) did not win. It cost ${cost.text} and got ${votes} votes.`,
  barred: {
    threshold: 'It had too small a share of the votes for its share of the budget, so the rule barred it.',
    'minimum-votes': 'It had fewer votes than the rule asks for.',
    'cost-cap': 'It cost more than the rule allows for one project.',
    'no-votes': 'Nobody voted for it.'
  },
  money: ({ start, left, missing }, money) =>
    `Its voters started with ${money(start.text)} together. At the end they had ${money(left.text)}: ${money(missing.text)} too little.`,
  wentTo: (parts) => `Their money went to ${parts}.`,
  others: (count) => `${count} ${count === 1 ? 'other' : 'others'}`,
  nothingSpent: 'Their money went to no other project.',
  atCost: (cost) => `It would have won at a cost of ${cost}, all else equal.`,
  noCost: 'No lower cost was found at which it would have won.',
  moreVotes: (votes) => `It would have won with ${votes} more ${votes === 1 ? 'voter' : 'voters'} for it alone.`,
  noVotes: 'No number of further votes was found with which it would have won.'
}

const NL: Words = {
  won: ({ project, name, step, result }, money) => [
    `${name} (${project}) heeft gewonnen: het was aankoop ${step}.`,
    result.price
      ? `Het kost ${money(String(result.cost))}. Wie nog genoeg geld had, betaalde ${money(result.price.text)} (per punt, als er punten zijn). Wie minder had, betaalde alles wat over was. Dat is evenveel waard als ${result.effectiveVotes!.text} stemmen die alles betalen.`
      : `Het kost ${money(String(result.cost))} en had een score van ${result.score?.text ?? '0'}.`
  ],
  free: ({ project, name }) => [`${name} (${project}) kost niets en gaat dus gewoon door.`],
  lost: ({ project, name, votes, cost }) =>
    `${name} (${project}) heeft niet gewonnen. Het kost ${cost.text} en kreeg ${votes} stemmen.`,
  barred: {
    threshold:
      'Het kreeg te weinig stemmen voor zo’n groot deel van het geld. Volgens de regels doet het dan niet mee.',
    'minimum-votes': 'Het kreeg minder stemmen dan de regels vragen.',
    'cost-cap': 'Het kost meer dan één plan volgens de regels mag kosten.',
    'no-votes': 'Niemand stemde ervoor.'
  },
  money: ({ start, left, missing }, money) =>
    `De stemmers begonnen samen met ${money(start.text)}. Aan het eind hadden ze nog ${money(left.text)}. Dat is ${money(missing.text)} te weinig.`,
  wentTo: (parts) => `Hun geld ging naar ${parts}.`,
  others: (count) => `${count} ${count === 1 ? 'ander plan' : 'andere plannen'}`,
  nothingSpent: 'Hun geld ging niet naar een ander plan.',
  atCost: (cost) => `Met een prijs van ${cost} had het wel gewonnen, als de rest gelijk bleef.`,
  noCost: 'We vonden geen lagere prijs waarmee het had gewonnen.',
  moreVotes: (votes) =>
    `Met ${votes} ${votes === 1 ? 'extra stemmer' : 'extra stemmers'} alleen voor dit plan had het wel gewonnen.`,
  noVotes: 'We vonden geen aantal extra stemmen waarmee het had gewonnen.'
}

const WORDS: Readonly<Record<Language, Words>> = { en: EN, nl: NL }
const AND: Readonly<Record<Language, string>> = { en: 'and', nl: 'en' }

/** So many winners are named; the answer itself has all of them. */
const SHOWN = 6

/** A reason as sentences, one a line. */
export function reasonText(reason: Reason, language: Language, currency = ''): string {
  const words = WORDS[language]
  const money = (n: string): string =>
    `${language === 'nl' ? n.replace('.', ',') : n}${currency === '' ? '' : ` ${currency}`}`
  if (reason.state === 'won')
    return (reason.result.by === 'free' ? words.free(reason) : words.won(reason, money)).join('\n')
  const parts = reason.wentTo.slice(0, SHOWN).map((to) => `${to.name} (${money(to.amount.text)})`)
  if (reason.wentTo.length > SHOWN) parts.push(words.others(reason.wentTo.length - SHOWN))
  const list = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${AND[language]} ${parts.at(-1)}`
  return [
    words.lost({ ...reason, cost: { ...reason.cost, text: money(reason.cost.text) } }),
    ...(reason.barred ? [words.barred[reason.barred]] : []),
    ...(reason.money
      ? [words.money(reason.money, money), parts.length > 0 ? words.wentTo(list) : words.nothingSpent]
      : []),
    reason.wouldWinAtCost ? words.atCost(money(reason.wouldWinAtCost.text)) : words.noCost,
    reason.wouldWinWithMoreVotes !== null ? words.moreVotes(reason.wouldWinWithMoreVotes) : words.noVotes
  ].join('\n')
}
