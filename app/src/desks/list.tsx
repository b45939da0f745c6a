/** A short list that is read whole and shown by the page: filters as plain links, and a way to the next page. */
import type { ComponentChildren } from 'preact'
import { CardGrid, FilterLinks } from '../ui/index.ts'
import { ListPager, withFilter, type Visit } from '../web/index.ts'

const atOnce = 20

export interface Choice {
  /** Name in the address. */
  name: string
  label: string
  /** `''` is everything. */
  options: [value: string, text: string][]
}

export function Filters({ visit, choices }: { visit: Visit; choices: Choice[] }) {
  return (
    <>
      {choices
        .filter((choice) => choice.options.length > 1)
        .map(({ name, label, options }) => (
          <FilterLinks
            key={name}
            label={label}
            links={options.map(([value, text]) => ({
              text,
              href: withFilter(visit, name, value || undefined),
              current: (visit.query[name] ?? '') === value
            }))}
          />
        ))}
    </>
  )
}

/** The page of `items` behind the one the address names, as cards. */
export function Listed<T extends { id: string }>(props: {
  visit: Visit
  items: T[]
  kind?: 'one'
  card: (item: T) => ComponentChildren
}) {
  const { visit, items, card } = props
  const after = items.findIndex((item) => item.id === visit.query['na'])
  const shown = items.slice(after + 1, after + 1 + atOnce)
  const last = shown.at(-1)
  const more = after + 1 + atOnce < items.length
  return (
    <>
      <CardGrid kind={props.kind}>{shown.map(card)}</CardGrid>
      <ListPager visit={visit} next={more ? last?.id : undefined} />
    </>
  )
}
