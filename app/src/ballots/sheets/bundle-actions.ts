/** Bundles of paper from the box: counted by hand before anybody types, and closed once it is known what every sheet says. */
import { ok, readText, refused, type Decision } from '@buurtmacht/domain'
import { hasTask, heldRound } from '../../budget/index.ts'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By } from '../../web/index.ts'
import { boxOf } from '../box/queries.ts'
import { addBundle, doneIn, heldBundle, outcomesIn, saveBundle, sheetsOf, type BundleRow } from './queries.ts'

const mostSheets = 2_000

function readSheets(typed: string): Decision<number> {
  const n = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0
  return n >= 1 && n <= mostSheets
    ? ok(n)
    : refused('field-not-a-number', { field: 'sheets', facts: { min: 1, max: mostSheets } })
}

/** Voting has begun, and the box is not open. */
async function takesPaper(tx: Tx, by: By, round: string): Promise<Decision<true>> {
  const row = await heldRound(tx, round)
  if (!row) return refused('not-found')
  if (row.state !== 'frozen') return refused('round-not-frozen')
  if (by.today < row.voting_on) return refused('voting-not-open')
  const box = await boxOf(tx, round)
  if (!box) return refused('box-not-ready')
  return box.opened ? refused('box-open-already') : ok(true)
}

const ofCommittee = async (tx: Tx, by: By, round: string): Promise<boolean> =>
  by.person !== undefined && (await hasTask(tx, round, by.person, 'committee'))

/**
 * Sheets from the box, counted by hand before anybody types.
 * Refusals: `not-found`, `not-allowed`, `round-not-frozen`, `voting-not-open`, `box-not-ready`, `box-open-already`, `field-…`.
 */
export async function countBundle(
  tx: Tx,
  by: By,
  round: string,
  typed: { name: string; sheets: string }
): Promise<Decision<string>> {
  const may = await takesPaper(tx, by, round)
  if (!may.ok) return may
  if (!(await ofCommittee(tx, by, round))) return refused('not-allowed')
  const name = readText('name', typed.name, { min: 1, max: 60 })
  if (!name.ok) return name
  const sheets = readSheets(typed.sheets)
  if (!sheets.ok) return sheets
  const id = newId(by)
  await addBundle(tx, { id, round_id: round, name: name.value, sheets: sheets.value, state: 'open' })
  await record(tx, by, {
    kind: 'ballot-bundle-counted',
    about: { kind: 'round', id: round },
    also: [{ kind: 'ballotBundle', id }],
    facts: { bundle: id, name: name.value, sheets: sheets.value }
  })
  return ok(id)
}

/** Counted again, because the first count was wrong. Refusals: those of `countBundle`, `bundle-closed`, `sheet-not-in-bundle`. */
export async function countAgain(tx: Tx, by: By, bundle: string, typed: string): Promise<Decision<string>> {
  const open = await openBundle(tx, by, bundle)
  if (!open.ok) return open
  if (!(await ofCommittee(tx, by, open.value.round_id))) return refused('not-allowed')
  const sheets = readSheets(typed)
  if (!sheets.ok) return sheets
  const last = (await sheetsOf(tx, bundle)).at(-1)?.number ?? 0
  if (last > sheets.value) return refused('sheet-not-in-bundle', { field: 'sheets', facts: { sheets: sheets.value } })
  await saveBundle(tx, bundle, { sheets: sheets.value })
  await record(tx, by, {
    kind: 'ballot-bundle-counted',
    about: { kind: 'round', id: open.value.round_id },
    also: [{ kind: 'ballotBundle', id: bundle }],
    facts: { bundle, name: open.value.name, sheets: sheets.value, before: open.value.sheets }
  })
  return ok(bundle)
}

/** Refusals: `not-found`, `bundle-closed`, and those of `countBundle`. */
export async function openBundle(tx: Tx, by: By, bundle: string): Promise<Decision<BundleRow>> {
  const row = await heldBundle(tx, bundle)
  if (!row) return refused('not-found')
  const may = await takesPaper(tx, by, row.round_id)
  if (!may.ok) return may
  return row.state === 'closed' ? refused('bundle-closed') : ok(row)
}

/** Refusals: `bundle-closed`, `sheets-not-all-typed` (facts: left), and those of `countBundle`. */
export async function closeBundle(tx: Tx, by: By, bundle: string): Promise<Decision<string>> {
  const open = await openBundle(tx, by, bundle)
  if (!open.ok) return open
  const { round_id, sheets, name } = open.value
  if (!(await ofCommittee(tx, by, round_id))) return refused('not-allowed')
  const left = sheets - ((await doneIn(tx, round_id)).get(bundle) ?? 0)
  if (left !== 0) return refused('sheets-not-all-typed', { facts: { left } })
  await saveBundle(tx, bundle, { state: 'closed' })
  await record(tx, by, {
    kind: 'ballot-bundle-closed',
    about: { kind: 'round', id: round_id },
    also: [{ kind: 'ballotBundle', id: bundle }],
    facts: { bundle, name, sheets, ...(await outcomesIn(tx, bundle)) }
  })
  return ok(bundle)
}
