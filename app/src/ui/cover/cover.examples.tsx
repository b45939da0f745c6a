import { type Example } from '../example.ts'
import { CoverGrid } from './cover.tsx'

export const examples: Example[] = [
  {
    name: 'two boxes of a receipt will be covered',
    show: () => (
      <CoverGrid
        name="cells"
        src="/teken.svg"
        alt="Een bon"
        width={320}
        height={320}
        rows={4}
        columns={4}
        legend="Wat mag niemand zien?"
        hint="Tik op de vakken die zwart moeten worden."
        cell={(row, column) => `Rij ${row + 1}, vak ${column + 1}`}
        values={['0-1', '0-2']}
      />
    )
  }
]
