// The open books of the story: what the city gave, which plans got it, and two bills. All made up.
import type { Money } from './money-types.ts'

/** Name, address and account number on the bill: four rows of boxes from the third. */
const customer = [3, 4].flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7].map((column) => [row, column] as const))

export const money: Money = {
  accounts: [
    { key: 'bank', kind: 'bank', name: 'Bank van het platform', iban: 'NL00TESTMOERBEIBUURT', daysAgo: 168, by: 'ans' },
    { key: 'gemeente', kind: 'funder', name: 'Gemeente Wilgerdam', institution: 'gemeente', daysAgo: 168, by: 'ans' },
    { key: 'fonds', kind: 'funder', name: 'Fonds Wilgerdam', daysAgo: 60, by: 'ans' },
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
      key: 'brood',
      plan: 'plan-verf',
      what: 'Soep en brood op de eerste zaterdag',
      amount: '118,25',
      payeeKind: 'business',
      payee: 'Bakkerij Het Moerbeiblad',
      bill: 'bon-verf',
      daysAgo: 20,
      by: 'bep',
      approved: { daysAgo: 19, by: 'joyce' }
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
  ],
  grants: [
    {
      key: 'bewonersgeld',
      name: 'Bewonersgeld van de gemeente',
      account: 'gemeente',
      reference: 'MB-12',
      amount: '5.000',
      from: 165,
      until: -40,
      renewBy: -10,
      stops: 'Het lentegeld. En de soep bij het buurtberaad.',
      rounds: ['lente'],
      items: [
        ['Plannen van bewoners', '4.500'],
        ['Zaal en soep', '500']
      ],
      daysAgo: 161,
      by: 'ans'
    },
    {
      key: 'buurthuis',
      name: 'Huur van het buurthuis',
      account: 'fonds',
      reference: '',
      amount: '6.000',
      from: 60,
      until: -305,
      stops: 'Het buurtberaad heeft dan geen zaal meer.',
      rounds: [],
      items: [['Huur', '6.000']],
      daysAgo: 58,
      by: 'ans'
    }
  ],
  under: [
    { payment: 'verf', grant: 'bewonersgeld', item: 'Plannen van bewoners', daysAgo: 72, by: 'ans' },
    { payment: 'doelen', grant: 'bewonersgeld', item: 'Plannen van bewoners', daysAgo: 65, by: 'ans' },
    { payment: 'brood', grant: 'bewonersgeld', item: 'Zaal en soep', daysAgo: 11, by: 'ans' }
  ],
  explained: [
    {
      grant: 'bewonersgeld',
      item: 'Plannen van bewoners',
      why: 'De doelen waren goedkoper dan gedacht. De verf loopt nog.',
      daysAgo: 10,
      by: 'ans'
    }
  ],
  results: [
    {
      plan: 'plan-doelen',
      state: 'done',
      result: 'De doelen staan. Elke dag na school spelen er zo’n twintig kinderen. De netten zijn nog heel.',
      daysAgo: 50,
      by: 'sharlon'
    },
    {
      plan: 'plan-verf',
      state: 'busy',
      result: 'Drie van de zes portieken zijn klaar. In de lente gaan wij verder.',
      daysAgo: 15,
      by: 'bep'
    }
  ],
  committee: {
    daysAgo: 100,
    by: 'ans',
    members: [
      ['kwabena', 'wingerd'],
      ['naima', 'roos']
    ],
    questions: [
      {
        entry: 'naar-penvoerder',
        text: 'Waarom betaalt de sportclub de doelen zelf?',
        daysAgo: 62,
        by: 'kwabena',
        answer: {
          text: 'De winkel geeft korting aan clubs. De bon staat op naam van de club.',
          daysAgo: 60,
          by: 'ans'
        }
      },
      { entry: 'ontvangen', text: 'Wanneer komt de rest van de subsidie?', daysAgo: 5, by: 'naima' }
    ],
    statement: {
      from: 165,
      until: 60,
      text: 'Wij zagen het hele kasboek, alle bonnen en de bank. De bedragen kloppen. De fout van augustus is goed hersteld.',
      daysAgo: 48,
      by: 'naima',
      signed: { daysAgo: 46, by: 'kwabena' }
    }
  },
  bank: {
    account: 'bank',
    daysAgo: 12,
    by: 'ans',
    lines: [
      { daysAgo: 17, written: '-118,25', amount: -11_825, name: 'Bakkerij Het Moerbeiblad', text: 'Soep en brood' },
      { daysAgo: 16, written: '-81,499', name: 'Buurthuis De Moerbei', text: 'Zaal' },
      { daysAgo: 14, written: '250,00', amount: 25_000, name: 'H. Voorbeeld', text: 'Vergist' }
    ]
  }
}
