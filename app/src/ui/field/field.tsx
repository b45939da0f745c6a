// One question with its label, its hint and what went wrong, tied together for everybody who asks.
import { type ComponentChildren, type HTMLAttributes } from 'preact'
import { Icon } from '../icon/icon.tsx'

export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** What is wrong and how to put it right. */
  error?: ComponentChildren
  /** Words for "may be left empty", beside the label. */
  optional?: ComponentChildren
  /** The question is the heading of the page (one question per screen). */
  heading?: boolean | undefined
  /** The name, unless the page has it twice. An error summary links to it. */
  id?: string | undefined
  value?: string | undefined
  required?: boolean | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
}

/** What an input needs to be tied to its hint and error. */
export function ties(p: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>) {
  const id = p.id ?? p.name
  const described = [p.hint ? `${id}-hint` : '', p.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name: p.name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': p.error ? ('true' as const) : undefined
  }
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ComponentChildren; error?: ComponentChildren }) {
  return (
    <>
      {hint ? (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          <Icon name="stop" /> {error}
        </p>
      ) : null}
    </>
  )
}

export const Optional = ({ words }: { words: ComponentChildren }) =>
  words ? <span class="optional"> {words}</span> : null

/** A label above, hint and error between, the input below. */
function Field(p: FieldProps & { children: ComponentChildren }) {
  const { id } = ties(p)
  const label = (
    <label class="label" for={id}>
      {p.label}
      <Optional words={p.optional} />
    </label>
  )
  return (
    <div class={p.error ? 'field wrong' : 'field'}>
      {p.heading ? <h1>{label}</h1> : label}
      <HintAndError id={id} hint={p.hint} error={p.error} />
      {p.children}
    </div>
  )
}

type Typing = {
  autocomplete?: string | undefined
  maxlength?: number | undefined
  spellcheck?: boolean | undefined
}

/** One line of text. */
export function TextField(
  p: FieldProps &
    Typing & {
      type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | undefined
      inputmode?: HTMLAttributes['inputMode'] | undefined
      /** Characters it is as wide as: a code is short, an address is long. */
      size?: number | undefined
    }
) {
  return (
    <Field {...p}>
      <input
        {...ties(p)}
        type={(p.type ?? 'text') as 'text'} // the types allow one kind at a time
        value={p.value}
        autocomplete={p.autocomplete}
        inputmode={p.inputmode}
        maxlength={p.maxlength}
        size={p.size}
        required={p.required}
        spellcheck={p.spellcheck}
        lang={p.lang}
        dir={p.dir ?? 'auto'}
      />
    </Field>
  )
}

/** Room to tell something. Grows with the words where the browser can. */
export function LongTextField(p: FieldProps & Typing & { rows?: number | undefined }) {
  return (
    <Field {...p}>
      <textarea
        {...ties(p)}
        rows={p.rows ?? 6}
        autocomplete={p.autocomplete}
        maxlength={p.maxlength}
        required={p.required}
        spellcheck={p.spellcheck}
        lang={p.lang}
        dir={p.dir ?? 'auto'}
        value={keepFirstLine(p.value ?? '')}
      />
    </Field>
  )
}

/** HTML drops a line break right after `<textarea>`: give it one to drop. */
const keepFirstLine = (text: string) => (/^\r?\n/.test(text) ? '\n' + text : text)

export type SelectOption = { value: string; text: string; lang?: string | undefined }

/** One from a long list; up to about seven is a ChoiceField. */
export function SelectField(p: FieldProps & { options: SelectOption[]; autocomplete?: string | undefined }) {
  return (
    <Field {...p}>
      <select {...ties(p)} required={p.required} autocomplete={p.autocomplete} lang={p.lang} dir={p.dir}>
        {p.options.map((o) => (
          <option key={o.value} value={o.value} selected={o.value === p.value} lang={o.lang}>
            {o.text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A day, written `2026-03-24`. */
export function DayField(p: FieldProps & { min?: string | undefined; max?: string | undefined }) {
  return (
    <Field {...p}>
      <input {...ties(p)} type="date" value={p.value} min={p.min} max={p.max} required={p.required} />
    </Field>
  )
}

/** A file from this phone or computer. Browsers show the chosen name; after a refusal it has to be chosen again. */
export function FileField(p: FieldProps & { accept: string }) {
  return (
    <Field {...p}>
      <input {...ties(p)} type="file" accept={p.accept} required={p.required} />
    </Field>
  )
}

export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
