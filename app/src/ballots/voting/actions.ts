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
import { sealedBallot, type ToPutIn } from '../box/actions.ts'
import { envelopeOf, roundWithBox, type BoxRow } from '../box/queries.ts'
import { hashOf, type Keyed } from '../codes/making.ts'
import { codeOf } from '../codes/queries.ts'
import { putInOnline } from './queries.ts'
import { arrivalHash, receiptOf } from './receipts.ts'

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

/** A round one votes in, as it was seen: its box, and the plans on its ballot. */
interface Seen {
  row: Round
  box: BoxRow
  plans: readonly ProposalId[]
}

/**
 * Of rounds in which somebody voted just now. The ballot is fixed, so this hardly ever changes; that it did not is asked of the database in
 * the statement that puts a ballot in, and only then is it read anew.
 */
const seenBefore = new Map<string, Seen>()
const mostSeen = 20

/** Refusals: those of `openNow`. */
async function lookAt(tx: Tx, by: Pick<By, 'today'>, round: string): Promise<Decision<Seen>> {
  const open = await openNow(tx, by, round)
  if (!open.ok) return open
  const { onBallot } = await plansByState(tx, round)
  const seen: Seen = { ...open.value, plans: onBallot as ProposalId[] }
  if (seenBefore.size >= mostSeen) seenBefore.clear()
  seenBefore.set(round, seen)
  return ok(seen)
}

/**
 * Sent twice by the same form it counts once and is received twice. No person, no address and no moment are part of it.
 * Refusals: those of `openNow` and `readBallot`, and `ballot-code-wrong`, `ballot-code-used`, `ballot-code-void`.
 */
export async function castOnline(tx: Tx, by: VotesBy, one: Voting): Promise<Decision<string>> {
  const before = seenBefore.get(one.round)
  if (before && votingIsOpen(roundIn(before.row), daysIn(before.row), by.today)) {
    const cast = await castIn(tx, by, one, before)
    if (cast.ok && cast.value.isIn) return ok(one.round)
  }
  const seen = await lookAt(tx, by, one.round)
  if (!seen.ok) return seen
  const cast = await castIn(tx, by, one, seen.value)
  if (!cast.ok) return cast
  const { isIn, toPutIn } = cast.value
  return isIn || (await isThere(tx, seen.value.box, toPutIn)) ? ok(one.round) : whyNot(tx, one)
}

type VotesBy = Pick<By, 'today' | 'at' | 'chance'>

interface Cast {
  toPutIn: ToPutIn
  isIn: boolean
}

/** Refusals: those of `readBallot`. */
async function castIn(tx: Tx, by: VotesBy, one: Voting, { row, box, plans }: Seen): Promise<Decision<Cast>> {
  const ballot = readBallot(one.chosen, plans, settingsIn(row).ballot)
  if (!ballot.ok) return ballot
  const toPutIn: ToPutIn = {
    round: one.round,
    hash: one.hash,
    channel: 'online',
    text: ballotText(ballot.value),
    chance: one.chance
  }
  const sealed = sealedBallot(box, toPutIn)
  const stripe = (by.chance(1)[0] ?? 0) % 16
  const arrival = arrivalHash(receiptOf(one.chance))
  const isIn = await putInOnline(tx, { row, box }, { hash: one.hash, sealed, arrival, hour: hourOf(by.at), stripe })
  return ok({ toPutIn, isIn })
}

/** The round was read just now, so it is the code. */
async function whyNot(tx: Tx, one: Voting): Promise<Decision<string>> {
  const code = await codeOf(tx, one.hash)
  if (!code || code.round_id !== one.round) return refused('ballot-code-wrong')
  const state = useOnline(code.state)
  // Unused again between the two questions: nothing makes a code so.
  return state.ok ? refused('changed-meanwhile') : state
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
