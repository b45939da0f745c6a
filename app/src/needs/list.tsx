/** All needs, as cards, with filters as plain links. */
import type { VNode } from 'preact'
import type { Listed } from '../db/index.ts'
import type { Area } from '../place/index.ts'
import { Buttons, Card, CardGrid, EmptyState, FilterLinks, LinkButton } from '../ui/index.ts'
import { ListPager, withFilter, type Visit } from '../web/index.ts'
import type { NeedFilter, NeedSeen } from './queries.ts'

interface NeedsProps {
  visit: Visit
  found: Listed<NeedSeen>
  filter: NeedFilter
  areas: readonly Area[]
  groups: ReadonlyMap<string, string>
  mayGather: boolean
}

export function NeedsPage({ visit, found, filter, areas, groups, mayGather }: NeedsProps): VNode {
  const { t } = visit
  return (
    <>
      <h1>{t('needs.list')}</h1>
      <p class="lead">{t('needs.list.lead')}</p>
      <Buttons>
        <LinkButton href="/inbreng/nieuw" icon="speech">
          {t('frame.tell')}
        </LinkButton>
        {mayGather ? (
          <LinkButton kind="plain" href="/inbreng/verzamelen">
            {t('needs.gather')}
          </LinkButton>
        ) : null}
      </Buttons>
      <p>
        <a href="/inbreng">{t('needs.list.words')}</a>
      </p>
      <Filters visit={visit} filter={filter} areas={areas} groups={groups} />
      {found.items.length === 0 ? (
        <EmptyState title={t('needs.list.empty')}>{t('needs.list.empty.what')}</EmptyState>
      ) : (
        <CardGrid kind="one">
          {found.items.map((need) => (
            <Card
              key={need.id}
              level={2}
              title={need.sentence}
              href={`/buurtbehoeften/${need.id}`}
              meta={[t('needs.said-by', { n: need.voices }), need.area?.name, need.group.name]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </CardGrid>
      )}
      <ListPager visit={visit} next={found.next} />
    </>
  )
}

function Filters({ visit, filter, areas, groups }: Pick<NeedsProps, 'visit' | 'filter' | 'areas' | 'groups'>): VNode {
  const { t } = visit
  const links = (name: string, now: string | undefined, of: [string, string][]) => [
    { href: withFilter(visit, name), text: t('list.all'), current: !now },
    ...of.map(([value, text]) => ({ href: withFilter(visit, name, value), text, current: now === value }))
  ]
  const areaLinks = areas.map(({ id, name }): [string, string] => [id, name])
  return (
    <details open={[filter.area, filter.group, filter.withoutGoal].some(Boolean)}>
      <summary>{t('list.choose')}</summary>
      {areas.length > 1 ? (
        <FilterLinks label={t('needs.filter.area')} links={links('gebied', filter.area, areaLinks)} />
      ) : null}
      <FilterLinks label={t('needs.filter.group')} links={links('groep', filter.group, [...groups])} />
      <FilterLinks
        label={t('needs.filter.goal')}
        links={links('zonderdoel', filter.withoutGoal ? '1' : undefined, [['1', t('needs.filter.without-goal')]])}
      />
    </details>
  )
}
