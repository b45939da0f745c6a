// A round of the story that is open for voting now: who visits the demo can vote in it.
import { type Round } from './story.ts'

export const voting: Round = {
  key: 'herfst',
  title: 'Geld voor jong en oud',
  by: 'ans',
  daysAgo: 64,
  opened: 60,
  amount: '8.000',
  mostPerPlan: '4.000',
  most: '3',
  votersExpected: '250',
  days: { plans: 60, advice: 30, voting: 5, count: -9, doing: -16, accounting: -120, end: -180 },
  decides: ['sharlon', 'naima', 'agnieszka'],
  committee: ['kwabena', 'joyce', 'bep'],
  fixed: 8,
  plans: [
    {
      key: 'herfst-koor',
      daysAgo: 52,
      by: 'kwabena',
      owner: 'kerk',
      title: 'Een koor voor de hele buurt',
      what: 'Wij zingen liedjes uit alle landen van de buurt. Op nieuwjaar zingen wij op het plein.',
      forWhom: 'Iedereen van 8 tot 88 jaar',
      where: 'De zaal boven de fietsenmaker',
      costs: [
        ['Dirigent', '1.800'],
        ['Boekjes en thee', '300']
      ],
      handedIn: { daysAgo: 45, by: 'kwabena' },
      chosen: { daysAgo: 18, by: 'naima' }
    },
    {
      key: 'herfst-huiswerk',
      daysAgo: 50,
      by: 'naima',
      owner: 'moskee',
      title: 'Huiswerk maken met een grote broer of zus',
      what: 'Jongeren helpen kinderen met huiswerk. Zij krijgen er een kleine beloning voor.',
      forWhom: 'Kinderen van groep 6 tot en met de tweede klas',
      where: 'Het gebouw naast de school',
      costs: [
        ['Beloning', '2.400'],
        ['Boeken', '500']
      ],
      handedIn: { daysAgo: 44, by: 'naima' },
      chosen: { daysAgo: 18, by: 'agnieszka' }
    },
    {
      key: 'herfst-lift',
      daysAgo: 49,
      by: 'bep',
      channel: 'paper',
      owner: 'flat',
      title: 'Klapstoelen in de lift',
      what: 'Wie slecht kan staan, kan dan zitten. Wij hangen in elke lift een klapstoel.',
      forWhom: 'Buren die slecht kunnen staan',
      where: 'De vier liften van de Wingerdflat',
      costs: [['Vier klapstoelen', '960']],
      handedIn: { daysAgo: 43, by: 'bep' },
      chosen: { daysAgo: 18, by: 'naima' }
    },
    {
      key: 'herfst-muziek',
      daysAgo: 47,
      by: 'emre',
      owner: 'jongeren',
      title: 'Een avond muziek voor jong en oud',
      what: 'Wij maken muziek die onze oma ook leuk vindt. Wij halen iedereen op die niet alleen durft te lopen.',
      forWhom: 'Jong en oud',
      where: 'Het buurthuis',
      costs: [
        ['Geluid', '1.200'],
        ['Eten', '700']
      ],
      handedIn: { daysAgo: 42, by: 'emre' },
      chosen: { daysAgo: 17, by: 'sharlon' }
    },
    {
      key: 'herfst-veld',
      daysAgo: 46,
      by: 'sharlon',
      owner: 'sport',
      title: 'Licht bij het kleine veld',
      what: 'Na vijf uur is het donker. Met twee lampen kunnen wij ook in de winter spelen en wandelen.',
      forWhom: 'Wie sport of wandelt',
      where: 'Het kleine veld in het Moerbeipark',
      costs: [['Twee lampen', '3.650']],
      handedIn: { daysAgo: 41, by: 'sharlon' },
      chosen: { daysAgo: 17, by: 'agnieszka' }
    }
  ],
  votes: {
    batches: [
      { name: 'Wingerdflat', area: 'wingerd', kind: 'letters', count: 40, perHousehold: 2 },
      { name: 'Buurthuis', kind: 'cards', count: 40 }
    ],
    ballots: [
      { on: ['herfst-koor', 'herfst-lift'], online: 9, paper: 0 },
      { on: ['herfst-veld', 'herfst-muziek'], online: 11, paper: 0 },
      { on: ['herfst-huiswerk'], online: 7, paper: 0 },
      { on: ['herfst-lift', 'herfst-muziek', 'herfst-huiswerk'], online: 10, paper: 0 }
    ]
  }
}
