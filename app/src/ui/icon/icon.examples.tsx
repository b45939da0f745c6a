import { type Example } from '../example.ts'
import { Icon, iconNames, Mark } from './icon.tsx'

export const examples: Example[] = [
  {
    name: 'every picture, each with its word',
    show: () => (
      <ul>
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    )
  },
  {
    name: 'the mark of the neighbourhood',
    show: () => (
      <p>
        <Mark /> Kastanjebuurt
      </p>
    )
  }
]
