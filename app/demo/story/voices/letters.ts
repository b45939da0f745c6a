// Letters nobody understands, and benches nobody can find.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const letterVoices = [
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'brief-pl',
      daysAgo: 288,
      lang: 'pl',
      text: 'Listy z urzędu są dla mnie za trudne.',
      translation: inDutch('agnieszka', 288, 'De brieven van de gemeente zijn te moeilijk voor mij.'),
      tellBack: through('agnieszka')
    },
    {
      key: 'brief-la',
      daysAgo: 283,
      text: 'Ik heb een la voor die brieven. Als de la vol is ga ik naar Agnieszka.',
      tellBack: through('agnieszka')
    },
    {
      key: 'brief-boete',
      daysAgo: 257,
      text: 'Mijn broer heeft de brief fout begrepen en toen werd het een boete. En toen nog een boete omdat hij de boete niet begreep.',
      onBehalf: true,
      show: 'summary',
      tellBack: byPhone('91')
    },
    {
      key: 'brief-dochter',
      daysAgo: 230,
      text: 'Mijn dochter van tien leest alles voor. Soms zegt zij “mama dit is niet belangrijk”. Maar dan is het wel belangrijk.',
      show: 'summary',
      tellBack: byPhone('92')
    }
  ]),
  ...heard({ channel: 'paper', helper: 'ans' }, [
    {
      key: 'brief-handen',
      daysAgo: 212,
      area: 'vogelkers',
      text: 'Onderwerp: uw brieven. Geachte gemeente, ik heb 30 jaar les gegeven en ik begrijp ze ook niet. Hoogachtend.',
      tellBack: byLetter('Vogelkershof 40')
    },
    {
      key: 'brief-fr',
      daysAgo: 204,
      lang: 'fr',
      text: 'Les lettres de la mairie sont trop compliquées.',
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'group', helper: 'naima', area: 'vogelkers' }, [
    {
      key: 'brief-ar',
      daysAgo: 180,
      lang: 'ar',
      text: 'الرسائل صعبة ولا أفهمها. ساعدوني من فضلكم.',
      translation: inDutch('naima', 179, 'De brieven zijn moeilijk en ik begrijp ze niet. Help mij alstublieft.'),
      tellBack: through('naima')
    },
    {
      key: 'brief-tr',
      daysAgo: 173,
      lang: 'tr',
      text: 'Mektupları anlamıyorum, dili çok zor.',
      translation: inDutch('emre', 94, 'Ik begrijp de brieven niet, de taal is heel moeilijk.'),
      show: 'none'
    }
  ]),
  ...heard({ channel: 'phone', helper: 'ans' }, [
    {
      key: 'brief-menu',
      daysAgo: 139,
      text: 'Toets één, toets vier, toets drie. Toen was ik weer bij het begin. Ik wil gewoon een mens. Desnoods een chagrijnige.',
      tellBack: byPhone('93')
    },
    {
      key: 'brief-digid',
      daysAgo: 88,
      area: 'roos',
      text: 'Alles moet met zo’n code op de telefoon. Mijn telefoon kan bellen. Daar is ie ook voor.',
      tellBack: byPhone('94'),
      show: 'summary'
    }
  ]),
  ...heard({ channel: 'online', area: 'roos' }, [
    {
      key: 'brief-english',
      daysAgo: 73,
      lang: 'en',
      text: 'My Dutch is fine for the bakery and the bus. For a letter about rent support I need one clear line: what must I do, before when?',
      tellBack: byMail('one.clear.line')
    }
  ])
]

export const benchVoices = [
  ...heard({ channel: 'street', helper: 'sharlon', area: 'vogelkers' }, [
    {
      key: 'bank-wandelen',
      daysAgo: 118,
      text: 'Wij lopen zondag het rondje. Halverwege moet ik zitten en dan is er niks. Dus zit ik op een paaltje. Dat is niet fijn, dat kan ik je zeggen.',
      tellBack: byPhone('95')
    },
    {
      key: 'bank-pap',
      daysAgo: 118,
      lang: 'pap',
      text: 'Mi lo ke un banki den parke pa hende grandi por sinta.',
      translation: inDutch('sharlon', 118, 'Ik wil graag een bank in het park, zodat oude mensen kunnen zitten.'),
      tellBack: through('sharlon')
    },
    {
      key: 'bank-weggehaald',
      daysAgo: 90,
      text: 'Er stónd een bank. Weggehaald, want er zaten mensen op. Ik verzin dit niet.',
      tellBack: byMail('ikverzinditniet')
    },
    {
      key: 'bank-es',
      daysAgo: 83,
      lang: 'es',
      text: 'Me gustaría tener más bancos en el parque.',
      translation: inDutch('sharlon', 83, 'Ik zou graag meer banken in het park hebben.')
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'bank-vaart',
      daysAgo: 57,
      text: 'Aan de vaart kan je zo mooi kijken naar de boten. Als je kan blijven staan.',
      tellBack: byLetter('Gelderse Roos 21')
    },
    {
      key: 'bank-opa',
      daysAgo: 44,
      text: 'Opa gaat niet meer mee naar de speeltuin. Hij zegt dat hij moe is maar hij kan daar gewoon niet zitten.',
      onBehalf: true,
      show: 'summary',
      tellBack: byPhone('96')
    },
    {
      key: 'bank-schaduw',
      daysAgo: 27,
      text: 'Wel in de schaduw alstublieft. De vorige stond in de volle zon naast de vuilnisbak.',
      tellBack: notTold
    }
  ])
]
