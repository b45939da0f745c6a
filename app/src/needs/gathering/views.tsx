import { mayShow } from '@buurtmacht/domain'
import type { ComponentChildren, VNode } from 'preact'
import type { Listed } from '../../db/index.ts'
import type { Area } from '../../place/index.ts'
import {
  BackLink,
  Button,
  Buttons,
  ChoiceField,
  ChoicesField,
  EmptyState,
  Form,
  SearchBox,
  TextField,
  type Choice
} from '../../ui/index.ts'
import { howHeard, langTag, VoiceFilters, type VoiceFilter, type VoiceSeen } from '../../voices/index.ts'
import { ListPager, Refused, refusalWords, withFilter, type Option, type Sent, type Visit } from '../../web/index.ts'
import { dirOf } from '../../words/index.ts'
import type { NeedSeen } from '../queries.ts'

/** A long story is shortened where one chooses; it can be read whole on its own page. */
const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > 500 ? `${letters.slice(0, 480).join('')} …` : text
}

/** A voice as something to tick: the words, and how they came. */
export function voiceChoice(visit: Visit, voice: VoiceSeen): Choice {
  const { t } = visit
  const kept = mayShow(voice.show) === 'words' ? '' : (t.find(`voices.kept.${voice.show}`) ?? '')
  const translation = voice.lang === t.lang ? undefined : voice.translations.find((one) => one.lang === t.lang)
  return {
    value: voice.id,
    label: (
      <span lang={langTag(voice.lang)} dir={voice.lang === 'und' ? 'auto' : dirOf(voice.lang)}>
        {shortened(voice.text)}
      </span>
    ),
    hint: (
      <>
        {translation ? (
          <p lang={translation.lang}>
            {shortened(translation.text)} ({t('voices.translated-by', { name: translation.by })})
          </p>
        ) : null}
        {[howHeard(t, voice), kept].filter(Boolean).join(' · ')}
      </>
    )
  }
}

/** The words of a question, for who left it open. */
export const labelIn =
  ({ t }: Visit) =>
  (field: string): string | undefined => {
    const part = /^(sentence|group)(\d)$/.exec(field)
    if (part) return t.find(`needs.split.${part[1]}`, { n: Number(part[2]) })
    return ['sentence', 'group', 'area'].includes(field) ? t.find(`needs.${field}`) : undefined
  }

/** What went wrong with one field, if anything did. */
export function errorOf(visit: Visit, sent: Sent | undefined, field: string): { error?: ComponentChildren } {
  const refusal = sent?.refusals.find((one) => one.field === field)
  return refusal ? { error: refusalWords(visit, refusal) } : {}
}

interface CollectProps {
  visit: Visit
  sent: Sent | undefined
  list: Listed<VoiceSeen>
  filter: VoiceFilter
  asked: string
  /** Chosen on pages before. */
  kept: readonly string[]
  ticked: readonly string[]
  areas: readonly Area[]
}

