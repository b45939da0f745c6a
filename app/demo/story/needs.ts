// What residents gathered from the voices, each need in one plain sentence.
import { type Need } from './story.ts'

export const needs: readonly Need[] = [
  {
    key: 'oversteek',
    area: 'vogelkers',
    daysAgo: 335,
    group: 'moskee',
    by: 'naima',
    sentence: 'De weg naar school moet veilig zijn voor elk kind.',
    voices: [
      'weg-zoon-zeven',
      'weg-nakijken',
      'weg-fils',
      'weg-ar',
      'weg-tr',
      'weg-zestig',
      'weg-bijna',
      'weg-rollator',
      'weg-busje',
      'weg-paaltjes',
      'weg-tien-jaar',
      'weg-hesjes',
      'weg-groep-acht',
      'weg-fietsers'
    ]
  },
  {
    key: 'eten',
    daysAgo: 334,
    group: 'kerk',
    by: 'kwabena',
    sentence: 'Wij willen samen eten, want te veel mensen zijn alleen.',
    voices: [
      'eten-zondag',
      'eten-koffie',
      'eten-kookles',
      'eten-man-weg',
      'eten-soep-ak',
      'eten-saturday',
      'eten-afwas',
      'eten-pleintje',
      'eten-nieuwe-buren',
      'eten-srn',
      'eten-briefje',
      'eten-aardappels',
      'eten-pl',
      'eten-zoon-werkt',
      'eten-ar'
    ]
  },
  {
    key: 'schoon',
    area: 'roos',
    daysAgo: 300,
    group: 'platform',
    by: 'ans',
    sentence: 'De straat moet schoon zijn, zonder vuil en zonder ratten.',
    voices: [
      'vuil-naast-bak',
      'vuil-pasje',
      'vuil-ver',
      'vuil-grof',
      'vuil-markt',
      'vuil-winkel',
      'vuil-schuld',
      'vuil-voor-mijn-raam',
      'vuil-tas',
      'ratten-schuur',
      'ratten-kip',
      'ratten-pap',
      'ratten-meldingen',
      'ratten-baby'
    ]
  },
  {
    key: 'containers',
    area: 'roos',
    daysAgo: 285,
    group: 'platform',
    by: 'ans',
    sentence: 'Wij willen meer bakken voor ons vuil, dicht bij huis.',
    voices: [
      'vuil-naast-bak',
      'vuil-pasje',
      'vuil-ver',
      'vuil-grof',
      'vuil-markt',
      'vuil-winkel',
      'vuil-schuld',
      'vuil-voor-mijn-raam',
      'vuil-tas'
    ]
  },
  {
    key: 'ratten',
    area: 'roos',
    daysAgo: 285,
    group: 'platform',
    by: 'ans',
    sentence: 'De ratten moeten weg uit de tuinen en de kelders.',
    voices: ['ratten-schuur', 'ratten-kip', 'ratten-pap', 'ratten-meldingen', 'ratten-baby', 'vuil-markt'],
    later: [
      { daysAgo: 128, by: 'agnieszka', voices: ['ratten-kelder', 'ratten-es'] },
      { daysAgo: 60, by: 'agnieszka', voices: ['ratten-kat'] }
    ]
  },
  {
    key: 'lift',
    area: 'wingerd',
    daysAgo: 260,
    group: 'flat',
    by: 'joyce',
    sentence: 'De lift moet het altijd doen, ook in het weekend.',
    voices: [
      'lift-drie-dagen',
      'lift-kinderwagen',
      'lift-weekend',
      'lift-vast',
      'lift-tr',
      'lift-verhuizer',
      'lift-pleister',
      'lift-srn',
      'lift-pap',
      'lift-huur',
      'lift-thuiszorg',
      'lift-ak',
      'lift-bordje',
      'lift-pl'
    ],
    later: [{ daysAgo: 82, by: 'joyce', voices: ['lift-again', 'lift-tekening'] }]
  },
  {
    key: 'schimmel',
    area: 'wingerd',
    daysAgo: 185,
    group: 'flat',
    by: 'joyce',
    sentence: 'Wij willen een droog huis zonder schimmel.',
    voices: [
      'schimmel-kastje',
      'schimmel-luchten',
      'schimmel-verf',
      'schimmel-baby',
      'schimmel-pt',
      'schimmel-es',
      'schimmel-matras',
      'schimmel-ruilen',
      'schimmel-rapport',
      'schimmel-stoken',
      'schimmel-smell',
      'schimmel-inspector',
      'schimmel-foto'
    ]
  },
  {
    key: 'onderdoorgang',
    daysAgo: 300,
    group: 'sport',
    by: 'sharlon',
    sentence: 'Onder de metro moet licht komen.',
    voices: ['metro-rennen', 'metro-training', 'metro-fr', 'metro-omweg', 'metro-pl', 'metro-plas', 'metro-fiets']
  },
  {
    key: 'licht',
    daysAgo: 148,
    group: 'flat',
    by: 'joyce',
    sentence: 'Er moet goed licht zijn in de gang, op de trap en op straat.',
    voices: [
      'gang-moeder',
      'gang-sleutel',
      'gang-lamp-boven',
      'gang-trap',
      'gang-kat',
      'gang-zoon-laat',
      'gang-srn',
      'gang-schoonmaak',
      'gang-ak',
      'gang-choir',
      'gang-ak-kinderen',
      'gang-ar',
      'gang-bellen',
      'gang-huurder-nee',
      'gang-sensor',
      'lift-vast'
    ],
    later: [
      { daysAgo: 100, by: 'joyce', voices: ['gang-night-shift'] },
      { daysAgo: 70, by: 'bep', voices: ['gang-lantaarn-buiten'] },
      { daysAgo: 4, by: 'bep', voices: ['gang-negen-dagen'] }
    ]
  },
  {
    key: 'jongeren',
    daysAgo: 93,
    group: 'jongeren',
    by: 'emre',
    sentence: 'Jongeren willen een eigen plek, droog en met licht.',
    voices: [
      'jong-weggestuurd',
      'jong-regen',
      'jong-meiden',
      'jong-pap',
      'jong-blauwe-muur',
      'jong-camera',
      'jong-oom',
      'jong-studeren',
      'jong-bro',
      'jong-rapper',
      'jong-politie',
      'jong-tr',
      'jong-basement',
      'jong-buurvrouw',
      'jong-lawaai',
      'jong-vader',
      'metro-training'
    ]
  },
  {
    key: 'brieven',
    daysAgo: 66,
    group: 'platform',
    by: 'agnieszka',
    sentence: 'Wij willen brieven die je begrijpt, en een mens aan de telefoon.',
    voices: [
      'brief-pl',
      'brief-la',
      'brief-boete',
      'brief-dochter',
      'brief-handen',
      'brief-fr',
      'brief-ar',
      'brief-tr',
      'brief-menu',
      'brief-digid',
      'brief-english',
      'ratten-meldingen',
      'vuil-pasje'
    ]
  },
  {
    key: 'bankjes',
    daysAgo: 22,
    group: 'sport',
    by: 'sharlon',
    sentence: 'Er moeten banken komen in het park en bij de vaart.',
    voices: [
      'bank-wandelen',
      'bank-pap',
      'bank-weggehaald',
      'bank-es',
      'bank-vaart',
      'bank-opa',
      'bank-schaduw',
      'jong-camera'
    ]
  }
]
