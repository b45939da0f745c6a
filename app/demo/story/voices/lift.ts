// The lift of the Wingerdflat.
import { byLetter, byMail, byPhone, heard, inDutch, notTold, through } from './heard.ts'

export const liftVoices = [
  ...heard({ channel: 'door', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'lift-drie-dagen',
      daysAgo: 413,
      text: 'Drie dagen heb ik binnen gezeten. Drie dagen. Ik woon op negen hoog en ik ben 84. De kleinzoon heeft een brood naar boven gebracht.',
      tellBack: byPhone('51')
    },
    {
      key: 'lift-kinderwagen',
      daysAgo: 413,
      text: 'Ik til de kinderwagen acht trappen op. Eerst de wagen, dan de boodschappen, dan het kind. Of andersom, ik weet het nooit.',
      tellBack: byMail('achttrappen')
    },
    {
      key: 'lift-weekend',
      daysAgo: 406,
      text: 'Altijd op vrijdagmiddag gaat ie stuk. Dan komt er niemand tot maandag. Die lift weet precies wanneer het weekend is.',
      tellBack: byLetter('Wingerdflat 214')
    },
    {
      key: 'lift-vast',
      daysAgo: 397,
      text: 'Ik heb vastgezeten. Veertig minuten. Ik drukte op het belletje en kreeg een bandje. Ik ga er niet meer in.',
      show: 'summary',
      tellBack: through('bep')
    },
    {
      key: 'lift-tr',
      daysAgo: 390,
      lang: 'tr',
      text: 'Asansör yine bozuk. Annem üç gündür evden çıkamadı.',
      onBehalf: true,
      translation: inDutch('emre', 95, 'De lift is weer kapot. Mijn moeder kon drie dagen niet naar buiten.'),
      tellBack: byPhone('52')
    },
    {
      key: 'lift-verhuizer',
      daysAgo: 377,
      text: 'Ze hebben mijn bed boven gebracht door het raam. Met een kraan. Iedereen stond te kijken. Leuk, maar dat kost wel tweehonderd euro.',
      tellBack: notTold,
      show: 'summary'
    },
    {
      key: 'lift-pleister',
      daysAgo: 363,
      text: 'Ze plakken steeds een pleister. Een monteur van twintig minuten en weg. Koop gewoon een nieuwe lift, dat is op den duur nog goedkoper ook.',
      tellBack: byLetter('Wingerdflat 88')
    }
  ]),
  ...heard({ channel: 'group', helper: 'joyce', area: 'wingerd' }, [
    {
      key: 'lift-srn',
      daysAgo: 386,
      lang: 'srn',
      text: 'A lift broko baka. Mi no man waka na trapu moro.',
      translation: inDutch('joyce', 386, 'De lift is weer kapot. Ik kan de trap niet meer lopen.'),
      tellBack: through('joyce')
    },
    {
      key: 'lift-pap',
      daysAgo: 368,
      lang: 'pap',
      text: 'E lift ta kibrá atrobe. Mi mama no por baha trapi.',
      onBehalf: true,
      translation: inDutch('sharlon', 365, 'De lift is weer kapot. Mijn moeder kan de trap niet af.'),
      tellBack: byPhone('53')
    },
    {
      key: 'lift-huur',
      daysAgo: 344,
      text: 'De huur gaat elk jaar omhoog. De lift niet.',
      tellBack: byMail('dehuurgaatomhoog')
    }
  ]),
  ...heard({ channel: 'phone', helper: 'joyce', area: 'wingerd' }, [
    {
      key: 'lift-thuiszorg',
      daysAgo: 331,
      text: 'De thuiszorg komt niet meer boven als de lift stuk is. Ze mogen dat niet van hun baas. Dan wordt mijn vader dus niet gewassen.',
      onBehalf: true,
      show: 'none',
      tellBack: byPhone('54')
    },
    {
      key: 'lift-ak',
      daysAgo: 318,
      lang: 'ak',
      text: 'Lift no asɛe bio. Mabrɛ.',
      translation: inDutch('kwabena', 317, 'De lift is weer kapot. Ik ben moe.'),
      tellBack: through('kwabena')
    },
    {
      key: 'lift-bordje',
      daysAgo: 296,
      text: 'Hang tenminste een papier op: kapot sinds dan, monteur komt dan. Nu sta je daar als een gek op een knop te drukken.',
      tellBack: byPhone('55')
    }
  ]),
  ...heard({ channel: 'online', area: 'wingerd' }, [
    {
      key: 'lift-pl',
      daysAgo: 274,
      lang: 'pl',
      text: 'Winda znowu nie działa. Mieszkam na ósmym piętrze.',
      translation: inDutch('agnieszka', 271, 'De lift doet het weer niet. Ik woon op de achtste verdieping.'),
      tellBack: byMail('osmepietro')
    },
    {
      key: 'lift-again',
      daysAgo: 92,
      lang: 'en',
      text: 'They repaired it, thank you. It then broke on Saturday and the emergency number said to call on Monday. So what is an emergency?',
      tellBack: byMail('what.is.an.emergency')
    }
  ]),
  ...heard({ channel: 'paper', helper: 'bep', area: 'wingerd' }, [
    {
      key: 'lift-tekening',
      daysAgo: 84,
      text: 'Beste lift, ga niet stuk als ik zwemles heb. Groetjes.',
      tellBack: byLetter('Wingerdflat 150')
    }
  ])
]
