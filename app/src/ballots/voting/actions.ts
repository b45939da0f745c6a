/** Voting online: the code is used up and the ballot goes in, in one transaction or not at all. */
import {
  ok,
  phaseOn,
  readBallot,
  readBallotCode,
  refused,
  useOnline,
  votingIsOpen,
  ballotText,
  type Ballot,
  type Decision,
  type ProposalId
} from '@buurtmacht/domain'
import { daysIn, plansByState, roundIn, settingsIn } from '../../budget/index.ts'
import type { Reader, Tables, Tx } from '../../db/index.ts'
import type { By } from '../../web/index.ts'
import { putIn, sealedBallot, type ToPutIn } from '../box/actions.ts'
import { envelopeOf, roundWithBox, type BoxRow } from '../box/queries.ts'
import { useCodeOnline } from '../codes/actions.ts'
import { hashOf, type Keyed } from '../codes/making.ts'
import { addUse, codeOf } from '../codes/queries.ts'

/** A round as it is stored, without the name of its group. */
export type Round = Tables['budget_round']

/** The choices that were typed, one for each plan: points, or nothing when only chosen. */
export type Chosen = readonly { plan: string; points?: number }[]

/**
 * The round in which this code may be used now. Refusals: `ballot-code-wrong`, `ballot-code-used`, `ballot-code-void`,
 * `voting-not-open`, `box-not-ready`.
 */
export async function enter(
  read: Reader,
  by: Pick<By, 'today'>,
  keyed: Keyed,
  typed: string
): Promise<Decision<{ hash: string; round: string }>> {
  const code = readBallotCode(typed)
  const hash = code && hashOf(keyed, code)
  const row = hash ? await codeOf(read, hash) : undefined
  if (!hash || !row) return refused('ballot-code-wrong', { field: 'code' })
  const fine = useOnline(row.state)
  if (!fine.ok) return { ok: false, refusal: { ...fine.refusal, field: 'code' } }
  const open = await openNow(read, by, row.round_id)
  return open.ok ? ok({ hash, round: row.round_id }) : open
}

/** Refusals: `voting-not-open`, `box-not-ready`. */
export async function openNow(
  read: Reader,
  by: Pick<By, 'today'>,
  round: string
): Promise<Decision<{ row: Round; box: BoxRow }>> {
  const found = await roundWithBox(read, round)
  const row = found?.row
  if (!row || !votingIsOpen(roundIn(row), daysIn(row), by.today)) {
    const over = row && phaseOn(daysIn(row), by.today) !== 'before' && by.today >= row.count_on
    return refused(over ? 'voting-over' : 'voting-not-open')
  }
  const { box } = found
  return !box || box.opened ? refused('box-not-ready') : ok({ row, box })
}

/** Refusals: those of `readBallot`. */
export async function readChosen(read: Reader, row: Round, chosen: Chosen): Promise<Decision<Ballot>> {
  const { onBallot } = await plansByState(read, row.id)
  return readBallot(chosen, onBallot as ProposalId[], settingsIn(row).ballot)
}

export interface Voting {
  hash: string
  round: string
  chosen: Chosen
  /** 32 bytes of chance: a ballot that is sent twice is seen to be the same. */
  chance: Uint8Array
}

/**
 * Sent twice by the same form it counts once and is received twice. No person, no address and no moment are part of it.
 * Refusals: those of `openNow` and `readBallot`, and `ballot-code-wrong`, `ballot-code-used`, `ballot-code-void`.
 */
export async function castOnline(
  tx: Tx,
  by: Pick<By, 'today' | 'at' | 'chance'>,
  one: Voting
): Promise<Decision<string>> {
  const open = await openNow(tx, by, one.round)
  if (!open.ok) return open
  const ballot = await readChosen(tx, open.value.row, one.chosen)
  if (!ballot.ok) return ballot
  const toPutIn: ToPutIn = {
    round: one.round,
    hash: one.hash,
    channel: 'online',
    text: ballotText(ballot.value),
    chance: one.chance
  }
  const code = await useCodeOnline(tx, one.hash)
  if (!code.ok) return (await isThere(tx, open.value.box, toPutIn)) ? ok(one.round) : code
  if (code.value.round_id !== one.round) return refused('ballot-code-wrong')
  await putIn(tx, open.value.box, toPutIn)
  await addUse(tx, code.value.batch_id, hourOf(by.at), (by.chance(1)[0] ?? 0) % 16)
  return ok(one.round)
}

/** This very ballot is in the box already: the answer to it was lost on the way. */
const isThere = async (tx: Tx, box: BoxRow, one: ToPutIn): Promise<boolean> =>
  (await envelopeOf(tx, one.hash))?.sealed === sealedBallot(box, one)

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit'
})

/** '2026-03-03 12': the hour in which a building votes, for the committee. */
export const hourOf = (at: string): string => clock.format(new Date(at))
