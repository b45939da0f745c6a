import { type Example } from '../example.ts'
import { BarChart } from './chart.tsx'
import { SpentChart, SpentKey } from './spent.tsx'

export const examples: Example[] = [
  {
    name: 'out of how many',
    show: () => (
      <BarChart
        title="Op tijd beantwoord"
        head={{ label: 'Instantie', value: 'Vragen' }}
        rows={[
          { label: 'Woningcorporatie De Linde', value: 5, of: 12, words: '5 van 12' },
          { label: 'Stadsdeel', value: 10, of: 14, words: '10 van 14' },
          { label: 'Welzijn Samen', value: 0, of: 5, words: '0 van 5' }
        ]}
      />
    )
  },
  {
    name: 'plain numbers',
    show: () => (
      <BarChart
        title="Inbreng per kanaal"
        head={{ label: 'Kanaal', value: 'Inbreng' }}
        rows={[
          { label: 'Aan de deur', value: 84 },
          { label: 'Op papier', value: 31 },
          { label: 'Online', value: 22 }
        ]}
      />
    )
  },
  {
    name: 'money going down',
    show: () => (
      <>
        <SpentKey before="al betaald" part="dit plan" left="nog over" />
        <SpentChart
          label="Van de € 20.000 is na twee plannen € 5.000 over."
          all={20_000}
          rows={[
            { label: '4', part: 10_000, left: 10_000 },
            { label: '12', part: 5_000, left: 5_000 }
          ]}
        />
      </>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <BarChart
          title="كيف سمعنا"
          head={{ label: 'الطريقة', value: 'العدد' }}
          rows={[{ label: 'عند الباب', value: 3, of: 4, words: '٣ من ٤' }]}
        />
      </div>
    )
  }
]
