// Facts with their names, and steps in order.
import { type ComponentChildren } from 'preact'

export type Fact = { term: ComponentChildren; detail: ComponentChildren }

export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="facts">
    {facts.map((f, at) => (
      <div key={at}>
        <dt>{f.term}</dt>
        <dd>{f.detail}</dd>
      </div>
    ))}
  </dl>
)

/** What happens first, then, and then. */
export const Steps = ({ steps }: { steps: ComponentChildren[] }) => (
  <ol class="steps">
    {steps.map((s, at) => (
      <li key={at}>{s}</li>
    ))}
  </ol>
)
