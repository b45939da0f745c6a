/**
 * The public record: one entry for every change, written in the same transaction as the change itself.
 * Only public facts; people's words are referred to by id and by a salted hash (db/seal.ts), never written here.
 * Every entry says how the rows it is about stood after the change, as a hash: record after saving.
 */
import { LONGEST_ENTRY } from 'public-log'
import { bytesOf, type Tx } from '../db/index.ts'
import { newId, type By } from '../web/index.ts'
import { canonical } from './canonical.ts'
import type { EntryKind } from './kinds.ts'
import { append, subjectsOf, type StatedSubject, type WrittenEntry } from './queries.ts'
import { gone, rowsOf, type Belonging, type Row } from './rows/index.ts'
import { standingNow } from './rows/state.ts'

export interface Subject {
  kind:
    | 'neighbourhood'
    | 'picture'
    | 'area'
    | 'person'
    | 'role'
    | 'group'
    | 'institution'
    | 'voice'
    | 'need'
    | 'needVoice'
    | 'meToo'
    | 'goal'
    | 'goalStep'
    | 'deed'
    | 'request'
    | 'requestEvent'
    | 'commitment'
    | 'commitmentEvent'
    | 'tellBack'
    | 'tellHandover'
    | 'round'
    | 'ballotBatch'
    | 'ballotBundle'
    | 'plan'
    | 'advice'
    | 'account'
    | 'entry'
    | 'payment'
    | 'voucher'
    | 'bankImport'
    | 'auditCommittee'
    | 'auditMember'
    | 'question'
    | 'statement'
    | 'grant'
    | 'journal'
    | 'witness'
  id: string
}

type Facts = Record<string, string | number | boolean | string[] | null | undefined>

export interface Entry {
  /** What happened, as a noun and a past verb: 'voice-given', 'commitment-disputed'. */
  kind: EntryKind
  about: Subject
  /** Every other row that this change touched. */
  also?: readonly Subject[]
  /** On whose behalf: a group, an institution, the administrators; absent for somebody without an account. */
  as?: { group: string } | { institution: string } | 'administrator'
  /** Public facts only. Ids, days, states, hashes, reasons given in public. */
  facts?: Facts
}

/** So many rows or names in one entry; more go on in the next, so that no entry grows past what the log can carry. */
const most = 200
/** Of a list among the facts: as many as ballots that arrived are told together. */
const mostInList = 500

export async function record(tx: Tx, by: By, entry: Entry): Promise<void> {
  const about = await stated(tx, [entry.about])
  const also = await stated(tx, entry.also ?? [])
  const [facts = {}, ...moreFacts] = inParts(entry.facts ?? {})
  const of = belongings([...about, ...also], entry.as)
  const [first = [], ...moreRows] = chunks(also)
  const id = newId(by)
  await write(tx, by, { ...entry, id, facts }, { about, also: first, of })
  const rest = Math.max(moreRows.length, moreFacts.length)
  for (let at = 0; at < rest; at += 1)
    await write(
      tx,
      by,
      { ...entry, kind: 'entry-goes-on', id: newId(by), facts: { entry: id, ...moreFacts[at] } },
      { about, also: moreRows[at] ?? [], of }
    )
}

type Told = StatedSubject & { row?: Row }

interface Around {
  about: readonly Told[]
  also: readonly Told[]
  of: Partial<Record<Belonging, string>>
}

async function write(tx: Tx, by: By, entry: Entry & { id: string }, { about, also, of }: Around): Promise<void> {
  const { id, kind, as } = entry
  const written: WrittenEntry = {
    about: entry.about,
    ...(also.length > 0 ? { also: also.map(({ row: _, ...one }) => one) } : {}),
    at: by.at,
    ...(as ? { as } : {}),
    by: by.person ?? 'anyone',
    facts: entry.facts ?? {},
    id,
    kind,
    ...(Object.keys(of).length > 0 ? { of } : {}),
    ...(about[0]?.state ? { state: about[0].state } : {}),
    v: 1
  }
  const line = canonical(written)
  // Before anything is saved: one such line would keep 255 others from being served.
  const { length } = bytesOf(line)
  if (length > LONGEST_ENTRY)
    throw new Error(`The log has no room for ${length} bytes of ${kind}: ${LONGEST_ENTRY} at most.`)
  await append(
    tx,
    { id, at: by.at, kind, about_kind: entry.about.kind, about_id: entry.about.id, entry: line },
    subjectsOf(written)
  )
}

/** How each of these stands now: 'gone' when there is no such row, nothing when its kind has no row. */
async function stated(tx: Tx, subjects: readonly Subject[]): Promise<Told[]> {
  const told: Told[] = []
  for (const kind of new Set(subjects.map((one) => one.kind))) {
    const ids = subjects.filter((one) => one.kind === kind).map((one) => one.id)
    const rows = rowsOf(kind)
    if (!rows) told.push(...ids.map((id) => ({ kind, id })))
    else
      for (const some of chunks(ids)) {
        const standing = new Map((await standingNow(tx, rows, some)).map((one) => [one.id, one]))
        for (const id of some) {
          const { state = gone, row } = standing.get(id) ?? {}
          told.push({ kind, id, state, ...(row ? { row } : {}) })
        }
      }
  }
  return told
}

/** The goal, the institution and the group that this belongs to: read off its rows, and who it was done for. */
function belongings(told: readonly Told[], as: Entry['as']): Around['of'] {
  const of: Around['of'] = typeof as === 'object' ? { ...as } : {}
  for (const { kind, row } of told)
    for (const [name, column] of Object.entries(rowsOf(kind)?.of ?? {}) as [Belonging, string][])
      if (typeof row?.[column] === 'string') of[name] ??= row[column]
  return of
}

const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, at) => list.slice(at * most, (at + 1) * most))

/** Long lists among the facts are cut; the first part has everything that is no list. */
function inParts(facts: Facts): Facts[] {
  const long = Object.entries(facts).filter((pair): pair is [string, string[]] => Array.isArray(pair[1]))
  const parts = Math.max(1, ...long.map(([, list]) => Math.ceil(list.length / mostInList)))
  return Array.from({ length: parts }, (_, at) => {
    const cut = long.filter(([, list]) => at === 0 || list.length > at * mostInList)
    const lists = cut.map(([name, list]) => [name, list.slice(at * mostInList, (at + 1) * mostInList)])
    return { ...(at === 0 ? facts : {}), ...Object.fromEntries(lists) }
  })
}
