// The way to school: the first thing the neighbourhood got done.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const crossingVoices = [
  ...heard({ channel: 'group', helper: 'naima', area: 'vogelkers' }, [
    {
      key: 'weg-zoon-zeven',
      daysAgo: 418,
      text: 'Mijn zoon is zeven. Hij moet over die brede weg naar school. De auto’s stoppen niet. Ik sta elke ochtend met mijn hart in mijn keel.',
      tellBack: byPhone('21')
    },
    {
      key: 'weg-nakijken',
      daysAgo: 418,
      text: 'Ik loop mee tot de hoek en dan kijk ik hem na. Je bidt gewoon elke keer dat het goed gaat.',
      tellBack: through('naima')
    },
    {
      key: 'weg-fils',
      daysAgo: 417,
      lang: 'fr',
      text: 'Mon fils traverse la rue tout seul et les voitures roulent trop vite.',
      translation: inDutch('naima', 417, 'Mijn zoon steekt alleen over en de auto’s rijden te hard.'),
      tellBack: byPhone('22')
    },
    {
      key: 'weg-ar',
      daysAgo: 411,
      lang: 'ar',
      text: 'نريد ممرا آمنا للأطفال أمام المدرسة.',
      translation: inDutch('naima', 410, 'Wij willen een veilige oversteek voor de kinderen, voor de school.'),
      tellBack: through('naima')
    },
    {
      key: 'weg-tr',
      daysAgo: 404,
      lang: 'tr',
      text: 'Çocuklar için güvenli bir yol istiyoruz.',
      translation: inDutch('emre', 96, 'Wij willen een veilige weg voor de kinderen.'),
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'door', helper: 'rudi', area: 'vogelkers' }, [
    {
      key: 'weg-zestig',
      daysAgo: 409,
      text: 'Je mag hier dertig. Niemand rijdt dertig. Ik heb zelf geteld vanuit het keukenraam: van de twintig reden er zestien te hard.',
      tellBack: byMail('keukenraam')
    },
    {
      key: 'weg-bijna',
      daysAgo: 409,
      text: 'Vorige week werd er een meisje bijna geschept. Ik hoorde de remmen tot in mijn slaapkamer. Moet er eerst iets gebeuren?',
      tellBack: byLetter('Vogelkershof 12')
    },
    {
      key: 'weg-rollator',
      daysAgo: 395,
      text: 'Met de rollator ben ik niet snel genoeg aan de overkant. Dan gaan ze toeteren. Ja hoor, toeter maar.',
      tellBack: byLetter('Vogelkershof 31')
    },
    {
      key: 'weg-busje',
      daysAgo: 394,
      text: 'Die busjes van pakketjes. Altijd haast. Ik ben zelf pakketbezorger geweest, dus ik mag het zeggen.',
      show: 'summary',
      tellBack: notTold
    },
    {
      key: 'weg-paaltjes',
      daysAgo: 388,
      text: 'Zet gewoon paaltjes neer en maak de weg smal. Dat hebben ze bij mijn zus in de straat ook gedaan en daar werkt het.',
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'meeting', helper: 'ans' }, [
    {
      key: 'weg-tien-jaar',
      daysAgo: 376,
      text: 'Tien jaar geleden hebben wij dit ook al gevraagd. Toen was er een enquête. Wij hebben er nooit meer iets van gehoord.',
      tellBack: byMail('nooitmeergehoord')
    },
    {
      key: 'weg-hesjes',
      daysAgo: 376,
      text: 'Geef ons gele hesjes en we gaan er zelf staan. Maar dan wil ik wel dat er ooit ook een zebra komt.',
      area: 'vogelkers',
      tellBack: byPhone('23')
    }
  ]),
  ...heard({ channel: 'online', area: 'vogelkers' }, [
    {
      key: 'weg-groep-acht',
      daysAgo: 352,
      text: 'Ik zit in groep 8 en ik breng mijn zusje. Ik moet haar hand heel hard vasthouden want zij rent altijd.',
      tellBack: byMail('grotezus')
    },
    {
      key: 'weg-fietsers',
      daysAgo: 349,
      lang: 'en',
      text: 'Drivers park on the corner by the school, so children on bikes cannot see what is coming. A zebra alone will not fix that.',
      tellBack: byMail('corner.bikes')
    }
  ])
]
