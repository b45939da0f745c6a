/** The questions somebody is asked who wants to tell something: one on each screen. */
import {
  channels,
  day,
  ok,
  readChoice,
  readTellBackWish,
  readVoiceText,
  refused,
  shows,
  type tellHows,
  type Channel,
  type Day,
  type Decision,
  type Refusal
} from '@buurtmacht/domain'
import type { VNode } from 'preact'
import type { Area } from '../../place/index.ts'
import { ChoiceField, DayField, LongTextField, SelectField, TextField } from '../../ui/index.ts'
import { refusalWords, type Typed, type Visit, type WrittenFields } from '../../web/index.ts'
import { languageOptions } from '../views.tsx'
import { addressed, addressOf, type Addressed, type Answers } from './actions.ts'

export type Name = 'heard' | 'what' | 'where' | 'show' | 'tell'

export interface Asked {
  visit: Visit
  answers: Answers
  refusals: readonly Refusal[]
  areas: readonly Area[]
  /** Languages the neighbourhood uses, first in the list. */
  languages: readonly string[]
}

export interface Question {
  name: Name
  /** What comes behind the draft's address. */
  path: string
  fields: WrittenFields
  draw(asked: Asked): VNode
  /** The answers with what was sent; never refuses, so that going back keeps everything. */
  keep(answers: Answers, sent: Typed): Answers
  check(answers: Answers, today: Day): Decision<unknown>
}

const words = (answers: Answers) => (answers.helper ? 'voices.hear' : 'voices.give')

const optional = { kind: 'pick', optional: true } as const
const text = (sent: Typed, name: string): string => [sent[name]].flat()[0] ?? ''

/** Label, hint and error of a question, as every field wants them. */
function said({ visit, answers, refusals }: Asked, name: string) {
  const { t } = visit
  const key = `${words(answers)}.${name}`
  const refusal = refusals.find((one) => one.field === name)
  const hint = t.find(`${key}.hint`) ?? t.find(`voices.give.${name}.hint`)
  return {
    name,
    label: t.find(key) ?? t.find(`voices.give.${name}`) ?? name,
    ...(hint ? { hint } : {}),
    ...(refusal ? { error: refusalWords(visit, refusal) } : {})
  }
}

function choices(asked: Asked, name: string, of: readonly string[]) {
  const { t } = asked.visit
  return of.map((value) => {
    const find = (more: string) =>
      t.find(`${words(asked.answers)}.${name}.${value}${more}`) ?? t.find(`voices.give.${name}.${value}${more}`)
    const hint = find('.hint')
    return { value, label: find('') ?? value, ...(hint ? { hint } : {}) }
  })
}

const icons: Partial<Record<string, 'door' | 'people' | 'meeting' | 'phone' | 'letter' | 'card' | 'speech'>> = {
  door: 'door',
  street: 'speech',
  meeting: 'meeting',
  phone: 'phone',
  paper: 'letter',
  group: 'people',
  code: 'card',
  email: 'letter',
  letter: 'letter',
  person: 'people'
}

const withIcons = <C extends { value: string }>(list: C[]) =>
  list.map((one) => ({ ...one, ...(icons[one.value] ? { icon: icons[one.value] } : {}) }))

export const heardChannels = channels.filter((channel) => channel !== 'online')

const heard: Question = {
  name: 'heard',
  path: '/wie',
  fields: { channel: optional, heardOn: { kind: 'text', optional: true }, onBehalf: optional },
  draw: (asked) => (
    <>
      <ChoiceField
        {...said(asked, 'channel')}
        heading
        value={asked.answers.channel ?? ''}
        choices={withIcons(choices(asked, 'channel', heardChannels))}
      />
      <DayField
        {...said(asked, 'heardOn')}
        value={asked.answers.heardOn ?? asked.visit.by.today}
        max={asked.visit.by.today}
      />
      <ChoiceField
        {...said(asked, 'onBehalf')}
        value={asked.answers.onBehalf === undefined ? '' : asked.answers.onBehalf ? 'yes' : 'no'}
        choices={choices(asked, 'onBehalf', ['no', 'yes'])}
      />
    </>
  ),
  keep(answers, sent) {
    const { channel: _, onBehalf: __, ...rest } = answers
    const channel = heardChannels.find((one) => one === text(sent, 'channel')) as Channel | undefined
    const behalf = text(sent, 'onBehalf')
    return {
      ...rest,
      heardOn: text(sent, 'heardOn'),
      ...(channel ? { channel } : {}),
      ...(behalf === '' ? {} : { onBehalf: behalf === 'yes' })
    }
  },
  check(answers, today) {
    if (!answers.channel) return refused('field-missing', { field: 'channel' })
    const heardOn = day(answers.heardOn ?? '')
    if (!heardOn) return refused('field-not-a-day', { field: 'heardOn' })
    if (heardOn > today) return refused('day-in-the-future', { field: 'heardOn' })
    return answers.onBehalf === undefined ? refused('field-missing', { field: 'onBehalf' }) : ok(answers)
  }
}

