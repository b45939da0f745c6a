// Dark galleries, dark stairs, and the dark way under the metro.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const lightVoices = [
  ...heard({ channel: 'street', helper: 'sharlon', area: 'roos' }, [
    {
      key: 'metro-rennen',
      daysAgo: 396,
      text: 'Onder de metro ren ik altijd. Niet omdat ik haast heb.',
      tellBack: byMail('ikrenaltijd')
    },
    {
      key: 'metro-training',
      daysAgo: 389,
      text: 'Na de training moeten de meiden door dat donkere stuk. Wij lopen nu in een groepje met de telefoons aan.',
      tellBack: through('sharlon')
    },
    {
      key: 'metro-fr',
      daysAgo: 378,
      lang: 'fr',
      text: 'Le soir, je ne passe pas sous le métro. Il fait trop noir.',
      translation: inDutch('naima', 375, '’s Avonds ga ik niet onder de metro door. Het is er te donker.'),
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'metro-omweg',
      daysAgo: 338,
      text: 'Ik loop een kwartier om langs de winkels. Alles beter dan dat gat.',
      tellBack: byPhone('61')
    },
    {
      key: 'metro-pl',
      daysAgo: 333,
      lang: 'pl',
      text: 'Boję się wracać z pracy w nocy. Pod metrem jest ciemno.',
      translation: inDutch(
        'agnieszka',
        333,
        'Ik ben bang als ik ’s nachts van mijn werk kom. Onder de metro is het donker.'
      ),
      tellBack: through('agnieszka')
    },
    {
      key: 'metro-plas',
      daysAgo: 326,
      text: 'Het stinkt daar, het is nat en je ziet niks. Als er licht is gaan ze ergens anders plassen, let maar op.',
      tellBack: notTold,
      show: 'none'
    },
    {
      key: 'metro-fiets',
      daysAgo: 320,
      text: 'Ik ben daar gevallen met de fiets. Er lag een tak. Twee tanden. En dan moet je ook nog naar de tandarts.',
      show: 'summary',
      tellBack: byPhone('62')
    }
  ]),
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'gang-moeder',
      daysAgo: 214,
      text: 'In de gang is het ’s avonds donker. Mijn moeder durft niet meer naar buiten.',
      onBehalf: true,
      tellBack: byPhone('63')
    },
    {
      key: 'gang-sleutel',
      daysAgo: 214,
      text: 'Ik vind het slot niet. Ik sta met mijn telefoon tussen mijn tanden om mijn eigen deur open te krijgen.',
      tellBack: byPhone('64')
    },
    {
      key: 'gang-lamp-boven',
      daysAgo: 207,
      text: 'De lamp boven mijn deur is al sinds vorig jaar stuk. Ik heb er zelf een ingedraaid. Die was na een week gejat. Ook een manier om licht te delen.',
      tellBack: byLetter('Wingerdflat 166')
    },
    {
      key: 'gang-trap',
      daysAgo: 206,
      text: 'Portiek 4, tussen twee en drie hoog. Pikzwart. Ik tel de treden: zestien. Als ik me vertel lig ik beneden.',
      tellBack: byPhone('65'),
      show: 'summary'
    },
    {
      key: 'gang-kat',
      daysAgo: 199,
      text: 'Ik dacht dat het een inbreker was. Het was de kat van 112. We zijn allebei erg geschrokken.'
    },
    {
      key: 'gang-zoon-laat',
      daysAgo: 188,
      text: 'Mijn zoon werkt in een keuken en komt om één uur thuis. Ik blijf wakker tot ik hem de deur hoor doen. Door die gang.',
      show: 'summary',
      tellBack: byPhone('66')
    },
    {
      key: 'gang-srn',
      daysAgo: 176,
      lang: 'srn',
      text: 'Mi e frede te mi e go na dorosei na neti.',
      translation: inDutch('joyce', 174, 'Ik ben bang als ik ’s avonds naar buiten ga.'),
      tellBack: through('bep')
    },
    {
      key: 'gang-schoonmaak',
      daysAgo: 158,
      text: 'Ik maak hier schoon in portiek 9. Om vijf uur in de ochtend. Ik zie niet waar het vies is, dus ik maak alles maar twee keer schoon.',
      tellBack: byMail('portiek9')
    }
  ]),
  ...heard({ channel: 'group', helper: 'kwabena', area: 'wingerd' }, [
    {
      key: 'gang-ak',
      daysAgo: 201,
      lang: 'ak',
      text: 'Yɛpɛ kanea wɔ abɔnten. Yɛsuro anadwo.',
      translation: inDutch('kwabena', 201, 'Wij willen licht buiten. Wij zijn bang in de nacht.'),
      tellBack: through('kwabena')
    },
    {
      key: 'gang-choir',
      daysAgo: 194,
      lang: 'en',
      text: 'After choir practice we walk the older ladies to their doors, floor by floor. It takes an hour. Light would take a week.',
      tellBack: byMail('after.choir')
    },
    {
      key: 'gang-ak-kinderen',
      daysAgo: 187,
      lang: 'ak',
      text: 'Me mma suro sum. Yɛpɛ kanea.',
      translation: inDutch('kwabena', 187, 'Mijn kinderen zijn bang in het donker. Wij willen licht.'),
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'group', helper: 'naima', area: 'wingerd' }, [
    {
      key: 'gang-ar',
      daysAgo: 172,
      lang: 'ar',
      text: 'الشارع مظلم في الليل وأخاف على أولادي.',
      translation: inDutch('naima', 171, 'De straat is donker in de nacht en ik ben bang voor mijn kinderen.'),
      tellBack: through('naima')
    }
  ]),
  ...heard({ channel: 'phone', helper: 'joyce', area: 'wingerd' }, [
    {
      key: 'gang-bellen',
      daysAgo: 167,
      text: 'Ik heb de verhuurder vier keer gebeld over het licht. De vierde keer kende het meisje mijn naam al. Gezellig. Maar nog steeds donker.',
      tellBack: byPhone('67')
    },
    {
      key: 'gang-huurder-nee',
      daysAgo: 161,
      text: 'Ik zeg het wel maar schrijf mij niet op. Anders krijg ik gedoe met de huur.',
      show: 'none',
      tellBack: notTold
    }
  ]),
  ...heard({ channel: 'online', area: 'wingerd' }, [
    {
      key: 'gang-sensor',
      daysAgo: 152,
      text: 'De sensor staat zo kort dat het licht uitgaat als je bij de lift staat te wachten. Iedereen zwaait daar naar het plafond. Het ziet er vriendelijk uit.',
      tellBack: byMail('wijzwaaien')
    },
    {
      key: 'gang-night-shift',
      daysAgo: 103,
      lang: 'en',
      text: 'I come home at three in the morning. Last night somebody had put tea lights on every landing. Beautiful, and also a fire risk. Please fix the lamps.',
      tellBack: byMail('nightshift')
    }
  ]),
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'gang-lantaarn-buiten',
      daysAgo: 74,
      text: 'Nu hangt er onder de metro licht, en bij ons in de gang nog niet. Dus kom ik uit het licht in het donker. Net andersom.',
      tellBack: through('bep')
    },
    {
      key: 'gang-negen-dagen',
      daysAgo: 6,
      text: 'Hebben ze al antwoord gegeven over de lampen? Ik vraag het maar, want ik ben er ook niet eeuwig.',
      tellBack: byPhone('68')
    }
  ])
]
