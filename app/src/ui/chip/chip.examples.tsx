import { type Example } from '../example.ts'
import { Chip } from './chip.tsx'

export const examples: Example[] = [
  {
    name: 'the four kinds',
    show: () => (
      <p>
        <Chip>Toezegging voor 1 september</Chip> <Chip kind="wait">Wacht op antwoord tot 12 mei</Chip>{' '}
        <Chip kind="late">9 dagen te laat</Chip> <Chip kind="good">Nagekomen, zeggen bewoners</Chip>
      </p>
    )
  },
  {
    name: 'long words',
    show: () => (
      <p>
        <Chip kind="late">
          Het antwoord had er zes weken geleden moeten zijn, en ook na de tweede brief kwam er niets
        </Chip>
      </p>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <p lang="ar" dir="rtl">
        <Chip kind="late">متأخر ٩ أيام</Chip>
      </p>
    )
  }
]