export function CollectPage({ visit, sent, list, filter, asked, kept, ticked, areas }: CollectProps): VNode {
  const { t } = visit
  const go = withFilter(visit, 'verder')
  const on = list.next ? `${go}${go.includes('?') ? '&' : '?'}verder=${list.next}` : undefined
  return (
    <>
      <BackLink href="/buurtbehoeften">{t('needs.list')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={labelIn(visit)} />
      <h1>{t('needs.collect')}</h1>
      <p class="lead">{t('needs.collect.lead')}</p>
      <SearchBox
        action="/inbreng/verzamelen"
        label={t('needs.collect.search')}
        button={t('frame.search')}
        value={asked}
      />
      <VoiceFilters visit={visit} filter={{ area: filter.area, channel: filter.channel }} areas={areas} />
      <p>
        {filter.loose ? (
          <a href={withFilter(visit, 'alles', '1')}>{t('needs.collect.all')}</a>
        ) : (
          <a href={withFilter(visit, 'alles')}>{t('needs.collect.loose')}</a>
        )}
      </p>
      {kept.length > 0 ? <p>{t('needs.collect.kept', { n: kept.length })}</p> : null}
      {list.items.length === 0 ? (
        <EmptyState title={t('needs.collect.empty')}>{t('needs.collect.empty.what')}</EmptyState>
      ) : null}
      {list.items.length > 0 || kept.length > 0 ? (
        <Form id="form" action={visit.here} hidden={{ csrf: visit.formTokens()['csrf'] ?? '' }}>
          <ChoicesField
            name="voices"
            label={t('needs.collect.choose')}
            {...errorOf(visit, sent, 'voices')}
            values={[...ticked]}
            choices={list.items.map((voice) => voiceChoice(visit, voice))}
          />
          <Buttons>
            <Button>{t('needs.collect.button')}</Button>
            {on ? (
              <Button kind="plain" formaction={on}>
                {t('needs.collect.on')}
              </Button>
            ) : null}
          </Buttons>
        </Form>
      ) : (
        <ListPager visit={visit} next={list.next} />
      )}
    </>
  )
}

interface NewProps {
  visit: Visit
  sent: Sent | undefined
  chosen: readonly VoiceSeen[]
  similar: readonly VoiceSeen[]
  ticked: readonly string[]
  groups: Option[]
  areas: readonly Area[]
  usualArea: string
}

export function NewPage({ visit, sent, chosen, similar, ticked, groups, areas, usualArea }: NewProps): VNode {
  const { t } = visit
  const typed = (name: string, usual: string) => [sent?.typed[name] ?? usual].flat()[0] ?? usual
  const places = [
    ...areas.map((area) => ({ value: area.id, label: area.name })),
    { value: '', label: t('needs.whole') }
  ]
  return (
    <>
      <BackLink href="/inbreng/verzamelen">{t('needs.collect')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={labelIn(visit)} />
      <h1>{t('needs.new')}</h1>
      <Form id="form" action={visit.here} hidden={visit.formTokens()} button={t('needs.new.button')}>
        <TextField
          name="sentence"
          label={t('needs.sentence')}
          hint={t('needs.sentence.hint')}
          {...errorOf(visit, sent, 'sentence')}
          value={typed('sentence', '')}
          autocomplete="off"
        />
        <ChoicesField
          name="voices"
          label={t('needs.chosen')}
          {...errorOf(visit, sent, 'voices')}
          values={[...ticked]}
          choices={chosen.map((voice) => voiceChoice(visit, voice))}
        />
        {similar.length > 0 ? (
          <ChoicesField
            name="voices"
            id="similar"
            label={t('needs.similar')}
            hint={t('needs.similar.hint')}
            values={[...ticked]}
            choices={similar.map((voice) => voiceChoice(visit, voice))}
          />
        ) : null}
        <ChoiceField
          name="group"
          label={t('needs.group')}
          {...errorOf(visit, sent, 'group')}
          value={typed('group', groups.length === 1 ? (groups[0]?.value ?? '') : '')}
          choices={groups}
        />
        {areas.length > 0 ? (
          <ChoiceField
            name="area"
            label={t('needs.area')}
            {...errorOf(visit, sent, 'area')}
            value={typed('area', usualArea)}
            choices={places}
          />
        ) : null}
      </Form>
    </>
  )
}

interface AddProps {
  visit: Visit
  sent: Sent | undefined
  need: NeedSeen
  similar: readonly VoiceSeen[]
  asked: string
  ticked: readonly string[]
}

export function AddPage({ visit, sent, need, similar, asked, ticked }: AddProps): VNode {
  const { t } = visit
  const at = `/buurtbehoeften/${need.id}`
  return (
    <>
      <BackLink href={at}>{t('needs.back')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={labelIn(visit)} />
      <h1>{t('needs.add')}</h1>
      <p class="lead">{need.sentence}</p>
      <SearchBox action={`${at}/erbij`} label={t('needs.collect.search')} button={t('frame.search')} value={asked} />
      {similar.length === 0 ? (
        <EmptyState title={t('needs.add.empty')}>{t('needs.add.empty.what')}</EmptyState>
      ) : (
        <Form id="form" action={visit.here} hidden={visit.formTokens()} button={t('needs.add.button')}>
          <ChoicesField
            name="voices"
            label={t('needs.similar')}
            hint={t('needs.similar.hint')}
            {...errorOf(visit, sent, 'voices')}
            values={[...ticked]}
            choices={similar.map((voice) => voiceChoice(visit, voice))}
          />
        </Form>
      )}
    </>
  )
}
