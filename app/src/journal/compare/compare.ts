/**
 * Holds the tables against the record: every row of every public table stands as its newest entry says. Reads page by page, so that
 * memory does not grow with the neighbourhood; what looks wrong is looked at again, because people go on meanwhile.
 */
import type { Reader } from '../../db/index.ts'
import { canonical } from '../canonical.ts'
import { gone, publicRows, type PublicRows } from '../rows/index.ts'
import { rowsAfter, rowsById } from '../rows/queries.ts'
import { standingOf } from '../rows/state.ts'
import { subjectsOf, type WrittenEntry } from '../subjects.ts'
import { entriesAfter, newestStates, subjectsBetween, toldAfter } from './queries.ts'

/**
 * `changed`: the row is not as the newest entry says. `unrecorded`: no entry tells of it. `gone`: the row is away and no entry says so.
 * `misfiled`: an entry is kept under other names than stand in it.
 */
export interface Finding {
  what: 'changed' | 'unrecorded' | 'gone' | 'misfiled'
  kind: string
  id: string
}

export interface Compared {
  /** How many rows were compared. */
  rows: number
  wrong: number
  /** The first of them. */
  findings: Finding[]
}

const shown = 50
const atOnce = (rows: PublicRows): number => (rows.heavy ? 5 : 500)

export interface Comparing {
  /** Which tables; all of them when absent. */
  kinds?: readonly PublicRows[]
  /** Lets others go first, between one page of rows and the next. */
  betweenPages?(): Promise<unknown>
}

export async function compareWithJournal(read: Reader, comparing: Comparing = {}): Promise<Compared> {
  const { kinds = publicRows, betweenPages } = comparing
  const sum: Compared = { rows: 0, wrong: 0, findings: [] }
  const found = (finding: Finding) => {
    sum.wrong += 1
    if (sum.findings.length < shown) sum.findings.push(finding)
  }
  for (const rows of kinds) {
    sum.rows += await compareRows(read, rows, found, betweenPages)
    await compareTold(read, rows, found, betweenPages)
  }
  await compareNames(read, found, betweenPages)
  return sum
}

type Found = (finding: Finding) => void
type Pause = Comparing['betweenPages']

async function compareRows(read: Reader, rows: PublicRows, found: Found, pause: Pause): Promise<number> {
  let count = 0
  let last: string | undefined
  for (;;) {
    const page = await standingOf(read, rows, await rowsAfter(read, rows, last, atOnce(rows)))
    if (page.length === 0) return count
    count += page.length
    last = page.at(-1)!.id
    const ids = page.map((one) => one.id)
    const told = await newestStates(read, rows.kind, ids)
    const odd = page.filter((one) => told.get(one.id) !== one.state).map((one) => one.id)
    for (const id of odd) await lookAgain(read, rows, id, found)
    if (page.length < atOnce(rows)) return count
    await pause?.()
  }
}

/** Once more on its own, until row and entry were read without a change in between. */
async function lookAgain(read: Reader, rows: PublicRows, id: string, found: Found): Promise<void> {
  for (let again = 0; again < 3; again += 1) {
    const before = (await newestStates(read, rows.kind, [id])).get(id)
    const [now] = await standingOf(read, rows, await rowsById(read, rows, [id]))
    const after = (await newestStates(read, rows.kind, [id])).get(id)
    if (before !== after) continue
    if ((now?.state ?? gone) === (after ?? gone)) return
    return found({ what: !now ? 'gone' : after === undefined ? 'unrecorded' : 'changed', kind: rows.kind, id })
  }
}

/** What the record tells of is still there, or the record says that it went. */
async function compareTold(read: Reader, rows: PublicRows, found: Found, pause: Pause): Promise<void> {
  let last: string | undefined
  for (;;) {
    const ids = await toldAfter(read, rows.kind, last, atOnce(rows))
    if (ids.length === 0) return
    last = ids.at(-1)
    const there = new Set((await standingOf(read, rows, await rowsById(read, rows, ids))).map((one) => one.id))
    const away = ids.filter((id) => !there.has(id))
    const told = await newestStates(read, rows.kind, away)
    for (const id of away) if (told.get(id) !== gone) await lookAgain(read, rows, id, found)
    await pause?.()
  }
}

/** What entries are found by is what stands in their own bytes. */
async function compareNames(read: Reader, found: Found, pause: Pause): Promise<void> {
  let last = 0
  for (;;) {
    const entries = await entriesAfter(read, last, 500)
    if (entries.length === 0) return
    const until = Number(entries.at(-1)!.seq)
    const links = Map.groupBy(await subjectsBetween(read, last, until), (link) => Number(link.seq))
    for (const entry of entries) {
      const written = JSON.parse(entry.entry) as WrittenEntry
      const named = (list: readonly { kind: string; id: string; state: string | null }[]) =>
        canonical(list.map(({ kind, id, state }) => `${kind} ${id} ${state}`).toSorted())
      const same =
        written.id === entry.id &&
        written.at === entry.at &&
        written.kind === entry.kind &&
        written.about.kind === entry.about_kind &&
        written.about.id === entry.about_id &&
        named(subjectsOf(written)) === named(links.get(Number(entry.seq)) ?? [])
      if (!same) found({ what: 'misfiled', kind: 'journalEntry', id: entry.id })
    }
    last = until
    await pause?.()
  }
}
