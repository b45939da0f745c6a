// The neighbourhood budget of the story: a round that was counted, one in which people vote now, one in which plans are being made,
// and one that is still being prepared.
import { type Round } from './story.ts'
import { voting } from './open-for-voting.ts'
import { counted } from './voted.ts'

export const rounds: readonly Round[] = [
  counted,
  voting,
  {
    key: 'lente',
    title: 'Lentegeld',
    by: 'ans',
    daysAgo: 165,
    opened: 162,
    amount: '5.000',
    mostPerPlan: '2.500',
    most: '2',
    votersExpected: '150',
    days: { plans: 162, advice: 140, voting: 120, count: 100, doing: 94, accounting: -40, end: -90 },
    decides: ['naima', 'kwabena'],
    committee: ['agnieszka', 'joyce'],
    fixed: 124,
    plans: [
      {
        key: 'plan-verf',
        daysAgo: 156,
        by: 'bep',
        owner: 'flat',
        title: 'Verse verf in de portieken',
        what: 'De muren in de portieken zijn grauw en beschreven. Wij verven ze samen, op drie zaterdagen. Wie mee verft, kiest de kleur.',
        forWhom: 'Iedereen die in de Wingerdflat woont of op bezoek komt',
        where: 'De zes portieken van de Wingerdflat',
        costs: [
          ['Verf en kwasten', '2.000'],
          ['Soep en brood', '400']
        ],
        handedIn: { daysAgo: 150, by: 'bep' },
        chosen: { daysAgo: 130, by: 'naima' }
      },
      {
        key: 'plan-doelen',
        daysAgo: 155,
        by: 'sharlon',
        owner: 'sport',
        title: 'Echte doelen op het veldje',
        what: 'Kinderen voetballen nu tussen jassen. Wij zetten twee doelen met netten neer. Wij letten er zelf op.',
        forWhom: 'Kinderen en iedereen die een balletje trapt',
        where: 'Het veldje achter de Gelderse Roos',
        costs: [
          ['Twee doelen met net', '1.500'],
          ['Ingraven', '350']
        ],
        handedIn: { daysAgo: 149, by: 'sharlon' },
        chosen: { daysAgo: 130, by: 'kwabena' }
      }
    ],
    votes: {
      batches: [{ name: 'Buurthuis', kind: 'cards', count: 120 }],
      ballots: [
        { on: ['plan-verf'], online: 17, paper: 0 },
        { on: ['plan-doelen'], online: 14, paper: 0 },
        { on: ['plan-verf', 'plan-doelen'], online: 22, paper: 0 }
      ],
      counted: { daysAgo: 100, lot: ['plan-doelen', 'plan-verf'], by: ['agnieszka', 'joyce'] }
    }
  },
  {
    key: 'winter',
    title: 'Buurtbudget Moerbei',
    by: 'ans',
    daysAgo: 34,
    opened: 30,
    amount: '25.000',
    mostPerPlan: '10.000',
    most: '3',
    votersExpected: '400',
    // From so many days ago; ahead when negative.
    days: { plans: 30, advice: -12, voting: -33, count: -47, doing: -54, accounting: -200, end: -260 },
    decides: ['bep', 'sharlon', 'agnieszka'],
    committee: ['kwabena', 'joyce'],
    plans: [
      {
        key: 'plan-bankjes',
        daysAgo: 21,
        by: 'bep',
        channel: 'paper',
        owner: 'flat',
        need: 'bankjes',
        title: 'Zes bankjes op de route naar de winkel',
        what: 'Veel buren kunnen niet in één keer naar de winkel lopen. Wij zetten zes bankjes neer, met een leuning en een armsteun. Zo kan iedereen onderweg zitten.',
        forWhom: 'Buren die slecht lopen, en iedereen die even wil praten',
        where: 'Tussen de Wingerdflat en het winkelcentrum',
        costs: [
          ['Zes bankjes', '5.400'],
          ['Plaatsen', '1.150,50']
        ],
        handedIn: { daysAgo: 20, by: 'bep' },
        advice: [
          {
            of: 'gemeente',
            asked: { daysAgo: 19, by: 'bep', dueIn: 13 },
            given: {
              daysAgo: 9,
              by: 'lotte',
              verdict: 'feasibleIf',
              reasons: 'Op één plek ligt een kabel. Zet dat bankje twee meter verder. De andere vijf plekken zijn goed.'
            },
            answered: { daysAgo: 7, by: 'bep', answer: 'Dat is goed. Wij zetten dat bankje bij de speelplek.' }
          },
          { of: 'wilgerwonen', asked: { daysAgo: 19, by: 'bep', dueIn: 16 } }
        ]
      },
      {
        key: 'plan-eten',
        daysAgo: 24,
        by: 'naima',
        owner: 'moskee',
        need: 'eten',
        title: 'Een grote keuken voor de zaterdag',
        what: 'Elke zaterdag eten wij met veel mensen. De oven is te klein. Met een grote oven en een koelkast kunnen ook andere groepen koken.',
        forWhom: 'Iedereen die mee wil eten of koken',
        where: 'In het gebouw van de moskee, ook voor anderen',
        bursar: 'Platform Moerbeibuurt',
        costs: [
          ['Oven', '3.200'],
          ['Koelkast', '1.900'],
          ['Pannen en borden', '640']
        ],
        handedIn: { daysAgo: 15, by: 'naima' },
        advice: [
          {
            of: 'gemeente',
            asked: { daysAgo: 14, by: 'naima', dueIn: 5 },
            given: {
              daysAgo: 10,
              by: 'lotte',
              verdict: 'feasible',
              reasons: 'Dit kan. De brandweer hoeft er niet voor te komen.'
            }
          },
          { of: 'wilgerwonen', asked: { daysAgo: 14, by: 'naima', dueIn: 20 } }
        ]
      },
      {
        key: 'plan-muziek',
        daysAgo: 12,
        owner: 'jongeren',
        title: 'Muziek onder de metro',
        what: 'Wij willen een plek waar je muziek kunt maken. Met een kast voor de spullen en licht. Wij ruimen zelf op.',
        forWhom: 'Jongeren van 12 tot 20 jaar',
        where: 'Onder het spoor bij het Moerbeiplein',
        costs: [
          ['Kast met slot', '900'],
          ['Spullen', '2.500']
        ]
      },
      {
        key: 'plan-tuin',
        daysAgo: 5,
        title: 'Een tuin op de hoek',
        what: 'Op de hoek ligt alleen gras. Ik wil daar met buren groente en bloemen planten.',
        forWhom: 'Wie het leuk vindt',
        where: 'De hoek bij de Gelderse Roos',
        costs: [['Aarde en planten', '480']]
      }
    ]
  },
  {
    key: 'zomer',
    title: 'Zomergeld',
    by: 'ans',
    daysAgo: 3,
    amount: '4.000',
    most: '3',
    votersExpected: '150',
    days: { plans: -60, advice: -80, voting: -100, count: -114, doing: -120, accounting: -200, end: -240 },
    plans: []
  }
]
