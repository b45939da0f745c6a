// Who: a neighbour who reads a plan before voting; its group, which hands it in; and the residents who decide on the ballot.
import {
  decideOnBallot,
  handIn,
  ok,
  reasonMax,
  refused,
  withdrawPlan,
  type Decision,
  type GroupId
} from '@buurtmacht/domain'
import type { VNode } from 'preact'
import type { Tx } from '../../db/index.ts'
import { residentsOf, speaksForGroup } from '../../goals/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, Buttons, LinkButton, Meta, Notice } from '../../ui/index.ts'
import { page, verbShown, type By, type Fields, type Page, type Visit, type Who } from '../../web/index.ts'
import { AdviceList } from '../advice/views.tsx'
import { adviceOnPlan } from '../advice/queries.ts'
import { daysIn, hasTask, roundOf } from '../rounds/queries.ts'
import { namedFor } from '../who.ts'
import { decideOnPlan, handInPlan, takePlanBack, wishToMerge } from './actions.ts'
import { planFrom, SaidBefore } from './from/views.tsx'
import { planIn, planOf, plansOfRound, wishesToMerge, type PlanRow } from './queries.ts'
import { PlanChip, PlanPaper } from './views.tsx'

const planPage = page({
  path: '/plannen/:plan',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const plan = await planOf(read, visit.params['plan'] ?? '')
    if (!plan) return 'not-found'
    const into = plan.into_id ? await planOf(read, plan.into_id) : undefined
    const advice = await adviceOnPlan(read, plan.id)
    return {
      title: plan.title,
      body: (
        <>
          <BackLink href={`/budget/${plan.round_id}`}>{plan.round_title}</BackLink>
          <h1>{plan.title}</h1>
          <PlanChip visit={visit} plan={plan} />
          {plan.why ? (
            <Notice kind="note" title={t.find(`plan-why.${plan.state}`) ?? t('plan-why.withdrawn')}>
              <p>{plan.why}</p>
            </Notice>
          ) : null}
          {into ? (
            <p>
              {t('plan.merged-into')} <a href={`/plannen/${into.id}`}>{into.title}</a>
            </p>
          ) : null}
          <PlanPaper visit={visit} plan={plan} />
          <SaidBefore visit={visit} from={await planFrom(visit, plan.id)} />
          {plan.channel === 'online' ? null : (
            <Meta>{t('plan.by-helper', { how: t.find(`channel.${plan.channel}`) ?? '' })}</Meta>
          )}
          {plan.state === 'onBallot' ? (
            <p>
              <a href={`/kasboek/plan/${plan.id}`}>{t('plan.money')}</a>
            </p>
          ) : null}
          <Wishes visit={visit} wishes={await wishedHere(visit, plan)} />
          <AdviceList visit={visit} plan={plan} advice={advice} />
          <Doing visit={visit} steps={await stepsFor(visit, plan)} plan={plan} />
        </>
      )
    }
  }
})

/** Plans whose group would like to go together with this one, and waits for ours to say so. */
async function wishedHere(visit: Visit, plan: PlanRow): Promise<PlanRow[]> {
  const wishes = await wishesToMerge(visit.read, plan.id)
  const others = wishes.map((wish) => (wish.proposal_id === plan.id ? wish.into_id : wish.proposal_id))
  const found: PlanRow[] = []
  for (const id of new Set(others)) {
    const other = await planOf(visit.read, id)
    if (other && (other.state === 'draft' || other.state === 'handedIn')) found.push(other)
  }
  return plan.state === 'draft' || plan.state === 'handedIn' ? found : []
}

const Wishes = ({ visit, wishes }: { visit: Visit; wishes: readonly PlanRow[] }) =>
  wishes.length === 0 ? null : (
    <Notice kind="note" title={visit.t('plan.wish')}>
      {wishes.map((other) => (
        <p key={other.id}>
          <a href={`/plannen/${other.id}`}>{other.title}</a>
        </p>
      ))}
    </Notice>
  )

/** What this visitor can do with the plan now. */
async function stepsFor(visit: Visit, plan: PlanRow): Promise<string[]> {
  const { by, read } = visit
  const open = plan.state === 'draft' || plan.state === 'handedIn'
  const own = plan.group_id !== null && speaksForGroup(by.roles, plan.group_id)
  const decides = by.person !== undefined && (await hasTask(read, plan.round_id, by.person, 'decides'))
  return [
    ...(decides && plan.state === 'handedIn' ? ['besluit'] : []),
    ...(own && plan.state === 'draft' ? ['indienen'] : []),
    ...(own && open ? ['schrijven', 'samen'] : []),
    ...((own || decides) && open ? ['advies'] : []),
    ...(own && open ? ['intrekken'] : [])
  ]
}

