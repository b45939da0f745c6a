import { type Example } from '../example.ts'
import { PhotoFrame } from './photo.tsx'

export const examples: Example[] = [
  {
    name: 'a picture of the place',
    show: () => <PhotoFrame src="/teken.svg" alt="Twee flats met een boom ertussen" width={320} height={160} />
  }
]
