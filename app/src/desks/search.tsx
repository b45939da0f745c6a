// Who: somebody who heard that "something is being done about the lift" and wants to find it.
import { anyone } from '../people/index.ts'
import { like, type Found } from '../search/index.ts'
import { Card, CardGrid, EmptyState, SearchBox } from '../ui/index.ts'
import { page, type Visit } from '../web/index.ts'
import { titlesOf, type Titled } from './found-queries.ts'

const kinds = ['goal', 'need', 'request', 'commitment', 'group', 'institution', 'voice'] as const
type Kind = (typeof kinds)[number]

export const searchPage = page({
  path: '/zoeken',
  who: anyone,
  async show(visit) {
    const { t, read, query } = visit
    const asked = (query['q'] ?? '').slice(0, 200)
    const found =
      asked.trim() === '' ? [] : await like(read, { text: asked, lang: t.lang, kinds: [...kinds], most: 60 })
    const titles = await titlesOf(read, found)
    return {
      title: t('frame.search'),
      body: (
        <>
          <h1>{t('frame.search')}</h1>
          <SearchBox action="/zoeken" label={t('search.label')} button={t('frame.search')} value={asked} />
          {asked.trim() !== '' ? <Results visit={visit} asked={asked} found={found} titles={titles} /> : null}
        </>
      )
    }
  }
})

function Results({
  visit,
  asked,
  found,
  titles
}: {
  visit: Visit
  asked: string
  found: Found[]
  titles: Map<string, Titled>
}) {
  const { t } = visit
  const shown = found.flatMap((one) => titles.get(`${one.kind} ${one.ref}`) ?? [])
  if (shown.length === 0)
    return <EmptyState title={t('search.nothing', { asked })}>{t('search.nothing.what')}</EmptyState>
  return (
    <>
      <p>{t('search.found', { n: shown.length })}</p>
      <CardGrid kind="one">
        {shown.map((one) => (
          <Card
            key={one.href}
            level={2}
            title={one.title}
            href={one.href}
            meta={t(`search.kind.${one.kind as Kind}`)}
          />
        ))}
      </CardGrid>
    </>
  )
}
