/** How a ballot looks on a phone: plans to choose from, and what is sent. */
import { potOf, settingsIn, type PlanRow } from '../../budget/index.ts'
import {
  BackLink,
  Button,
  ChoicesField,
  Facts,
  Form,
  Lead,
  LinkButton,
  Notice,
  Table,
  TextField
} from '../../ui/index.ts'
import { Refused, refusalWords, type Sent, type Visit } from '../../web/index.ts'
import type { Round } from './actions.ts'
import type { State } from './state.ts'

interface Busy {
  visit: Visit
  sent?: Sent | undefined
  state: State
  row: Round
  /** In this voter's own order. */
  plans: readonly PlanRow[]
}

export const StopForm = ({ visit, main }: { visit: Visit; main?: boolean }) => (
  <Form
    action="/stemmen/stoppen"
    label={visit.t('vote.stop')}
    hidden={visit.formTokens()}
    more={<Button kind={main ? 'main' : 'quiet'}>{visit.t('vote.stop.button')}</Button>}
  />
)

const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat()

export function Choosing({ visit, sent, state, row, plans }: Busy) {
  const { t } = visit
  const { ballot } = settingsIn(row)
  return (
    <>
      <BackLink href={`/stemmen${state.helped ? '?hulp=1' : ''}`}>{t('vote.other-code')}</BackLink>
      <h1>{t('vote.choose')}</h1>
      <Lead>{howMany(visit, row)}</Lead>
      <p>{t('vote.order')}</p>
      <WholePlans visit={visit} plans={plans} />
      <Refused visit={visit} refusals={sent?.refusals} />
      <Form action="/stemmen/kiezen" id="form" hidden={visit.formTokens()} button={t('vote.choose.button')}>
        {ballot.kind === 'points' ? (
          <Points visit={visit} sent={sent} state={state} row={row} plans={plans} />
        ) : (
          <ChoicesField
            {...asked(visit, sent)}
            values={sent ? listed(sent.typed['plans']) : state.chosen.map((one) => one.plan)}
            choices={plans.map((plan) => ({ value: plan.id, label: plan.title, hint: about(visit, plan) }))}
          />
        )}
      </Form>
      <StopForm visit={visit} />
    </>
  )
}

function asked(visit: Visit, sent: Sent | undefined) {
  const refusal = sent?.refusals.find((one) => one.field === 'plans')
  return {
    name: 'plans',
    label: visit.t('vote.plans'),
    ...(refusal ? { error: refusalWords(visit, refusal) } : {})
  }
}

function howMany({ t }: Visit, row: Round): string {
  const { amount, ballot, pots } = settingsIn(row)
  const parts = t.list(pots.map((pot) => t('vote.pot', { amount: t.money(pot.amount), name: pot.name })))
  const money = [t('vote.money', { amount: t.money(amount) }), pots.length > 0 ? t('vote.pots', { parts }) : '']
    .filter(Boolean)
    .join(' ')
  if (ballot.kind === 'points') return `${money} ${t('vote.points', { points: ballot.points })}`
  return `${money} ${ballot.most === undefined ? t('vote.any') : t('vote.most', { most: ballot.most })}`
}

const about = ({ t }: Visit, plan: PlanRow): string =>
  [t.money(plan.cost), potOf(plan), plan.group_name].filter(Boolean).join(' · ')

function Points({ visit, sent, state, row, plans }: Busy) {
  const { ballot } = settingsIn(row)
  const refusal = sent?.refusals.find((one) => one.field === 'plans')
  const typed = sent ? listed(sent.typed['points']) : undefined
  const given = new Map(state.chosen.map((one) => [one.plan, String(one.points ?? '')]))
  return (
    <div id="plans">
      {plans.map((plan, at) => (
        <TextField
          key={plan.id}
          name="points"
          id={`points-${at + 1}`}
          label={plan.title}
          hint={about(visit, plan)}
          value={typed?.[at] ?? given.get(plan.id) ?? ''}
          inputmode="numeric"
          autocomplete="off"
          size={4}
          {...(refusal && at === 0 ? { error: refusalWords(visit, refusal) } : {})}
        />
      ))}
      {ballot.kind === 'points' ? <p>{visit.t('vote.points', { points: ballot.points })}</p> : null}
    </div>
  )
}

function WholePlans({ visit, plans }: { visit: Visit; plans: readonly PlanRow[] }) {
  const { t } = visit
  return (
    <details>
      <summary>{t('vote.read-plans')}</summary>
      {plans.map((plan) => (
        <section key={plan.id}>
          <h2>{plan.title}</h2>
          {plan.what.split('\n').map((line, at) => (
            <p key={at} dir="auto">
              {line}
            </p>
          ))}
          <Facts
            facts={[
              { term: t('plan.for-whom'), detail: plan.for_whom },
              { term: t('plan.where'), detail: plan.where_text },
              { term: t('plan.cost-total'), detail: t.money(plan.cost) }
            ]}
          />
        </section>
      ))}
    </details>
  )
}

export function Summary({ visit, sent, state, row, plans }: Busy) {
  const { t } = visit
  const chosen = plans.flatMap((plan) => {
    const one = state.chosen.find((choice) => choice.plan === plan.id)
    return one ? [{ plan, points: one.points }] : []
  })
  return (
    <>
      <BackLink href="/stemmen/kiezen">{t('vote.back-to-choosing')}</BackLink>
      <h1>{t('vote.check')}</h1>
      {sent ? (
        <Refused visit={visit} refusals={sent.refusals} />
      ) : chosen.length === 0 ? (
        <Notice kind="note" title={t('vote.blank')}>
          <p>{t('vote.blank.what')}</p>
        </Notice>
      ) : (
        <Lead>{t('vote.check.lead')}</Lead>
      )}
      {chosen.length > 0 ? <Chosen visit={visit} row={row} chosen={chosen} /> : null}
      <p>{t('vote.once')}</p>
      <Form
        action="/stemmen/klopt"
        id="form"
        hidden={visit.formTokens()}
        button={t('vote.send')}
        more={
          <LinkButton kind="plain" href="/stemmen/kiezen">
            {t('vote.change')}
          </LinkButton>
        }
      />
      <StopForm visit={visit} />
    </>
  )
}

type ChosenProps = { visit: Visit; row: Round; chosen: { plan: PlanRow; points: number | undefined }[] }

function Chosen({ visit, row, chosen }: ChosenProps) {
  const { t } = visit
  const points = settingsIn(row).ballot.kind === 'points'
  const total = chosen.reduce((sum, one) => sum + one.plan.cost, 0)
  const given = chosen.reduce((sum, one) => sum + (one.points ?? 0), 0)
  return (
    <Table
      caption={t('vote.you-choose', { n: chosen.length })}
      head={[t('vote.plan'), ...(points ? [t('vote.your-points')] : []), t('vote.costs')]}
      numbers={points ? [1, 2] : [1]}
      rows={[
        ...chosen.map(({ plan, points: mine }) => [
          plan.title,
          ...(points ? [t.number(mine ?? 0)] : []),
          t.money(plan.cost)
        ]),
        [
          <strong key="all">{t('vote.together')}</strong>,
          ...(points ? [<strong key="points">{t.number(given)}</strong>] : []),
          <strong key="money">{t.money(total)}</strong>
        ]
      ]}
    />
  )
}
