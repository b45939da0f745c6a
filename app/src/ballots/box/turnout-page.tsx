/** Who: a neighbour who wants to see whether nothing was lost and nothing was added. Numbers of things, none of people. */
import { fewestShown } from '@buurtmacht/domain'
import { roundOf } from '../../budget/index.ts'
import { BackLink, Facts, Lead, Meta, Notice, Table, type Fact } from '../../ui/index.ts'
import { page, type Page, type Visit } from '../../web/index.ts'
import { batchesOf } from '../codes/queries.ts'
import { batchName } from '../codes/views.tsx'
import { outcomesOf } from '../sheets/queries.ts'
import { anyone } from '../who.ts'
import { cast, differenceOf, partsOf, turnoutOf, type Part } from './turnout.ts'

const turnoutPage = page({
  path: '/budget/:round/opkomst',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row || row.state === 'preparing' || row.state === 'open') return 'not-found'
    const of = { visit, round: row.id }
    const areas = await partsOf(read, row.id, (batch) => batch.area_name)
    const buildings = await partsOf(read, row.id, (batch) => batchName(t, batch))
    return {
      title: t('turnout.title'),
      body: (
        <>
          <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
          <h1>{t('turnout.title')}</h1>
          <Lead>{t('turnout.lead')}</Lead>
          {await addsUp(of)}
          {await codes(of)}
          {await sheets(of)}
          <Parts visit={visit} title={t('turnout.by-area')} parts={areas} />
          <Parts visit={visit} title={t('turnout.by-building')} parts={buildings} />
          <Meta>{t('turnout.fewest', { n: fewestShown })}</Meta>
        </>
      )
    }
  }
})

interface Of {
  visit: Visit
  round: string
}

/** What does not add up, in sentences; empty when everything does. */
export async function doesNotAddUp({ read, t }: Pick<Visit, 'read' | 't'>, round: string): Promise<string[]> {
  const off = await differenceOf(read, round)
  return (['codes', 'sheets', 'ballots'] as const).flatMap((key) => {
    if (off[key] === 0) return []
    const words = `turnout.off.${key}.${off[key] > 0 ? 'more' : 'less'}`
    return [t.find(words, { n: Math.abs(off[key]) }) ?? words]
  })
}

/** Asked before the page is drawn: pieces of a page cannot wait. */
async function addsUp({ visit, round }: Of) {
  const { t } = visit
  const off = await doesNotAddUp(visit, round)
  if (off.length === 0)
    return (
      <Notice kind="good" title={t('turnout.adds-up')}>
        <p>{t('turnout.adds-up.what')}</p>
      </Notice>
    )
  return (
    <Notice kind="stop" title={t('turnout.off')}>
      {off.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}

async function codes({ visit, round }: Of) {
  const { t, read } = visit
  const n = await turnoutOf(read, round)
  const gone = (await batchesOf(read, round)).filter((batch) => batch.void_why !== null)
  const facts: Fact[] = [
    { term: t('turnout.issued'), detail: <strong>{t.number(n.issued)}</strong> },
    { term: t('turnout.online'), detail: t.number(n.usedOnline) },
    {
      term: t('turnout.paper'),
      detail: n.replaced
        ? `${t.number(n.usedOnPaper)} (${t('turnout.replaced', { n: n.replaced })})`
        : t.number(n.usedOnPaper)
    },
    { term: t('turnout.unused'), detail: t.number(n.unused) },
    { term: t('turnout.void'), detail: t.number(n.void) }
  ]
  return (
    <>
      <h2>{t('turnout.codes')}</h2>
      <Facts facts={facts} />
      {gone.map((batch) => (
        <p key={batch.id}>
          {t('turnout.batch-void', { name: batchName(t, batch), n: batch.size, why: batch.void_why ?? '' })}
        </p>
      ))}
    </>
  )
}

async function sheets({ visit, round }: Of) {
  const { t, read } = visit
  const n = await turnoutOf(read, round)
  if (n.sheetsInBox === 0) return null
  const spoiled = (await outcomesOf(read, round)).filter((one) => one.outcome === 'spoiled')
  const blank = (await outcomesOf(read, round)).find((one) => one.outcome === 'blank')?.n ?? 0
  return (
    <>
      <h2>{t('turnout.sheets')}</h2>
      <Facts
        facts={[
          { term: t('turnout.in-box'), detail: <strong>{t.number(n.sheetsInBox)}</strong> },
          {
            term: t('turnout.typed'),
            detail: blank ? `${t.number(n.sheetsTyped)} (${t('turnout.blank', { n: blank })})` : t.number(n.sheetsTyped)
          },
          { term: t('turnout.spoiled'), detail: t.number(n.sheetsSpoiled) }
        ]}
      />
      {spoiled.length > 0 ? (
        <Table
          caption={t('turnout.why-spoiled')}
          head={[t('turnout.why'), t('turnout.how-many')]}
          numbers={[1]}
          rows={spoiled.map((one) => [t.find(`sheet.spoiled.${one.spoiled}`) ?? one.spoiled, t.number(one.n)])}
        />
      ) : null}
    </>
  )
}

function Parts({ visit, title, parts }: { visit: Visit; title: string; parts: readonly Part[] }) {
  const { t } = visit
  if (parts.length === 0) return null
  return (
    <Table
      caption={title}
      head={[t('turnout.where'), t('turnout.issued'), t('turnout.voted')]}
      numbers={[1, 2]}
      rows={parts.map((part) => [part.name, t.number(part.issued), t.number(cast(part))])}
    />
  )
}

export const turnoutPages: readonly Page[] = [turnoutPage]
