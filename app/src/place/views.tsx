import type { VNode } from 'preact'
import { isAdmin } from '@buurtmacht/domain'
import { DemoBar, Notice, Page, type DemoBarProps } from '../ui/index.ts'
import type { Shown, Visit } from '../web/index.ts'
import { markAddress } from './marks.ts'
import { neighbourhood } from './queries.ts'

export interface FrameParts {
  /** Addresses of stylesheet and icon. */
  stylesheet: string
  icon: string
  readAloud: string
  /** In demo mode: the people one can become. */
  demoPeople?: (visit: Visit) => Promise<DemoBarProps['people']>
}

const ownNames: Record<string, string> = { nl: 'Nederlands', en: 'English' }

/** The page around everything: the name of the place, where one can go, who one is. */
export async function frame(parts: FrameParts, visit: Visit, shown: Shown): Promise<VNode> {
  const { t } = visit
  const place = await neighbourhood(visit.read)
  const done = visit.query['gedaan']
  const notice = done ? t.find(`done.${done}`) : undefined
  const path = visit.here.split('?')[0] ?? '/'
  const link = (href: string, text: string) => ({ href, text, current: path === href })
  return (
    <Page
      lang={t.lang}
      dir={t.dir}
      title={shown.title}
      siteName={place?.name ?? 'Buurtmacht'}
      stylesheets={[parts.stylesheet, `/kleur.css?v=${(place?.colour ?? '').slice(1)}`]}
      icon={place ? markAddress(place) : parts.icon}
      picture={place && place.mark !== 'heart' ? markAddress(place) : undefined}
      words={{ skip: t('frame.skip'), nav: t('frame.nav'), languages: t('frame.languages') }}
      wide={shown.wide}
      scripts={shown.readAloud ? [parts.readAloud] : undefined}
      nav={place ? [link('/buurtdoelen', t('frame.goals')), link('/volg', t('frame.follow'))] : []}
      {...(place
        ? { menu: { text: t('frame.menu'), links: menu(visit).map(([href, text]) => link(href, text)) } }
        : {})}
      languageLinks={(place?.languages ?? ['nl', 'en']).map((lang) => ({
        href: `/taal/${lang}?terug=${encodeURIComponent(visit.here)}`,
        lang,
        text: ownNames[lang] ?? new Intl.DisplayNames([lang, 'nl'], { type: 'language' }).of(lang) ?? lang,
        current: lang === t.lang
      }))}
      account={visit.by.person ? <a href="/mijn">{visit.name}</a> : <a href="/aanmelden">{t('frame.sign-in')}</a>}
      demoBar={parts.demoPeople ? await demoBar(parts.demoPeople, visit) : undefined}
      notice={
        notice ? (
          <Notice kind="good" fresh>
            {<p>{notice}</p>}
          </Notice>
        ) : undefined
      }
      footer={
        <>
          <p>{place ? t('frame.of', { place: place.name }) : 'Buurtmacht'}</p>
          {parts.demoPeople ? (
            <p>
              <a href="/voorbeeld">{t('demo.more')}</a>
            </p>
          ) : null}
        </>
      }
    >
      {shown.body}
    </Page>
  )
}

function menu({ t, by }: Visit): [string, string][] {
  return [
    ['/inbreng/nieuw', t('frame.tell')],
    ['/buurtbehoeften', t('frame.needs')],
    ['/verzoeken', t('frame.requests')],
    ['/toezeggingen', t('frame.commitments')],
    ['/budget', t('budget.title')],
    ['/kasboek', t('books.title')],
    ['/groepen', t('frame.groups')],
    ['/instanties', t('frame.institutions')],
    ['/gebieden', t('frame.areas')],
    ['/logboek', t('record.title')],
    ['/zoeken', t('frame.search')],
    ...(by.person ? ([['/mijn', t('frame.mine')]] as [string, string][]) : []),
    ...(by.person ? ([['/mijn/gegevens', t('people.account')]] as [string, string][]) : []),
    ...(isAdmin(by.roles) ? ([['/beheer', t('frame.admin')]] as [string, string][]) : []),
    ...(by.person ? ([['/afmelden', t('people.sign-out')]] as [string, string][]) : [])
  ]
}

async function demoBar(people: NonNullable<FrameParts['demoPeople']>, visit: Visit): Promise<VNode> {
  const { t } = visit
  const name = visit.name ?? t('demo.nobody')
  return (
    <DemoBar
      words={{ now: t('demo.now', { name }), choose: t('demo.choose'), list: t('demo.list') }}
      action="/voorbeeld/word"
      people={await people(visit)}
      more={{ href: '/voorbeeld', text: t('demo.more') }}
      now={visit.by.person}
      hidden={{ ...visit.formTokens(), terug: visit.here }}
    />
  )
}
