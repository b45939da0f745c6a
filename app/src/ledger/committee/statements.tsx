// Who: the two of the kascommissie, who put their names under what they saw; and anybody who heard a rumour about the money.
import { ok, signStatement, verdicts } from '@buurtmacht/domain'
import { anyone } from '../../people/index.ts'
import { BackLink, Buttons, Facts, LinkButton, Table } from '../../ui/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { signWritten, writeStatement } from './actions.ts'
import { entriesBetween, isAuditor, statementIn, statementOf, type StatementRow } from './queries.ts'
import { periodOf, StatementChip } from './views.tsx'
import { auditorsOnly } from './who.ts'

const writeFields = {
  from: { kind: 'day' },
  until: { kind: 'day' },
  verdict: { kind: 'choice', of: verdicts },
  text: { kind: 'long', max: 4_000 }
} as const

const writePage = page({
  path: '/kasboek/kascommissie/verklaring',
  who: auditorsOnly,
  fields: writeFields,
  show: async (visit, sent) =>
    verbShown({
      visit,
      sent,
      words: 'statement-write',
      back: { href: '/kasboek/kascommissie', text: visit.t('committee.title') },
      could: ok(true),
      fields: writeFields
    }),
  async submit(tx, { by }, given) {
    const done = await writeStatement(tx, by, given)
    return done.ok ? ok({ goTo: `/kasboek/verklaring/${done.value}`, notice: 'statement-written' }) : done
  }
})

const statementPage = page({
  path: '/kasboek/verklaring/:statement',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const row = await statementOf(read, visit.params['statement'] ?? '')
    const mine = await isAuditor(read, by.person, by.today)
    if (!row || (row.state === 'written' && !mine)) return 'not-found'
    const signs = mine && row.state === 'written' && row.written_by !== by.person
    return {
      title: t('statement.title', { period: periodOf(visit, row) }),
      private: row.state === 'written',
      body: (
        <>
          <BackLink href="/kasboek/kascommissie">{t('committee.title')}</BackLink>
          <h1>{t('statement.title', { period: periodOf(visit, row) })}</h1>
          <StatementChip visit={visit} row={row} />
          {await body(visit, row)}
          {signs ? (
            <Buttons>
              <LinkButton href={`/kasboek/verklaring/${row.id}/tekenen`}>{t('statement-sign.button')}</LinkButton>
            </Buttons>
          ) : null}
        </>
      )
    }
  }
})

async function body(visit: Visit, row: StatementRow) {
  const { t } = visit
  const rows = await entriesBetween(visit.read, { from: row.from_on, until: row.until_on, lastNr: row.last_nr })
  return (
    <>
      {row.text.split('\n').map((line, at) => (
        <p key={at} dir="auto">
          {line}
        </p>
      ))}
      <Facts
        facts={[
          {
            term: t('statement.by'),
            detail: t.list([row.written_name, ...(row.signed_name ? [row.signed_name] : [])])
          },
          ...(row.signed_on ? [{ term: t('statement.signed'), detail: t.day(row.signed_on) }] : []),
          { term: t('statement.until-nr'), detail: t('entry.title', { nr: row.last_nr }) }
        ]}
      />
      <Table
        caption={t('statement.entries')}
        head={[t('statement.what'), t('statement.n'), t('entry.amount')]}
        numbers={[1, 2]}
        rows={rows.map((one) => [t.find(`movement.${one.movement}`) ?? one.movement, one.n, t.money(one.sum)])}
      />
    </>
  )
}

const signFields = { version: { kind: 'hidden' } } as const

const signPage = page({
  path: '/kasboek/verklaring/:statement/tekenen',
  who: auditorsOnly,
  fields: signFields,
  restsOn: async ({ read, params }) => (await statementOf(read, params['statement'] ?? ''))?.version.toString(),
  async show(visit, sent) {
    const row = await statementOf(visit.read, visit.params['statement'] ?? '')
    if (!row) return 'not-found'
    return verbShown({
      visit,
      sent,
      words: 'statement-sign',
      back: {
        href: `/kasboek/verklaring/${row.id}`,
        text: visit.t('statement.title', { period: periodOf(visit, row) })
      },
      could: signStatement(statementIn(row), visit.by.person!, visit.by.today),
      fields: signFields,
      values: { version: String(row.version) },
      children: await body(visit, row)
    })
  },
  async submit(tx, { by, params }) {
    const id = params['statement'] ?? ''
    const done = await signWritten(tx, by, id)
    return done.ok ? ok({ goTo: `/kasboek/verklaring/${id}`, notice: 'statement-signed' }) : done
  }
})

export const statementPages: readonly Page[] = [writePage, statementPage, signPage]
