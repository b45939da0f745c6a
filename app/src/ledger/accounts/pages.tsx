// Who: a neighbour who wants to know where the money is; and the administrator who opens an account before the first entry.
import { ok } from '@buurtmacht/domain'
import { anyone } from '../../people/index.ts'
import { institutionNames } from '../../institutions/index.ts'
import { BackLink, BigNumber, Card, CardGrid, EmptyState, Lead } from '../../ui/index.ts'
import { ListPager, page, PageForm, type Page } from '../../web/index.ts'
import { listEntries } from '../entries/queries.ts'
import { EntryCards } from '../entries/views.tsx'
import { bookkeepers } from '../who.ts'
import { openAccount, openedKinds } from './actions.ts'
import { accountOf, accountsOf, standsOn } from './queries.ts'

export const entriesAPage = 20

/** `?na=12`: entries older than number 12. */
export const numberIn = (text: string | undefined): { before?: number } =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? { before: Number(text) } : {}

const accountPage = page({
  path: '/kasboek/rekening/:account',
  who: anyone,
  async show(visit) {
    const { t, read, query } = visit
    const account = await accountOf(read, visit.params['account'] ?? '')
    if (!account) return 'not-found'
    const { items, next } = await listEntries(read, {
      account: account.id,
      ...numberIn(query['na']),
      limit: entriesAPage
    })
    return {
      title: account.name,
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{account.name}</h1>
          <Card>
            <BigNumber number={t.money(standsOn(account))}>{t.find(`account-stands.${account.kind}`)}</BigNumber>
          </Card>
          <h2>{t('books.entries')}</h2>
          {items.length === 0 ? <EmptyState title={t('books.entries.none')} /> : null}
          <EntryCards visit={visit} entries={items} />
          <ListPager visit={visit} next={next === undefined ? undefined : String(next)} />
        </>
      )
    }
  }
})

const accountFields = {
  kind: { kind: 'choice', of: openedKinds, words: 'account-new.kind' },
  name: { kind: 'text', max: 120 },
  institution: { kind: 'pick', optional: true },
  iban: { kind: 'text', max: 42, optional: true }
} as const

const newPage = page({
  path: '/kasboek/rekeningen',
  who: bookkeepers,
  fields: accountFields,
  async show(visit, sent) {
    const { t, read } = visit
    const rows = await accountsOf(read, openedKinds)
    return {
      title: t('account-new.heading'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/schrijven">{t('entry-new.heading')}</BackLink>
          <h1>{t('account-new.heading')}</h1>
          <Lead>{t('account-new.intro')}</Lead>
          <CardGrid>
            {rows.map((row) => (
              <Card
                key={row.id}
                level={2}
                title={row.name}
                href={`/kasboek/rekening/${row.id}`}
                meta={t.find(`account-kind.${row.kind}`)}
              />
            ))}
          </CardGrid>
          <PageForm
            visit={visit}
            fields={accountFields}
            words="account-new"
            sent={sent}
            options={{
              institution: [...(await institutionNames(read))].map(([value, label]) => ({ value, label }))
            }}
          />
        </>
      )
    }
  },
  async submit(tx, { by }, given) {
    const done = await openAccount(tx, by, given)
    return done.ok ? ok({ goTo: '/kasboek/rekeningen', notice: 'account-opened' }) : done
  }
})

export const accountPages: readonly Page[] = [accountPage, newPage]
