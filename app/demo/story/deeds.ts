// What people did themselves.
import { type Deed } from './story.ts'

export const deeds: readonly Deed[] = [
  {
    key: 'gele-hesjes',
    goal: 'oversteek',
    daysAgo: 289,
    by: 'naima',
    who: 'Acht ouders en een opa',
    what: 'Wij staan elke ochtend met gele hesjes op de hoek. De kinderen zwaaien. De auto’s remmen.'
  },
  {
    key: 'eerste-maaltijd',
    goal: 'eten',
    daysAgo: 262,
    by: 'kwabena',
    who: 'De kookploeg en dertig gasten',
    what: 'De eerste keer in de nieuwe keuken. Er was rijst, soep en ook aardappels met jus.'
  },
  {
    key: 'halen-en-brengen',
    goal: 'eten',
    daysAgo: 231,
    by: 'kwabena',
    who: 'Vier mensen van de sportclub',
    what: 'Wij halen op zaterdag wie niet kan lopen. Met de bus van de club.'
  },
  {
    key: 'lift-lijst',
    goal: 'lift',
    daysAgo: 248,
    by: 'joyce',
    who: 'Portiek 2, 6 en 11',
    what: 'Naast de lift hangt op elke etage een lijst. Is hij stuk? Dan schrijf je de dag en het uur op.'
  },
  {
    key: 'stoep-vegen',
    goal: 'containers',
    daysAgo: 244,
    by: 'sharlon',
    who: 'De jeugd van de sportclub',
    what: 'Wij hebben een zaterdag lang alles geveegd. Veertig zakken vol. De winkels gaven ijsjes.'
  },
  {
    key: 'zebra-feest',
    goal: 'oversteek',
    daysAgo: 113,
    by: 'naima',
    who: 'Groep 8 en de ouders',
    what: 'De zebra is open. Groep 8 liep als eerste, met toeters. De bus heeft netjes gewacht.'
  },
  {
    key: 'lampen-tellen',
    goal: 'licht',
    daysAgo: 64,
    by: 'bep',
    who: 'Bep en zes buren',
    what: 'Wij hebben op één avond alle lampen geteld. Van de 240 zijn er 93 stuk. Daarna was er koffie.'
  },
  {
    key: 'blauwe-muur',
    goal: 'jongeren',
    daysAgo: 61,
    by: 'emre',
    who: 'Twintig jongeren',
    what: 'Wij hebben bij de blauwe muur alles schoon gemaakt en geverfd. Er staan nu drie banken van pallets.'
  },
  {
    key: 'brood-bordje',
    goal: 'ratten',
    daysAgo: 55,
    by: 'agnieszka',
    who: 'Kinderen uit de Gelderse Roos',
    what: 'De kinderen hebben borden gemaakt: geen brood voor de eendjes, wel voor de ton. De ton is elke dag vol.'
  }
]
