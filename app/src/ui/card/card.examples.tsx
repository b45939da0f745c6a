import { BigNumber } from '../text/text.tsx'
import { Chip } from '../chip/chip.tsx'
import { MiniWay } from '../way/way.tsx'
import { Row } from '../text/text.tsx'
import { type Example } from '../example.ts'
import { Card, CardGrid } from './card.tsx'

export const examples: Example[] = [
  {
    name: 'goals side by side',
    show: () => (
      <CardGrid>
        <Card
          title="Licht in gangen en portieken"
          href="#licht"
          meta="Flatcommissie Kruidenhof · 42 bewoners zeiden dit"
        >
          <MiniWay
            label="Vier van de zeven haltes; wacht op antwoord"
            stops={['done', 'done', 'done', 'now', 'ahead', 'ahead', 'ahead']}
          />
          <Row>
            <Chip kind="late">9 dagen te laat</Chip> <span class="meta">De Linde</span>
          </Row>
        </Card>
        <Card title="Een eigen plek voor jongeren" href="#plek" meta="Jongerenteam K4 · 67 bewoners zeiden dit">
          <MiniWay label="Zes van de zeven haltes" stops={['done', 'done', 'done', 'done', 'done', 'now', 'ahead']} />
          <Row>
            <Chip>Toezegging voor 1 september</Chip>
          </Row>
        </Card>
      </CardGrid>
    )
  },
  {
    name: 'few honest numbers',
    show: () => (
      <CardGrid kind="small">
        <Card>
          <BigNumber number="18 van 31">vragen op tijd beantwoord dit jaar</BigNumber>
        </Card>
        <Card>
          <BigNumber number="7 van 9">toezeggingen nagekomen, zeggen bewoners</BigNumber>
        </Card>
        <Card>
          <BigNumber number="214 van 260">mensen verteld wat er met hun inbreng gebeurde</BigNumber>
        </Card>
      </CardGrid>
    )
  },
  {
    name: 'long words',
    show: () => (
      <CardGrid kind="one">
        <Card
          title="Bewonersparticipatieondersteuningsorganisatieoverleg over het achterstallig onderhoud van alle galerijen"
          href="#lang"
          meta="Samenwerkingsverband van bewonerscommissies, kerken, moskeeën en sportverenigingen in de hele buurt"
        >
          <p>Een kaart houdt ook lange namen binnen zijn rand.</p>
        </Card>
      </CardGrid>
    )
  },
  {
    name: 'right to left',
    show: () => (
      <div lang="ar" dir="rtl">
        <Card title="ضوء في الممرات" href="#ar" meta="لجنة سكان المبنى · قال ذلك ٤٢ ساكنًا">
          <Row>
            <Chip kind="wait">ننتظر الجواب</Chip>
          </Row>
        </Card>
      </div>
    )
  }
]
