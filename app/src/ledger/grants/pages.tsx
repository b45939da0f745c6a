// Who: anybody who depends on work that is paid by a grant and may stop; and the administrator who writes it down in time.
import { inEuros, cents } from '@buurtmacht/domain'
import { ok } from '@buurtmacht/domain'
import { allRounds, costLines, costsTyped } from '../../budget/index.ts'
import { anyone } from '../../people/index.ts'
import { BackLink, Buttons, EmptyState, Lead, LinkButton } from '../../ui/index.ts'
import { page, PageForm, type Given, type Page, type Typed, type Visit } from '../../web/index.ts'
import { accountsOf } from '../accounts/queries.ts'
import { bookkeepers, keepsBooks } from '../who.ts'
import { changeGrant, writeGrant, type GrantWritten } from './actions.ts'
import { allGrants, grantOf, itemsOf, roundsIn } from './queries.ts'
import { GrantCards } from './views.tsx'

const calendarPage = page({
  path: '/kasboek/subsidies',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const rows = await allGrants(read)
    const [running, ended] = [
      rows.filter((row) => row.until_on >= by.today),
      rows.filter((row) => row.until_on < by.today)
    ]
    return {
      title: t('grants.title'),
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{t('grants.title')}</h1>
          <Lead>{t('grants.lead')}</Lead>
          {rows.length === 0 ? <EmptyState title={t('grants.none')} /> : null}
          <GrantCards visit={visit} rows={running} />
          {by.person && keepsBooks(by.roles) ? (
            <Buttons>
              <LinkButton kind="plain" href="/kasboek/subsidies/nieuw">
                {t('grant-form.heading')}
              </LinkButton>
            </Buttons>
          ) : null}
          {ended.length > 0 ? <h2>{t('grants.ended')}</h2> : null}
          <GrantCards visit={visit} rows={ended} level={3} />
        </>
      )
    }
  }
})

const fields = {
  name: { kind: 'text', max: 120 },
  account: { kind: 'pick' },
  reference: { kind: 'text', max: 80, optional: true },
  amount: { kind: 'text', max: 20 },
  from: { kind: 'day' },
  until: { kind: 'day' },
  renewBy: { kind: 'day', optional: true },
  stops: { kind: 'long', max: 600 },
  rounds: { kind: 'picks', optional: true },
  items: { kind: 'long', max: 4_000 }
} as const

const written = (given: Given<typeof fields>): GrantWritten => ({ ...given, items: costLines(given.items) })

async function options(visit: Visit) {
  const rounds = (await allRounds(visit.read)).filter((row) => row.state !== 'preparing')
  return {
    account: (await accountsOf(visit.read, ['funder'])).map((row) => ({ value: row.id, label: row.name })),
    rounds: rounds.map((row) => ({ value: row.id, label: row.title }))
  }
}

const newPage = page({
  path: '/kasboek/subsidies/nieuw',
  who: bookkeepers,
  fields,
  async show(visit, sent) {
    const { t } = visit
    const choices = await options(visit)
    return {
      title: t('grant-form.heading'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/subsidies">{t('grants.title')}</BackLink>
          <h1>{t('grant-form.heading')}</h1>
          {choices.account.length === 0 ? (
            <EmptyState title={t('entry-new.no-account')}>
              <a href="/kasboek/rekeningen">{t('account-new.button')}</a>
            </EmptyState>
          ) : (
            <PageForm visit={visit} fields={fields} words="grant-form" sent={sent} options={choices} />
          )}
        </>
      )
    }
  },
  async submit(tx, { by }, given) {
    const done = await writeGrant(tx, by, written(given))
    return done.ok ? ok({ goTo: `/kasboek/subsidie/${done.value}`, notice: 'saved' }) : done
  }
})

const editFields = { ...fields, version: { kind: 'hidden' } } as const

const editPage = page({
  path: '/kasboek/subsidie/:grant/veranderen',
  who: bookkeepers,
  fields: editFields,
  async show(visit, sent) {
    const { t, read } = visit
    const row = await grantOf(read, visit.params['grant'] ?? '')
    if (!row) return 'not-found'
    const items = (await itemsOf(read, row.id)).map(({ what, amount }) => ({ what, amount: cents(Number(amount)) }))
    const values: Typed = {
      name: row.name,
      account: row.account_id,
      reference: row.reference,
      amount: inEuros(cents(Number(row.amount))).replace('.', ','),
      from: row.from_on,
      until: row.until_on,
      renewBy: row.renew_on ?? '',
      stops: row.stops,
      rounds: roundsIn(row),
      items: costsTyped(items),
      version: String(row.version)
    }
    return {
      title: t('grant-change.heading'),
      private: true,
      body: (
        <>
          <BackLink href={`/kasboek/subsidie/${row.id}`}>{row.name}</BackLink>
          <h1>{t('grant-change.heading')}</h1>
          <PageForm
            visit={visit}
            fields={editFields}
            words="grant-form"
            sent={sent}
            values={values}
            options={await options(visit)}
          />
        </>
      )
    }
  },
  async submit(tx, { by, params }, given) {
    const id = params['grant'] ?? ''
    const done = await changeGrant(tx, by, id, { ...written(given), version: Number(given.version) })
    return done.ok ? ok({ goTo: `/kasboek/subsidie/${id}`, notice: 'saved' }) : done
  }
})

export const grantPages: readonly Page[] = [calendarPage, newPage, editPage]
