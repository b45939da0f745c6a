// Who: anyone with a question about the neighbourhood's money, on a phone, who never saw books before.
import { cents, totalOf, type Cents } from '@buurtmacht/domain'
import { anyone } from '../people/index.ts'
import { BigNumber, Buttons, Card, CardGrid, EmptyState, Lead, LinkButton, Meta, Pager, Table } from '../ui/index.ts'
import { page, withNext, withoutNext, type Page, type Visit } from '../web/index.ts'
import { entriesAPage, numberIn } from './accounts/pages.tsx'
import { accountsOf, standsOn, type AccountRow } from './accounts/queries.ts'
import { listEntries, movedOnAll } from './entries/queries.ts'
import { EntryCards } from './entries/views.tsx'
import { grantedTo, type Moved } from './granted.ts'
import { statementsIn } from './committee/queries.ts'
import { StatementCards } from './committee/views.tsx'
import { soonEnding } from './grants/queries.ts'
import { GrantCards } from './grants/views.tsx'
import { waitingPayments } from './payments/queries.ts'
import { PaymentCards } from './payments/views.tsx'
import { vouchersOf } from './vouchers/queries.ts'
import { keepsBooks, mayApprove } from './who.ts'

const sum = (rows: readonly AccountRow[], ...kinds: AccountRow['kind'][]): Cents =>
  totalOf(rows.filter((row) => kinds.includes(row.kind)).map(standsOn))

const booksPage = page({
  path: '/kasboek',
  who: anyone,
  async show(visit) {
    const { t, read, query } = visit
    const accounts = await accountsOf(read)
    const moved = await movedOnAll(read)
    const { items, next } = await listEntries(read, { ...numberIn(query['na']), limit: entriesAPage })
    return {
      title: t('books.title'),
      body: (
        <>
          <h1>{t('books.title')}</h1>
          <Lead>{t('books.lead')}</Lead>
          {accounts.length === 0 ? <EmptyState title={t('books.none')}>{t('books.none.what')}</EmptyState> : null}
          {accounts.length > 0 ? <Totals visit={visit} accounts={accounts} moved={moved} /> : null}
          <Keeping visit={visit} />
          {await waits(visit)}
          {await checked(visit)}
          {await ending(visit)}
          <Rounds visit={visit} accounts={accounts} moved={moved} />
          <Plans visit={visit} accounts={accounts} moved={moved} />
          {accounts.length > 0 ? <Adds visit={visit} accounts={accounts} /> : null}
          <h2 id="boekingen">{t('books.entries')}</h2>
          <Meta>{t('entry.never-changes')}</Meta>
          {items.length === 0 ? <EmptyState title={t('books.entries.none')} /> : null}
          <EntryCards visit={visit} entries={items} />
          <Pager
            next={next === undefined ? undefined : `${withNext(visit, String(next))}#boekingen`}
            prev={withoutNext(visit)}
            words={{ label: t('list.pages'), prev: t('list.first'), next: t('list.next') }}
          />
        </>
      )
    }
  }
})

/** Payments that wait for this visitor: to look at as the second person, or to pay. */
async function waits(visit: Visit) {
  const { t, read, by } = visit
  if (!by.person) return null
  const mine = (await waitingPayments(read)).filter((one) =>
    one.state === 'asked' ? one.asked_by !== by.person && mayApprove(by.roles, one.group_id) : keepsBooks(by.roles)
  )
  if (mine.length === 0) return null
  const vouchers = await vouchersOf(
    read,
    mine.map((one) => one.id)
  )
  return (
    <>
      <h2>{t('payment.waits')}</h2>
      <PaymentCards visit={visit} payments={mine} vouchers={vouchers} withPlan />
    </>
  )
}

/** What the kascommissie signed last, and the way to all it does. */
async function checked(visit: Visit) {
  const { t, read } = visit
  const [last] = await statementsIn(read, 'signed')
  return (
    <>
      <h2>{t('committee.checked')}</h2>
      {last ? <StatementCards visit={visit} statements={[last]} /> : <p>{t('committee.statements.none')}</p>}
      <p>
        <a href="/kasboek/kascommissie">{t('committee.who')}</a>
      </p>
    </>
  )
}

/** Grants that end or have to be asked again soon: shown half a year before. */
async function ending(visit: Visit) {
  const { t } = visit
  const rows = await soonEnding(visit.read, visit.by.today)
  return (
    <>
      {rows.length > 0 ? <h2>{t('grants.soon')}</h2> : null}
      <GrantCards visit={visit} rows={rows} level={3} />
      <p>
        <a href="/kasboek/subsidies">{t('grants.all')}</a>
      </p>
      <p>
        <a href="/kasboek/360giving.json">{t('awards.link')}</a>
      </p>
    </>
  )
}

