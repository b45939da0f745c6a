// Who: the administrator on a Sunday evening, with a file of the bank that looks like nothing, and no wish to type it all over.
import { cents, ok, reasonMax, refused } from '@buurtmacht/domain'
import { Buttons, BackLink, Card, CardGrid, Chip, EmptyState, Lead, LinkButton, Meta, Notice } from '../../ui/index.ts'
import { page, PageForm, verbShown, type Page, type Visit } from '../../web/index.ts'
import { accountsOf } from '../accounts/queries.ts'
import { bookkeepers } from '../who.ts'
import { Lines } from './views.tsx'
import { bookLine, bookSuggested, keepStatement, suggested, undoImport } from './actions.ts'
import { approvedPayments, importOf, lineOf, linesOf, newestImports, type ImportRow, type LineRow } from './queries.ts'

const fileFields = {
  account: { kind: 'pick' },
  file: { kind: 'file', accept: '.xml,.csv,.txt,text/xml,text/csv' }
} as const

const importsPage = page({
  path: '/kasboek/bank',
  who: bookkeepers,
  fields: fileFields,
  async show(visit, sent) {
    const { t, read } = visit
    const banks = (await accountsOf(read, ['bank'])).map((row) => ({ value: row.id, label: row.name }))
    const before = await newestImports(read)
    return {
      title: t('bank.title'),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek">{t('books.title')}</BackLink>
          <h1>{t('bank.title')}</h1>
          <Lead>{t('bank.lead')}</Lead>
          {banks.length === 0 ? (
            <EmptyState title={t('entry-new.no-account')}>
              <a href="/kasboek/rekeningen">{t('account-new.button')}</a>
            </EmptyState>
          ) : (
            <PageForm
              visit={visit}
              fields={fileFields}
              words="bank-file"
              sent={sent}
              values={{ account: banks.length === 1 ? banks[0]!.value : '' }}
              options={{ account: banks }}
            />
          )}
          {before.length > 0 ? <h2>{t('bank.before')}</h2> : null}
          <CardGrid kind="one">
            {before.map((row) => (
              <Card
                key={row.id}
                level={3}
                title={daysOf(visit, row)}
                href={`/kasboek/bank/${row.id}`}
                meta={row.account_name}
              >
                {row.state === 'undone' ? <Chip kind="no">{t('bank.undone')}</Chip> : null}
              </Card>
            ))}
          </CardGrid>
        </>
      )
    }
  },
  async beforehand(_visit, { file }) {
    // The two readers are only loaded when somebody sends a file.
    const { readStatement } = await import('./read.ts')
    return readStatement(file.bytes)
  },
  async submit(tx, { by }, { account, file }, statement) {
    if (!statement.ok) return statement
    const done = await keepStatement(tx, by, account, statement.value, file.bytes)
    return done.ok ? ok({ goTo: `/kasboek/bank/${done.value}`, notice: 'bank-file-read' }) : done
  }
})

const daysOf = ({ t }: Visit, row: ImportRow): string =>
  row.from_on === row.until_on
    ? t.day(row.from_on)
    : t('bank.days', { from: t.day(row.from_on), until: t.day(row.until_on) })

const bookFields = { version: { kind: 'hidden' } } as const

