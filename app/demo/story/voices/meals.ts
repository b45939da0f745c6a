// Eating together and being alone.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const mealVoices = [
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'eten-zondag',
      daysAgo: 416,
      text: 'Zondag duurt het langst. Dan hoor ik beneden al die families en ik zit met mijn boterham.',
      show: 'summary',
      tellBack: through('bep')
    },
    {
      key: 'eten-koffie',
      daysAgo: 415,
      text: 'Jij bent de eerste deze week die aanbelt. Kom binnen, de koffie is vers. Nee, ik heb niks te klagen, ik wil gewoon even praten.',
      tellBack: byPhone('31')
    },
    {
      key: 'eten-kookles',
      daysAgo: 407,
      text: 'Ik kan pom maken voor vijftig man als het moet. Ik heb alleen geen keuken waar dat past.',
      tellBack: byPhone('32')
    },
    {
      key: 'eten-man-weg',
      daysAgo: 399,
      text: 'Sinds mijn man er niet meer is kook ik niet. Voor één persoon kook je niet.',
      show: 'none',
      tellBack: through('bep')
    }
  ]),
  ...heard({ channel: 'group', helper: 'kwabena', area: 'roos' }, [
    {
      key: 'eten-soep-ak',
      daysAgo: 412,
      lang: 'ak',
      text: 'Aduan no yɛ dɛ paa. Meda mo ase.',
      translation: inDutch('kwabena', 412, 'Het eten is heel lekker. Ik dank jullie.'),
      tellBack: through('kwabena')
    },
    {
      key: 'eten-saturday',
      daysAgo: 405,
      lang: 'en',
      text: 'On Saturday people come who are not from our church at all. They smell the food in the stairs. We need a bigger kitchen, honestly.',
      tellBack: byMail('saturday.kitchen')
    },
    {
      key: 'eten-afwas',
      daysAgo: 391,
      lang: 'en',
      text: 'We wash up for sixty people in a bathroom. Please, write that down.',
      tellBack: through('kwabena')
    }
  ]),
  ...heard({ channel: 'street', helper: 'sharlon', area: 'roos' }, [
    {
      key: 'eten-pleintje',
      daysAgo: 384,
      text: 'Vroeger zette iedereen een tafel op het plein en je at bij elkaar. Nu weet ik niet eens wie er boven mij woont.',
      tellBack: notTold
    },
    {
      key: 'eten-nieuwe-buren',
      daysAgo: 384,
      text: 'Wij wonen hier drie maanden. Mensen zeggen wel hoi maar daar blijft het bij. Ik wil graag mensen leren kennen.',
      tellBack: byMail('driemaanden')
    },
    {
      key: 'eten-srn',
      daysAgo: 371,
      lang: 'srn',
      text: 'Wi musu yepi makandra. Den owru sma e sidon den wawan.',
      translation: inDutch('joyce', 370, 'Wij moeten elkaar helpen. De oude mensen zitten alleen.'),
      tellBack: byPhone('33')
    }
  ]),
  ...heard({ channel: 'paper', helper: 'ans', area: 'vogelkers' }, [
    {
      key: 'eten-briefje',
      daysAgo: 366,
      text: 'Een briefje omdat ik niet goed durf te bellen. Kan er ook eens iets overdag? ’s Avonds ga ik niet meer de deur uit.',
      tellBack: byLetter('Vogelkershof 58')
    },
    {
      key: 'eten-aardappels',
      daysAgo: 362,
      text: 'Graag ook gewoon aardappels af en toe. Met jus. Verder lof voor iedereen.',
      tellBack: byLetter('Vogelkershof 3')
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'eten-pl',
      daysAgo: 349,
      lang: 'pl',
      text: 'Dziękuję za zupę, dawno z nikim nie rozmawiałam.',
      translation: inDutch('agnieszka', 349, 'Bedankt voor de soep, ik heb lang met niemand gepraat.'),
      tellBack: through('agnieszka')
    },
    {
      key: 'eten-zoon-werkt',
      daysAgo: 346,
      text: 'Ik werk in de nacht, mijn zoon is veel alleen met eten. Als er ergens iets is met andere kinderen, dan graag.',
      show: 'summary',
      tellBack: byPhone('34')
    }
  ]),
  ...heard({ channel: 'group', helper: 'naima', area: 'vogelkers' }, [
    {
      key: 'eten-ar',
      daysAgo: 344,
      lang: 'ar',
      text: 'شكرا على الطعام، تعرفت على جيراني.',
      translation: inDutch('naima', 343, 'Bedankt voor het eten, ik heb mijn buren leren kennen.')
    }
  ])
]
