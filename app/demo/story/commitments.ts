// What institutions promised, with a day. They may say it is done; only residents say that a promise was kept.
import { type Commitment } from './story.ts'

export const commitments: readonly Commitment[] = [
  {
    key: 'hek-open',
    request: 'oversteek-hek',
    daysAgo: 296,
    by: 'marlon',
    what: 'Het tweede hek is open van kwart over acht tot negen en als de school uitgaat.',
    due: 280,
    events: [
      { kind: 'delivered', daysAgo: 282, by: 'marlon', text: 'Nieuw slot erin. Het hek is open.' },
      { kind: 'kept', daysAgo: 275, by: 'naima', text: 'Het hek was deze week elke dag open. Wij stonden er zelf.' }
    ],
    outcome: 'kept'
  },
  {
    key: 'keuken-sleutel',
    request: 'eten-keuken',
    daysAgo: 295,
    by: 'femke',
    what: 'De kerk krijgt een sleutel van de keuken en er staat een tweede fornuis.',
    due: 270,
    events: [
      {
        kind: 'delivered',
        daysAgo: 271,
        by: 'femke',
        text: 'Sleutel gebracht bij Kwabena. Het fornuis is aangesloten.'
      },
      { kind: 'kept', daysAgo: 264, by: 'kwabena', text: 'Alles werkt. De eerste pan rijst was wel zwart.' }
    ],
    outcome: 'kept'
  },
  {
    key: 'zebra',
    request: 'oversteek-zebra',
    daysAgo: 270,
    by: 'pieter',
    what: 'Er komt een zebra bij de school. De weg wordt smal en er komen palen op de hoek.',
    due: 118,
    events: [
      {
        kind: 'delivered',
        daysAgo: 121,
        by: 'lotte',
        text: 'De zebra en de palen zijn klaar. Mijn voorganger beloofde het, ik mocht het afmaken.'
      },
      { kind: 'kept', daysAgo: 114, by: 'naima', text: 'Wij hebben een week gekeken. De auto’s stoppen.' }
    ],
    outcome: 'kept'
  },
  {
    key: 'lift-motor',
    request: 'lift-storing',
    daysAgo: 203,
    by: 'samira',
    what: 'De lift krijgt een nieuwe motor.',
    due: 150,
    events: [
      { kind: 'delivered', daysAgo: 152, by: 'samira', text: 'De nieuwe motor draait.' },
      { kind: 'kept', daysAgo: 143, by: 'joyce', text: 'De lift is stil en snel. Een week zonder storing.' }
    ],
    outcome: 'kept'
  },
  {
    key: 'lift-weekend',
    request: 'lift-storing',
    daysAgo: 203,
    by: 'samira',
    what: 'Ook in het weekend komt er binnen vier uur een monteur.',
    due: 100,
    events: [
      { kind: 'delivered', daysAgo: 101, by: 'samira', text: 'De storingsdienst is nu dag en nacht te bellen.' },
      {
        kind: 'disputed',
        daysAgo: 80,
        by: 'joyce',
        why: 'Er is een nummer, maar er komt niemand. Twee keer ging de lift stuk op zaterdag. Twee keer zei men: bel maandag terug.'
      }
    ],
    outcome: 'disputed'
  },
  {
    key: 'vocht-meten',
    request: 'schimmel-advies',
    daysAgo: 119,
    by: 'samira',
    what: 'In twintig huizen wordt het vocht gemeten. De bewoners krijgen hun eigen cijfers.',
    due: 16,
    events: [],
    outcome: 'overdue'
  },
  {
    key: 'metro-lampen',
    request: 'licht-metro',
    daysAgo: 84,
    by: 'lotte',
    what: 'Er hangen zes lampen onder de metro die de hele nacht branden.',
    due: 52,
    events: [
      { kind: 'delivered', daysAgo: 53, by: 'lotte', text: 'De zes lampen hangen.' },
      {
        kind: 'disputed',
        daysAgo: 43,
        by: 'joyce',
        why: 'Ze hangen er, maar om elf uur gaan ze uit. Juist dan komen mensen van hun werk. En één lamp knippert.'
      },
      {
        kind: 'delivered',
        daysAgo: 3,
        by: 'lotte',
        text: 'U had gelijk, de klok stond verkeerd. De lampen branden nu tot het licht wordt. De zesde lamp is nieuw.'
      }
    ],
    outcome: 'delivered'
  },
  {
    key: 'metro-fietsenrek',
    request: 'licht-metro',
    daysAgo: 84,
    by: 'lotte',
    what: 'Bij het fietsenrek komt een kabel en een lantaarn.',
    due: -40,
    events: [],
    outcome: 'promised'
  },
  {
    key: 'woensdag-begeleider',
    request: 'jongeren-begeleider',
    daysAgo: 20,
    by: 'femke',
    what: 'Elke woensdagavond is er iemand bij het jongerenteam, die zij zelf hebben gekozen.',
    due: 4,
    events: [
      { kind: 'delivered', daysAgo: 5, by: 'femke', text: 'Het team koos, en afgelopen week was de eerste avond.' }
    ],
    outcome: 'delivered'
  }
]
