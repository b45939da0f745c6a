// Who: a neighbour who heard that there is money to decide on, and wants to know how much, when, and how it is counted.
import { canonical, isContact, phaseOn, ruleOf, votingIsOpen, type RuleCard } from '@buurtmacht/domain'
import { ProofLink } from '../../journal/index.ts'
import { anyone } from '../../people/index.ts'
import { areasOf } from '../../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, EmptyState, Lead, LinkButton, Meta, Notice } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { PlanCard } from '../plans/views.tsx'
import { plansOfRound, type PlanRow } from '../plans/queries.ts'
import { isResidentHelper, keepsRound } from '../who.ts'
import { allRounds, daysIn, peopleOfRound, roundIn, roundOf, settingsIn, type Named, type RoundRow } from './queries.ts'
import { Calendar, PhaseChip, RoundFacts, RuleInWords } from './views.tsx'

/** A round that is only prepared is seen by those who prepare it. */
const isSeen = (visit: Visit, row: RoundRow): boolean =>
  row.state !== 'preparing' || keepsRound(visit.by.roles, row.group_id)

const roundsPage = page({
  path: '/budget',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const rows = (await allRounds(visit.read)).filter((row) => isSeen(visit, row))
    const opens = keepsRound(visit.by.roles, null) || visit.by.roles.some((role) => role.kind === 'lead')
    return {
      title: t('budget.title'),
      body: (
        <>
          <h1>{t('budget.title')}</h1>
          <Lead>{t('budget.lead')}</Lead>
          {rows.length === 0 ? <EmptyState title={t('budget.none')}>{t('budget.none.what')}</EmptyState> : null}
          <CardGrid kind="one">
            {rows.map((row) => (
              <Card key={row.id} level={2} title={row.title} href={`/budget/${row.id}`} meta={t.money(row.amount)}>
                <PhaseChip visit={visit} row={row} />
              </Card>
            ))}
          </CardGrid>
          {opens ? (
            <Buttons>
              <LinkButton kind="plain" href="/budget/nieuw">
                {t('budget.prepare')}
              </LinkButton>
            </Buttons>
          ) : null}
        </>
      )
    }
  }
})

const roundPage = page({
  path: '/budget/:round',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row || !isSeen(visit, row)) return 'not-found'
    const plans = (await plansOfRound(read, row.id)).filter((plan) => plan.state !== 'merged')
    const areas = new Map((await areasOf(read)).map((area) => [area.id, area.name]))
    const people = await peopleOfRound(read, row.id)
    const writing = row.state === 'open' && phaseOn(daysIn(row), visit.by.today) === 'plans'
    return {
      title: row.title,
      body: (
        <>
          <BackLink href="/budget">{t('budget.title')}</BackLink>
          <h1>{row.title}</h1>
          <PhaseChip visit={visit} row={row} />
          {row.why ? (
            <Notice kind="stop" title={t('round.stopped-because')}>
              <p>{row.why}</p>
            </Notice>
          ) : null}
          {writing ? (
            <>
              <Lead>{t('round.write.lead')}</Lead>
              <Buttons>
                <LinkButton icon="speech" href={`/budget/${row.id}/plan`}>
                  {t('round.write')}
                </LinkButton>
                <LinkButton kind="plain" icon="card" href="/plannen/code">
                  {t('round.go-on')}
                </LinkButton>
              </Buttons>
            </>
          ) : null}
          <Voting visit={visit} row={row} committee={people.some((one) => isCommittee(visit, one))} />
          <RoundFacts visit={visit} row={row} areas={areas} />
          <p>
            <a href="/kasboek">{t('round.money')}</a>
          </p>
          <h2>{t('round.calendar')}</h2>
          <Calendar visit={visit} row={row} />
          <Plans visit={visit} plans={plans} />
          <h2>{t('round.counting')}</h2>
          <p>{t('round.counting.lead')}</p>
          <Buttons>
            <LinkButton kind="plain" href={`/budget/${row.id}/regels`}>
              {t('round.rules')}
            </LinkButton>
          </Buttons>
          <People visit={visit} people={people} />
          <ProofLink t={t} of="round" id={row.id} />
          <Keeping visit={visit} row={row} />
        </>
      )
    }
  }
})

const isCommittee = ({ by }: Visit, one: Named): boolean => one.task === 'committee' && one.id === by.person