function Doing({ visit, plan, steps }: { visit: Visit; plan: PlanRow; steps: readonly string[] }) {
  const { t } = visit
  if (steps.length === 0) {
    return plan.state === 'draft' ? (
      <Buttons>
        <LinkButton kind="plain" href="/plannen/code">
          {t('round.go-on')}
        </LinkButton>
      </Buttons>
    ) : null
  }
  return (
    <section>
      <h2>{t('plan.for-you')}</h2>
      <Buttons>
        {steps.map((step, at) => (
          <LinkButton key={step} kind={at === 0 ? 'main' : 'plain'} href={`/plannen/${plan.id}/${step}`}>
            {t.find(`plan-do.${step}`) ?? step}
          </LinkButton>
        ))}
      </Buttons>
    </section>
  )
}

const owners = residentsOf(
  'the group that owns the plan',
  async (visit) => (await planOf(visit.read, visit.params['plan'] ?? ''))?.group_id ?? undefined
)

const deciders = namedFor(
  'decides',
  'residents named in the round',
  async (visit) => (await planOf(visit.read, visit.params['plan'] ?? ''))?.round_id
)

interface Verb {
  path: string
  who: Who
  fields: Fields
  could(plan: PlanRow, visit: Visit): Decision<unknown> | Promise<Decision<unknown>>
  does(tx: Tx, by: By, id: string, given: Record<string, string>): Promise<Decision<unknown>>
  options?(plan: PlanRow, visit: Visit): Promise<Record<string, { value: string; label: string }[]>>
  /** What has to be read before it is done. */
  about?(plan: PlanRow, visit: Visit): Promise<VNode>
  notice: string
}

const why = { why: { kind: 'long', max: reasonMax } } as const

const verbs: readonly Verb[] = [
  {
    path: 'indienen',
    who: owners,
    fields: {},
    async could(plan, { read, by }) {
      const round = await roundOf(read, plan.round_id)
      return round ? handIn(planIn(plan), plan.group_id as GroupId, daysIn(round), by.today) : refused('not-found')
    },
    does: handInPlan,
    notice: 'plan-handed-in'
  },
  {
    path: 'intrekken',
    who: owners,
    fields: why,
    could: (plan, { by }) => withdrawPlan(planIn(plan), '…', by.today),
    does: (tx, by, id, given) => takePlanBack(tx, by, id, given['why'] ?? ''),
    notice: 'plan-withdrawn'
  },
  {
    path: 'samen',
    who: owners,
    fields: { into: { kind: 'pick' } },
    could: (plan) => (plan.state === 'draft' || plan.state === 'handedIn' ? ok(true) : refused('plan-not-handed-in')),
    does: (tx, by, id, given) => wishToMerge(tx, by, id, given['into'] ?? ''),
    async options(plan, { read }) {
      const others = (await plansOfRound(read, plan.round_id)).filter(
        (one) => one.id !== plan.id && one.group_id && (one.state === 'draft' || one.state === 'handedIn')
      )
      return { into: others.map((one) => ({ value: one.id, label: `${one.title} (${one.group_name})` })) }
    },
    notice: 'plan-merge'
  },
  {
    path: 'besluit',
    who: deciders,
    fields: {
      onBallot: { kind: 'choice', of: ['yes', 'no'] },
      why: { kind: 'long', max: reasonMax, optional: true },
      version: { kind: 'hidden' }
    },
    could: (plan, { by }) => decideOnBallot(planIn(plan), { onBallot: true, why: '' }, by.today),
    about: async (plan, visit) => (
      <>
        <PlanPaper visit={visit} plan={plan} />
        <AdviceList visit={visit} plan={plan} advice={await adviceOnPlan(visit.read, plan.id)} />
      </>
    ),
    does: (tx, by, id, given) =>
      decideOnPlan(tx, by, id, {
        onBallot: given['onBallot'] === 'yes',
        why: given['why'] ?? '',
        version: Number(given['version'])
      }),
    notice: 'plan-decided'
  }
]

const verbPage = (verb: Verb): Page =>
  page({
    path: `/plannen/:plan/${verb.path}`,
    who: verb.who,
    fields: verb.fields,
    restsOn: async ({ read, params }) => (await planOf(read, params['plan'] ?? ''))?.version.toString(),
    async show(visit, sent) {
      const plan = await planOf(visit.read, visit.params['plan'] ?? '')
      if (!plan) return 'not-found'
      return verbShown({
        visit,
        sent,
        words: `plan-verb.${verb.path}`,
        back: { href: `/plannen/${plan.id}`, text: plan.title },
        could: await verb.could(plan, visit),
        fields: verb.fields,
        values: { version: String(plan.version) },
        ...(verb.options ? { options: await verb.options(plan, visit) } : {}),
        ...(verb.about ? { children: await verb.about(plan, visit) } : {})
      })
    },
    async submit(tx, { by, params }, given) {
      const id = params['plan'] ?? ''
      const done = await verb.does(tx, by, id, given as Record<string, string>)
      return done.ok ? ok({ goTo: `/plannen/${id}`, notice: verb.notice }) : done
    }
  })

export const planPages: readonly Page[] = [planPage, ...verbs.map(verbPage)]
