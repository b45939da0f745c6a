/** Typing in paper ballots: twice, by two people who do not see each other's, and a third where they differ. */
import {
  ballotText,
  ok,
  readBallot,
  readBallotCode,
  readCardNumber,
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
import { plansByState, roundOf, settingsIn } from '../../budget/index.ts'
import type { Reader, Tx } from '../../db/index.ts'
import type { By, Visit } from '../../web/index.ts'
import { putIn } from '../box/actions.ts'
import { boxOf } from '../box/queries.ts'
import { useCodeOnPaper } from '../codes/actions.ts'
import { hashOf, type Keyed } from '../codes/making.ts'
import { heldCode, heldNumber, type CodeRow } from '../codes/queries.ts'
import { openBundle } from './bundle-actions.ts'
import { addSheet, saveSheet, sheetOf, type BundleRow, type SheetRow } from './queries.ts'

/** Seals what was read until both readers agree. */
export type Sealing = Pick<Visit, 'keyed' | 'sealed' | 'unsealed'>
const purpose = 'ballots sheet'

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
