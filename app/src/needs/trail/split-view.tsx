/** The page on which a need falls apart: a sentence for each part, and for every voice the parts it belongs to. */
import type { VNode } from 'preact'
import { BackLink, ChoiceField, Form, LongTextField, Notice, TextField } from '../../ui/index.ts'
import { VoiceQuote, type VoiceSeen } from '../../voices/index.ts'
import { Refused, refusalWords, type Option, type Sent, type Visit } from '../../web/index.ts'
import { errorOf, labelIn } from '../gathering/views.tsx'
import type { NeedSeen } from '../queries.ts'

interface SplitProps {
  visit: Visit
  sent: Sent | undefined
  need: NeedSeen
  voices: readonly VoiceSeen[]
  groups: Option[]
  parts: readonly number[]
}

/** Somebody else was first: what stands there now. */
export const NowIs = ({ visit, need }: { visit: Visit; need: NeedSeen }): VNode => (
  <Notice kind="note" title={visit.t('needs.now')}>
    <p>{need.sentence}</p>
  </Notice>
)

const typedIn = (sent: Sent | undefined, name: string): string => [sent?.typed[name] ?? ''].flat()[0] ?? ''

export function SplitPage({ visit, sent, need, voices, groups, parts }: SplitProps): VNode {
  const { t } = visit
  const missing = sent?.refusals.find((one) => one.field === 'voices')
  return (
    <>
      <BackLink href={`/buurtbehoeften/${need.id}`}>{t('needs.back')}</BackLink>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={labelIn(visit)} />
      <h1>{t('needs.split.heading')}</h1>
      <p class="lead">{need.sentence}</p>
      {need.state === 'open' ? (
        <Form id="form" action={visit.here} hidden={visit.formTokens()} button={t('needs.split.button')}>
          <h2>{t('needs.split.parts')}</h2>
          {parts.map((n) => (
            <Part key={n} visit={visit} sent={sent} n={n} groups={groups} usual={need.group.id} />
          ))}
          <h2 id="voices">{t('needs.split.voices')}</h2>
          <p>{t('needs.split.voices.hint')}</p>
          {missing ? <p class="error">{refusalWords(visit, missing)}</p> : null}
          {voices.map((voice) => (
            <Belongs key={voice.id} visit={visit} sent={sent} voice={voice} parts={parts} />
          ))}
          <LongTextField
            name="why"
            label={t('needs.split.why')}
            hint={t('needs.why.hint')}
            rows={3}
            {...errorOf(visit, sent, 'why')}
            value={typedIn(sent, 'why')}
          />
        </Form>
      ) : (
        <Notice kind="stop" title={t('verb.not-now')}>
          <p>{refusalWords(visit, { code: 'need-not-open' })}</p>
        </Notice>
      )}
    </>
  )
}

interface PartProps {
  visit: Visit
  sent: Sent | undefined
  n: number
  groups: Option[]
  usual: string
}

function Part({ visit, sent, n, groups, usual }: PartProps): VNode {
  const { t } = visit
  return (
    <>
      <TextField
        name={`sentence${n}`}
        label={t('needs.split.sentence', { n })}
        optional={n > 2 ? t('form.optional') : undefined}
        {...errorOf(visit, sent, `sentence${n}`)}
        value={typedIn(sent, `sentence${n}`)}
        autocomplete="off"
      />
      {groups.length > 1 ? (
        <ChoiceField
          name={`group${n}`}
          label={t('needs.split.group', { n })}
          value={typedIn(sent, `group${n}`) || usual}
          choices={groups}
        />
      ) : null}
    </>
  )
}

interface BelongsProps {
  visit: Visit
  sent: Sent | undefined
  voice: VoiceSeen
  parts: readonly number[]
}

/** One voice with a box for each part. */
function Belongs({ visit, sent, voice, parts }: BelongsProps): VNode {
  const { t } = visit
  return (
    <fieldset class="field belongs">
      <legend class="aloud">{t('needs.split.belongs')}</legend>
      <VoiceQuote visit={visit} voice={voice} />
      <div class="row">
        {parts.map((n) => {
          const id = `part-${n}-${voice.id}`
          return (
            <div key={n} class="choice">
              <input
                type="checkbox"
                id={id}
                name={`voices${n}`}
                value={voice.id}
                checked={[sent?.typed[`voices${n}`] ?? []].flat().includes(voice.id)}
              />
              <label for={id}>{t('needs.split.part', { n })}</label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
