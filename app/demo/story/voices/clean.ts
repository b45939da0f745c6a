// Rubbish, containers and rats.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const cleanVoices = [
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'vuil-naast-bak',
      daysAgo: 402,
      text: 'De bak is vol, dus zetten ze het ernaast. Dan komt de wind. Ik heb een luier op mijn balkon gehad. Op zeven hoog!',
      tellBack: byPhone('41')
    },
    {
      key: 'vuil-pasje',
      daysAgo: 401,
      text: 'Mijn pasje van de container doet het niet. Ik moest bellen. Toen moest ik op internet. Ik heb geen internet. Dus daar sta je met je zak.',
      tellBack: through('bep')
    },
    {
      key: 'vuil-ver',
      daysAgo: 398,
      text: 'Die container staat te ver. Voor mijn moeder is het een halve vakantie om daar te komen. Ze zegt het zelf niet, dus zeg ik het.',
      onBehalf: true,
      tellBack: byLetter('Wingerdflat 77'),
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'door', helper: 'rudi', area: 'vogelkers' }, [
    {
      key: 'ratten-schuur',
      daysAgo: 393,
      text: 'Ik deed de schuur open en er zat er eentje mij gewoon aan te kijken. Zo groot als mijn schoen. Maat 44.',
      tellBack: byMail('maat44')
    },
    {
      key: 'ratten-kip',
      daysAgo: 392,
      text: 'Mensen gooien brood voor de eendjes. Ik snap dat. Maar de eendjes zijn allang weg, het zijn nu ratten die komen eten.',
      tellBack: byPhone('42')
    },
    {
      key: 'vuil-grof',
      daysAgo: 383,
      text: 'Grofvuil moet je maken een afspraak. Niemand weet dat. Dus staat er een bank op de stoep drie weken. Ik heb er wel lekker op gezeten.',
      tellBack: notTold
    }
  ]),
  ...heard({ channel: 'street', helper: 'sharlon', area: 'roos' }, [
    {
      key: 'ratten-pap',
      daysAgo: 380,
      lang: 'pap',
      text: 'Tin djaka den nos kurá.',
      translation: inDutch('sharlon', 380, 'Er zitten ratten in onze tuin.'),
      tellBack: through('sharlon')
    },
    {
      key: 'vuil-markt',
      daysAgo: 373,
      text: 'Na de markt blijft alles liggen. Ze spuiten het nat en dan noemen ze het schoon.',
      show: 'summary'
    },
    {
      key: 'vuil-winkel',
      daysAgo: 373,
      text: 'Ik heb een winkel hier. Ik veeg elke ochtend voor mijn deur en voor die van de buurman ook. Doe eens mee, denk ik dan.',
      tellBack: byPhone('43')
    }
  ]),
  ...heard({ channel: 'meeting', helper: 'ans' }, [
    {
      key: 'vuil-schuld',
      daysAgo: 341,
      text: 'Wij krijgen altijd de schuld, “die mensen daar gooien alles op straat”. Haal het dan op tijd op, zoals aan de andere kant van de vaart.',
      tellBack: byMail('anderekant')
    },
    {
      key: 'ratten-meldingen',
      daysAgo: 341,
      text: 'Ik heb elf keer een melding gedaan. Elf. Elke keer een mailtje: wij hebben uw melding afgehandeld. Ik zie ze nog lopen hoor, uw melding.',
      tellBack: byMail('elfmeldingen')
    },
    {
      key: 'vuil-voor-mijn-raam',
      daysAgo: 340,
      area: 'roos',
      text: 'Meer containers, prima, maar niet weer onder mijn slaapkamer. Die glasbak hoor ik nu al om zes uur.',
      show: 'summary',
      tellBack: byPhone('44')
    }
  ]),
  ...heard({ channel: 'phone', helper: 'ans', area: 'roos' }, [
    {
      key: 'ratten-baby',
      daysAgo: 322,
      text: 'Ik durf mijn baby niet meer in de tuin te leggen. Meer wil ik er niet over zeggen. Doe er iets aan.',
      show: 'none',
      tellBack: byPhone('45')
    },
    {
      key: 'vuil-tas',
      daysAgo: 309,
      text: 'De klep is te zwaar voor mij en te hoog voor mijn dochter. Die zit in een rolstoel. Wie bedenkt zoiets.',
      onBehalf: true,
      show: 'none',
      tellBack: byPhone('46')
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'ratten-kelder',
      daysAgo: 141,
      text: 'In de kelderbox lopen ze over de buizen. Mijn man heeft een val gezet. Die was de volgende dag weg. De hele val.',
      tellBack: byPhone('47')
    },
    {
      key: 'ratten-es',
      daysAgo: 133,
      lang: 'es',
      text: 'Hay ratas cerca de los cubos de basura.',
      translation: inDutch('sharlon', 130, 'Er zijn ratten bij de vuilnisbakken.')
    },
    {
      key: 'ratten-kat',
      daysAgo: 62,
      text: 'Onze kat brengt ze nu netjes op de mat. Lief bedoeld. Maar ik ben er klaar mee.',
      tellBack: byMail('liefbedoeld')
    }
  ])
]
