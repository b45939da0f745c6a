// Plans that came from what somebody said: where they stand, and the money once they were chosen.
import { Chip, type ChipKind } from '../../ui/index.ts'
import type { Visit } from '../../web/index.ts'
import type { PlanOnWay } from './queries.ts'

const chips: Record<PlanOnWay['state'], ChipKind> = {
  draft: 'plain',
  handedIn: 'wait',
  onBallot: 'wait',
  notOnBallot: 'no',
  merged: 'plain',
  withdrawn: 'plain'
}

export const PlanLine = ({ visit, plan }: { visit: Visit; plan: PlanOnWay }) => (
  <div class="asked">
    <p>
      <a href={`/plannen/${plan.id}`}>{plan.title}</a>
    </p>
    <p>
      <Chip kind={plan.won ? 'good' : chips[plan.state]}>
        {plan.won ? visit.t('way.plan-won') : (visit.t.find(`plan-state.${plan.state}`) ?? plan.state)}
      </Chip>
    </p>
    <p class="meta">{plan.round}</p>
  </div>
)

/** A plan that was chosen, with what was paid: the books are one step away. */
export const PaidLine = ({ visit: { t }, plan }: { visit: Visit; plan: PlanOnWay }) => (
  <p>
    <a href={`/kasboek/plan/${plan.id}`}>{plan.title}</a>
    <br />
    <span class="meta">{t(plan.paid > 0 ? 'way.plan-paid' : 'way.plan-unpaid', { amount: t.money(plan.paid) })}</span>
  </p>
)

export function PlansFromHere({ visit, plans }: { visit: Visit; plans: readonly PlanOnWay[] }) {
  if (plans.length === 0) return null
  return (
    <section>
      <h2>{visit.t('way.plans')}</h2>
      {plans.map((plan) => (
        <PlanLine key={plan.id} visit={visit} plan={plan} />
      ))}
    </section>
  )
}
