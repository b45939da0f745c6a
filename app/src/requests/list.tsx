// Who: a resident who wants to know which answers are late; an official who wants to see what is asked.
import { groupNames } from '../groups/index.ts'
import { limitOf, readCursor } from '../db/index.ts'
import { anyone } from '../people/index.ts'
import { Card, CardGrid, EmptyState, FilterLinks, Lead, Row } from '../ui/index.ts'
import { filterLinks, ListPager, meantBy, page, type Visit } from '../web/index.ts'
import { RequestChip } from './clock-views.tsx'
import { institutionsToAsk, listRequests, type RequestRow, type RequestsAsked } from './queries.ts'

const shows: Record<string, NonNullable<RequestsAsked['which']>> = {
  'te-laat': 'late',
  wacht: 'waiting',
  'te-beoordelen': 'replied',
  beantwoord: 'answered',
  'geen-antwoord': 'unanswered',
  ingetrokken: 'withdrawn'
}

export const requestsPage = page({
  path: '/verzoeken',
  who: anyone,
  async show(visit) {
    const { t, read, query, by } = visit
    const after = readCursor(query['na'])
    const { items, next } = await listRequests(read, by.today, {
      which: meantBy(shows, query['toon']),
      institution: query['instantie'] || undefined,
      group: query['groep'] || undefined,
      goal: query['doel'] || undefined,
      after,
      limit: limitOf(undefined)
    })
    return {
      title: t('frame.requests'),
      body: (
        <>
          <h1>{t('frame.requests')}</h1>
          <Lead>{t('requests.lead')}</Lead>
          <Filters visit={visit} institutions={await institutionsToAsk(read)} groups={await groupNames(read)} />
          {items.length === 0 ? <EmptyState title={t('requests.none')} /> : null}
          <CardGrid kind="one">
            {items.map((row) => (
              <RequestCard key={row.id} visit={visit} row={row} />
            ))}
          </CardGrid>
          <ListPager visit={visit} next={next} />
        </>
      )
    }
  }
})

interface FiltersProps {
  visit: Visit
  institutions: { id: string; name: string }[]
  groups: ReadonlyMap<string, string>
}

function Filters({ visit, institutions, groups }: FiltersProps) {
  const { t, query } = visit
  return (
    <>
      <FilterLinks
        label={t('list.show')}
        links={filterLinks(
          visit,
          'toon',
          Object.entries(shows).map(([path, which]) => [path, t(`requests.show.${which}`)])
        )}
      />
      <details open={Boolean(query['instantie'] || query['groep'])}>
        <summary>{t('list.more')}</summary>
        <FilterLinks
          label={t('list.institution')}
          links={filterLinks(
            visit,
            'instantie',
            institutions.map(({ id, name }) => [id, name])
          )}
        />
        <FilterLinks label={t('list.group')} links={filterLinks(visit, 'groep', [...groups])} />
      </details>
    </>
  )
}

/** One question on a card: what, to whom, by whom, and where its clock stands. */
export const RequestCard = ({ visit, row, level }: { visit: Visit; row: RequestRow; level?: 2 | 3 }) => (
  <Card
    level={level ?? 2}
    title={row.title}
    href={`/verzoeken/${row.id}`}
    meta={`${row.group_name} → ${row.institution_name}`}
  >
    <Row>
      <RequestChip t={visit.t} row={row} today={visit.by.today} />
    </Row>
  </Card>
)
