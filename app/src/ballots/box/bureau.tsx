/** Who: a member of the election committee who asks what is to be done now, and whether anything looks strange. */
import { phaseOn } from '@buurtmacht/domain'
import { daysIn, isResidentHelper, keepsRound, PhaseChip, roundOf, type RoundRow } from '../../budget/index.ts'
import { BackLink, Card, CardGrid, Facts, Lead, Notice, Table } from '../../ui/index.ts'
import { page, type Page, type Visit, type Who } from '../../web/index.ts'
import { batchesOf, statesByBatch, usesOf } from '../codes/queries.ts'
import { batchName } from '../codes/views.tsx'
import { bundlesOpen } from '../sheets/queries.ts'
import { isOfCommittee, preparersOf, typistsOf } from '../who.ts'
import { boxOf, keysOf } from './queries.ts'

const inPath = async (visit: Visit) => visit.params['round']

/** Everybody who has something to do with the ballots of this round; each sees only the own part. */
const whoWorks: Who = {
  says: 'resident helpers, the election committee, and resident administrators',
  allows: async (visit) => (await preparersOf(inPath).allows(visit)) || typistsOf(inPath).allows(visit)
}

const bureauPage = page({
  path: '/budget/:round/stembureau',
  who: whoWorks,
  async show(visit) {
    const { t, read } = visit
    const row = await roundOf(read, visit.params['round'] ?? '')
    if (!row) return 'not-found'
    const committee = await isOfCommittee(visit, row.id)
    return {
      title: t('bureau.title'),
      private: true,
      wide: true,
      body: (
        <>
          <BackLink href={`/budget/${row.id}`}>{row.title}</BackLink>
          <h1>{t('bureau.title')}</h1>
          <PhaseChip visit={visit} row={row} />
          <Lead>{t('bureau.lead')}</Lead>
          {await boxNotice(visit, row)}
          <Work visit={visit} row={row} committee={committee} />
          {committee || isResidentHelper(visit.by.roles) ? await handing(visit, row) : null}
          {committee ? await concentration(visit, row) : null}
        </>
      )
    }
  }
})

async function boxNotice({ t, read }: Visit, row: RoundRow) {
  const keys = await keysOf(read, row.id)
  const box = await boxOf(read, row.id)
  const open = await bundlesOpen(read, row.id)
  const facts = [
    { term: t('bureau.keys'), detail: t.number(keys.length) },
    {
      term: t('bureau.box'),
      detail: t(box?.opened ? 'bureau.box.open' : box ? 'bureau.box.ready' : 'bureau.box.not-ready')
    },
    { term: t('bureau.bundles'), detail: t.number(open.bundles) }
  ]
  return (
    <>
      {row.state === 'frozen' && !box ? (
        <Notice kind="stop" title={t('bureau.no-box')}>
          <p>{t('bureau.no-box.what')}</p>
        </Notice>
      ) : null}
      <Facts facts={facts} />
    </>
  )
}

function Work({ visit, row, committee }: { visit: Visit; row: RoundRow; committee: boolean }) {
  const { t, by } = visit
  const prepares = committee || keepsRound(by.roles, row.group_id)
  const voting = phaseOn(daysIn(row), by.today) === 'voting'
  const to = (path: string) => `/budget/${row.id}/${path}`
  const cards: [string, string, boolean][] = [
    [to('sleutel'), 'key', committee],
    [to('codes'), 'codes', prepares],
    [to('papier'), 'paper', true],
    [to('kaart-kwijt'), 'lost', committee],
    ['/stemmen?hulp=1', 'help', voting],
    [to('loting'), 'lot', committee && row.state === 'frozen'],
    [to('tellen'), 'count', committee && row.state === 'frozen'],
    [to('drukwerk'), 'print', row.state === 'frozen'],
    [to('opkomst'), 'turnout', row.state !== 'preparing' && row.state !== 'open']
  ]
  return (
    <CardGrid>
      {cards
        .filter(([, , shown]) => shown)
        .map(([href, name]) => (
          <Card key={name} level={2} title={t.find(`bureau.do.${name}`) ?? name} href={href}>
            <p>{t.find(`bureau.do.${name}.what`)}</p>
          </Card>
        ))}
    </CardGrid>
  )
}

async function handing({ t, read }: Visit, row: RoundRow) {
  const batches = (await batchesOf(read, row.id)).filter((batch) => batch.kind !== 'residents')
  if (batches.length === 0) return null
  return (
    <Table
      caption={t('bureau.hand-out')}
      head={[t('bureau.where'), t('codes.fact.made'), t('codes.fact.handed-out')]}
      numbers={[1, 2]}
      rows={batches.map((batch) => [
        <a key={batch.id} href={`/stemcodes/${batch.id}`}>
          {batchName(t, batch)}
        </a>,
        t.number(batch.size),
        t.number(batch.handed_out)
      ])}
    />
  )
}

/** Many ballots from one building in one hour may be letters that somebody collected. What was chosen is not here. */
async function concentration({ t, read }: Visit, row: RoundRow) {
  const batches = new Map((await batchesOf(read, row.id)).map((batch) => [batch.id, batch]))
  const states = await statesByBatch(read, row.id)
  const uses = await usesOf(read, row.id)
  if (uses.length === 0) return null
  const nameOf = (id: string): string => {
    const batch = batches.get(id)
    return batch ? batchName(t, batch) : id
  }
  const busiest = uses.toSorted((a, b) => b.n - a.n).slice(0, 30)
  return (
    <>
      <h2>{t('bureau.concentration')}</h2>
      <p>{t('bureau.concentration.what')}</p>
      <Table
        caption={t('bureau.by-building')}
        head={[t('bureau.where'), t('codes.fact.made'), t('turnout.online'), t('turnout.paper'), t('bureau.replaced')]}
        numbers={[1, 2, 3, 4]}
        rows={[...states].map(([id, n]) => [
          nameOf(id),
          t.number(batches.get(id)?.size ?? 0),
          t.number(n.online),
          t.number(n.paper),
          t.number(n.replaced)
        ])}
      />
      <Table
        caption={t('bureau.by-hour')}
        head={[t('bureau.where'), t('bureau.hour'), t('bureau.how-many')]}
        numbers={[2]}
        rows={busiest.map((use) => [
          nameOf(use.batch),
          t('bureau.from-hour', { day: t.day(use.hour.slice(0, 10)), hour: use.hour.slice(11) }),
          t.number(use.n)
        ])}
      />
    </>
  )
}

export const bureauPages: readonly Page[] = [bureauPage]
