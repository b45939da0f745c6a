// Who: the official who has to settle the grant; the neighbour who wants to know what came of it; the group that tells.
import { ok, refused } from '@buurtmacht/domain'
import { planOf } from '../../budget/index.ts'
import { anyone } from '../../people/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, EmptyState, Facts, LinkButton, Meta, Table } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { StatementCards } from '../committee/views.tsx'
import { paymentOf } from '../payments/queries.ts'
import { bookkeepers, keepsBooks, moneyPeople } from '../who.ts'
import { accountToFunder, type GrantAccount } from './account.ts'
import { explainItem, putUnderItem, tellResult } from './actions.ts'
import { grantOf, itemOf, itemsForRound, resultOf } from './queries.ts'
import { Asked } from './asked.tsx'
import { GrantChip, ResultChip } from './views.tsx'

const grantPage = page({
  path: '/kasboek/subsidie/:grant',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const account = await accountToFunder(read, visit.params['grant'] ?? '')
    if (!account) return 'not-found'
    const { grant } = account
    const keeps = by.person !== undefined && keepsBooks(by.roles)
    return {
      title: grant.name,
      body: (
        <>
          <BackLink href="/kasboek/subsidies">{t('grants.title')}</BackLink>
          <h1>{grant.name}</h1>
          <GrantChip visit={visit} row={grant} />
          <GrantFacts visit={visit} account={account} />
          <Buttons>
            <LinkButton kind="plain" icon="print" href={`/kasboek/subsidie/${grant.id}/verantwoording.pdf`}>
              {t('grant-account.pdf')}
            </LinkButton>
            <LinkButton kind="plain" href={`/kasboek/subsidie/${grant.id}/verantwoording.csv`}>
              {t('grant-account.csv')}
            </LinkButton>
            {keeps ? (
              <LinkButton kind="plain" href={`/kasboek/subsidie/${grant.id}/veranderen`}>
                {t('grant-change.heading')}
              </LinkButton>
            ) : null}
          </Buttons>
          <h2>{t('grant-account.activities')}</h2>
          <Activities visit={visit} account={account} />
          <Items visit={visit} account={account} keeps={keeps} />
          <Paid visit={visit} account={account} />
          <h2>{t('question.title')}</h2>
          <Asked visit={visit} account={account} />
          <h2>{t('committee.title')}</h2>
          {account.statements.length === 0 ? <p>{t('committee.statements.none')}</p> : null}
          <StatementCards visit={visit} statements={account.statements} />
          <Meta>{t('grant-account.law')}</Meta>
        </>
      )
    }
  }
})

interface Of {
  visit: Visit
  account: GrantAccount
}

function GrantFacts({ visit, account }: Of) {
  const { t } = visit
  const { grant } = account
  return (
    <Facts
      facts={[
        { term: t('grant.funder'), detail: <a href={`/kasboek/rekening/${grant.account_id}`}>{grant.funder}</a> },
        ...(grant.reference ? [{ term: t('grant.reference'), detail: grant.reference }] : []),
        { term: t('grant.days'), detail: t('bank.days', { from: t.day(grant.from_on), until: t.day(grant.until_on) }) },
        ...(grant.renew_on ? [{ term: t('grant.renew'), detail: t.day(grant.renew_on) }] : []),
        { term: t('grant.stops'), detail: grant.stops },
        { term: t('grant.amount'), detail: t.money(Number(grant.amount)) },
        { term: t('grant.received'), detail: t.money(account.received) },
        { term: t('grant.spent'), detail: t.money(account.spent) },
        { term: t('grant.left'), detail: t.money(account.left) }
      ]}
    />
  )
}

function Activities({ visit, account }: Of) {
  const { t } = visit
  if (account.activities.length === 0) return <EmptyState title={t('grant-account.nothing')} />
  return (
    <CardGrid kind="one">
      {account.activities.map((one) => (
        <Card
          key={one.plan}
          level={3}
          title={one.title}
          href={`/kasboek/plan/${one.plan}`}
          meta={t('plan-done.money', {
            group: one.group ?? '',
            paid: t.money(one.paid),
            granted: t.money(one.granted)
          })}
        >
          <p dir="auto">{one.result || t('plan-done.none')}</p>
          <ResultChip visit={visit} state={one.state} />
        </Card>
      ))}
    </CardGrid>
  )
}

function Items({ visit, account, keeps }: Of & { keeps: boolean }) {
  const { t } = visit
  const explain = (item: GrantAccount['items'][number]['item']) => (
    <>
      {item?.explanation ?? ''}{' '}
      {keeps && item ? (
        <a href={`/kasboek/subsidie/${account.grant.id}/uitleg/${item.id}`}>{t('grant-explain.link')}</a>
      ) : null}
    </>
  )
  return (
    <Table
      caption={t('grant-account.items')}
      head={[t('grant.item'), t('grant.budget'), t('grant.actual'), t('grant.difference'), t('grant.explanation')]}
      numbers={[1, 2, 3]}
      rows={account.items.map((line) => [
        line.item?.what ?? t('grant.no-item'),
        t.money(line.budget),
        t.money(line.actual),
        t.money(line.budget - line.actual),
        explain(line.item)
      ])}
    />
  )
}

