/** How a voice looks wherever it is shown: the words large and in their own language, and how it came here. */
import { wordsForAll } from '@buurtmacht/domain'
import type { VNode } from 'preact'
import { shownName } from '../people/index.ts'
import { Quote } from '../ui/index.ts'
import type { Visit } from '../web/index.ts'
import { dirOf, type Words } from '../words/index.ts'
import type { VoiceSeen } from './queries.ts'

const named = new Map<string, Intl.DisplayNames>()

/** A language's name in the visitor's language. `und` is one we have no name for. */
export function languageName(t: Words, lang: string): string {
  const own = t.find(`voices.lang.${lang}`)
  if (own) return own
  let names = named.get(t.lang)
  if (!names) named.set(t.lang, (names = new Intl.DisplayNames([t.lang, 'nl'], { type: 'language' })))
  try {
    return names.of(lang) ?? lang
  } catch {
    // Kept by an older version under a tag that names no language: one voice must not take a whole list away.
    return lang
  }
}

const moreLanguages = 'nl en srn pap ak hi ur es fr ar pt tr pl ru uk fa so ti zh'.split(' ')

/** Languages to choose from: those of the neighbourhood first. */
export function languageOptions(t: Words, first: readonly string[]): { value: string; label: string }[] {
  const all = [...new Set([...first, ...moreLanguages])].filter((lang) => lang !== 'und')
  return [...all, 'und'].map((value) => ({ value, label: languageName(t, value) }))
}

/** For the `lang` attribute: an unknown language is said as such. */
export const langTag = (lang: string): string => (lang === 'und' ? '' : lang)

/** "aan de deur · Kruidenhof · 3 maart 2026". */
export function howHeard(t: Words, voice: VoiceSeen): string {
  const parts = [
    t.find(`voices.channel.${voice.channel}`) ?? voice.channel,
    voice.area?.name,
    t.day(voice.heardOn),
    voice.onBehalf ? t('voices.on-behalf') : undefined
  ]
  return parts.filter(Boolean).join(' · ')
}

/** The first words, to tell one link from another. */
const begin = (text: string): string => [...text.replaceAll('\n', ' ')].slice(0, 40).join('')

interface VoiceQuoteProps {
  visit: Visit
  voice: VoiceSeen
  /** With a link to the page of this voice. */
  link?: boolean
  /** Something more that can be done with it here. */
  more?: VNode | undefined
}

/** The words of a voice, with a translation beneath when there is one in the visitor's language. */
export function VoiceQuote({ visit, voice, link, more }: VoiceQuoteProps): VNode {
  const { t } = visit
  const best = voice.lang === t.lang ? undefined : voice.translations.find((one) => one.lang === t.lang)
  const kept = voice.show === wordsForAll ? undefined : t(`voices.kept.${voice.show}`)
  return (
    <Quote
      lang={langTag(voice.lang)}
      dir={voice.lang === 'und' ? 'auto' : dirOf(voice.lang)}
      small
      by={
        <>
          {howHeard(t, voice)}
          {kept ? ` · ${kept}` : ''}
          {link ? (
            <>
              {' · '}
              <a href={`/inbreng/${voice.id}`} aria-label={t('voices.more.label', { words: begin(voice.text) })}>
                {t('voices.more')}
              </a>
            </>
          ) : null}
          {more ? <> · {more}</> : null}
        </>
      }
      {...(best
        ? {
            translation: {
              lang: best.lang,
              dir: dirOf(best.lang),
              text: best.text,
              mark: t('voices.translated-by', { name: shownName(t, best.by) })
            }
          }
        : {})}
    >
      {voice.text}
    </Quote>
  )
}
