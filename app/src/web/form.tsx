/** Draws a page's form from its fields: labels and hints come from the words, errors link to their field, what was typed stays. */
import type { Refusal } from '@buurtmacht/domain'
import type { ComponentChildren, VNode } from 'preact'
import {
  ChoiceField,
  ChoicesField,
  DayField,
  ErrorSummary,
  Form,
  FileField,
  LongTextField,
  SelectField,
  TextField,
  type Choice
} from '../ui/index.ts'
import { takesFiles, type Field, type Fields, type Typed } from './fields.ts'
import type { Sent, Visit } from './page.ts'

/** One of what can be picked; `label` is plain text, so that it fits a list as well as a row. */
export type Option = Choice & { label: string }

interface FormProps {
  visit: Visit
  fields: Fields
  /** Prefix of the words: `${words}.${field}` is a label, `….hint` its hint, `${words}.button` the button. */
  words: string
  sent?: Sent | undefined
  /** What stands in the fields at first. */
  values?: Typed
  /** The options of `pick` and `picks` fields. */
  options?: Record<string, Option[]>
  /** Where it is sent; this page when absent. */
  action?: string
  /** The field whose question is the heading of the page. */
  heading?: string
  /** Buttons beside the main one. */
  more?: ComponentChildren
  /** Words between the fields and the button. */
  children?: ComponentChildren
}

/** The sentence of a refusal in the visitor's language. */
export function refusalWords(visit: Pick<Visit, 't'>, refusal: Refusal): string {
  return visit.t.find(`refusal.${refusal.code}`, refusal.facts) ?? visit.t('refusal.not-allowed')
}

interface RefusedProps {
  visit: Visit
  refusals: readonly Refusal[] | undefined
  /** The words of each question, so that "fill this in" also says what. */
  labelOf?: (field: string) => string | undefined
}

/** At the top of a form that was refused: what has to be put right, each with a link to its question. */
export function Refused({ visit, refusals = [], labelOf }: RefusedProps): VNode | null {
  if (refusals.length === 0) return null
  const named = (refusal: Refusal): string => {
    const said = refusalWords(visit, refusal)
    const label = refusal.field && refusal.code.startsWith('field-') ? labelOf?.(refusal.field) : undefined
    return label ? `${label}${/[?!.:]$/.test(label) ? '' : ':'} ${said}` : said
  }
  return (
    <ErrorSummary
      title={visit.t('form.not-yet')}
      errors={refusals.map((one) => ({ href: one.field ? `#${one.field}` : '#form', text: named(one) }))}
    />
  )
}

const labelIn = (t: Visit['t'], words: string, name: string): string | undefined =>
  t.find(`${words}.${name}`) ?? t.find(`field.${name}`)

/** Refused because somebody else changed it first. */
export const overtaken = (sent: Sent | undefined): boolean =>
  sent?.refusals.some((refusal) => refusal.code === 'changed-meanwhile') ?? false

export function PageForm(props: FormProps): VNode {
  const { visit, fields, words, sent } = props
  const t = visit.t
  const hidden: Record<string, string> = { ...visit.formTokens() }
  const drawn: VNode[] = []
  for (const [name, field] of Object.entries(fields)) {
    const value = sent?.typed[name] ?? props.values?.[name] ?? (field.kind === 'picks' ? [] : '')
    // Somebody else was first: what is sent next counts for what stands there now.
    if (field.kind === 'hidden') hidden[name] = String(overtaken(sent) ? (props.values?.[name] ?? value) : value)
    else drawn.push(<Drawn key={name} props={props} name={name} field={field} value={value} />)
  }
  return (
    <>
      <Refused visit={visit} refusals={sent?.refusals} labelOf={(name) => labelIn(t, words, name)} />
      <Form
        action={props.action ?? visit.here}
        hidden={hidden}
        id="form"
        enctype={takesFiles(fields) ? 'multipart/form-data' : undefined}
        button={t.find(`${words}.button`) ?? t('form.send')}
        more={props.more}
      >
        {drawn}
        {props.children}
      </Form>
    </>
  )
}

type DrawnProps = {
  props: FormProps
  name: string
  field: Exclude<Field, { kind: 'hidden' }>
  value: string | string[]
}

function Drawn({ props, name, field, value }: DrawnProps): VNode {
  const t = props.visit.t
  const refusal = props.sent?.refusals.find((r) => r.field === name)
  const now = overtaken(props.sent) ? props.values?.[name] : undefined
  const standsNow = typeof now === 'string' && now !== value && field.kind !== 'choice' && field.kind !== 'pick'
  const optional = 'optional' in field && field.optional === true
  const hint = t.find(`${props.words}.${name}.hint`)
  const common = {
    name,
    label: labelIn(t, props.words, name) ?? name,
    ...(optional ? { optional: t('form.optional') } : {}),
    ...(props.heading === name ? { heading: true } : {}),
    ...(hint ? { hint } : {}),
    ...(refusal ? { error: refusalWords(props.visit, refusal) } : {}),
    ...(standsNow ? { error: t('form.stands-now', { now: now === '' ? t('form.nothing') : now }) } : {})
  }
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={String(value)}
          type={field.input ?? 'text'}
          autocomplete={field.autocomplete ?? 'off'}
          inputmode={field.inputmode}
        />
      )
    case 'long':
      return <LongTextField {...common} value={String(value)} />
    case 'day':
      return <DayField {...common} value={String(value)} />
    case 'choice': {
      const prefix = field.words ?? `${props.words}.${name}`
      const options = field.of.map((one) => {
        const more = t.find(`${prefix}.${one}.hint`)
        return { value: one, label: t.find(`${prefix}.${one}`) ?? one, ...(more ? { hint: more } : {}) }
      })
      return <ChoiceField {...common} value={String(value)} choices={options} />
    }
    case 'pick': {
      const options = props.options?.[name] ?? []
      const all = optional
        ? [{ value: '', label: t.find(`${props.words}.${name}.none`) ?? t('form.none') }, ...options]
        : options
      return all.length > 8 ? (
        <SelectField {...common} value={String(value)} options={all.map((o) => ({ value: o.value, text: o.label }))} />
      ) : (
        <ChoiceField {...common} value={String(value)} choices={all} />
      )
    }
    case 'picture':
      return <FileField {...common} accept="image/jpeg,image/png,image/webp" />
    case 'paper':
      return <FileField {...common} accept="image/jpeg,image/png,image/webp,application/pdf" />
    case 'file':
      return <FileField {...common} accept={field.accept} />
    case 'picks':
      return <ChoicesField {...common} values={[value].flat()} choices={props.options?.[name] ?? []} />
  }
}
