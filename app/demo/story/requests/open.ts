// Questions that still wait: for the institution, or for the residents' own verdict.
import { type Request } from '../story.ts'

export const openRequests: readonly Request[] = [
  {
    key: 'ratten-plan',
    goal: 'ratten',
    to: 'gemeente',
    daysAgo: 72,
    by: 'agnieszka',
    title: 'Maak een plan tegen ratten, voor het hele jaar',
    text: 'Wij vragen een vaste ploeg die elke maand komt, dichte bakken bij de eendjes en iemand die terugbelt na een melding. Wij vragen u daarover een besluit te nemen.',
    promisedLevel: 'work-along',
    basis: 'application',
    events: [
      {
        kind: 'receipt',
        daysAgo: 69,
        by: 'lotte',
        text: 'Uw aanvraag is binnen. Wij nemen binnen acht weken een besluit.'
      },
      {
        kind: 'delay',
        daysAgo: 18,
        by: 'lotte',
        why: 'Het lukt ons niet op tijd. De ploeg die dit moet doen heeft nu te weinig mensen. Ik wil u geen half plan geven. Ik verwacht het besluit over vier weken.',
        expected: -12
      }
    ],
    outcome: 'delayed'
  },
  {
    key: 'jongeren-begeleider',
    goal: 'jongeren',
    to: 'welzijn',
    daysAgo: 58,
    by: 'emre',
    title: 'Geef ons iemand op woensdag, die wij zelf kiezen',
    text: 'Wij willen op woensdag iemand erbij van wie we huiswerk en muziek kunnen leren. Niet iemand die oplet. Wij willen zelf met mensen praten en dan kiezen.',
    promisedLevel: 'decide-along',
    basis: 'voluntary-promise',
    events: [
      { kind: 'receipt', daysAgo: 56, by: 'femke', text: 'Hoi Emre, ik heb jullie vraag. Ik kijk wie er uren heeft.' },
      {
        kind: 'reply',
        daysAgo: 20,
        by: 'femke',
        text: 'Er zijn twee mensen met tijd op woensdagavond. Jullie spreken ze allebei en zeggen wie het wordt. Lukt het met geen van de twee, dan zoek ik verder.'
      }
    ],
    outcome: 'replied'
  },
  {
    key: 'licht-gangen',
    goal: 'licht',
    to: 'wilgerwonen',
    daysAgo: 51,
    by: 'joyce',
    title: 'Vervang de lampen in alle twaalf gangen',
    text: 'Wij hebben alle lampen geteld. Van de 240 zijn er 93 stuk. Vervang de lampen in alle twaalf gangen en zet de sensor langer. Wij willen mee beslissen welke gang het eerst komt.',
    promisedLevel: 'decide-along',
    basis: 'voluntary-promise',
    events: [
      {
        kind: 'receipt',
        daysAgo: 49,
        by: 'samira',
        text: 'Uw vraag is goed aangekomen. U hoort van ons binnen zes weken.'
      }
    ],
    outcome: 'late'
  },
  {
    key: 'brieven-taal',
    goal: 'brieven',
    to: 'gemeente',
    daysAgo: 30,
    by: 'ans',
    title: 'Schrijf brieven die wij begrijpen',
    text: 'Zet bovenaan elke brief: wat moet ik doen en voor welke dag. Zet er een nummer bij waar een mens opneemt. Laat tien bewoners de brieven eerst lezen. Snappen zij het niet, dan gaat de brief niet weg.',
    promisedLevel: 'decide-along',
    basis: 'voluntary-promise',
    events: [
      {
        kind: 'receipt',
        daysAgo: 27,
        by: 'lotte',
        text: 'Dank voor uw vraag. Ik schrijf hem zelf ook op een briefje boven mijn bureau.'
      },
      {
        kind: 'counterQuestion',
        daysAgo: 11,
        by: 'lotte',
        text: 'Er zijn ongeveer tweehonderd soorten brieven. Met welke vijf zullen wij beginnen? Heeft u er een paar die bewoners moeilijk vinden?'
      }
    ],
    outcome: 'counterAsked'
  },
  {
    key: 'jongeren-ruimte',
    goal: 'jongeren',
    to: 'gemeente',
    daysAgo: 20,
    by: 'emre',
    title: 'Geef ons de lege ruimte onder de metro',
    text: 'Onder de metro is een lege ruimte van de gemeente. Wij vragen die aan voor ons team. Wij schilderen zelf, de sportclub helpt met de sleutel. Wij willen zelf beslissen over tijden en regels.',
    promisedLevel: 'decide',
    basis: 'application',
    events: [
      {
        kind: 'receipt',
        daysAgo: 17,
        by: 'lotte',
        text: 'Jullie aanvraag is binnen. Ik zoek de tekeningen van de ruimte erbij.'
      }
    ],
    outcome: 'sent'
  }
]
