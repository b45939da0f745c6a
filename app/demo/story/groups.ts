// The residents' groups that exist. Five were there long before the platform; the youth team is new.
import { type Group } from './story.ts'

export const groups: readonly Group[] = [
  {
    key: 'platform',
    kind: 'platform',
    name: 'Platform Moerbeibuurt',
    about:
      'Wij zijn bewoners uit alle delen van de buurt. Wij gaan langs de deuren en schrijven op wat mensen zeggen. Elke maand is er buurtberaad. Iedereen mag komen.',
    meets: { where: 'Buurthuis De Moerbei', when: 'Elke eerste dinsdag van de maand om half acht. Er is soep.' },
    reach: 'Bel Ans: 06-00000001. Of kom langs in het buurthuis op woensdag tussen tien en twaalf.',
    areas: ['wingerd', 'vogelkers', 'roos'],
    languages: ['nl', 'en', 'srn', 'pl'],
    daysAgo: 430,
    by: 'ans',
    spokenWith: []
  },
  {
    key: 'flat',
    kind: 'core',
    name: 'Flatcommissie Wingerdflat',
    about:
      'Wij wonen in de Wingerdflat. Elk portiek heeft iemand die je kunt bellen. Wij praten met de verhuurder over licht, lift en onderhoud.',
    meets: { where: 'De oude wasruimte, portiek 6', when: 'Om de week op donderdag om acht uur.' },
    reach: 'Bel Joyce: 06-00000002. Of doe een briefje in de bus van portiek 6.',
    areas: ['wingerd'],
    languages: ['nl', 'srn', 'en'],
    daysAgo: 429,
    by: 'ans',
    spokenWith: [],
    noneBecause: 'De flatcommissie is al twaalf jaar bezig. Het platform kwam later.'
  },
  {
    key: 'kerk',
    kind: 'faith',
    name: 'Ebenezer Chapel Wilgerdam',
    about:
      'Wij zijn een kerk van mensen uit de buurt. Op zaterdag koken wij voor wie er is. Je hoeft niet te geloven om mee te eten.',
    meets: {
      where: 'De zaal boven de fietsenmaker, Gelderse Roos',
      when: 'Zondag om elf uur. Eten op zaterdag om vijf uur.'
    },
    reach: 'Bel of app Kwabena: 06-00000003. Twi, Engels en Nederlands.',
    areas: ['roos', 'wingerd'],
    languages: ['ak', 'en', 'nl'],
    daysAgo: 429,
    by: 'ans',
    spokenWith: [],
    noneBecause: 'De kerk is er al sinds de flat er staat.'
  },
  {
    key: 'moskee',
    kind: 'faith',
    name: 'Moskee Wilgerdam-Oost',
    about:
      'Onze deur staat open voor de hele buurt. Ouders helpen hier kinderen met huiswerk. Ook helpen zij kinderen met oversteken.',
    meets: { where: 'Het gebouw naast de school, Vogelkershof', when: 'Ouders komen samen op maandag om negen uur.' },
    reach: 'Bel Naïma: 06-00000004. Mail: ouders@example.org.',
    areas: ['vogelkers', 'roos'],
    languages: ['nl', 'ar', 'tr', 'fr'],
    daysAgo: 427,
    by: 'ans',
    spokenWith: [],
    noneBecause: 'De moskee was er al lang voor het platform.'
  },
  {
    key: 'sport',
    kind: 'sports',
    name: 'Sportclub Moerbei',
    about: 'Wij voetballen, wandelen en dansen. Jong en oud doet mee. Wie geen geld heeft, mag toch sporten.',
    meets: {
      where: 'Het veld in het Moerbeipark',
      when: 'Jeugd op woensdag om vier uur. Wandelen op zondag om tien uur.'
    },
    reach: 'Bel Sharlon: 06-00000005. Of vraag het langs de lijn.',
    areas: ['vogelkers', 'wingerd', 'roos'],
    languages: ['nl', 'pap', 'es', 'en'],
    daysAgo: 425,
    by: 'ans',
    spokenWith: [],
    noneBecause: 'De club bestaat al dertig jaar.'
  },
  {
    key: 'jongeren',
    kind: 'youth',
    name: 'Jongerenteam Onder het Spoor',
    about:
      'Wij zijn tussen de 14 en 22 jaar. Wij willen een plek die van ons is, en wij zorgen ervoor. Wij spraken eerst met de sportclub: op het veld is plek, maar niet als het regent of donker is.',
    meets: { where: 'Onder de metro, bij de blauwe muur', when: 'Vrijdag om zeven uur.' },
    reach: 'App Emre: 06-00000006.',
    areas: ['wingerd', 'roos', 'vogelkers'],
    languages: ['nl', 'en', 'tr'],
    daysAgo: 121,
    by: 'ans',
    spokenWith: ['sport', 'flat', 'platform']
  }
]
