// Who: a curious neighbour: what goes on here, in my flat, with my church? The newest first; never the most popular.
import { limitOf, readCursor } from '../db/index.ts'
import { listGoals, type GoalsAsked } from '../goals/index.ts'
import { groupNames } from '../groups/index.ts'
import { anyone } from '../people/index.ts'
import { areasOf } from '../place/index.ts'
import { Buttons, CardGrid, EmptyState, FilterLinks, Lead, LinkButton } from '../ui/index.ts'
import { filterLinks, ListPager, meantBy, page, withFilter, type Visit } from '../web/index.ts'
import { GoalCard, goalCards } from './cards.tsx'

const states: Record<string, NonNullable<GoalsAsked['state']>> = {
  bezig: 'underWay',
  gekozen: 'adopted',
  voorgesteld: 'proposed',
  pauze: 'paused',
  bereikt: 'reached',
  losgelaten: 'letGo'
}

export const goalsPage = page({
  path: '/buurtdoelen',
  who: anyone,
  async show(visit) {
    const { t, read, query, by } = visit
    const { items, next } = await listGoals(read, {
      state: meantBy(states, query['stand']),
      group: query['groep'] || undefined,
      area: query['gebied'] || undefined,
      need: query['behoefte'] || undefined,
      after: readCursor(query['na']),
      limit: limitOf(undefined)
    })
    const cards = await goalCards(read, items, by.today)
    return {
      title: t('frame.goals'),
      body: (
        <>
          <h1>{t('frame.goals')}</h1>
          <Lead>{t('goals.lead')}</Lead>
          <Filters visit={visit} groups={await groupNames(read)} areas={await areasOf(read)} />
          {cards.length === 0 ? <Empty visit={visit} /> : null}
          <CardGrid>
            {cards.map((card) => (
              <GoalCard key={card.goal.id} visit={visit} card={card} level={2} />
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
  groups: ReadonlyMap<string, string>
  areas: readonly { id: string; name: string }[]
}

function Filters({ visit, groups, areas }: FiltersProps) {
  const { t, query } = visit
  return (
    <>
      <FilterLinks
        label={t('list.show')}
        links={filterLinks(
          visit,
          'stand',
          Object.entries(states).map(([path, state]) => [path, t(`goal-state.${state}`)])
        )}
      />
      <details open={Boolean(query['groep'] || query['gebied'] || query['behoefte'])}>
        <summary>{t('goals.more')}</summary>
        <FilterLinks label={t('list.group')} links={filterLinks(visit, 'groep', [...groups])} />
        <FilterLinks
          label={t('list.area')}
          links={filterLinks(
            visit,
            'gebied',
            areas.map(({ id, name }) => [id, name])
          )}
        />
        {query['behoefte'] ? (
          <p>
            <a href={withFilter(visit, 'behoefte')}>{t('goals.all-needs')}</a>
          </p>
        ) : null}
      </details>
    </>
  )
}

const Empty = ({ visit: { t } }: { visit: Visit }) => (
  <>
    <EmptyState title={t('goals.none')}>{t('goals.none.what')}</EmptyState>
    <Buttons>
      <LinkButton href="/inbreng/nieuw">{t('frame.tell')}</LinkButton>
      <LinkButton kind="plain" href="/buurtbehoeften">
        {t('frame.needs')}
      </LinkButton>
    </Buttons>
  </>
)
