// Damp and mould in the homes.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const mouldVoices = [
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'schimmel-kastje',
      daysAgo: 361,
      text: 'Kijk maar achter het kastje. Nee, doe maar niet, je krijgt het niet meer uit je hoofd.',
      tellBack: byPhone('71')
    },
    {
      key: 'schimmel-luchten',
      daysAgo: 354,
      text: 'U moet meer luchten, zeggen ze. Mevrouw, ik lucht zo hard dat de gordijnen bij de buren hangen.',
      tellBack: byLetter('Wingerdflat 91')
    },
    {
      key: 'schimmel-verf',
      daysAgo: 337,
      text: 'Elk jaar verf ik de slaapkamer. Elk jaar komt het terug. Ik ken de kleur nu: “gebroken wit met zwart”.',
      tellBack: byPhone('72')
    },
    {
      key: 'schimmel-baby',
      daysAgo: 303,
      text: 'De kleine slaapt bij ons in de woonkamer omdat zijn kamer nat is. Hij is nu twee. Hij heeft er nog nooit in geslapen.',
      show: 'summary',
      tellBack: through('bep')
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'schimmel-pt',
      daysAgo: 335,
      lang: 'pt',
      text: 'A parede do quarto está preta de bolor.'
    },
    {
      key: 'schimmel-es',
      daysAgo: 316,
      lang: 'es',
      text: 'Hay mucho moho en el cuarto de mi hija.',
      translation: inDutch('sharlon', 312, 'Er is veel schimmel in de kamer van mijn dochter.'),
      tellBack: byPhone('73')
    },
    {
      key: 'schimmel-matras',
      daysAgo: 298,
      text: 'Matras weggegooid. Nieuwe gekocht. Weer nat. Wie betaalt dat? Ik betaal dat.',
      tellBack: byMail('weernat'),
      show: 'summary'
    },
    {
      key: 'schimmel-ruilen',
      daysAgo: 279,
      text: 'Ik wil best verhuizen voor een verbouwing, als ik maar terug mag komen. Dat wil ik op papier.',
      show: 'none',
      tellBack: byPhone('74')
    }
  ]),
  ...heard({ channel: 'meeting', helper: 'joyce' }, [
    {
      key: 'schimmel-rapport',
      daysAgo: 262,
      area: 'wingerd',
      text: 'Er is een rapport geweest over deze flat. Ik heb het gevraagd. “Dat is intern.” Het gaat over míjn muur.',
      tellBack: byMail('mijnmuur')
    },
    {
      key: 'schimmel-stoken',
      daysAgo: 262,
      text: 'Stoken én luchten, dat is geld naar buiten gooien. Wie heeft dat nog.',
      tellBack: notTold
    }
  ]),
  ...heard({ channel: 'phone', helper: 'kwabena', area: 'roos' }, [
    {
      key: 'schimmel-smell',
      daysAgo: 241,
      lang: 'en',
      text: 'My children smell of damp at school. They do not say so but I know. I am a clean person.',
      show: 'none',
      tellBack: through('kwabena')
    },
    {
      key: 'schimmel-inspector',
      daysAgo: 228,
      lang: 'en',
      text: 'A man came with a meter, wrote something down and left. That was months ago. Since then nothing. Not even the number he wrote.',
      tellBack: byPhone('75')
    }
  ]),
  ...heard({ channel: 'online', area: 'wingerd' }, [
    {
      key: 'schimmel-foto',
      daysAgo: 193,
      text: 'Ik heb elke maand een foto gemaakt van dezelfde hoek. Het is bijna kunst. Wie wil ze zien?',
      tellBack: byMail('elkemaandeenfoto')
    }
  ])
]
