// A place for the young.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const youthVoices = [
  ...heard({ channel: 'street', helper: 'sharlon', area: 'vogelkers' }, [
    {
      key: 'jong-weggestuurd',
      daysAgo: 372,
      text: 'Op het plein weggestuurd. Bij de winkels weggestuurd. Bij het station weggestuurd. Zeg dan waar we wél mogen staan.',
      tellBack: byMail('waarwel')
    },
    {
      key: 'jong-regen',
      daysAgo: 365,
      text: 'Als het droog is hebben we het veld. Als het regent hebben we niks, dan staan we in het portiek en dan wordt de buurvrouw boos.',
      tellBack: through('sharlon')
    },
    {
      key: 'jong-meiden',
      daysAgo: 358,
      text: 'Alles is voor jongens. Voetbal, kickboksen, voetbal. Wij willen gewoon zitten, muziek, huiswerk, praten.',
      tellBack: byMail('gewoonzitten')
    },
    {
      key: 'jong-pap',
      daysAgo: 351,
      lang: 'pap',
      text: 'E hóbennan mester di un lugá.',
      translation: inDutch('sharlon', 351, 'De jongeren hebben een plek nodig.'),
      tellBack: through('sharlon')
    }
  ]),
  ...heard({ channel: 'street', helper: 'emre', area: 'roos' }, [
    {
      key: 'jong-blauwe-muur',
      daysAgo: 117,
      text: 'Bij de blauwe muur is het droog. Geef ons daar stroom en een dak en wij doen de rest.',
      tellBack: through('emre')
    },
    {
      key: 'jong-camera',
      daysAgo: 117,
      text: 'Ze hebben wel geld voor een camera. Voor een bank niet.',
      tellBack: notTold
    },
    {
      key: 'jong-oom',
      daysAgo: 114,
      text: 'Mijn oom had hier vroeger een jongerencentrum. Iedereen kent de verhalen. Dicht sinds ik vier was.',
      tellBack: byMail('sindsikvierwas')
    },
    {
      key: 'jong-studeren',
      daysAgo: 112,
      text: 'Wij zijn met zes thuis en één tafel. Ik leer in de bus. Echt waar, ik stap in en ga drie keer heen en weer.',
      tellBack: byPhone('81')
    },
    {
      key: 'jong-bro',
      daysAgo: 109,
      text: 'Broer, je gaat dit toch niet weer opschrijven en dan niks? Oké. Dan schrijf op: een plek die van ons is. Niet van een baas.',
      tellBack: through('emre')
    },
    {
      key: 'jong-rapper',
      daysAgo: 107,
      text: 'Een hok met eierdozen aan de muur en ik maak muziek. Meer hoeft niet. Oké, een stopcontact.',
      tellBack: byMail('eierdozen')
    },
    {
      key: 'jong-politie',
      daysAgo: 104,
      text: 'Drie keer gecontroleerd op één avond. Zelfde agent. Ik zei: u weet toch hoe ik heet.',
      show: 'summary',
      tellBack: notTold
    },
    {
      key: 'jong-tr',
      daysAgo: 101,
      lang: 'tr',
      text: 'Gençler için bir yer istiyoruz.',
      translation: inDutch('emre', 101, 'Wij willen een plek voor jongeren.'),
      tellBack: through('emre')
    },
    {
      key: 'jong-basement',
      daysAgo: 99,
      lang: 'en',
      text: 'There is an empty storage room under the metro. It has been empty since before I was born. Just saying.',
      tellBack: byMail('just.saying')
    }
  ]),
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'jong-buurvrouw',
      daysAgo: 105,
      text: 'Ik schrok altijd van die jongens. Laatst droeg er eentje mijn tas naar boven. Sindsdien zwaaien we. Geef ze toch een plek.',
      tellBack: byPhone('82')
    },
    {
      key: 'jong-lawaai',
      daysAgo: 98,
      text: 'Ik gun ze alles. Maar niet om half twee ’s nachts onder mijn raam met die brommers.',
      show: 'summary',
      tellBack: byLetter('Wingerdflat 9')
    }
  ]),
  ...heard({ channel: 'online' }, [
    {
      key: 'jong-vader',
      daysAgo: 97,
      area: 'vogelkers',
      text: 'Mijn dochter van vijftien zit alleen nog op haar kamer. Buiten is er voor meisjes niks waar ik haar met een gerust hart heen laat gaan.',
      tellBack: byMail('gerusthart'),
      show: 'summary'
    }
  ])
]
