// What people said that stands by itself so far: nobody has put it with other voices yet. It is not lost.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const looseVoices = [
  ...heard({ channel: 'door', helper: 'rudi', area: 'vogelkers' }, [
    {
      key: 'los-lindeboom',
      daysAgo: 408,
      text: 'Die boom voor mijn deur, die mag nooit weg. Zet dat er maar in. Ik heb hem met mijn vrouw geplant.',
      tellBack: notTold
    },
    {
      key: 'los-parkeren',
      daysAgo: 385,
      text: 'Ik kom om zes uur thuis van werk en rij drie rondjes. Dan sta ik bij de vaart en loop ik terug. Goed voor de lijn.',
      show: 'summary',
      takenBack: 371
    },
    {
      key: 'los-speeltuin',
      daysAgo: 301,
      text: 'De schommel piept. Al twee jaar. De kinderen vinden het niet erg. Ik wel.',
      tellBack: byPhone('11')
    },
    {
      key: 'los-brievenbus',
      daysAgo: 268,
      text: 'Er ligt post van drie huizen in mijn bus. Ik breng het zelf wel rond, maar het klopt niet.',
      tellBack: notTold,
      erased: 251
    },
    {
      key: 'los-geraniums',
      daysAgo: 233,
      text: 'Mag ik de plantenbak bij de ingang doen? Ik vraag het al jaren aan iemand maar ik weet niet wie iemand is.',
      tellBack: byLetter('Vogelkershof 17')
    }
  ]),
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'los-duiven',
      daysAgo: 347,
      text: 'Duiven op het balkon. Ik heb een plastic uil gekocht. Nu zitten ze op de uil.',
      tellBack: byPhone('12')
    },
    {
      key: 'los-post',
      daysAgo: 252,
      text: 'De brievenbussen zijn open gebroken. Ik krijg de post van 61 en 61 krijgt die van mij. Wij zijn nu vriendinnen.',
      tellBack: through('bep'),
      show: 'summary'
    },
    {
      key: 'los-niks',
      daysAgo: 183,
      text: 'Ik heb niks te zeggen. Nou ja. Dat jullie langskomen, dat vind ik goed. Schrijf dat maar op.',
      tellBack: notTold
    },
    {
      key: 'los-was',
      daysAgo: 134,
      text: 'De oude wasruimte was van ons allemaal. Kan daar weer een machine staan? In mijn badkamer past er geen.',
      tellBack: byLetter('Wingerdflat 130')
    },
    {
      key: 'los-gehorig',
      daysAgo: 68,
      text: 'Ik kan de televisie van hiernaast volgen. Ik weet nu alles van die serie. Maar slapen lukt niet.',
      show: 'summary',
      tellBack: byPhone('13')
    },
    {
      key: 'los-huisarts',
      daysAgo: 34,
      text: 'Mijn nieuwe buurman vindt geen huisarts, ze nemen niemand meer aan. Hij vroeg of ik het wilde zeggen. Waar moet hij dan heen?',
      onBehalf: true,
      tellBack: byPhone('14')
    },
    {
      key: 'los-bep-zelf',
      daysAgo: 3,
      text: 'Wie komt er eigenlijk bij jóu aan de deur, Bep? Ik wil volgende ronde best meelopen.',
      tellBack: through('bep')
    }
  ]),
  ...heard({ channel: 'door', helper: 'agnieszka', area: 'roos' }, [
    {
      key: 'los-pt-taal',
      daysAgo: 311,
      lang: 'pt',
      text: 'Gostava de aprender holandês com os vizinhos.',
      tellBack: byPhone('15'),
      show: 'summary'
    },
    {
      key: 'los-bus',
      daysAgo: 196,
      text: 'De bus naar het ziekenhuis rijdt niet meer na zeven. Bezoekuur is tot acht. Leg mij dat eens uit.',
      tellBack: byPhone('16')
    },
    {
      key: 'los-bloemen',
      daysAgo: 147,
      text: 'Iemand heeft bloemen geplant bij de vaart. Ik weet niet wie. Wil je zeggen dat ik elke dag ga kijken?',
      tellBack: notTold
    },
    {
      key: 'los-werk',
      daysAgo: 79,
      text: 'Mijn contract stopt en ik zoek werk in de buurt. Ik kan naaien. Als iemand iets weet.',
      show: 'none',
      tellBack: byPhone('17')
    },
    {
      key: 'los-stoep',
      daysAgo: 41,
      text: 'De stoep voor de bakker ligt scheef. Na de regen is het een zwembad. Mijn rolstoel kan veel, maar niet zwemmen.',
      tellBack: byLetter('Gelderse Roos 4')
    },
    {
      key: 'los-vragen',
      daysAgo: 16,
      text: 'Elk jaar komt er iemand met vragen. Nooit komt er iemand met antwoorden. Als jij terugkomt met een antwoord krijg je taart.',
      tellBack: through('agnieszka')
    },
    {
      key: 'los-warm',
      daysAgo: 2,
      text: 'Boven onder het dak is het in de zomer niet te doen. Ik slaap in bad. Zonder water, ja.',
      tellBack: byPhone('18')
    }
  ]),
  ...heard({ channel: 'street', helper: 'emre' }, [
    {
      key: 'los-stage',
      daysAgo: 51,
      text: 'Dertig brieven gestuurd voor een stage. Twee antwoorden. Als ik een andere postcode opschrijf krijg ik er meer, serieus getest.',
      show: 'none',
      tellBack: through('emre')
    },
    {
      key: 'los-basket',
      daysAgo: 22,
      area: 'roos',
      text: 'Er zit geen net aan de ring. Zonder net weet je nooit zeker of hij raak was. Altijd ruzie.',
      tellBack: byMail('geennet')
    }
  ]),
  ...heard({ channel: 'meeting', helper: 'ans' }, [
    {
      key: 'los-tolk',
      daysAgo: 236,
      text: 'Ik wil graag komen naar de avond, maar ik versta niet alles. Als iemand naast mij zit die zachtjes vertelt, dan kom ik.',
      tellBack: byPhone('19')
    },
    {
      key: 'los-kas',
      daysAgo: 87,
      text: 'Wie telt het geld van de soeppot? Ik vertrouw jullie hoor. Maar hang het op, dan hoeft niemand te vertrouwen.',
      tellBack: byMail('soeppot')
    }
  ]),
  ...heard({ channel: 'group', helper: 'joyce', area: 'wingerd' }, [
    {
      key: 'los-srn',
      daysAgo: 122,
      lang: 'srn',
      text: 'Fu san ede den no e piki wi?',
      translation: inDutch('joyce', 122, 'Waarom geven ze ons geen antwoord?')
    }
  ]),
  ...heard({ channel: 'online' }, [
    {
      key: 'los-swim',
      daysAgo: 156,
      lang: 'en',
      text: 'Swimming lessons are so expensive. Three children, and we live next to a canal. Could the neighbourhood do something together?',
      area: 'roos',
      tellBack: byMail('three.swimmers')
    },
    {
      key: 'los-wifi',
      daysAgo: 46,
      lang: 'en',
      text: 'Is there any place with wifi where you do not have to buy coffee?',
      show: 'summary'
    },
    {
      key: 'los-thanks',
      daysAgo: 9,
      lang: 'en',
      text: 'I used the code from the card Bep gave me. Nothing solved yet, but at least I can see where it is stuck. Thank you.',
      tellBack: byMail('where.it.is.stuck')
    }
  ])
]