/** From the moment the ballot is fixed: where to vote, and where everybody sees that it adds up. */
function Voting({ visit, row, committee }: { visit: Visit; row: RoundRow; committee: boolean }) {
  const { t, by } = visit
  if (!['frozen', 'counted', 'closed'].includes(row.state)) return null
  const open = votingIsOpen(roundIn(row), daysIn(row), by.today)
  const works = committee || isResidentHelper(by.roles) || keepsRound(by.roles, row.group_id)
  const mayHaveCode = by.roles.length > 0 && !isContact(by.roles) && row.state === 'frozen' && by.today < row.count_on
  return (
    <>
      {open ? <Lead>{t('round.vote.lead')}</Lead> : null}
      <Buttons>
        {row.state === 'frozen' ? null : (
          <LinkButton href={`/budget/${row.id}/uitslag`}>{t('round.result')}</LinkButton>
        )}
        {open ? (
          <LinkButton icon="check" href="/stemmen">
            {t('round.vote')}
          </LinkButton>
        ) : null}
        {mayHaveCode ? (
          <LinkButton kind="plain" icon="card" href={`/budget/${row.id}/mijn-code`}>
            {t('round.my-code')}
          </LinkButton>
        ) : null}
        <LinkButton kind="plain" href={`/budget/${row.id}/opkomst`}>
          {t('round.turnout')}
        </LinkButton>
        <LinkButton kind="plain" icon="print" href={`/budget/${row.id}/drukwerk`}>
          {t('round.print')}
        </LinkButton>
        {works ? (
          <LinkButton kind="plain" icon="people" href={`/budget/${row.id}/stembureau`}>
            {t('round.bureau')}
          </LinkButton>
        ) : null}
      </Buttons>
    </>
  )
}

function Plans({ visit, plans }: { visit: Visit; plans: readonly PlanRow[] }) {
  const { t } = visit
  return (
    <>
      <h2>{t('round.plans')}</h2>
      {plans.length === 0 ? <EmptyState title={t('round.plans.none')} /> : null}
      <CardGrid>
        {plans.map((plan) => (
          <PlanCard key={plan.id} visit={visit} plan={plan} />
        ))}
      </CardGrid>
    </>
  )
}

function People({ visit, people }: { visit: Visit; people: readonly Named[] }) {
  const { t } = visit
  const named = (task: Named['task']) => people.filter((one) => one.task === task).map((one) => one.name)
  const [decide, committee] = [named('decides'), named('committee')]
  if (people.length === 0) return null
  return (
    <>
      <h2>{t('round.people')}</h2>
      {decide.length ? <p>{t('round.people.decides', { names: t.list(decide) })}</p> : null}
      {committee.length ? <p>{t('round.people.committee', { names: t.list(committee) })}</p> : null}
    </>
  )
}

/** What those who keep the round can do now. The first is the one big button. */
const steps: Record<RoundRow['state'], readonly string[]> = {
  preparing: ['openen', 'veranderen', 'mensen', 'stoppen'],
  open: ['stembiljet', 'veranderen', 'mensen', 'stoppen'],
  frozen: ['stoppen'],
  counted: [],
  closed: [],
  stopped: []
}

function Keeping({ visit, row }: { visit: Visit; row: RoundRow }) {
  const { t } = visit
  const can = keepsRound(visit.by.roles, row.group_id) ? steps[row.state] : []
  // While plans are still being written there is no hurry with the ballot.
  const ready = row.state === 'preparing' || phaseOn(daysIn(row), visit.by.today) === 'advice'
  if (can.length === 0) return null
  return (
    <section>
      <h2>{t('round.keeping')}</h2>
      <Buttons>
        {can.map((step, at) => (
          <LinkButton key={step} kind={ready && at === 0 ? 'main' : 'plain'} href={`/budget/${row.id}/${step}`}>
            {t.find(`round-do.${step}`) ?? step}
          </LinkButton>
        ))}
      </Buttons>
    </section>
  )
}

const rulesPage = page({
  path: '/budget/:round/regels',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const row = await roundOf(visit.read, visit.params['round'] ?? '')
    if (!row || !isSeen(visit, row)) return 'not-found'
    const card = row.rule ? (JSON.parse(row.rule) as RuleCard) : ruleOf(settingsIn(row))
    return {
      title: t('rules.title'),
      body: (
        <>
          <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
          <h1>{t('rules.title')}</h1>
          <Lead>{t('rules.lead')}</Lead>
          <RuleInWords visit={visit} card={card} />
          <h2>{t('rules.card')}</h2>
          <p>{t(row.frozen_on ? 'rules.card.frozen' : 'rules.card.open')}</p>
          {row.rule_hash ? (
            <p>
              {t('rules.hash')} <code dir="ltr">{row.rule_hash}</code>
            </p>
          ) : null}
          <details>
            <summary>{t('rules.card.show')}</summary>
            <pre dir="ltr" class="code" tabIndex={0}>
              {JSON.stringify(JSON.parse(canonical(card)), null, 2)}
            </pre>
          </details>
          <Meta>{t('rules.source')}</Meta>
        </>
      )
    }
  }
})

export const roundPages: readonly Page[] = [roundsPage, roundPage, rulesPage]
