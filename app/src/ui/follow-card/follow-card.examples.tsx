import { Qr } from '../qr/qr.tsx'
import { type Example } from '../example.ts'
import { FollowCard, PrintSheet } from './follow-card.tsx'

const card = (code: string) => (
  <FollowCard
    siteName="Kastanjebuurt"
    title="Wat is er met jouw inbreng gebeurd?"
    codeLabel="Jouw code"
    code={code}
    qr={<Qr text={`https://kastanjebuurt.example/volg/${code}`} label={`QR-code van ${code}`} />}
    address="kastanjebuurt.example/volg"
  >
    <p>Scan het vierkant, of vul je code in. Geen internet? Laat dit kaartje zien in buurthuis De Kastanje.</p>
  </FollowCard>
)

export const examples: Example[] = [
  { name: 'the card someone keeps', show: () => card('K7QF2M9D4T') },
  { name: 'several on a sheet', show: () => <PrintSheet>{['4TQF2M9DK7', 'ZK7QF2M9D4'].map(card)}</PrintSheet> },
  {
    name: 'right to left, without a square',
    show: () => (
      <div lang="ar" dir="rtl">
        <FollowCard
          siteName="حي الكستناء"
          title="ماذا حدث لما قلته؟"
          codeLabel="رمزك"
          code="K7QF 2M9D 4T"
          address="kastanjebuurt.example/volg"
        >
          <p>احتفظ بهذه البطاقة.</p>
        </FollowCard>
      </div>
    )
  }
]
