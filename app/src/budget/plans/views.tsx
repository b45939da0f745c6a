// How a plan looks: on a card, and whole on its one page.
import { supportersNeeded, cents, type RoundSettings } from '@buurtmacht/domain'
import { Card, Chip, Facts, Table, type ChipKind } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import { itemsIn, potOf, type PlanRow } from './queries.ts'

const chips: Record<PlanRow['state'], ChipKind> = {
  draft: 'plain',
  handedIn: 'wait',
  onBallot: 'good',
  notOnBallot: 'no',
  merged: 'plain',
  withdrawn: 'plain'
}

export const PlanChip = ({ visit, plan }: { visit: Visit; plan: Pick<PlanRow, 'state'> }) => (
  <Chip kind={chips[plan.state]}>{visit.t.find(`plan-state.${plan.state}`) ?? plan.state}</Chip>
)

export const PlanCard = ({ visit, plan }: { visit: Visit; plan: PlanRow }) => (
  <Card
    title={plan.title}
    href={`/plannen/${plan.id}`}
    meta={[plan.group_name, visit.t.money(plan.cost)].filter(Boolean).join(' · ')}
  >
    <PlanChip visit={visit} plan={plan} />
  </Card>
)

/** @param named among other plans on a page: the table of costs says whose they are. */
export function PlanPaper({ visit, plan, named }: { visit: Visit; plan: PlanRow; named?: boolean }) {
  const { t } = visit
  return (
    <>
      {plan.what.split('\n').map((line, at) => (
        <p key={at} dir="auto">
          {line}
        </p>
      ))}
      <Facts
        facts={[
          { term: t('plan.for-whom'), detail: plan.for_whom },
          { term: t('plan.where'), detail: plan.where_text },
          {
            term: t('plan.group'),
            detail: plan.group_id ? <a href={`/groepen/${plan.group_id}`}>{plan.group_name}</a> : t('plan.no-group')
          },
          ...(potOf(plan) ? [{ term: t('plan.pot'), detail: potOf(plan) }] : []),
          ...(plan.bursar ? [{ term: t('plan.bursar'), detail: plan.bursar }] : []),
          ...(plan.need_id
            ? [{ term: t('plan.need'), detail: <a href={`/buurtbehoeften/${plan.need_id}`}>{plan.need_sentence}</a> }]
            : [])
        ]}
      />
      <Table
        caption={named ? `${plan.title}: ${t('plan.costs')}` : t('plan.costs')}
        head={[t('plan.cost-what'), t('plan.cost-amount')]}
        numbers={[1]}
        rows={[
          ...itemsIn(plan).map((item) => [item.what, t.money(item.amount)]),
          [<strong key="total">{t('plan.cost-total')}</strong>, <strong key="sum">{t.money(plan.cost)}</strong>]
        ]}
      />
    </>
  )
}

/** About how many people have to want it. A rough number for its makers; nobody is turned away by it. */
export function Needed({
  visit,
  plan,
  settings
}: {
  visit: Visit
  plan: Pick<PlanRow, 'cost' | 'pot'>
  settings: RoundSettings
}) {
  const { t } = visit
  const pot = settings.pots.find((one) => one.key === plan.pot)
  const money = pot?.amount ?? settings.amount
  const n = supportersNeeded(cents(plan.cost), money, settings.votersExpected)
  return <p>{t('plan.needed', { cost: t.money(plan.cost), n, voters: settings.votersExpected })}</p>
}
