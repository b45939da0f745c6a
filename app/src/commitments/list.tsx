// Who: anyone who wants to know what was promised, and whether it was kept.
import { limitOf, readCursor } from '../db/index.ts'
import { institutionNames } from '../institutions/index.ts'
import { anyone } from '../people/index.ts'
import { Card, CardGrid, Chip, EmptyState, FilterLinks, Lead, Row } from '../ui/index.ts'
import { filterLinks, ListPager, meantBy, page, type Visit } from '../web/index.ts'
import { promiseClock } from './clock.ts'
import { listCommitments, type CommitmentRow, type CommitmentsAsked } from './queries.ts'

const shows: Record<string, NonNullable<CommitmentsAsked['which']>> = {
  'te-laat': 'overdue',
  open: 'open',
  'te-beoordelen': 'toJudge',
  nagekomen: 'kept',
  betwist: 'disputed'
}

export const commitmentsPage = page({
  path: '/toezeggingen',
  who: anyone,
  async show(visit) {
    const { t, read, query, by } = visit
    const { items, next } = await listCommitments(read, by.today, {
      which: meantBy(shows, query['toon']),
      institution: query['instantie'] || undefined,
      group: query['groep'] || undefined,
      goal: query['doel'] || undefined,
      after: readCursor(query['na']),
      limit: limitOf(undefined)
    })
    const institutions = await institutionNames(read)
    return {
      title: t('frame.commitments'),
      body: (
        <>
          <h1>{t('frame.commitments')}</h1>
          <Lead>{t('commitments.lead')}</Lead>
          <FilterLinks
            label={t('list.show')}
            links={filterLinks(
              visit,
              'toon',
              Object.entries(shows).map(([path, which]) => [path, t(`commitments.show.${which}`)])
            )}
          />
          <details open={Boolean(query['instantie'])}>
            <summary>{t('list.more-institution')}</summary>
            <FilterLinks label={t('list.institution')} links={filterLinks(visit, 'instantie', [...institutions])} />
          </details>
          {items.length === 0 ? <EmptyState title={t('commitments.none')} /> : null}
          <CardGrid kind="one">
            {items.map((row) => (
              <CommitmentCard key={row.id} visit={visit} row={row} />
            ))}
          </CardGrid>
          <ListPager visit={visit} next={next} />
        </>
      )
    }
  }
})

/** One promise on a card: what, by whom, to whom, and where it stands. */
export const CommitmentCard = ({ visit, row, level }: { visit: Visit; row: CommitmentRow; level?: 2 | 3 }) => (
  <Card
    level={level ?? 2}
    title={row.what}
    href={`/toezeggingen/${row.id}`}
    meta={`${row.institution_name} → ${row.group_name}`}
  >
    <Row>
      <CommitmentChip visit={visit} row={row} />
    </Row>
  </Card>
)

export function CommitmentChip({ visit, row }: { visit: Visit; row: CommitmentRow }) {
  const { t, by } = visit
  const clock = promiseClock(row, by.today)
  if (clock.overdue) return <Chip kind="late">{t('commitment.days-late', { n: clock.daysLate })}</Chip>
  if (clock.open) return <Chip kind="wait">{t('commitment.promised-for', { day: t.day(row.due_on) })}</Chip>
  if (clock.toJudge) return <Chip>{t('commitment.to-judge')}</Chip>
  return row.state === 'kept' ? (
    <Chip kind="good">{t('commitment.kept')}</Chip>
  ) : (
    <Chip kind="no">{t('commitment.disputed')}</Chip>
  )
}
