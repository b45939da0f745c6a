// Choosing by touching a whole row, as on a paper form.
import { type ComponentChildren } from 'preact'
import { type FieldProps, HintAndError, Optional, ties } from '../field/field.tsx'
import { Icon, type IconName } from '../icon/icon.tsx'

export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  icon?: IconName | undefined
  /** A picture of its own instead of an icon: a colour, a mark. Not read aloud. */
  picture?: ComponentChildren
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  /** A question that belongs to this choice (an address for e-mail), straight beneath it. */
  more?: ComponentChildren
}

type Question = Omit<FieldProps, 'value'> & { choices: Choice[] }

/** One of a few. */
export const ChoiceField = (p: Question & { value?: string | undefined }) => (
  <Choices {...p} type="radio" chosen={p.value === undefined ? [] : [p.value]} />
)

/** Any of a few. */
export const ChoicesField = (p: Question & { values?: string[] | undefined }) => (
  <Choices {...p} type="checkbox" chosen={p.values ?? []} />
)

function Choices(p: Question & { type: 'radio' | 'checkbox'; chosen: string[] }) {
  const { id, name, ...described } = ties(p)
  const words = (
    <>
      {p.label}
      <Optional words={p.optional} />
    </>
  )
  return (
    <fieldset
      class={p.error ? 'field wrong' : 'field'}
      role={p.type === 'radio' ? 'radiogroup' : undefined}
      aria-describedby={described['aria-describedby']}
      aria-invalid={p.type === 'radio' ? described['aria-invalid'] : undefined}
      lang={p.lang}
      dir={p.dir}
    >
      <legend class="label">{p.heading ? <h1>{words}</h1> : words}</legend>
      <HintAndError id={id} hint={p.hint} error={p.error} />
      {p.choices.map((choice, at) => (
        <Row key={choice.value} p={p} name={name} choice={choice} id={at === 0 ? id : `${id}-${at + 1}`} />
      ))}
    </fieldset>
  )
}

type RowProps = {
  p: Question & { type: 'radio' | 'checkbox'; chosen: string[] }
  name: string
  choice: Choice
  id: string
}

function Row({ p, name, choice, id }: RowProps) {
  return (
    <>
      <div class="choice" lang={choice.lang} dir={choice.dir}>
        <input
          type={p.type}
          id={id}
          name={name}
          value={choice.value}
          checked={p.chosen.includes(choice.value)}
          required={p.type === 'radio' && p.required}
          aria-describedby={choice.hint ? `${id}-more` : undefined}
          aria-invalid={p.type === 'checkbox' && p.error ? 'true' : undefined}
        />
        <label for={id}>
          {choice.icon === undefined ? null : <Icon name={choice.icon} />}
          {choice.picture}
          {choice.label}
        </label>
        {choice.hint ? (
          <div class="choice-hint" id={`${id}-more`}>
            {choice.hint}
          </div>
        ) : null}
      </div>
      {choice.more ? <div class="choice-more">{choice.more}</div> : null}
    </>
  )
}
