// The institutions that the neighbourhood deals with. Who works there, and from when to when, stands with the people.
import { type Institution } from './story.ts'

export const institutions: readonly Institution[] = [
  {
    key: 'gemeente',
    kind: 'municipality',
    name: 'Gemeente Wilgerdam',
    department: 'Afdeling Wijken en Buitenruimte',
    about: 'De gemeente gaat over straten, verlichting, afval, groen en verkeer. Deze afdeling is er voor alle wijken.',
    reach: 'wijken@example.org, 06-00000071',
    daysAgo: 430
  },
  {
    key: 'wilgerwonen',
    kind: 'housing',
    name: 'Woningcorporatie Wilgerwonen',
    about: 'Wilgerwonen verhuurt de woningen in de Wingerdflat en de Gelderse Roos en onderhoudt de gebouwen.',
    reach: 'bewoners@example.org, 06-00000072',
    daysAgo: 430
  },
  {
    key: 'welzijn',
    kind: 'welfare',
    name: 'Welzijn Wilgerdam',
    about: 'Welzijn Wilgerdam steunt bewoners met ruimte, uren en kennis. Het beheert het buurthuis.',
    reach: 'buurthuis@example.org, 06-00000073',
    daysAgo: 421
  },
  {
    key: 'school',
    kind: 'school',
    name: 'Basisschool Het Moerbeinest',
    about: 'De basisschool van de buurt, met 310 kinderen. De gymzaal is na vier uur vrij.',
    reach: 'school@example.org, 06-00000074',
    daysAgo: 412
  }
]
