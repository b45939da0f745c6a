// Only in the made-up neighbourhood: become any of its people, and see what they see.
import { type ComponentChildren } from 'preact'
import { HiddenField } from '../field/field.tsx'

export type DemoBarProps = {
  /** `now` says who one is: "Voorbeeldbuurt: je kijkt als Fatima"; `choose` what to do. */
  words: { now: ComponentChildren; choose: ComponentChildren; list: string }
  action: string
  people: { id: string; name: ComponentChildren; role: ComponentChildren }[]
  /** Id of who one is now. */
  now?: string | undefined
  hidden?: Record<string, string> | undefined
  /** A page that tells what there is to try. */
  more?: { href: string; text: ComponentChildren } | undefined
  /** Name of what is posted: the id of the person. */
  name?: string | undefined
}

export function DemoBar({ words, action, people, now, hidden = {}, more, name = 'person' }: DemoBarProps) {
  return (
    <aside class="demo" aria-label={words.list}>
      <details class="wrap">
        <summary>
          {words.now} <span class="demo-choose">{words.choose}</span>
        </summary>
        {more === undefined ? null : <a href={more.href}>{more.text}</a>}
        <form action={action} method="post">
          {Object.entries(hidden).map(([key, value]) => (
            <HiddenField key={key} name={key} value={value} />
          ))}
          <ul>
            {people.map((p) => (
              <li key={p.id}>
                <button type="submit" name={name} value={p.id} aria-pressed={p.id === now ? 'true' : 'false'}>
                  <strong>{p.name}</strong> <span>{p.role}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      </details>
    </aside>
  )
}
