/** Titles and addresses of what was found, one question per kind. */
import { wordsForAll } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import type { Found, SearchKind } from '../../search/index.ts'
import { short } from '../../way/index.ts'

export interface Titled {
  /** `kind ref` */
  id: string
  kind: SearchKind
  title: string
  href: string
}

type Rows = Promise<{ id: string; title: string }[]>

const readTitles: Partial<Record<SearchKind, { href: string; rows: (read: Reader, ids: string[]) => Rows }>> = {
  goal: {
    href: '/buurtdoelen/',
    rows: (read, ids) => read.selectFrom('goal').select(['id', 'title']).where('id', 'in', ids).execute()
  },
  need: {
    href: '/buurtbehoeften/',
    rows: (read, ids) => read.selectFrom('need').select(['id', 'sentence as title']).where('id', 'in', ids).execute()
  },
  request: {
    href: '/verzoeken/',
    rows: (read, ids) => read.selectFrom('request').select(['id', 'title']).where('id', 'in', ids).execute()
  },
  commitment: {
    href: '/toezeggingen/',
    rows: (read, ids) => read.selectFrom('commitment').select(['id', 'what as title']).where('id', 'in', ids).execute()
  },
  group: {
    href: '/groepen/',
    rows: (read, ids) =>
      read.selectFrom('resident_group').select(['id', 'name as title']).where('id', 'in', ids).execute()
  },
  institution: {
    href: '/instanties/',
    rows: (read, ids) => read.selectFrom('institution').select(['id', 'name as title']).where('id', 'in', ids).execute()
  },
  voice: {
    href: '/inbreng/',
    rows: (read, ids) =>
      read
        .selectFrom('voice')
        .select(['id', 'text as title'])
        .where('id', 'in', ids)
        .where('show', '=', wordsForAll)
        .where('state', '=', 'given')
        .execute()
  }
}

/** By `kind ref`. */
export async function titlesOf(read: Reader, found: Found[]): Promise<Map<string, Titled>> {
  const titles = new Map<string, Titled>()
  for (const [kind, { href, rows }] of Object.entries(readTitles) as [
    SearchKind,
    NonNullable<(typeof readTitles)[SearchKind]>
  ][]) {
    const ids = found.filter((one) => one.kind === kind).map((one) => one.ref)
    if (ids.length === 0) continue
    for (const row of await rows(read, ids))
      titles.set(`${kind} ${row.id}`, { id: `${kind} ${row.id}`, kind, title: short(row.title), href: href + row.id })
  }
  return titles
}
