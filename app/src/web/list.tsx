/** What every list of a page has: filters as plain links, and the way to its next page. */
import type { VNode } from 'preact'
import { Pager } from '../ui/index.ts'
import { withFilter, withNext, withoutNext } from './links.ts'
import type { Visit } from './page.ts'

/** The links of one filter: everything first, then each choice. The one that holds now says so. */
export function filterLinks(
  visit: Pick<Visit, 't' | 'here' | 'query'>,
  name: string,
  choices: readonly (readonly [value: string, text: string])[]
): { href: string; text: string; current: boolean }[] {
  const link = (value: string | undefined, text: string) => ({
    href: withFilter(visit, name, value),
    text,
    current: (visit.query[name] || undefined) === value
  })
  return [link(undefined, visit.t('list.all')), ...choices.map(([value, text]) => link(value, text))]
}

/** @param next where the next page begins, when there is one. */
export function ListPager({ visit, next }: { visit: Pick<Visit, 't' | 'here'>; next: string | undefined }): VNode {
  const { t } = visit
  return (
    <Pager
      prev={withoutNext(visit)}
      next={next ? withNext(visit, next) : undefined}
      words={{ label: t('list.pages'), prev: t('list.first'), next: t('list.next') }}
    />
  )
}
