// Who: anybody who wants to know what happened here, by whom and when; a journalist, a neighbour, somebody who checks.
import { topics } from '../journal/index.ts'
import { anyone } from '../people/index.ts'
import { neighbourhood } from '../place/index.ts'
import { BackLink, Buttons, EmptyState, Facts, Lead, LinkButton, Meta } from '../ui/index.ts'
import { ListPager, meantBy, page, withFilter, type Page, type Visit } from '../web/index.ts'
import { atom } from './feed.ts'
import { addressOf, namesIn } from './names.ts'
import { beganAt, lineById, linesBefore, namesOf, type Asked } from './queries.ts'
import { Days, filters, howItStands, Sentence, topicPaths } from './views.tsx'

const aPage = 40

function askedIn({ query }: Pick<Visit, 'query'>): Asked {
  const topic = meantBy<keyof typeof topics>(topicPaths, query['soort'])
  const { doel, instantie, groep } = query
  const of = doel
    ? ({ kind: 'goal', id: doel } as const)
    : instantie
      ? ({ kind: 'institution', id: instantie } as const)
      : groep
        ? ({ kind: 'group', id: groep } as const)
        : undefined
  const before = /^[1-9]\d{0,14}$/.test(query['na'] ?? '') ? Number(query['na']) : undefined
  return { kinds: topic && topics[topic], of, before, limit: aPage }
}

/** The filters of this list as they stand behind the question mark, without the place in it. */
const filtersAsked = ({ query }: Pick<Visit, 'query'>): string =>
  new URLSearchParams(
    ['soort', 'doel', 'instantie', 'groep'].flatMap((name) => (query[name] ? [[name, query[name]]] : []))
  ).toString()

const list = page({
  path: '/logboek',
  who: anyone,
  async show(visit) {
    const { t, read } = visit
    const asked = askedIn(visit)
    const found = await linesBefore(read, asked)
    const lines = found.slice(0, aPage)
    const filtered = filtersAsked(visit)
    const last = found.length > aPage ? lines.at(-1) : undefined
    return {
      title: t('record.title'),
      body: (
        <>
          <h1>{t('record.title')}</h1>
          <Lead>{t('record.lead')}</Lead>
          <p>{t('record.no-words')}</p>
          {await howItStands(visit)}
          {await filters(visit)}
          {await onlyAbout(visit, asked)}
          {lines.length === 0 ? <EmptyState title={t(filtered ? 'record.none.so' : 'record.none')} /> : null}
          <Days visit={visit} lines={lines} names={await namesIn(read, lines)} />
          <ListPager visit={visit} next={last && String(last.seq)} />
          <p>
            <a type="application/atom+xml" href={`/logboek/atom.xml${filtered && `?${filtered}`}`}>
              {t('record.feed')}
            </a>
          </p>
        </>
      )
    }
  }
})

/** Said above the list, because the filters are folded. */
async function onlyAbout(visit: Visit, { of }: Asked) {
  if (!of) return null
  const { t, read } = visit
  const name = (await namesOf(read, of.kind, [of.id])).get(of.id)
  const filter = { goal: 'doel', institution: 'instantie', group: 'groep' }[of.kind]
  return (
    <Meta>
      {t(`record.only.${of.kind}`, { name: name ?? t('record.gone') })}{' '}
      <a href={withFilter(visit, filter)}>{t('record.only.not')}</a>
    </Meta>
  )
}

const one = page({
  path: '/logboek/:record',
  who: anyone,
  async show(visit) {
    const { t, read, params } = visit
    const line = await lineById(read, params['record'] ?? '')
    if (!line) return 'not-found'
    const names = await namesIn(read, [line])
    const address = addressOf(line, names)
    return {
      title: t('record.line', { n: line.seq }),
      body: (
        <>
          <BackLink href="/logboek">{t('record.one.back')}</BackLink>
          <h1>{t('record.line', { n: line.seq })}</h1>
          <Meta>{t.dayOfInstant(line.at)}</Meta>
          <Lead>
            <Sentence visit={visit} line={line} names={names} />
          </Lead>
          <Buttons>
            <LinkButton href={`/logboek/bewijs/${line.id}`}>{t('record.one.proof')}</LinkButton>
            {address ? (
              <LinkButton kind="plain" href={address}>
                {t('record.one.thing')}
              </LinkButton>
            ) : null}
          </Buttons>
          <Facts facts={[{ term: t('record.one.bytes'), detail: <code class="bytes">{line.text}</code> }]} />
          <Meta>{t('record.one.bytes.what')}</Meta>
        </>
      )
    }
  }
})

const feed = page({
  path: '/logboek/atom.xml',
  who: anyone,
  async show(visit) {
    const { t, read, publicUrl } = visit
    const lines = (await linesBefore(read, { ...askedIn(visit), before: undefined })).slice(0, aPage)
    const place = await neighbourhood(read)
    const called = place?.name ?? 'Buurtmacht'
    return {
      file: atom({
        t,
        title: t('record.feed.title', { place: called }),
        place: called,
        publicUrl,
        asked: filtersAsked(visit),
        since: (await beganAt(read)) ?? visit.by.at,
        lines,
        names: await namesIn(read, lines)
      }),
      type: 'application/atom+xml; charset=utf-8'
    }
  }
})

export const recordPages: readonly Page[] = [list, feed, one]
