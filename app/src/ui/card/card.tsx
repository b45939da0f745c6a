// A card: one thing of the neighbourhood, with its name as the link.
import { type ComponentChildren, toChildArray } from 'preact'

export type CardProps = {
  title?: ComponentChildren
  href?: string | undefined
  /** Level of the title's heading. */
  level?: 2 | 3 | 4 | undefined
  /** Small words under the title: who, where, how many. */
  meta?: ComponentChildren
  children?: ComponentChildren
}

export function Card({ title, href, level = 3, meta, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article class="card">
      {title ? <Heading>{href === undefined ? title : <a href={href}>{title}</a>}</Heading> : null}
      {meta ? <p class="meta">{meta}</p> : null}
      {children}
    </article>
  )
}

export type CardGridProps = {
  /** How wide the cards are: `small` for numbers, `one` for one under another. */
  kind?: 'small' | 'one' | undefined
  children: ComponentChildren
}

/** Cards side by side where there is room; a list for who hears it. */
export const CardGrid = ({ kind, children }: CardGridProps) => (
  <ul class={kind === undefined ? 'grid' : `grid ${kind}`} role="list">
    {toChildArray(children).map((child, at) => (
      <li key={at}>{child}</li>
    ))}
  </ul>
)
