// When something went wrong: what happened, and what to do now. Never whose fault it is, never a code alone.
import { type ComponentChildren } from 'preact'
import { Buttons } from '../button/button.tsx'
import { Steps } from '../facts/facts.tsx'

export type ErrorPageProps = {
  /** "Deze bladzijde is er niet" */
  title: ComponentChildren
  /** What happened, in plain words. */
  what: ComponentChildren
  /** Heading above what to do. */
  doTitle?: ComponentChildren
  /** What one can do, in order. */
  todo?: ComponentChildren[] | undefined
  actions?: ComponentChildren
  /** For the one who is called about it: the number in the log. */
  reference?: ComponentChildren
}

export function ErrorPage({ title, what, doTitle, todo = [], actions, reference }: ErrorPageProps) {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{what}</p>
      {doTitle ? <h2>{doTitle}</h2> : null}
      {todo.length === 0 ? null : <Steps steps={todo} />}
      {actions ? <Buttons>{actions}</Buttons> : null}
      {reference ? <p class="meta">{reference}</p> : null}
    </>
  )
}
