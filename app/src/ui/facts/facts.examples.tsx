import { type Example } from '../example.ts'
import { Facts, Steps } from './facts.tsx'

export const examples: Example[] = [
  {
    name: 'facts of a request',
    show: () => (
      <Facts
        facts={[
          { term: 'Gevraagd door', detail: <a href="#groep">Flatcommissie Kruidenhof</a> },
          { term: 'Aan', detail: 'Woningcorporatie De Linde' },
          { term: 'Antwoord uiterlijk', detail: '12 mei 2026' },
          { term: 'Grondslag', detail: 'Wet op het overleg huurders verhuurder, artikel 5: binnen zes weken' }
        ]}
      />
    )
  },
  {
    name: 'steps',
    show: () => (
      <Steps
        steps={[
          'Jij vertelt wat je belangrijk vindt.',
          'Bewoners brengen bij elkaar wat bij elkaar hoort, en een groep uit de buurt maakt er een doel van.',
          'Wij vertellen je wat ermee gebeurde.'
        ]}
      />
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Facts facts={[{ term: 'إلى', detail: 'جمعية الإسكان' }]} />
        <Steps steps={['أنت تتكلم.', 'نحن نخبرك بما حدث.']} />
      </div>
    )
  }
]