function Language({ asked }: { asked: Asked }) {
  const { visit, answers } = asked
  const options = languageOptions(visit.t, [...asked.languages, answers.lang])
  return (
    <details open={answers.lang !== visit.t.lang}>
      <summary>{visit.t('voices.give.other-language')}</summary>
      <SelectField
        {...said(asked, 'lang')}
        value={answers.lang}
        options={options.map((one) => ({ value: one.value, text: one.label }))}
      />
    </details>
  )
}

const what: Question = {
  name: 'what',
  path: '',
  // A limit far above what is accepted: how long it may be is said by the rule, with the text still in the form.
  fields: { text: { kind: 'long', max: 10_000_000, optional: true }, lang: optional },
  draw: (asked) => (
    <>
      <LongTextField {...said(asked, 'text')} heading value={asked.answers.text} rows={7} />
      <Language asked={asked} />
    </>
  ),
  keep: (answers, sent) => ({ ...answers, text: text(sent, 'text'), lang: text(sent, 'lang') || answers.lang }),
  check: (answers) => readVoiceText(answers.text)
}

const where: Question = {
  name: 'where',
  path: '/waar',
  fields: { area: optional },
  draw(asked) {
    const elsewhere = { value: '', label: asked.visit.t('voices.give.area.none') }
    const list = [...asked.areas.map((area) => ({ value: area.id, label: area.name })), elsewhere]
    const value = asked.answers.area
    return list.length > 10 ? (
      <SelectField
        {...said(asked, 'area')}
        heading
        value={value}
        options={list.map((one) => ({ value: one.value, text: one.label }))}
      />
    ) : (
      <ChoiceField
        {...said(asked, 'area')}
        heading
        choices={list}
        value={value === '' && !asked.answers.areaAsked ? '-' : value}
      />
    )
  },
  keep: (answers, sent) => ({ ...answers, area: text(sent, 'area'), areaAsked: true }),
  check: ok
}

const show: Question = {
  name: 'show',
  path: '/tonen',
  fields: { show: optional },
  draw: (asked) => (
    <ChoiceField {...said(asked, 'show')} heading value={asked.answers.show} choices={choices(asked, 'show', shows)} />
  ),
  keep: (answers, sent) => ({ ...answers, show: text(sent, 'show') }),
  check: (answers) => readChoice('show', answers.show, shows)
}

/** The address stands beneath its own way of being told. */
export function addressField(asked: Asked, how: Addressed): VNode {
  const common = { ...said(asked, how), value: asked.answers.to[how] ?? '' }
  if (how === 'letter') return <LongTextField {...common} rows={3} autocomplete="street-address" />
  return (
    <TextField
      {...common}
      type={how === 'email' ? 'email' : how === 'phone' ? 'tel' : 'text'}
      autocomplete={asked.answers.helper ? 'off' : how === 'email' ? 'email' : how === 'phone' ? 'tel' : 'off'}
    />
  )
}

/** The most usual first; "no" last. */
const tellOrder = [
  'code',
  'email',
  'phone',
  'letter',
  'person',
  'not'
] as const satisfies readonly (typeof tellHows)[number][]

const tell: Question = {
  name: 'tell',
  path: '/horen',
  fields: {
    how: optional,
    email: { kind: 'text', max: 1000, optional: true },
    phone: { kind: 'text', max: 1000, optional: true },
    letter: { kind: 'long', max: 1000, optional: true },
    person: { kind: 'text', max: 1000, optional: true }
  },
  draw: (asked) => (
    <ChoiceField
      {...said(asked, 'how')}
      heading
      value={asked.answers.how}
      choices={withIcons(choices(asked, 'how', tellOrder)).map((one) => {
        const how = addressed.find((name) => name === one.value)
        return how ? { ...one, more: addressField(asked, how) } : one
      })}
    />
  ),
  keep: (answers, sent) => ({
    ...answers,
    how: text(sent, 'how'),
    to: Object.fromEntries(addressed.map((how) => [how, text(sent, how)]))
  }),
  check(answers) {
    const read = readTellBackWish({ how: answers.how, to: addressOf(answers) })
    // The refusal belongs to the field beneath the choice.
    return !read.ok && read.refusal.field === 'to'
      ? { ok: false, refusal: { ...read.refusal, field: answers.how } }
      : read
  }
}

export const questions = { heard, what, where, show, tell }

/** The questions in their order; "where" only when the neighbourhood has areas. */
export function orderFor(answers: Answers, areas: number): Question[] {
  return [...(answers.helper ? [heard] : []), what, ...(areas > 0 ? [where] : []), show, tell]
}
