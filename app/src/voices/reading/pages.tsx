/** What people said, to read: a list of what may be shown, one voice by itself, and a translation put beside it. */
import { channels, mayShow, ok } from '@buurtmacht/domain'
import { readCursor, sha256 } from '../../db/index.ts'
import { anyone } from '../../people/index.ts'
import { areasOf, neighbourhood } from '../../place/index.ts'
import { page, verbShown, type Page, type Visit } from '../../web/index.ts'
import { mayReadAll, translateVoice } from '../actions.ts'
import { needsOfVoice } from '../linked/queries.ts'
import { languagesSpoken, voiceById, voices, type Reading } from '../queries.ts'
import { languageName, languageOptions, VoiceQuote } from '../views.tsx'
import { readers } from '../who.ts'
import { ListPage, VoicePage } from './views.tsx'

/** Residents who help read everything; everybody else what givers said may be shown. */
const readingOf = (visit: Visit): Reading => (mayReadAll(visit.by.roles) ? 'helpers' : 'public')

const list = page({
  path: '/inbreng',
  who: anyone,
  async show(visit) {
    const { read, query } = visit
    const channel = channels.find((one) => one === query['kanaal'])
    const filter = {
      area: query['gebied'] || undefined,
      channel,
      lang: query['gesproken'] || undefined,
      need: query['behoefte'] || undefined,
      loose: 'los' in query
    }
    const found = await voices(read, filter, readingOf(visit), { after: readCursor(query['na']), limit: 20 })
    const shown = { found, filter, areas: await areasOf(read), spoken: await languagesSpoken(read) }
    return { title: visit.t('voices.list'), body: <ListPage visit={visit} {...shown} /> }
  }
})

const one = page({
  path: '/inbreng/:voice',
  who: anyone,
  async show(visit) {
    const voice = await voiceById(visit.read, visit.params['voice'] ?? '', readingOf(visit))
    if (!voice) return 'not-found'
    const needs = await needsOfVoice(visit.read, voice.id)
    const mayTranslate = mayReadAll(visit.by.roles)
    return {
      title: visit.t('voices.one'),
      private: mayShow(voice.show) !== 'words',
      body: <VoicePage visit={visit} voice={voice} needs={needs} mayTranslate={mayTranslate} />
    }
  }
})

const translationFields = { lang: { kind: 'pick' }, text: { kind: 'long', max: 10_000_000 } } as const

const translating = page({
  path: '/inbreng/:voice/vertaling',
  who: readers,
  fields: translationFields,
  /** Two helpers who translate the same words: the second sees what the first wrote. */
  async restsOn({ read, params }) {
    const voice = await voiceById(read, params['voice'] ?? '', 'helpers')
    return voice && sha256(JSON.stringify(voice.translations)).slice(0, 16)
  },
  async show(visit, sent) {
    const { read, params, t } = visit
    const voice = await voiceById(read, params['voice'] ?? '', 'helpers')
    if (!voice) return 'not-found'
    const place = await neighbourhood(read)
    const lang = voice.lang === t.lang ? (place?.languages.find((one) => one !== voice.lang) ?? 'en') : t.lang
    const before = voice.translations.find((one) => one.lang === lang)
    return verbShown({
      visit,
      sent,
      words: 'voices.translate',
      facts: { lang: languageName(t, voice.lang) },
      back: { href: `/inbreng/${voice.id}`, text: t('voices.one') },
      could: ok(voice),
      fields: translationFields,
      values: { lang, text: before?.text ?? '' },
      options: { lang: languageOptions(t, place?.languages ?? []).filter((one) => one.value !== voice.lang) },
      children: <VoiceQuote visit={visit} voice={{ ...voice, translations: [] }} />
    })
  },
  async submit(tx, { by, params }, given) {
    const { voice = '' } = params
    const done = await translateVoice(tx, by, voice, given)
    return done.ok ? ok({ goTo: `/inbreng/${voice}`, notice: 'voice-translated' }) : done
  }
})

export const readingPages: readonly Page[] = [list, one, translating]
