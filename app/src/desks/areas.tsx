// Who: a curious neighbour: what goes on in my flat?
import { listGoals } from '../goals/index.ts'
import { groupsOf } from '../groups/index.ts'
import { anyone } from '../people/index.ts'
import { areasOf, neighbourhood } from '../place/index.ts'
import { BackLink, CardGrid, EmptyState, Lead, LinkButton } from '../ui/index.ts'
import { GoalCard, goalCards } from '../way/index.ts'
import { page } from '../web/index.ts'
import { NeedList } from './groups.tsx'
import { Map } from './home.tsx'
import { countsPerArea, needsWhere } from './queries.ts'

export const areasPage = page({
  path: '/gebieden',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const areas = await areasOf(read)
    const place = await neighbourhood(read)
    return {
      title: t('frame.areas'),
      body: (
        <>
          <h1>{t('frame.areas')}</h1>
          {areas.length === 0 ? <EmptyState title={t('areas.none')} /> : <Lead>{t('areas.lead')}</Lead>}
          {place ? <Map visit={visit} place={place} areas={areas} counts={await countsPerArea(read)} /> : null}
        </>
      )
    }
  }
})

export const areaPage = page({
  path: '/gebieden/:area',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const area = (await areasOf(read)).find((one) => one.id === visit.params['area'])
    if (!area) return 'not-found'
    const groups = (await groupsOf(read)).filter((group) => group.areas.some((one) => one.id === area.id))
    const cards = await goalCards(read, (await listGoals(read, { area: area.id, limit: 50 })).items, by.today)
    const counts = (await countsPerArea(read)).get(area.id) ?? { voices: 0, needs: 0 }
    return {
      title: area.name,
      body: (
        <>
          <BackLink href="/gebieden">{t('frame.areas')}</BackLink>
          <h1>{area.name}</h1>
          <Lead>{t('home.in-area', counts)}</Lead>
          <LinkButton href={`/inbreng?gebied=${area.id}`} kind="plain">
            {t('areas.voices')}
          </LinkButton>
          <h2>{t('groups.goals')}</h2>
          {cards.length === 0 ? <EmptyState title={t('areas.no-goals')} /> : null}
          <CardGrid>
            {cards.map((card) => (
              <GoalCard key={card.goal.id} visit={visit} card={card} />
            ))}
          </CardGrid>
          <NeedList visit={visit} needs={await needsWhere(read, { area: area.id }, 30)} />
          {groups.length > 0 ? (
            <>
              <h2>{t('frame.groups')}</h2>
              <ul>
                {groups.map((group) => (
                  <li key={group.id}>
                    <a href={`/groepen/${group.id}`}>{group.name}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )
    }
  }
})
