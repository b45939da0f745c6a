/** Typing in paper ballots: twice, by two people who do not see each other's, and a third where they differ. */
import {
  ballotText,
  ok,
  readBallot,
  readBallotCode,
  readCardNumber,
  readText,
  refused,
  settleSheet,
  typeSheet,
  unreadableReasons,
  type Decision,
  type ProposalId,
  type Sheet,
  type SheetReading,
  type SpoiledReason,
  type UnreadableReason
} from '@buurtmacht/domain'
import { hasTask, heldRound, plansByState, roundOf, settingsIn } from '../../budget/index.ts'
import type { Reader, Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import { newId, type By, type Visit } from '../../web/index.ts'
import { putIn } from '../box/actions.ts'
import { boxOf } from '../box/queries.ts'
import { useCodeOnPaper } from '../codes/actions.ts'
import { hashOf, type Keyed } from '../codes/making.ts'
import { heldCode, heldNumber, type CodeRow } from '../codes/queries.ts'
import {
  addBundle,
  addSheet,
  doneIn,
  heldBundle,
  outcomesIn,
  saveBundle,
  saveSheet,
  sheetOf,
  sheetsOf,
  type BundleRow,
  type SheetRow
} from './queries.ts'

/** Seals what was read until both readers agree. */
export type Sealing = Pick<Visit, 'keyed' | 'sealed' | 'unsealed'>
const purpose = 'ballots sheet'

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

async function openBundle(tx: Tx, by: By, bundle: string): Promise<Decision<BundleRow>> {
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

export const readKinds = ['ballot', 'blank', ...unreadableReasons] as const

export interface SheetTyped {
  read: (typeof readKinds)[number]
  /** The code, or the number of a card that was lost. */
  code: string
  chosen: readonly { plan: string; points?: number }[]
}

/** Refusals: `field-missing`, `ballot-code-wrong`, and those of `readBallot`. */
export async function readSheet(
  read: Reader,
  keyed: Keyed,
  round: string,
  typed: SheetTyped
): Promise<Decision<SheetReading>> {
  if (isUnreadable(typed.read)) return ok({ kind: 'spoiled', why: typed.read })
  if (typed.code.trim() === '') return refused('field-missing', { field: 'code' })
  const number = readCardNumber(typed.code)
  const plain = readBallotCode(typed.code)
  const code = number === undefined ? plain && hashOf(keyed, plain) : `#${number}`
  if (!code) return refused('ballot-code-wrong', { field: 'code' })
  if (typed.read === 'blank') return ok({ kind: 'blank', code })
  const row = await roundOf(read, round)
  if (!row) return refused('not-found')
  const { onBallot } = await plansByState(read, round)
  const ballot = readBallot(typed.chosen, onBallot as ProposalId[], settingsIn(row).ballot)
  if (!ballot.ok) return { ok: false, refusal: { field: 'plans', ...ballot.refusal } }
  return ok(
    ballot.value.choices.length === 0 ? { kind: 'blank', code } : { kind: 'ballot', code, ballot: ballot.value }
  )
}

const isUnreadable = (read: string): read is UnreadableReason => (unreadableReasons as readonly string[]).includes(read)

/**
 * A first reading, a second by somebody else, or a third that settles. Once it is known what the sheet says, the ballot goes into the box
 * and the readings are emptied.
 * Refusals: `not-found`, `sheet-not-in-bundle`, `sheet-…`, those of `readSheet` and `countBundle`.
 */
export async function typeInSheet(
  tx: Tx,
  by: By,
  sealing: Sealing,
  of: { bundle: string; number: number },
  typed: SheetTyped
): Promise<Decision<Sheet['state']>> {
  const bundle = await openBundle(tx, by, of.bundle)
  if (!bundle.ok) return bundle
  if (!by.person) return refused('not-allowed')
  if (!(of.number >= 1 && of.number <= bundle.value.sheets))
    return refused('sheet-not-in-bundle', { facts: { sheets: bundle.value.sheets } })
  const read = await readSheet(tx, sealing.keyed, bundle.value.round_id, typed)
  if (!read.ok) return read
  const row = await sheetOf(tx, of.bundle, of.number)
  const before = row && sheetIn(row, sealing)
  const after =
    before?.state === 'differs' ? settleSheet(before, by.person, read.value) : typeSheet(before, by.person, read.value)
  if (!after.ok) return after
  const written = row ?? emptySheet(of, by.person)
  await save(tx, by, sealing, bundle.value, { row: written, isNew: !row, sheet: after.value })
  return ok(after.value.state)
}

const emptySheet = (of: { bundle: string; number: number }, person: string): SheetRow => ({
  bundle_id: of.bundle,
  number: of.number,
  state: 'typedOnce',
  first_by: person,
  first_read: null,
  second_by: null,
  second_read: null,
  settled_by: null,
  outcome: null,
  spoiled: null
})

/** A row as the rules know it; what two readers agreed on is no longer written anywhere. */
export function sheetIn(row: SheetRow, sealing: Pick<Sealing, 'unsealed'>): Sheet {
  const open = (sealed: string | null): SheetReading =>
    JSON.parse(
      sealing.unsealed(purpose, sealed ?? undefined) ?? '{"kind":"spoiled","why":"unreadable"}'
    ) as SheetReading
  const first = { by: row.first_by, read: open(row.first_read) }
  switch (row.state) {
    case 'typedOnce':
      return { state: 'typedOnce', first }
    case 'differs':
      return { state: 'differs', first, second: { by: row.second_by ?? '', read: open(row.second_read) } }
    case 'same':
    case 'settled':
      return { state: row.state, read: { kind: 'spoiled', why: 'unreadable' } }
  }
}

interface Change {
  row: SheetRow
  isNew: boolean
  sheet: Sheet
}

async function save(tx: Tx, by: By, sealing: Sealing, bundle: BundleRow, { row, isNew, sheet }: Change): Promise<void> {
  const seal = (read: SheetReading): string => sealing.sealed(purpose, JSON.stringify(read))
  if (sheet.state === 'typedOnce') return void (await addSheet(tx, { ...row, first_read: seal(sheet.first.read) }))
  if (isNew) throw new Error('a sheet cannot be known at the first reading')
  if (sheet.state === 'differs')
    return void (await saveSheet(tx, {
      ...row,
      state: 'differs',
      second_by: sheet.second.by,
      second_read: seal(sheet.second.read)
    }))
  await saveSheet(tx, {
    ...row,
    state: sheet.state,
    ...(sheet.state === 'same' ? { second_by: by.person ?? null } : { settled_by: by.person ?? null }),
    first_read: null,
    second_read: null,
    ...(await putInBox(tx, by, bundle.round_id, sheet.read))
  })
}

type Outcome = Pick<SheetRow, 'outcome' | 'spoiled'>

/** The code decides whether the sheet counts: two readers can agree on a code that was used on paper before. */
async function putInBox(tx: Tx, by: By, round: string, read: SheetReading): Promise<Outcome> {
  const spoiled = (why: SpoiledReason): Outcome => ({ outcome: 'spoiled', spoiled: why })
  if (read.kind === 'spoiled') return spoiled(read.why)
  const code = await codeRead(tx, round, read.code)
  if (!code) return spoiled('unknownCode')
  if (code.round_id !== round) return spoiled('otherRound')
  const used = await useCodeOnPaper(tx, code)
  if (!used.ok) return spoiled(used.refusal.code === 'ballot-code-void' ? 'voidCode' : 'secondSheet')
  const box = await boxOf(tx, round)
  if (!box) throw new Error('paper was taken without a box')
  await putIn(tx, box, {
    round,
    hash: code.hash,
    channel: 'paper',
    text: read.kind === 'ballot' ? ballotText(read.ballot) : '',
    chance: by.chance(32)
  })
  return { outcome: read.kind, spoiled: null }
}

/** A number stands for its code only when the committee noted that the card was lost. */
async function codeRead(tx: Tx, round: string, read: string): Promise<CodeRow | undefined> {
  if (!read.startsWith('#')) return heldCode(tx, read)
  const code = await heldNumber(tx, round, Number(read.slice(1)))
  return code?.lost ? code : undefined
}
