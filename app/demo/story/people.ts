// The people of the story. All made up. Residents first, then the people at the institutions.
import { type Person } from './story.ts'

const mail = (name: string): Person['signIn'] => ({ kind: 'email', email: `${name}@example.org` })

export const people: readonly Person[] = [
  {
    key: 'ans',
    name: 'Ans Verhulst',
    signIn: mail('ans.verhulst'),
    who: {
      nl: 'Woont al veertig jaar in de Vogelkershof. Zit het buurtberaad voor en beheert het platform.',
      en: 'Has lived in the Vogelkershof for forty years. Chairs the assembly and looks after the platform.'
    },
    languages: ['nl', 'en'],
    roles: [
      { kind: 'admin', from: 430 },
      { kind: 'lead', group: 'platform', from: 430 }
    ]
  },
  {
    key: 'joyce',
    name: 'Joyce Landveld',
    signIn: mail('joyce.landveld'),
    who: {
      nl: 'Trekt de flatcommissie van de Wingerdflat. Kent bijna elke galerij. Neemt nu wat rust.',
      en: 'Leads the committee of the Wingerdflat. Knows nearly every gallery. Is taking some rest now.'
    },
    languages: ['nl', 'srn', 'en'],
    roles: [{ kind: 'lead', group: 'flat', from: 428 }]
  },
  {
    key: 'kwabena',
    name: 'Kwabena Ofosuhene',
    signIn: mail('kwabena.ofosuhene'),
    who: {
      nl: 'Rijdt overdag op de bus en kookt op zaterdag voor de hele buurt, samen met de kerk.',
      en: 'Drives a bus by day and cooks for the whole neighbourhood on Saturdays, with the church.'
    },
    languages: ['en', 'ak', 'nl'],
    roles: [{ kind: 'lead', group: 'kerk', from: 428 }]
  },
  {
    key: 'naima',
    name: 'Naïma Bouzarou',
    signIn: mail('naima.bouzarou'),
    who: {
      nl: 'Moeder van drie. Begon met andere ouders met oversteken bij de school.',
      en: 'Mother of three. Started helping children cross near the school, with other parents.'
    },
    languages: ['nl', 'ar', 'fr'],
    roles: [{ kind: 'lead', group: 'moskee', from: 426 }]
  },
  {
    key: 'emre',
    name: 'Emre Karaduman',
    signIn: mail('emre.karaduman'),
    who: {
      nl: 'Is negentien en wil een plek waar niemand wordt weggestuurd.',
      en: 'Is nineteen and wants a place where nobody is sent away.'
    },
    languages: ['nl', 'tr', 'en'],
    roles: [{ kind: 'lead', group: 'jongeren', from: 120 }]
  },
  {
    key: 'sharlon',
    name: 'Sharlon Martilia',
    signIn: mail('sharlon.martilia'),
    who: {
      nl: 'Traint de jeugd van de sportclub en hoort langs de lijn van alles.',
      en: 'Coaches the youth of the sports club and hears everything along the line.'
    },
    languages: ['pap', 'nl', 'es', 'en'],
    roles: [{ kind: 'lead', group: 'sport', from: 424 }]
  },
  {
    key: 'agnieszka',
    name: 'Agnieszka Wronicka',
    signIn: mail('agnieszka.wronicka'),
    who: {
      nl: 'Gaat na haar werk langs de deuren in de Gelderse Roos. Trekt nu ook het plan tegen de ratten.',
      en: 'Goes from door to door in the Gelderse Roos after work. Now also leads the plan against the rats.'
    },
    languages: ['pl', 'nl', 'en'],
    roles: [
      { kind: 'helper', group: 'platform', from: 360 },
      { kind: 'helper', group: 'kerk', from: 300, until: 150 },
      { kind: 'lead', group: 'platform', from: 130 }
    ]
  },
  {
    key: 'bep',
    name: 'Bep van Rooswinkel',
    signIn: { kind: 'card' },
    who: {
      nl: 'Is 81, heeft geen computer en krijgt bij elke deur koffie.',
      en: 'Is 81, has no computer and gets coffee at every door.'
    },
    languages: ['nl'],
    roles: [
      { kind: 'helper', group: 'flat', from: 424 },
      { kind: 'helper', group: 'kerk', from: 300 }
    ]
  },
  {
    key: 'rudi',
    name: 'Rudi Sitalram',
    signIn: mail('rudi.sitalram'),
    who: {
      nl: 'Deed een jaar lang de rondes in de Vogelkershof. Geeft het stokje door en past nu op zijn kleinkind.',
      en: 'Did the rounds in the Vogelkershof for a long time. Has handed over and now minds his grandchild.'
    },
    languages: ['nl', 'srn', 'en'],
    roles: [{ kind: 'helper', group: 'platform', from: 424, until: 165 }]
  },
  {
    key: 'lotte',
    name: 'Lotte Hoogendam',
    signIn: mail('lotte.hoogendam'),
    who: {
      nl: 'Werkt bij de gemeente voor deze buurt, sinds haar voorganger wegging.',
      en: 'Works for this neighbourhood at the municipality, since her predecessor left.'
    },
    languages: ['nl', 'en'],
    roles: [{ kind: 'contact', institution: 'gemeente', title: 'gebiedsmakelaar', from: 188 }]
  },
  {
    key: 'pieter',
    name: 'Pieter van der Laaken',
    signIn: mail('pieter.vanderlaaken'),
    who: {
      nl: 'Werkte eerder voor deze buurt bij de gemeente. Heeft nu een andere baan.',
      en: 'Used to work for this neighbourhood at the municipality. Now has another job.'
    },
    languages: ['nl', 'en'],
    roles: [{ kind: 'contact', institution: 'gemeente', title: 'gebiedsmakelaar', from: 428, until: 190 }]
  },
  {
    key: 'samira',
    name: 'Samira Tahirovic',
    signIn: mail('samira.tahirovic'),
    who: {
      nl: 'Is het gezicht van de woningcorporatie in de buurt. Wil graag, maar mag niet alles.',
      en: 'Is the face of the housing association here. Wants to help, but may not decide everything.'
    },
    languages: ['nl', 'en'],
    roles: [{ kind: 'contact', institution: 'wilgerwonen', title: 'wijkbeheerder', from: 428 }]
  },
  {
    key: 'femke',
    name: 'Femke Dijkgraven',
    signIn: mail('femke.dijkgraven'),
    who: {
      nl: 'Is opbouwwerker. Vraagt eerst wat bewoners al doen.',
      en: 'Is a community worker. Asks first what residents already do.'
    },
    languages: ['nl', 'en'],
    roles: [{ kind: 'contact', institution: 'welzijn', title: 'opbouwwerker', from: 420 }]
  },
  {
    key: 'marlon',
    name: 'Marlon Windstraal',
    signIn: mail('marlon.windstraal'),
    who: {
      nl: 'Is directeur van de basisschool en staat elke ochtend zelf bij het hek.',
      en: 'Is head of the primary school and stands at the gate himself every morning.'
    },
    languages: ['nl', 'srn', 'en'],
    roles: [{ kind: 'contact', institution: 'school', title: 'directeur', from: 410 }]
  }
]
