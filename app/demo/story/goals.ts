// What the groups chose as their own, and how it goes. Lists are in the order in which the goals were proposed.
import { type Goal } from './story.ts'

export const goals: readonly Goal[] = [
  {
    key: 'eten',
    need: 'eten',
    owner: 'kerk',
    lead: 'kwabena',
    title: 'Elke zaterdag eten wij warm, met iedereen die wil.',
    history: [
      { kind: 'proposed', daysAgo: 331, by: 'kwabena' },
      { kind: 'adopted', daysAgo: 327, by: 'kwabena' },
      { kind: 'started', daysAgo: 322, by: 'kwabena' },
      {
        kind: 'result',
        daysAgo: 212,
        by: 'kwabena',
        result:
          'Elke zaterdag om vijf uur eten wij in het buurthuis. Er is een grote keuken. Elke maand is er ook een keer eten in de middag. Er komen tachtig mensen. Wie niet kan lopen, wordt gehaald.'
      },
      { kind: 'reached', daysAgo: 199, by: 'kwabena' }
    ],
    state: 'reached'
  },
  {
    key: 'oversteek',
    need: 'oversteek',
    owner: 'moskee',
    lead: 'naima',
    title: 'Ieder kind kan veilig naar school lopen.',
    history: [
      { kind: 'proposed', daysAgo: 330, by: 'naima' },
      { kind: 'adopted', daysAgo: 326, by: 'naima' },
      { kind: 'started', daysAgo: 322, by: 'naima' },
      {
        kind: 'result',
        daysAgo: 106,
        by: 'naima',
        result:
          'Er is een zebra bij de school. De weg is smal gemaakt en er staan palen op de hoek. Auto’s gaan nu langzaam. Ouders staan er nog elke dag met gele hesjes, omdat wij dat fijn vinden.'
      },
      { kind: 'reached', daysAgo: 97, by: 'naima' }
    ],
    state: 'reached'
  },
  {
    key: 'containers',
    need: 'containers',
    owner: 'sport',
    lead: 'sharlon',
    title: 'Er komen vier bakken bij in de Gelderse Roos.',
    history: [
      { kind: 'proposed', daysAgo: 280, by: 'sharlon' },
      { kind: 'adopted', daysAgo: 274, by: 'sharlon' },
      { kind: 'started', daysAgo: 266, by: 'sharlon' },
      {
        kind: 'letGo',
        daysAgo: 200,
        by: 'sharlon',
        why: 'De bakken passen alleen bij de speelplek of voor een slaapkamer. Dat wil niemand. De wagen komt nu twee keer per week. Dat helpt al. In het buurtberaad hebben wij gekozen om te stoppen.'
      }
    ],
    state: 'letGo'
  },
  {
    key: 'lift',
    need: 'lift',
    owner: 'flat',
    lead: 'joyce',
    title: 'De lift doet het elke dag. Is hij stuk, dan is hij dezelfde dag weer heel.',
    history: [
      { kind: 'proposed', daysAgo: 256, by: 'joyce' },
      { kind: 'adopted', daysAgo: 250, by: 'joyce' },
      { kind: 'started', daysAgo: 244, by: 'joyce' }
    ],
    state: 'underWay'
  },
  {
    key: 'schimmel',
    need: 'schimmel',
    owner: 'flat',
    lead: 'joyce',
    title: 'Elk huis in de flat is droog, ook als het regent.',
    history: [
      { kind: 'proposed', daysAgo: 180, by: 'joyce' },
      { kind: 'adopted', daysAgo: 172, by: 'joyce' },
      { kind: 'started', daysAgo: 165, by: 'joyce' },
      {
        kind: 'paused',
        daysAgo: 58,
        by: 'joyce',
        why: 'Joyce heeft rust nodig. Zij doet te veel tegelijk. Wij zoeken iemand die het met haar wil doen. Wat is beloofd, blijft beloofd. De klok loopt door.'
      }
    ],
    state: 'paused'
  },
  {
    key: 'licht',
    need: 'licht',
    owner: 'flat',
    lead: 'joyce',
    title: 'In elke gang en onder de metro brandt goed licht.',
    history: [
      { kind: 'proposed', daysAgo: 128, by: 'joyce' },
      { kind: 'adopted', daysAgo: 126, by: 'joyce' },
      { kind: 'started', daysAgo: 120, by: 'joyce' }
    ],
    state: 'underWay'
  },
  {
    key: 'ratten',
    need: 'ratten',
    owner: 'platform',
    lead: 'agnieszka',
    title: 'Er is een plan tegen de ratten. Dat plan houdt langer dan een week.',
    history: [
      { kind: 'proposed', daysAgo: 126, by: 'agnieszka' },
      { kind: 'adopted', daysAgo: 122, by: 'ans' },
      { kind: 'started', daysAgo: 118, by: 'agnieszka' },
      {
        kind: 'paused',
        daysAgo: 102,
        by: 'agnieszka',
        why: 'De gemeente had al mensen gestuurd. Wij wilden eerst zien of dat hielp.'
      },
      { kind: 'resumed', daysAgo: 80, by: 'agnieszka' }
    ],
    state: 'underWay'
  },
  {
    key: 'jongeren',
    need: 'jongeren',
    owner: 'jongeren',
    lead: 'emre',
    title: 'Er komt een plek onder de metro. Wij zijn daar zelf de baas.',
    history: [
      { kind: 'proposed', daysAgo: 90, by: 'emre' },
      { kind: 'adopted', daysAgo: 86, by: 'emre' },
      { kind: 'started', daysAgo: 75, by: 'emre' }
    ],
    state: 'underWay'
  },
  {
    key: 'brieven',
    need: 'brieven',
    owner: 'platform',
    lead: 'ans',
    title: 'In elke brief staat bovenaan wat je moet doen en voor welke dag.',
    history: [
      { kind: 'proposed', daysAgo: 64, by: 'agnieszka' },
      { kind: 'adopted', daysAgo: 58, by: 'ans' }
    ],
    state: 'adopted'
  },
  {
    key: 'bankjes',
    need: 'bankjes',
    owner: 'sport',
    lead: 'sharlon',
    title: 'Er komen zes banken op het rondje, in de schaduw.',
    history: [{ kind: 'proposed', daysAgo: 15, by: 'sharlon' }],
    state: 'proposed'
  }
]
