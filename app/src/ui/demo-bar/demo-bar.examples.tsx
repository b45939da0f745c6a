import { type Example } from '../example.ts'
import { DemoBar } from './demo-bar.tsx'

export const examples: Example[] = [
  {
    name: 'become somebody',
    show: () => (
      <DemoBar
        words={{
          now: 'Voorbeeldbuurt: je kijkt als Fatima',
          choose: 'Word iemand anders',
          list: 'Voorbeeld van de balk'
        }}
        action="/stijl"
        now="fatima"
        more={{ href: '#', text: 'Wat kun je hier proberen?' }}
        people={[
          { id: 'fatima', name: 'Fatima', role: 'trekker van de flatcommissie Kruidenhof' },
          { id: 'kofi', name: 'Kofi', role: 'bewoner die bij deuren langsgaat' },
          { id: 'niemand', name: 'Niemand', role: 'een buur zonder account' }
        ]}
      />
    )
  }
]
