import { type Example } from '../example.ts'
import { Qr } from './qr.tsx'

export const examples: Example[] = [
  {
    name: 'an address to scan',
    show: () => (
      <Qr text="https://kastanjebuurt.example/volg/K7QF2M9D4T" label="QR-code naar kastanjebuurt.example/volg" />
    )
  }
]
