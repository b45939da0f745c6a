// The open books of the story: what the city gave, which plans got it, and two bills. All made up.
import type { Money } from './money-types.ts'

/** Name, address and account number on the bill: four rows of boxes from the third. */
const customer = [3, 4].flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7].map((column) => [row, column] as const))

export const money: Money = {
  accounts: [
    { key: 'bank', kind: 'bank', name: 'Bank van het platform', iban: 'NL00TESTMOERBEIBUURT', daysAgo: 168, by: 'ans' },
    { key: 'gemeente', kind: 'funder', name: 'Gemeente Wilgerdam', institution: 'gemeente', daysAgo: 168, by: 'ans' },
    { key: 'sportclub', kind: 'bursar', name: 'Penvoerder van de sportclub', daysAgo: 90, by: 'ans' }
  ],
  entries: [
    {
      key: 'toegezegd',
      movement: 'awarded',
      from: 'round:lente',
      to: 'gemeente',
      amount: '5.000',
      what: 'Subsidie voor het lentegeld van de buurt',
      daysAgo: 160,
      by: 'ans'
    },
    {
      key: 'ontvangen',
      movement: 'received',
      from: 'gemeente',
      to: 'bank',
      amount: '4.000',
      what: 'Eerste deel van de subsidie. De rest komt na de verantwoording.',
      daysAgo: 140,
      by: 'ans'
    },
    {
      key: 'naar-verf',
      movement: 'allotted',
      from: 'plan:plan-verf',
      to: 'round:lente',
      amount: '2.400',
      what: 'Gekozen bij het tellen',
      daysAgo: 92,
      by: 'ans'
    },
    {
      key: 'naar-doelen-fout',
      movement: 'allotted',
      from: 'plan:plan-doelen',
      to: 'round:lente',
      amount: '1.580',
      what: 'Gekozen bij het tellen',
      daysAgo: 92,
      by: 'ans',
      takenBack: { daysAgo: 91, by: 'ans', why: 'Ik draaide twee cijfers om. Het plan vroeg 1.850 euro.' }
    },
    {
      key: 'naar-doelen',
      movement: 'allotted',
      from: 'plan:plan-doelen',
      to: 'round:lente',
      amount: '1.850',
      what: 'Gekozen bij het tellen. Nu met het goede bedrag.',
      daysAgo: 91,
      by: 'ans'
    },
    {
      key: 'naar-penvoerder',
      movement: 'advanced',
      from: 'bank',
      to: 'sportclub',
      amount: '1.850',
      what: 'De sportclub betaalt de doelen zelf.',
      daysAgo: 88,
      by: 'ans'
    }
  ],
  payments: [
    {
      key: 'verf',
      plan: 'plan-verf',
      what: 'Verf en kwasten voor zes portieken',
      amount: '1.184,40',
      payeeKind: 'business',
      payee: 'Verfhuis De Kwast',
      bill: 'bon-verf',
      daysAgo: 76,
      by: 'bep',
      approved: { daysAgo: 75, by: 'joyce' },
      paid: { daysAgo: 73, by: 'ans', from: 'bank' },
      shown: { daysAgo: 75, by: 'bep', cells: customer }
    },
    {
      key: 'doelen',
      plan: 'plan-doelen',
      what: 'Twee doelen met netten',
      amount: '1.455',
      payeeKind: 'business',
      payee: 'Sporthal Winkel',
      bill: 'bon-doelen',
      daysAgo: 70,
      by: 'sharlon',
      approved: { daysAgo: 68, by: 'ans' },
      paid: { daysAgo: 66, by: 'ans', from: 'sportclub' },
      shown: { daysAgo: 68, by: 'sharlon', cells: customer }
    },
    {
      key: 'taart',
      plan: 'plan-doelen',
      what: 'Taart voor het bestuur',
      amount: '48',
      payeeKind: 'person',
      payee: 'Marjo Voorbeeld',
      bill: 'bon-doelen',
      daysAgo: 60,
      by: 'sharlon',
      refused: { daysAgo: 59, by: 'ans', why: 'Taart staat niet in het plan. Vraag het de sportclub zelf.' }
    },
    {
      key: 'rollers',
      plan: 'plan-verf',
      what: 'Nieuwe rollers, door een buur voorgeschoten',
      amount: '36,80',
      payeeKind: 'person',
      payee: 'Gerda Voorbeeld',
      bill: 'bon-verf',
      daysAgo: 4,
      by: 'bep'
    }
  ]
}
