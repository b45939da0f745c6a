import { type Example } from '../example.ts'
import { ReadAloud } from './read-aloud.tsx'

export const examples: Example[] = [
  {
    name: 'Hidden until the device can speak',
    show: () => (
      <>
        <p>Op apparaten die kunnen praten staat hieronder een knop.</p>
        <ReadAloud words="Lees voor" />
      </>
    )
  }
]
