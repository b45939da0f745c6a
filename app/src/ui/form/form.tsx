// A form, its one big button, and what is said when something is missing. Works by plain posting.
import { type ComponentChildren } from 'preact'
import { Button, Buttons } from '../button/button.tsx'
import { HiddenField } from '../field/field.tsx'
import { MiniWay } from '../way/way.tsx'

export type FormProps = {
  action: string
  method?: 'post' | 'get' | undefined
  id?: string | undefined
  label?: string | undefined
  hidden?: Record<string, string> | undefined
  /** Words of the one main button. */
  button?: ComponentChildren
  /** More buttons beside it, or all of them. */
  more?: ComponentChildren
  enctype?: 'multipart/form-data' | undefined
  children?: ComponentChildren
}

/** The server checks, so that everybody gets the same clear words: the browser's own bubbles are off. */
export function Form(p: FormProps) {
  return (
    <form action={p.action} method={p.method ?? 'post'} id={p.id} aria-label={p.label} enctype={p.enctype} novalidate>
      {Object.entries(p.hidden ?? {}).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {p.children}
      {p.button || p.more ? (
        <Buttons>
          {p.button ? <Button>{p.button}</Button> : null}
          {p.more}
        </Buttons>
      ) : null}
    </form>
  )
}

/** What has to be put right, at the top, each with a link to its question. */
export function ErrorSummary({
  title,
  errors
}: {
  title: string
  errors: { href: string; text: ComponentChildren }[]
}) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" id="errors" tabIndex={-1}>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {errors.map((e) => (
          <li key={e.href}>
            <a href={e.href}>{e.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "Stap 2 van 4", with the same line as the way. */
export function Step({ words, now, of }: { words: ComponentChildren; now: number; of: number }) {
  const stops = Array.from({ length: of }, (_, at) => (at + 1 < now ? 'done' : at + 1 === now ? 'now' : 'ahead'))
  return (
    <p class="step">
      <strong>{words}</strong> <MiniWay stops={stops} />
    </p>
  )
}
