// A round of the story that was voted in, online and on paper, and counted: with a tie that the lot decided.
import { type Round } from './story.ts'

export const counted: Round = {
  key: 'buiten',
  title: 'Geld voor buiten en binnen',
  by: 'ans',
  daysAgo: 190,
  opened: 186,
  amount: '17.000',
  mostPerPlan: '9.000',
  most: '3',
  votersExpected: '350',
  days: { plans: 186, advice: 140, voting: 100, count: 82, doing: 75, accounting: -100, end: -160 },
  decides: ['sharlon', 'naima', 'agnieszka'],
  committee: ['kwabena', 'joyce', 'bep'],
  fixed: 106,
  plans: [
    {
      key: 'buiten-bakken',
      daysAgo: 170,
      by: 'bep',
      channel: 'paper',
      owner: 'flat',
      title: 'Acht bloembakken bij de portieken',
      what: 'Wij zetten acht grote bakken bij de portieken. Elk portiek kiest zelf wat erin groeit. Wij geven samen water.',
      forWhom: 'Iedereen die in de Wingerdflat woont of er langs loopt',
      where: 'Bij de acht portieken van de Wingerdflat',
      costs: [
        ['Acht bakken', '1.600'],
        ['Aarde en planten', '800']
      ],
      handedIn: { daysAgo: 165, by: 'bep' },
      chosen: { daysAgo: 120, by: 'naima' }
    },
    {
      key: 'buiten-keuken',
      daysAgo: 172,
      by: 'kwabena',
      owner: 'kerk',
      need: 'eten',
      title: 'Een buitenkeuken voor iedereen',
      what: 'In de zomer koken wij buiten. Wij willen een vaste plek met een dak, een grote tafel en een veilig vuur.',
      forWhom: 'Wie wil koken of mee wil eten',
      where: 'Op het gras achter de fietsenmaker',
      costs: [
        ['Dak en tafel', '3.700'],
        ['Fornuis', '1.500']
      ],
      handedIn: { daysAgo: 164, by: 'kwabena' },
      chosen: { daysAgo: 120, by: 'naima' }
    },
    {
      key: 'buiten-scherm',
      daysAgo: 168,
      by: 'ans',
      owner: 'platform',
      title: 'Een groot scherm op het plein',
      what: 'Wij kijken samen naar voetbal en naar films. Wij huren een groot scherm voor zes avonden.',
      forWhom: 'De hele buurt',
      where: 'Op het Moerbeiplein',
      costs: [
        ['Scherm, zes avonden', '7.200'],
        ['Stoelen en stroom', '1.000']
      ],
      handedIn: { daysAgo: 160, by: 'ans' },
      chosen: { daysAgo: 120, by: 'sharlon' }
    },
    {
      key: 'buiten-muur',
      daysAgo: 169,
      by: 'sharlon',
      owner: 'sport',
      title: 'Een klimmuur in het park',
      what: 'Kinderen willen klimmen. Wij maken een lage muur met zachte grond eronder. Wij letten er zelf op.',
      forWhom: 'Kinderen van 6 tot 14 jaar',
      where: 'Naast het veld in het Moerbeipark',
      costs: [
        ['Muur', '3.300'],
        ['Zachte grond', '1.500']
      ],
      handedIn: { daysAgo: 161, by: 'sharlon' },
      chosen: { daysAgo: 119, by: 'naima' }
    },
    {
      key: 'buiten-speelplek',
      daysAgo: 167,
      by: 'agnieszka',
      owner: 'platform',
      title: 'Een speelplek met schaduw',
      what: 'Op de speelplek is het te heet. Wij zetten er een doek boven en planten drie bomen.',
      forWhom: 'Kleine kinderen en wie op ze past',
      where: 'De speelplek van de Vogelkershof',
      costs: [
        ['Doek en palen', '2.900'],
        ['Drie bomen', '1.900']
      ],
      handedIn: { daysAgo: 160, by: 'agnieszka' },
      chosen: { daysAgo: 119, by: 'sharlon' }
    },
    {
      key: 'buiten-fiets',
      daysAgo: 171,
      by: 'naima',
      owner: 'moskee',
      title: 'Fietsles voor vrouwen',
      what: 'Veel moeders hebben nooit leren fietsen. Wij kopen tien fietsen en geven tien weken les.',
      forWhom: 'Vrouwen die willen leren fietsen',
      where: 'Op het plein bij de school',
      costs: [
        ['Tien fietsen', '2.800'],
        ['Lessen', '800']
      ],
      handedIn: { daysAgo: 163, by: 'naima' },
      chosen: { daysAgo: 120, by: 'agnieszka' }
    },
    {
      key: 'buiten-taal',
      daysAgo: 166,
      by: 'joyce',
      owner: 'flat',
      title: 'Koffie en taal in de wasruimte',
      what: 'Twee ochtenden in de week drinken wij koffie en oefenen wij Nederlands. Er is oppas voor de kinderen.',
      forWhom: 'Wie beter Nederlands wil leren, en wie wil helpen',
      where: 'De oude wasruimte, portiek 6',
      costs: [
        ['Oppas', '1.900'],
        ['Koffie en boeken', '1.300']
      ],
      handedIn: { daysAgo: 159, by: 'joyce' },
      chosen: { daysAgo: 120, by: 'naima' }
    },
    {
      key: 'buiten-wandelen',
      daysAgo: 165,
      by: 'sharlon',
      owner: 'sport',
      title: 'Samen wandelen op zondag',
      what: 'Elke zondag lopen wij een uur. Daarna eten wij soep. Wij kopen jassen voor wie er geen heeft.',
      forWhom: 'Iedereen, snel of langzaam',
      where: 'Wij beginnen bij het veld',
      costs: [
        ['Jassen', '900'],
        ['Soep', '600']
      ],
      handedIn: { daysAgo: 158, by: 'sharlon' },
      chosen: { daysAgo: 119, by: 'agnieszka' }
    },
    {
      key: 'buiten-goot',
      daysAgo: 164,
      by: 'bep',
      owner: 'flat',
      title: 'Nieuwe goten aan de flat',
      what: 'Het regent in onze gangen. Er moeten nieuwe goten komen.',
      forWhom: 'Wie in de Wingerdflat woont',
      where: 'De goten van de Wingerdflat',
      costs: [['Goten', '8.800']],
      handedIn: { daysAgo: 157, by: 'bep' },
      keptOff: {
        daysAgo: 118,
        by: 'sharlon',
        why: 'Goten zijn werk van de verhuurder. Ons geld is voor wat wij zelf willen. Het platform vraagt de verhuurder om de goten.'
      }
    }
  ],
  votes: {
    batches: [
      { name: 'Wingerdflat', area: 'wingerd', kind: 'letters', count: 110, perHousehold: 2 },
      { name: 'Vogelkershof', area: 'vogelkers', kind: 'letters', count: 90, perHousehold: 2 },
      { name: 'Gelderse Roos', area: 'roos', kind: 'letters', count: 45, perHousehold: 2 },
      { name: 'Buurthuis', kind: 'cards', count: 60 }
    ],
    // The climbing wall and the playground are wanted by exactly as many people, with the same other wishes.
    ballots: [
      { on: ['buiten-muur', 'buiten-wandelen'], online: 17, paper: 8 },
      { on: ['buiten-speelplek', 'buiten-wandelen'], online: 17, paper: 8 },
      { on: ['buiten-muur', 'buiten-fiets'], online: 13, paper: 5 },
      { on: ['buiten-speelplek', 'buiten-fiets'], online: 13, paper: 5 },
      { on: ['buiten-muur', 'buiten-taal', 'buiten-bakken'], online: 9, paper: 7 },
      { on: ['buiten-speelplek', 'buiten-taal', 'buiten-bakken'], online: 9, paper: 7 },
      { on: ['buiten-muur'], online: 11, paper: 4 },
      { on: ['buiten-speelplek'], online: 11, paper: 4 },
      { on: ['buiten-muur', 'buiten-speelplek'], online: 14, paper: 6 },
      { on: ['buiten-scherm', 'buiten-taal'], online: 21, paper: 10 },
      { on: ['buiten-scherm', 'buiten-keuken'], online: 26, paper: 11 },
      { on: ['buiten-scherm'], online: 31, paper: 9 },
      { on: ['buiten-scherm', 'buiten-bakken'], online: 9, paper: 7 },
      { on: ['buiten-bakken', 'buiten-taal', 'buiten-wandelen'], online: 12, paper: 17 },
      { on: ['buiten-keuken', 'buiten-taal'], online: 12, paper: 9 },
      { on: ['buiten-keuken', 'buiten-bakken', 'buiten-wandelen'], online: 7, paper: 8 },
      { on: ['buiten-fiets', 'buiten-keuken'], online: 8, paper: 4 },
      { on: ['buiten-taal'], online: 4, paper: 8 },
      { on: [], online: 2, paper: 3 }
    ],
    replaced: 9,
    spoiled: 11,
    differs: 6,
    typists: ['agnieszka', 'bep', 'kwabena'],
    counted: {
      daysAgo: 82,
      lot: [
        'buiten-taal',
        'buiten-speelplek',
        'buiten-keuken',
        'buiten-muur',
        'buiten-bakken',
        'buiten-scherm',
        'buiten-wandelen',
        'buiten-fiets'
      ],
      by: ['kwabena', 'joyce']
    }
  }
}
