import { Qr } from '../qr/qr.tsx'
import { type Example } from '../example.ts'
import { BallotPaper, PlanSheet, Poster, type PaperPlan, type PaperStep } from './paper.tsx'

const plans: PaperPlan[] = [
  { number: 1, title: 'Zes bankjes op de route naar de winkel', meta: '€ 6.550,50' },
  { number: 2, title: 'Een grote keuken voor de zaterdag', meta: '€ 5.740' },
  { number: 3, title: 'Muziek onder de metro', meta: '€ 3.400' }
]
const steps: PaperStep[] = [
  { step: 'look', text: 'Kijk naar de plannen.' },
  { step: 'tick', text: 'Zet een kruis bij hoogstens 3 plannen.' },
  { step: 'box', text: 'Doe het papier in de bus.' }
]

export const examples: Example[] = [
  {
    name: 'a ballot with its code',
    show: () => (
      <BallotPaper
        siteName="Kastanjebuurt"
        title="Stembiljet buurtbudget"
        steps={steps}
        plans={plans}
        codeLabel="Stemcode"
        code={{
          code: 'K7QF 2M9 D4TX',
          qr: <Qr text="https://kastanjebuurt.example/stem" label="QR-code om te stemmen" />
        }}
      >
        <p>Je kunt ook stemmen op kastanjebuurt.example</p>
      </BallotPaper>
    )
  },
  {
    name: 'a specimen, to divide points',
    show: () => (
      <BallotPaper
        siteName="Kastanjebuurt"
        title="Stembiljet"
        steps={steps}
        plans={plans.map((plan) => ({ ...plan, pot: plan.number < 3 ? 'Groen' : 'Jeugd' }))}
        points
        codeLabel="Hier komt de code"
        specimen="Voorbeeld"
      />
    )
  },
  {
    name: 'a page of the booklet',
    show: () => (
      <PlanSheet number={4} title="Een tuin op de hoek">
        <p>Op de hoek ligt alleen gras. Wij planten er groente.</p>
      </PlanSheet>
    )
  },
  {
    name: 'the poster',
    show: () => (
      <Poster siteName="Kastanjebuurt" title="Jij kiest" steps={steps} plans={plans} address="kastanjebuurt.example" />
    )
  }
]
