// One thing said by someone, through any channel. Nobody needs a name, an account, an address or a telephone for it.
import { ok, refused, type Decision } from './decision.ts'
import { type Day } from './day.ts'
import { readEmail } from './email.ts'
import { asId, type AreaId, type PersonId } from './ids.ts'
import { cleanText, countCharacters, hasWords, readChoice } from './text.ts'

export const channels = ['door', 'street', 'meeting', 'phone', 'paper', 'online', 'group'] as const
/** How it was said. Anyone alone speaks `online`; the other channels have a helper who wrote it down. */
export type Channel = (typeof channels)[number]

export const shows = ['full', 'summary', 'none'] as const
/** What others may read: the words, only that it was said (summed up with others), or nothing. */
export type Show = (typeof shows)[number]

export const tellHows = ['not', 'code', 'email', 'phone', 'letter', 'person'] as const
/** How the giver wants to hear what came of it: not, at the follow code, or personally. `person` is via a group or person. */
export type TellHow = (typeof tellHows)[number]

export type TellBackWish =
  | { how: 'not' | 'code' }
  | { how: 'email'; to: string }
  | { how: 'phone'; to: string }
  | { how: 'letter'; to: string }
  | { how: 'person'; to: string }

export type VoiceGiven = {
  /** Exactly as said, apart from line ends and white space around it. Never edited by others. */
  text: string
  /** BCP 47; the language it was said in. */
  lang: string
  area?: AreaId
  channel: Channel
  show: Show
  tellBack: TellBackWish
  /** Said for another, with permission (Awb 2:1). */
  onBehalf: boolean
  /** The helper who wrote it down; `anyone` when people spoke for themselves. */
  by: 'anyone' | PersonId
}

/**
 * A taken back voice keeps its place and its way in the record, but its words and the way to reach its giver are gone. Of an erased one
 * nothing is left but that there was something.
 */
export type Voice =
  ({ state: 'given' } & VoiceGiven) | { state: 'takenBack'; takenBackOn: Day } | { state: 'erased'; erasedOn: Day }
export const voiceStates = ['given', 'takenBack', 'erased'] as const satisfies readonly Voice['state'][]

export const voiceMax = 10_000
export const contactMax = 300

export type VoiceTyped = {
  text: string | undefined
  lang: string
  area?: string | undefined
  channel: string
  show: string | undefined
  tellBack: { how: string | undefined; to?: string | undefined }
  onBehalf?: boolean
  by: 'anyone' | PersonId
}

/**
 * Anyone can be heard. Refusals: `voice-empty`, `voice-too-long` (facts: length, max in characters), `contact-…`,
 * `on-behalf-needs-helper`, `channel-needs-helper`, `field-missing` and `field-not-a-choice` (lang, channel, show, how).
 */
export function give(typed: VoiceTyped): Decision<VoiceGiven> {
  const { by, onBehalf = false } = typed
  const text = readVoiceText(typed.text)
  if (!text.ok) return text
  const lang = readLang(typed.lang)
  if (!lang.ok) return lang
  const channel = readChoice('channel', typed.channel, channels)
  if (!channel.ok) return channel
  if (by === 'anyone' && onBehalf) return refused('on-behalf-needs-helper', { field: 'onBehalf' })
  if (by === 'anyone' && channel.value !== 'online') return refused('channel-needs-helper', { field: 'channel' })
  const show = readChoice('show', typed.show, shows)
  if (!show.ok) return show
  const tellBack = readTellBackWish(typed.tellBack)
  if (!tellBack.ok) return tellBack
  return ok({
    text: text.value,
    lang: lang.value,
    ...(typed.area ? { area: asId<AreaId>(typed.area) } : {}),
    channel: channel.value,
    show: show.value,
    tellBack: tellBack.value,
    onBehalf,
    by
  })
}

/** The words of a voice. Refusals: `voice-empty`, `voice-too-long`. */
export function readVoiceText(raw: string | undefined): Decision<string> {
  const text = cleanText(raw ?? '')
  if (!hasWords(text)) return refused('voice-empty', { field: 'text' })
  const length = countCharacters(text)
  return length > voiceMax ? refused('voice-too-long', { field: 'text', facts: { length, max: voiceMax } }) : ok(text)
}

/** A tag for a language as it is written down: `nl`, `zh-Hant`, `pt-BR`; no `nl-a`, which looks like one and names nothing. */
const langTag = /^([a-z]{2,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i

const readLang = (raw: string): Decision<string> =>
  langTag.test(raw) ? ok(raw) : refused('field-not-a-choice', { field: 'lang' })

/** How and where to tell back. An e-mail address is one strict address; a telephone number may have words with it. */
export function readTellBackWish(typed: { how: string | undefined; to?: string | undefined }): Decision<TellBackWish> {
  const how = readChoice('how', typed.how, tellHows)
  if (!how.ok) return how
  if (how.value === 'not' || how.value === 'code') return ok({ how: how.value })
  const to = cleanText(typed.to ?? '')
  if (!hasWords(to)) return refused('contact-missing', { field: 'to' })
  const length = countCharacters(to)
  if (length > contactMax) return refused('contact-too-long', { field: 'to', facts: { length, max: contactMax } })
  if (how.value === 'phone' && (to.match(/\p{Nd}/gu)?.length ?? 0) < 6)
    return refused('contact-not-a-phone', { field: 'to' })
  if (how.value !== 'email') return ok({ how: how.value, to })
  const email = readEmail(to)
  return email === undefined ? refused('contact-not-an-email', { field: 'to' }) : ok({ how: 'email', to: email })
}

/** The giver takes the words back, at any moment and without a reason. Refusals: `voice-taken-back`, `voice-erased` when already done. */
export function takeBack(voice: Voice, on: Day): Decision<Voice> {
  if (voice.state === 'takenBack') return refused('voice-taken-back')
  if (voice.state === 'erased') return refused('voice-erased')
  return ok({ state: 'takenBack', takenBackOn: on })
}

/** The only wish with which everybody may read the words: for lists, in which not every voice can be asked apart. */
export const wordsForAll = 'full' satisfies Show

/** What others may see of it: the `words`, that it was `counted`, or `nothing`. */
export const mayShow = (show: Show): 'words' | 'counted' | 'nothing' =>
  show === wordsForAll ? 'words' : show === 'summary' ? 'counted' : 'nothing'
