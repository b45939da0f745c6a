// Questions that came to an end: answered, not answered, or taken back. Residents said so, not the institutions.
import { type Request } from '../story.ts'

export const closedRequests: readonly Request[] = [
  {
    key: 'eten-keuken',
    goal: 'eten',
    to: 'welzijn',
    daysAgo: 318,
    by: 'kwabena',
    title: 'Mogen wij op zaterdag in de keuken van het buurthuis?',
    text: 'Wij koken elke zaterdag voor zestig mensen. Nu doen wij de afwas in een badkamer. In het buurthuis staat een grote keuken. Mogen wij daar koken, van twee tot acht uur?',
    promisedLevel: 'decide-along',
    basis: 'voluntary-promise',
    events: [
      {
        kind: 'receipt',
        daysAgo: 316,
        by: 'femke',
        text: 'Dank voor uw vraag. Ik heb hem gelezen en ga erover praten met de beheerder.'
      },
      {
        kind: 'counterQuestion',
        daysAgo: 310,
        by: 'femke',
        text: 'Wat een mooi plan. Met hoeveel mensen wilt u koken? En wie sluit er af?'
      },
      {
        kind: 'clarification',
        daysAgo: 306,
        by: 'kwabena',
        text: 'Wij koken met acht mensen. Drie van ons hebben een papier voor schoon werken. Ik sluit zelf af.'
      },
      {
        kind: 'reply',
        daysAgo: 295,
        by: 'femke',
        text: 'Ja, dat kan. U krijgt een eigen sleutel. U beslist zelf hoe u de zaterdag inricht. Wij regelen een tweede fornuis.'
      },
      {
        kind: 'answered',
        daysAgo: 290,
        by: 'kwabena',
        experienced: 'decide',
        text: 'Dit is een echt antwoord. Wij mogen zelf beslissen, dat is meer dan beloofd.'
      }
    ],
    outcome: 'answered'
  },
  {
    key: 'oversteek-zebra',
    goal: 'oversteek',
    to: 'gemeente',
    daysAgo: 312,
    by: 'naima',
    title: 'Maak een zebra bij de school',
    text: 'Aan de gemeenteraad. Onze kinderen steken elke dag een drukke weg over. Auto’s rijden te hard. Wij vragen een zebra, een smalle weg en palen op de hoek. Wij willen meepraten over de plek.',
    promisedLevel: 'think-along',
    basis: 'council-letter',
    countsFrom: 303,
    events: [
      {
        kind: 'receipt',
        daysAgo: 308,
        by: 'pieter',
        text: 'Uw brief is binnen. Hij staat op de lijst voor de volgende raadsvergadering.'
      },
      {
        kind: 'reply',
        daysAgo: 270,
        by: 'pieter',
        text: 'De raad vindt dat u gelijk heeft. Wij maken een zebra en versmallen de weg. Ik kom met de tekening naar u toe, dan wijst u de beste plek aan.'
      },
      {
        kind: 'answered',
        daysAgo: 262,
        by: 'naima',
        experienced: 'work-along',
        text: 'Er kwam een tekening op tafel en wij mochten erop tekenen. Zo kan het dus ook.'
      }
    ],
    outcome: 'answered'
  },
  {
    key: 'oversteek-hek',
    goal: 'oversteek',
    to: 'school',
    daysAgo: 310,
    by: 'naima',
    title: 'Doe het tweede hek open',
    text: 'Bij het grote hek is het te druk. Aan de kant van het park is nog een hek. Kan dat open als de school begint en uitgaat? Wij willen daar met ouders staan.',
    promisedLevel: 'work-along',
    basis: 'voluntary-promise',
    events: [
      { kind: 'receipt', daysAgo: 309, by: 'marlon', text: 'Gelezen bij het hek. Ik kom erop terug.' },
      {
        kind: 'reply',
        daysAgo: 296,
        by: 'marlon',
        text: 'Goed idee. Wij zoeken de sleutel, die is al jaren kwijt. Lukt dat niet, dan laat ik een nieuw slot maken. Wij kopen ook twaalf gele hesjes.'
      },
      {
        kind: 'answered',
        daysAgo: 292,
        by: 'naima',
        experienced: 'work-along',
        text: 'Duidelijk antwoord, en we doen het samen.'
      }
    ],
    outcome: 'answered'
  },
  {
    key: 'containers-extra',
    goal: 'containers',
    to: 'gemeente',
    daysAgo: 262,
    by: 'sharlon',
    title: 'Klacht: de bakken zijn altijd vol',
    text: 'De bakken in de Gelderse Roos zijn elke week vol. Aan de andere kant van de vaart komt de wagen drie keer, bij ons één keer. Wij vinden dat niet eerlijk. Zet er vier bakken bij of kom vaker.',
    promisedLevel: 'think-along',
    basis: 'complaint',
    events: [
      {
        kind: 'receipt',
        daysAgo: 258,
        by: 'pieter',
        text: 'Wij hebben uw klacht ontvangen. U krijgt binnen zes weken antwoord.'
      },
      {
        kind: 'delay',
        daysAgo: 225,
        by: 'pieter',
        why: 'Wij zoeken nog plekken waar geen kabels liggen. Dat duurt langer dan ik dacht. Het spijt mij. De wagen komt vanaf nu wel twee keer per week.',
        expected: 192
      },
      {
        kind: 'withdrawn',
        daysAgo: 205,
        by: 'sharlon',
        why: 'De wagen komt nu vaker. De plekken die overblijven willen wij zelf niet. Dat is zo besloten in het buurtberaad.'
      }
    ],
    outcome: 'withdrawn'
  },
  {
    key: 'lift-storing',
    goal: 'lift',
    to: 'wilgerwonen',
    daysAgo: 240,
    by: 'joyce',
    title: 'Maak de lift echt goed, en kom ook in het weekend',
    text: 'De lift was dit jaar 41 dagen stuk. Mensen zitten vast in huis. Wij vragen: een nieuwe motor, een monteur in het weekend en een papier bij de deur met wat er aan de hand is.',
    promisedLevel: 'think-along',
    basis: 'voluntary-promise',
    events: [
      {
        kind: 'receipt',
        daysAgo: 237,
        by: 'samira',
        text: 'Dank u wel. Ik leg uw vraag voor aan onze afdeling techniek.'
      },
      {
        kind: 'counterQuestion',
        daysAgo: 228,
        by: 'samira',
        text: 'Onze techniek telt 19 dagen en u 41. Kunt u laten zien hoe u telt?'
      },
      {
        kind: 'clarification',
        daysAgo: 222,
        by: 'joyce',
        text: 'Hier is onze lijst, met de dag en het uur. U telt alleen de dagen dat er een monteur was. Wij tellen de dagen dat wij moesten lopen.'
      },
      {
        kind: 'reply',
        daysAgo: 203,
        by: 'samira',
        text: 'U heeft gelijk over het tellen. Wij vervangen de motor. Ook krijgt de lift een storingsdienst in het weekend. Een papier bij de deur vind ik een goed idee, dat doen we meteen.'
      },
      {
        kind: 'answered',
        daysAgo: 196,
        by: 'joyce',
        experienced: 'inform',
        text: 'Wij hebben antwoord. Maar meedenken was het niet: de motor was al gekozen toen wij kwamen.'
      }
    ],
    outcome: 'answered'
  },
  {
    key: 'schimmel-advies',
    goal: 'schimmel',
    to: 'wilgerwonen',
    daysAgo: 160,
    by: 'joyce',
    title: 'Ons advies over vocht: meet alle huizen en laat de cijfers zien',
    text: 'U wilt alleen rooster en verf. Wij geven een ander advies. Meet het vocht in elk huis. Geef de cijfers aan de mensen die er wonen. Maak daarna samen met ons een plan.',
    promisedLevel: 'decide-along',
    basis: 'tenants-advice',
    events: [
      { kind: 'receipt', daysAgo: 157, by: 'samira', text: 'Ik heb uw advies doorgestuurd naar het hoofdkantoor.' },
      {
        kind: 'reply',
        daysAgo: 119,
        by: 'samira',
        text: 'In antwoord op uw schrijven inzake bovengenoemd onderwerp delen wij u mede dat, mede gelet op het vigerende meerjarenonderhoudsprogramma en de daarbinnen beschikbare investeringsruimte, thans geen aanleiding wordt gezien over te gaan tot complexgewijze monitoring van hygrische parameters, onverminderd de mogelijkheid dat in een nader te bepalen aantal referentiewoningen steekproefsgewijs metingen worden verricht, waaraan geen rechten kunnen worden ontleend.'
      },
      {
        kind: 'unanswered',
        daysAgo: 112,
        by: 'joyce',
        experienced: 'inform',
        why: 'Wij hebben dit met zijn vijven gelezen. Wij weten nog steeds niet: ja of nee, waar, en wanneer. En niemand zegt waarom ons advies niet goed is.'
      }
    ],
    outcome: 'unanswered'
  },
  {
    key: 'licht-metro',
    goal: 'licht',
    to: 'gemeente',
    daysAgo: 116,
    by: 'joyce',
    title: 'Hang lampen onder de metro',
    text: 'Onder de metro is het zwart. Meiden van de sportclub lopen er met hun telefoon aan. Hang er zes lampen die niet stuk kunnen. Loop eerst een avond met ons mee.',
    promisedLevel: 'work-along',
    basis: 'voluntary-promise',
    events: [
      {
        kind: 'receipt',
        daysAgo: 113,
        by: 'lotte',
        text: 'Ik ben nieuw hier. Ik heb gelezen wat u eerder aan mijn voorganger vroeg. Ik loop graag een avond mee.'
      },
      {
        kind: 'reply',
        daysAgo: 84,
        by: 'lotte',
        text: 'Dank voor de avond, ik heb het zelf gezien. Wij hangen zes lampen op. Bij het fietsenrek moet eerst een kabel komen, dat duurt langer. Voor allebei noem ik een datum.'
      },
      {
        kind: 'answered',
        daysAgo: 77,
        by: 'joyce',
        experienced: 'think-along',
        text: 'Goed dat zij meeliep. De plek van de lampen is daarna wel zonder ons gekozen.'
      }
    ],
    outcome: 'answered'
  }
]
