// Who: a neighbour who scanned a poster in the stairwell: what is this, and can I say something here without hassle?
import { goalsIn } from '../goals/index.ts'
import { GrantCards, soonEnding } from '../ledger/index.ts'
import { anyone } from '../people/index.ts'
import { areasOf, neighbourhood, PlacePicture, type Neighbourhood } from '../place/index.ts'
import { AreaMap, BigNumber, Buttons, Card, CardGrid, EmptyState, Lead, LinkButton } from '../ui/index.ts'
import { GoalCard, goalCards } from '../way/index.ts'
import { page, type Visit } from '../web/index.ts'
import { answeredInTime, countsPerArea, promisesKept, toldBack, type OutOf } from './queries.ts'

export const homePage = page({
  path: '/',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const place = await neighbourhood(read)
    if (!place) return { goTo: '/opzetten' }
    const now = await goalCards(read, await goalsIn(read, ['adopted', 'underWay'], 6), by.today)
    const reached = await goalCards(read, await goalsIn(read, ['reached'], 2), by.today)
    const ending = (await soonEnding(read, by.today)).slice(0, 3)
    const numbers = [
      { words: t('home.answered'), out: await answeredInTime(read, by.today) },
      { words: t('home.kept'), out: await promisesKept(read, by.today) },
      { words: t('home.told'), out: await toldBack(read) }
    ].filter(({ out }) => out.of > 0)
    return {
      title: place.name,
      body: (
        <>
          <h1>{t('home.title')}</h1>
          <Lead>{t('home.lead')}</Lead>
          <Buttons>
            <LinkButton icon="speech" href="/inbreng/nieuw">
              {t('frame.tell')}
            </LinkButton>
            <LinkButton kind="plain" icon="card" href="/volg">
              {t('home.code')}
            </LinkButton>
          </Buttons>
          {place.picture ? <PlacePicture picture={place.picture} /> : null}
          <h2>{t('home.now')}</h2>
          {now.length === 0 ? (
            <EmptyState title={t('home.nothing')}>{t('home.nothing.what')}</EmptyState>
          ) : (
            <>
              <CardGrid>
                {now.map((card) => (
                  <GoalCard key={card.goal.id} visit={visit} card={card} />
                ))}
              </CardGrid>
              <p>
                <a href="/buurtdoelen">{t('home.all-goals')}</a>
              </p>
            </>
          )}
          {reached.length > 0 ? (
            <>
              <h2>{t('home.reached')}</h2>
              <CardGrid>
                {reached.map((card) => (
                  <GoalCard key={card.goal.id} visit={visit} card={card} />
                ))}
              </CardGrid>
            </>
          ) : null}
          {ending.length > 0 ? (
            <>
              <h2>{t('grants.soon')}</h2>
              <GrantCards visit={visit} rows={ending} level={3} />
            </>
          ) : null}
          {numbers.length > 0 ? <Word visit={visit} numbers={numbers} /> : null}
          <Map visit={visit} place={place} areas={await areasOf(read)} counts={await countsPerArea(read)} />
        </>
      )
    }
  }
})

/** Do institutions keep their word? Few honest numbers. */
function Word({ visit, numbers }: { visit: Visit; numbers: { words: string; out: OutOf }[] }) {
  const { t } = visit
  return (
    <>
      <h2>{t('home.word')}</h2>
      <CardGrid kind="small">
        {numbers.map(({ words, out }) => (
          <Card key={words}>
            <BigNumber number={t('number.of', { n: out.n, of: out.of })}>{words}</BigNumber>
          </Card>
        ))}
      </CardGrid>
    </>
  )
}

interface MapProps {
  visit: Visit
  place: Neighbourhood
  areas: Awaited<ReturnType<typeof areasOf>>
  counts: Awaited<ReturnType<typeof countsPerArea>>
}

export function Map({ visit, place, areas, counts }: MapProps) {
  const { t } = visit
  const label = (id: string) => t('home.in-area', counts.get(id) ?? { voices: 0, needs: 0 })
  const drawn = areas.flatMap((area) => (area.outline ? [{ ...area, outline: area.outline }] : []))
  if (areas.length === 0) return null
  return (
    <>
      <h2>{t('home.areas')}</h2>
      {drawn.length === areas.length ? (
        <AreaMap
          title={t('home.map')}
          viewBox={place.mapBox}
          landmarks={place.landmarks}
          areas={drawn.map((area) => ({
            id: area.id,
            name: area.name,
            path: area.outline,
            href: `/gebieden/${area.id}`,
            label: label(area.id)
          }))}
        />
      ) : (
        <ul>
          {areas.map((area) => (
            <li key={area.id}>
              <a href={`/gebieden/${area.id}`}>{area.name}</a> <span class="meta">{label(area.id)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