const importPage = page({
  path: '/kasboek/bank/:import',
  who: bookkeepers,
  fields: bookFields,
  restsOn: async ({ read, params }) => (await importOf(read, params['import'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { t, read } = visit
    const row = await importOf(read, visit.params['import'] ?? '')
    if (!row) return 'not-found'
    const lines = await linesOf(read, row.id)
    const fits = row.state === 'open' ? await suggested(read, row.id) : []
    const what = new Map((await approvedPayments(read)).map((one) => [one.id, one]))
    const fitting = new Map(fits.map(({ line, payment }) => [line.id, what.get(payment)?.what ?? '']))
    const left = lines.filter((line) => !fitting.has(line.id))
    const toSay = left.filter((line) => row.state === 'open' && line.state === 'open' && !line.twin_entry)
    const rest = left.filter((line) => !toSay.includes(line))
    return {
      title: daysOf(visit, row),
      private: true,
      body: (
        <>
          <BackLink href="/kasboek/bank">{t('bank.title')}</BackLink>
          <h1>{daysOf(visit, row)}</h1>
          <Meta>{row.account_name}</Meta>
          {row.why ? (
            <Notice kind="stop" title={t('bank.undone')}>
              <p>{row.why}</p>
            </Notice>
          ) : null}
          {fits.length > 0 ? (
            <>
              <h2>{t('bank.fits', { n: fits.length })}</h2>
              <Lines visit={visit} lines={fits.map((one) => one.line)} fitting={fitting} />
              <PageForm
                visit={visit}
                fields={bookFields}
                words="bank-book"
                sent={sent}
                values={{ version: String(row.version) }}
              />
            </>
          ) : null}
          {toSay.length > 0 ? <h2>{t('bank.rest')}</h2> : null}
          <Lines visit={visit} lines={toSay} fitting={fitting} isOpen />
          {rest.length > 0 ? <h2>{t('bank.lines')}</h2> : null}
          <Lines visit={visit} lines={rest} fitting={fitting} isOpen={row.state === 'open'} />
          {row.state === 'open' ? (
            <Buttons>
              <LinkButton kind="plain" href={`/kasboek/bank/${row.id}/terug`}>
                {t('bank-undo.button')}
              </LinkButton>
            </Buttons>
          ) : null}
        </>
      )
    }
  },
  async submit(tx, { by, params }) {
    const id = params['import'] ?? ''
    const done = await bookSuggested(tx, by, id)
    return done.ok ? ok({ goTo: `/kasboek/bank/${id}`, notice: 'bank-booked' }) : done
  }
})

const lineFields = {
  amount: { kind: 'text', max: 20, optional: true },
  as: { kind: 'pick' },
  version: { kind: 'hidden' }
} as const

/** What a line can be: payments of this amount first, then the others that wait; money from and to our own accounts; or nothing of ours. */
async function optionsFor(visit: Visit, line: LineRow, account: string) {
  const { t, read } = visit
  const comesIn = line.written.startsWith('-') ? false : line.amount === null || Number(line.amount) > 0
  const payments = comesIn ? [] : await approvedPayments(read)
  const same = (amount: number) => line.amount === null || Number(amount) === -Number(line.amount)
  const accounts = (await accountsOf(read, ['funder', 'bursar'])).filter((row) => row.id !== account)
  const movement = (kind: 'funder' | 'bursar') =>
    comesIn ? (kind === 'funder' ? 'received' : 'returned') : kind === 'funder' ? 'repaid' : 'advanced'
  return [
    ...payments
      .filter((one) => same(Number(one.amount)))
      .map((one) => ({
        value: `payment:${one.id}`,
        label: t('bank.as-payment', { amount: t.money(Number(one.amount)), what: one.what, name: one.payee_name })
      })),
    ...accounts.map((row) => {
      const as = movement(row.kind as 'funder' | 'bursar')
      return { value: `${as}:${row.id}`, label: t('bank.as', { what: t.find(`bank-as.${as}`) ?? '', name: row.name }) }
    }),
    { value: 'left', label: t('bank.as-left') }
  ]
}

const linePage = page({
  path: '/kasboek/bank/:import/:line',
  who: bookkeepers,
  fields: lineFields,
  restsOn: async ({ read, params }) => (await importOf(read, params['import'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const { read } = visit
    const line = await lineOf(read, visit.params['line'] ?? '')
    const row = line && (await importOf(read, line.import_id))
    if (!line || !row || row.id !== visit.params['import']) return 'not-found'
    const { as, version, amount } = lineFields
    return verbShown({
      visit,
      sent,
      words: 'bank-say',
      back: { href: `/kasboek/bank/${row.id}`, text: daysOf(visit, row) },
      could: line.state === 'booked' || line.twin_entry ? refused('bank-line-booked') : ok(true),
      fields: line.amount === null ? { amount, as, version } : { as, version },
      values: { version: String(row.version) },
      options: { as: await optionsFor(visit, line, row.account_id) },
      children: <Lines visit={visit} lines={[line]} fitting={new Map()} level={2} />
    })
  },
  async submit(tx, { by, params }, { as, amount }) {
    const done = await bookLine(tx, by, params['line'] ?? '', { as, amount })
    return done.ok ? ok({ goTo: `/kasboek/bank/${done.value}`, notice: 'bank-said' }) : done
  }
})

const undoFields = { why: { kind: 'long', max: reasonMax } } as const

const undoPage = page({
  path: '/kasboek/bank/:import/terug',
  who: bookkeepers,
  fields: undoFields,
  restsOn: async ({ read, params }) => (await importOf(read, params['import'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const row = await importOf(visit.read, visit.params['import'] ?? '')
    if (!row) return 'not-found'
    const booked = (await linesOf(visit.read, row.id)).filter((line) => line.state === 'booked')
    return verbShown({
      visit,
      sent,
      words: 'bank-undo',
      facts: { n: booked.length, amount: visit.t.money(Math.abs(sumOf(booked))) },
      back: { href: `/kasboek/bank/${row.id}`, text: daysOf(visit, row) },
      could: row.state === 'open' ? ok(true) : refused('bank-import-undone'),
      fields: undoFields
    })
  },
  async submit(tx, { by, params }, { why }) {
    const id = params['import'] ?? ''
    const done = await undoImport(tx, by, id, why)
    return done.ok ? ok({ goTo: `/kasboek/bank/${id}`, notice: 'bank-undone' }) : done
  }
})

const sumOf = (lines: readonly LineRow[]): number =>
  cents(lines.reduce((sum, line) => sum + Math.abs(Number(line.amount ?? 0)), 0))

export const bankPages: readonly Page[] = [importsPage, importPage, undoPage, linePage]
