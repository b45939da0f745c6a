// Who: the official who has to settle the grant; the neighbour who wants to know what came of it.
import { anyone } from '../../people/index.ts'
import { neighbourhood } from '../../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, EmptyState, Facts, LinkButton, Meta, Table } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { StatementCards } from '../committee/views.tsx'
import { keepsBooks } from '../who.ts'
import { accountToFunder, type GrantAccount } from './account.ts'
import { Asked } from './asked.tsx'
import { explainingPages } from './explaining.tsx'
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

export const accountingPages: readonly Page[] = [grantPage, listPage, pdfPage, ...explainingPages]
