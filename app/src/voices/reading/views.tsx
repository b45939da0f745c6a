import { channels, isAdmin, mayShow } from '@buurtmacht/domain'
import type { VNode } from 'preact'
import type { Listed } from '../../db/index.ts'
import { shownName } from '../../people/index.ts'
import type { Area } from '../../place/index.ts'
import { BackLink, EmptyState, FilterLinks, LinkButton, Quote } from '../../ui/index.ts'
import { ListPager, withFilter, type Visit } from '../../web/index.ts'
import { dirOf } from '../../words/index.ts'
import type { NeedOfVoice } from '../linked/queries.ts'
import type { VoiceFilter, VoiceSeen } from '../queries.ts'
import { howHeard, languageName, langTag, VoiceQuote } from '../views.tsx'

interface ListProps {
  visit: Visit
  found: Listed<VoiceSeen>
  filter: VoiceFilter
  areas: readonly Area[]
  /** Languages something was said in. */
  spoken: readonly string[]
}

export function ListPage({ visit, found, filter, areas, spoken }: ListProps): VNode {
  const { t } = visit
  return (
    <>
      <h1>{t('voices.list')}</h1>
      <p class="lead">{t('voices.list.lead')}</p>
      <p>
        <LinkButton href="/inbreng/nieuw" icon="speech">
          {t('frame.tell')}
        </LinkButton>
      </p>
      <VoiceFilters visit={visit} filter={filter} areas={areas} spoken={spoken} />
      {found.items.length === 0 ? (
        <EmptyState title={t('voices.list.empty')}>{t('voices.list.empty.what')}</EmptyState>
      ) : null}
      {found.items.map((voice) => (
        <VoiceQuote key={voice.id} visit={visit} voice={voice} link />
      ))}
      <ListPager visit={visit} next={found.next} />
    </>
  )
}

interface FilterProps {
  visit: Visit
  filter: VoiceFilter
  areas: readonly Area[]
  spoken?: readonly string[]
}

/** Plain links, behind one word so that the words of people come first. */
export function VoiceFilters({ visit, filter, areas, spoken = [] }: FilterProps): VNode {
  const { t } = visit
  const all = (name: string, now: string | undefined) => ({
    href: withFilter(visit, name),
    text: t('list.all'),
    current: !now
  })
  const links = (name: string, now: string | undefined, of: { value: string; text: string }[]) => [
    all(name, now),
    ...of.map(({ value, text }) => ({ href: withFilter(visit, name, value), text, current: now === value }))
  ]
  const chosen = [filter.area, filter.channel, filter.lang, filter.loose].some(Boolean)
  const channelLinks = channels.map((value) => ({ value, text: t.find(`voices.channel.${value}`) ?? value }))
  const languageLinks = spoken.map((value) => ({ value, text: languageName(t, value) }))
  const areaLinks = areas.map((area) => ({ value: area.id, text: area.name }))
  return (
    <details open={chosen}>
      <summary>{t('list.choose')}</summary>
      {areas.length > 1 ? (
        <FilterLinks label={t('voices.check.where')} links={links('gebied', filter.area, areaLinks)} />
      ) : null}
      <FilterLinks label={t('voices.filter.channel')} links={links('kanaal', filter.channel, channelLinks)} />
      {spoken.length > 1 ? (
        <FilterLinks label={t('voices.filter.lang')} links={links('gesproken', filter.lang, languageLinks)} />
      ) : null}
      <FilterLinks
        label={t('voices.filter.need')}
        links={links('los', filter.loose ? '1' : undefined, [{ value: '1', text: t('voices.filter.loose') }])}
      />
    </details>
  )
}

interface VoiceProps {
  visit: Visit
  voice: VoiceSeen
  needs: readonly NeedOfVoice[]
  mayTranslate: boolean
}

export function VoicePage({ visit, voice, needs, mayTranslate }: VoiceProps): VNode {
  const { t } = visit
  return (
    <>
      <BackLink href="/inbreng">{t('voices.list')}</BackLink>
      <h1>{t('voices.one')}</h1>
      <Quote
        lang={langTag(voice.lang)}
        dir={voice.lang === 'und' ? 'auto' : dirOf(voice.lang)}
        by={[
          howHeard(t, voice),
          voice.helper ? t('voices.written-by', { name: voice.helper }) : '',
          mayShow(voice.show) === 'words' ? '' : (t.find(`voices.kept.${voice.show}`) ?? '')
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {voice.text}
      </Quote>
      {voice.translations.map((one) => (
        <Quote
          key={one.lang}
          small
          lang={one.lang}
          dir={dirOf(one.lang)}
          by={t('voices.translated-in', { name: shownName(t, one.by), lang: languageName(t, one.lang) })}
        >
          {one.text}
        </Quote>
      ))}
      {mayTranslate ? (
        <p>
          <a href={`/inbreng/${voice.id}/vertaling`}>{t('voices.translate.link')}</a>
        </p>
      ) : null}
      {isAdmin(visit.by.roles) ? (
        <p>
          <a href={`/inbreng/${voice.id}/wissen`}>{t('voices.erase-for.link')}</a>
        </p>
      ) : null}
      <h2>{t('voices.needs')}</h2>
      {needs.length === 0 ? <p>{t('voices.needs.none')}</p> : null}
      {needs.length > 0 ? (
        <ul>
          {needs.map((need) => (
            <li key={need.id}>
              <a href={`/buurtbehoeften/${need.id}`}>{need.sentence}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