const Paid = ({ visit: { t }, account }: Of) => (
  <Table
    caption={t('grant-account.vouchers')}
    head={[t('grant.nr'), t('entry.what'), t('books.plan'), t('payment.to'), t('entry.amount')]}
    numbers={[4]}
    rows={account.paid.map((row) => [
      row.entry_nr,
      <a key={row.id} href={`/kasboek/betaling/${row.id}`}>
        {row.what}
      </a>,
      row.plan_title,
      row.payee_kind === 'business' ? row.payee_name : t('payment.to-person'),
      t.money(Number(row.amount))
    ])}
  />
)

const listPage = page({
  path: '/kasboek/subsidie/:grant/verantwoording.csv',
  who: anyone,
  async show({ t, read, params }) {
    const account = await accountToFunder(read, params['grant'] ?? '')
    if (!account) return 'not-found'
    const { asList } = await import('./list.ts')
    return { file: await asList(t, account), type: 'text/csv; charset=utf-8', name: 'verantwoording.csv' }
  }
})

const pdfPage = page({
  path: '/kasboek/subsidie/:grant/verantwoording.pdf',
  who: anyone,
  async show({ t, read, params, by }) {
    const account = await accountToFunder(read, params['grant'] ?? '')
    if (!account) return 'not-found'
    const { asPdf } = await import('./pdf.ts')
    const place = (await neighbourhood(read))?.name ?? ''
    return { file: await asPdf(t, account, { place, at: by.at }), type: 'application/pdf', name: 'verantwoording.pdf' }
  }
})

const explainFields = { explanation: { kind: 'long', max: 1_000 } } as const

const explainPage = page({
  path: '/kasboek/subsidie/:grant/uitleg/:item',
  who: bookkeepers,
  fields: explainFields,
  restsOn: async ({ read, params }) => (await grantOf(read, params['grant'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const grant = await grantOf(visit.read, visit.params['grant'] ?? '')
    const item = await itemOf(visit.read, visit.params['item'] ?? '')
    if (!grant || item?.grant_id !== grant.id) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'grant-explain',
      facts: { item: item.what },
      back: { href: `/kasboek/subsidie/${grant.id}`, text: grant.name },
      could: ok(true),
      fields: explainFields,
      values: { explanation: item.explanation ?? '' }
    })
  },
  async submit(tx, { by, params }, { explanation }) {
    const done = await explainItem(tx, by, params['item'] ?? '', explanation)
    return done.ok ? ok({ goTo: `/kasboek/subsidie/${done.value}`, notice: 'saved' }) : done
  }
})

const underFields = { item: { kind: 'pick' }, version: { kind: 'hidden' } } as const

const underPage = page({
  path: '/kasboek/betaling/:payment/post',
  who: bookkeepers,
  fields: underFields,
  restsOn: async ({ read, params }) => (await paymentOf(read, params['payment'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { read } = visit
    const payment = await paymentOf(read, visit.params['payment'] ?? '')
    const plan = payment && (await planOf(read, payment.plan_id))
    if (!payment || !plan) return 'not-found'
    const items = await itemsForRound(read, plan.round_id)
    return verbShown({
      visit,
      sent,
      words: 'grant-under',
      back: { href: `/kasboek/betaling/${payment.id}`, text: payment.what },
      could: items.length > 0 ? ok(true) : refused('grant-without-items'),
      fields: underFields,
      values: { version: String(payment.version), item: payment.item_id ?? '' },
      options: { item: items.map((item) => ({ value: item.id, label: `${item.what} (${item.grant_name})` })) }
    })
  },
  async submit(tx, { by, params }, { item }) {
    const payment = params['payment'] ?? ''
    const done = await putUnderItem(tx, by, payment, item)
    return done.ok ? ok({ goTo: `/kasboek/betaling/${payment}`, notice: 'saved' }) : done
  }
})

const resultFields = {
  state: { kind: 'choice', of: ['busy', 'done'], words: 'result-state' },
  result: { kind: 'long', max: 1_500 },
  version: { kind: 'hidden' }
} as const

const resultPage = page({
  path: '/kasboek/plan/:plan/resultaat',
  who: moneyPeople(async ({ read, params }) => (await planOf(read, params['plan'] ?? ''))?.group_id),
  fields: resultFields,
  async show(visit, sent) {
    const plan = await planOf(visit.read, visit.params['plan'] ?? '')
    if (!plan) return 'not-found'
    const before = await resultOf(visit.read, plan.id)
    return verbShown({
      visit,
      sent,
      words: 'result-tell',
      back: { href: `/kasboek/plan/${plan.id}`, text: visit.t('plan-book.title', { plan: plan.title }) },
      could: ok(true),
      fields: resultFields,
      values: {
        version: String(before?.version ?? 0),
        state: before?.state ?? 'busy',
        result: before?.result ?? ''
      }
    })
  },
  async submit(tx, { by, params }, { state, result, version }) {
    const plan = params['plan'] ?? ''
    const done = await tellResult(tx, by, plan, { state, result, version: Number(version) })
    return done.ok ? ok({ goTo: `/kasboek/plan/${plan}`, notice: 'saved' }) : done
  }
})

export const accountingPages: readonly Page[] = [grantPage, listPage, pdfPage, explainPage, underPage, resultPage]
