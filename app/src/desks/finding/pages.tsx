// Who: somebody who heard that "something is being done about the lift" and wants to find it.
import { anyone } from '../../people/index.ts'
import { like, type Found } from '../../search/index.ts'
import { Card, EmptyState, SearchBox } from '../../ui/index.ts'
import { page, type Visit } from '../../web/index.ts'
import { languages } from '../../words/index.ts'
import { Filters, Listed } from '../list.tsx'
import { titlesOf, type Titled } from './queries.ts'

const kinds = ['goal', 'need', 'request', 'commitment', 'group', 'institution', 'voice'] as const
type Kind = (typeof kinds)[number]

export const searchPage = page({
  path: '/zoeken',
  who: anyone,
  async show(visit) {
    const { t, read, query } = visit
    const asked = (query['q'] ?? '').slice(0, 200)
    const wanted = kinds.filter((kind) => (query['soort'] ?? kind) === kind)
    const found =
      asked.trim() === '' ? [] : await like(read, { text: asked, lang: languages, kinds: wanted, most: 200 })
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
  const choices = [
    {
      name: 'soort',
      label: t('list.show'),
      options: [['', t('list.all')], ...kinds.map((kind) => [kind, t(`search.kind.${kind}`)])] as [string, string][]
    }
  ]
  const shown = found.flatMap((one) => titles.get(`${one.kind} ${one.ref}`) ?? [])
  if (shown.length === 0)
    return (
      <>
        {visit.query['soort'] ? <Filters visit={visit} choices={choices} /> : null}
        <EmptyState title={t('search.nothing', { asked })}>{t('search.nothing.what')}</EmptyState>
      </>
    )
  return (
    <>
      <Filters visit={visit} choices={choices} />
      <p>{t('search.found', { n: shown.length })}</p>
      <Listed
        visit={visit}
        kind="one"
        items={shown}
        card={(one) => (
          <Card key={one.id} level={2} title={one.title} href={one.href} meta={t(`search.kind.${one.kind as Kind}`)} />
        )}
      />
    </>
  )
}