interface Part {
  visit: Visit
  accounts: readonly AccountRow[]
  moved: Moved
}

function Totals({ visit, accounts, moved }: Part) {
  const { t } = visit
  const paid = totalOf(accounts.filter((one) => one.kind === 'plan').map((one) => moved.get(one.id)?.paid ?? cents(0)))
  const numbers: [Cents, string][] = [
    [sum(accounts, 'bank'), t('account-stands.bank')],
    [sum(accounts, 'funder'), t('account-stands.funder')],
    [sum(accounts, 'round'), t('account-stands.round')],
    [sum(accounts, 'plan'), t('books.left-with-plans')],
    [paid, t('books.paid')],
    ...(accounts.some((one) => one.kind === 'bursar')
      ? [[sum(accounts, 'bursar'), t('account-stands.bursar')] as [Cents, string]]
      : [])
  ]
  return (
    <CardGrid kind="small">
      {numbers.map(([amount, words]) => (
        <Card key={words}>
          <BigNumber number={t.money(amount)}>{words}</BigNumber>
        </Card>
      ))}
    </CardGrid>
  )
}

function Rounds({ visit, accounts, moved }: Part) {
  const { t } = visit
  const rounds = accounts.filter((one) => one.kind === 'round')
  if (rounds.length === 0) return null
  const plans = (round: AccountRow) =>
    totalOf([moved.get(round.id)?.allotted ?? cents(0), cents(-(moved.get(round.id)?.released ?? 0))])
  return (
    <Table
      caption={t('books.rounds')}
      head={[t('books.round'), t('books.round.got'), t('books.round.to-plans'), t('books.round.left')]}
      numbers={[1, 2, 3]}
      rows={rounds.map((round) => [
        <a key={round.id} href={`/kasboek/rekening/${round.id}`}>
          {round.name}
        </a>,
        t.money(moved.get(round.id)?.awarded ?? 0),
        t.money(plans(round)),
        t.money(standsOn(round))
      ])}
    />
  )
}

function Plans({ visit, accounts, moved }: Part) {
  const { t } = visit
  const plans = accounts.filter((one) => one.kind === 'plan')
  if (plans.length === 0) return null
  return (
    <Table
      caption={t('books.plans')}
      head={[t('books.plan'), t('books.plan.granted'), t('books.plan.paid'), t('books.plan.left')]}
      numbers={[1, 2, 3]}
      rows={plans.map((plan) => [
        <a key={plan.id} href={`/kasboek/plan/${plan.proposal_id}`}>
          {plan.name}
        </a>,
        t.money(grantedTo(moved, plan.id)),
        t.money(moved.get(plan.id)?.paid ?? 0),
        t.money(standsOn(plan))
      ])}
    />
  )
}

/** Double entry in four lines: what there is, is always as much as what it is for. */
function Adds({ visit, accounts }: Omit<Part, 'moved'>) {
  const { t } = visit
  const there = sum(accounts, 'bank', 'bursar', 'funder')
  const meant = sum(accounts, 'round', 'plan')
  return (
    <details>
      <summary>{t('books.adds')}</summary>
      <p>{t('books.adds.what')}</p>
      <Table
        caption={t('books.adds.caption')}
        quietCaption
        head={[t('entry.account'), t('books.adds.there'), t('books.adds.meant')]}
        numbers={[1, 2]}
        rows={[
          ...accounts.map((one) => [
            <a key={one.id} href={`/kasboek/rekening/${one.id}`}>
              {`${t.find(`account-kind.${one.kind}`)}: ${one.name}`}
            </a>,
            ...(one.kind === 'round' || one.kind === 'plan'
              ? ['', t.money(standsOn(one))]
              : [t.money(standsOn(one)), ''])
          ]),
          [
            t('books.adds.together'),
            <strong key="there">{t.money(there)}</strong>,
            <strong key="meant">{t.money(meant)}</strong>
          ]
        ]}
      />
    </details>
  )
}

function Keeping({ visit }: { visit: Visit }) {
  const { t } = visit
  if (!keepsBooks(visit.by.roles)) return null
  return (
    <Buttons>
      <LinkButton href="/kasboek/schrijven">{t('entry-new.heading')}</LinkButton>
      <LinkButton kind="plain" href="/kasboek/bank">
        {t('bank.title')}
      </LinkButton>
    </Buttons>
  )
}

export const booksPages: readonly Page[] = [booksPage]
