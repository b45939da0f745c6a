import { type Example } from '../example.ts'
import { Aloud, BigNumber, Lead, Meta, Row } from './text.tsx'
import { Chip } from '../chip/chip.tsx'

export const examples: Example[] = [
  {
    name: 'first words and small words',
    show: () => (
      <>
        <Lead>Het mag over alles gaan. Je hoeft je naam niet te zeggen. Wij vertellen je wat ermee gebeurt.</Lead>
        <Meta>3 maart · huis aan huis</Meta>
      </>
    )
  },
  { name: 'a number', show: () => <BigNumber number="18 van 31">vragen op tijd beantwoord dit jaar</BigNumber> },
  {
    name: 'a row',
    show: () => (
      <Row>
        <Chip kind="good">Nagekomen</Chip>
        <Meta>De Linde · 12 mei</Meta>
        <a href="#meer">
          Lees meer<Aloud> over de lampen</Aloud>
        </a>
      </Row>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <BigNumber number="١٨ من ٣١">سؤالاً أُجيب عنه في الوقت المحدد</BigNumber>
      </div>
    )
  }
]
