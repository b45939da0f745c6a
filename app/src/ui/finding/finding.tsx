// Finding one's way: back, further, filter, search. All plain links and one plain form.
import { type ComponentChildren } from 'preact'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'

export const BackLink = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <p class="back">
    <a href={href}>
      <Icon name="back" /> {children}
    </a>
  </p>
)

export type Crumb = { href: string; text: ComponentChildren }

/** Where this page hangs; the page itself is not in it. */
export const Breadcrumb = ({ label, links }: { label: string; links: Crumb[] }) => (
  <nav class="crumbs" aria-label={label}>
    <ol>
      {links.map((l) => (
        <li key={l.href}>
          <a href={l.href}>{l.text}</a>
        </li>
      ))}
    </ol>
  </nav>
)

export type PagerProps = {
  prev?: string | undefined
  next?: string | undefined
  /** `where` says where one is, such as "Bladzijde 2 van 7". */
  words: { label: string; prev: ComponentChildren; next: ComponentChildren; where?: ComponentChildren }
}

export function Pager({ prev, next, words }: PagerProps) {
  if (prev === undefined && next === undefined) return null
  return (
    <nav class="pager" aria-label={words.label}>
      {prev === undefined ? null : (
        <a class="btn plain" href={prev} rel="prev">
          <Icon name="back" /> {words.prev}
        </a>
      )}
      {words.where ? <span class="meta">{words.where}</span> : null}
      {next === undefined ? null : (
        <a class="btn plain" href={next} rel="next">
          {words.next} <Icon name="next" />
        </a>
      )}
    </nav>
  )
}

export type FilterLink = { href: string; text: ComponentChildren; current?: boolean | undefined }

export const FilterLinks = ({ label, links }: { label: string; links: FilterLink[] }) => (
  <nav class="filters" aria-label={label}>
    <p class="meta" aria-hidden="true">
      {label}
    </p>
    <ul>
      {links.map((l) => (
        <li key={l.href}>
          <a href={l.href} aria-current={l.current ? 'true' : undefined}>
            {l.current ? <Icon name="check" /> : null}
            {l.text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export type SearchBoxProps = {
  action: string
  label: ComponentChildren
  button: ComponentChildren
  value?: string | undefined
  name?: string | undefined
  id?: string | undefined
  /** What stays as it is while searching: filters, language. */
  hidden?: Record<string, string> | undefined
}

export function SearchBox({ action, label, button, value, name = 'q', id = name, hidden = {} }: SearchBoxProps) {
  return (
    <search>
      <form class="search" action={action} method="get">
        {Object.entries(hidden).map(([key, was]) => (
          <input key={key} type="hidden" name={key} value={was} />
        ))}
        <label class="label" for={id}>
          {label}
        </label>
        <div>
          <input type="search" id={id} name={name} value={value} dir="auto" autocomplete="off" />
          <Button icon="search">{button}</Button>
        </div>
      </form>
    </search>
  )
}

export type EmptyStateProps = { title: ComponentChildren; children?: ComponentChildren; action?: ComponentChildren }

/** Nothing here yet, and what one can do about it. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children ? <p>{children}</p> : null}
    {action ? <div class="btns">{action}</div> : null}
  </div>
)
