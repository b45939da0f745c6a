// What somebody votes, and how ballots are checked, typed in and reconciled. Nothing here knows a person.
import { ok, refused, type Decision } from './decision.ts'
import { type ProposalId } from './ids.ts'
import { type BallotKind } from './rounds.ts'
import { readReason } from './text.ts'

/** Plans that were chosen; with points per plan when the round divides points. An empty ballot is a blank one, and counts as cast. */
export type Ballot = { choices: readonly { plan: ProposalId; points?: number }[] }

/**
 * Reads what was chosen. Refusals: `ballot-unknown-plan`, `ballot-plan-twice`, `ballot-too-many-plans` (facts: chosen, most),
 * `ballot-points-wrong`, `ballot-too-many-points` (facts: given, points).
 */
export function readBallot(
  chosen: readonly { plan: string; points?: number }[],
  plans: readonly ProposalId[],
  kind: BallotKind
): Decision<Ballot> {
  const known = new Set<string>(plans)
  const counted = kind.kind === 'points' ? chosen.filter((one) => (one.points ?? 0) !== 0) : chosen
  if (counted.some((one) => !known.has(one.plan))) return refused('ballot-unknown-plan')
  if (new Set(counted.map((one) => one.plan)).size !== counted.length) return refused('ballot-plan-twice')
  if (kind.most !== undefined && counted.length > kind.most)
    return refused('ballot-too-many-plans', { facts: { chosen: counted.length, most: kind.most } })
  if (kind.kind === 'approval') return ok({ choices: counted.map(({ plan }) => ({ plan: plan as ProposalId })) })
  if (counted.some((one) => !Number.isInteger(one.points) || (one.points ?? 0) < 0))
    return refused('ballot-points-wrong')
  const given = counted.reduce((sum, one) => sum + (one.points ?? 0), 0)
  if (given > kind.points) return refused('ballot-too-many-points', { facts: { given, points: kind.points } })
  return ok({ choices: counted.map(({ plan, points }) => ({ plan: plan as ProposalId, points: points ?? 0 })) })
}

/** The same choices give the same text, in whatever order they were made: ballots are kept and compared as this. */
export const ballotText = (ballot: Ballot): string =>
  ballot.choices
    .map(({ plan, points }) => (points === undefined ? plan : `${plan}:${points}`))
    .toSorted()
    .join(' ')

/** What became of a code: it works once, online or on paper, or not at all. */
export const codeStates = ['unused', 'online', 'paper', 'void'] as const
export type CodeState = (typeof codeStates)[number]

/** Refusals: `ballot-code-used`, `ballot-code-void`. */
export function useOnline(state: CodeState): Decision<CodeState> {
  if (state === 'void') return refused('ballot-code-void')
  return state === 'unused' ? ok('online') : refused('ballot-code-used')
}

/**
 * A paper ballot that is handed in by somebody in person takes the place of an online one, because codes sent by letter are
 * collected by others. The first sheet with a code counts. Refusals: `ballot-code-used`, `ballot-code-void`.
 */
export function useOnPaper(state: CodeState): Decision<{ state: CodeState; replaces: boolean }> {
  if (state === 'void') return refused('ballot-code-void')
  if (state === 'paper') return refused('ballot-code-used')
  return ok({ state: 'paper', replaces: state === 'online' })
}

/** A card that was lost works no longer. One that was used stays used. Refusals: `ballot-code-used`, `ballot-code-void`. */
export function voidCode(state: CodeState): Decision<CodeState> {
  if (state === 'void') return refused('ballot-code-void')
  return state === 'unused' ? ok('void') : refused('ballot-code-used')
}

/**
 * Codes that were made but never left the printer are made void all at once, with a reason that everybody can read. Once one was
 * handed out or used, each card is taken back by itself. Refusals: `batch-void`, `batch-in-use`, `reason-missing`.
 */
export function voidBatch(
  batch: { void: boolean; handedOut: number; used: number; unused: number },
  why: string | undefined
): Decision<string> {
  if (batch.void) return refused('batch-void')
  if (batch.handedOut > 0 || batch.used > 0 || batch.unused === 0) return refused('batch-in-use')
  return readReason(why)
}

/** Why a sheet of paper does not count as a ballot. The first three are seen by who reads the sheet, the others are found by its code. */
export const unreadableReasons = ['noCode', 'unreadable', 'tooManyPlans'] as const
export const spoiledReasons = [...unreadableReasons, 'unknownCode', 'voidCode', 'otherRound', 'secondSheet'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]
export type SpoiledReason = (typeof spoiledReasons)[number]

/** What one person read from a sheet: a ballot with its code, a blank one, or a sheet that cannot count. */
export type SheetReading =
  | { kind: 'ballot'; code: string; ballot: Ballot }
  | { kind: 'blank'; code: string }
  | { kind: 'spoiled'; why: SpoiledReason }

/** A sheet is typed by two people who do not see each other's; a third settles what differs. */
export type Sheet =
  | { state: 'typedOnce'; first: { by: string; read: SheetReading } }
  | { state: 'same'; read: SheetReading }
  | { state: 'differs'; first: { by: string; read: SheetReading }; second: { by: string; read: SheetReading } }
  | { state: 'settled'; read: SheetReading }
export const sheetStates = ['typedOnce', 'same', 'differs', 'settled'] as const satisfies readonly Sheet['state'][]

/** Two readings say the same: the same code and the same choices, in whatever order. */
export function sameReading(a: SheetReading, b: SheetReading): boolean {
  if (a.kind === 'spoiled' || b.kind === 'spoiled')
    return a.kind === b.kind && 'why' in a && 'why' in b && a.why === b.why
  if (a.code !== b.code || a.kind !== b.kind) return false
  return a.kind === 'blank' || (b.kind === 'ballot' && ballotText(a.ballot) === ballotText(b.ballot))
}

/** Refusals: `sheet-already-typed`, `sheet-needs-second-person`. */
export function typeSheet(sheet: Sheet | undefined, by: string, read: SheetReading): Decision<Sheet> {
  if (!sheet) return ok({ state: 'typedOnce', first: { by, read } })
  if (sheet.state !== 'typedOnce') return refused('sheet-already-typed')
  if (sheet.first.by === by) return refused('sheet-needs-second-person')
  if (sameReading(sheet.first.read, read)) return ok({ state: 'same', read })
  return ok({ state: 'differs', first: sheet.first, second: { by, read } })
}

/** Refusals: `sheet-does-not-differ`, `sheet-needs-third-person`. */
export function settleSheet(sheet: Sheet, by: string, read: SheetReading): Decision<Sheet> {
  if (sheet.state !== 'differs') return refused('sheet-does-not-differ')
  if (sheet.first.by === by || sheet.second.by === by) return refused('sheet-needs-third-person')
  return ok({ state: 'settled', read })
}

/** What became of every code and every sheet. All numbers of things, none of people. */
export type Turnout = {
  issued: number
  usedOnline: number
  usedOnPaper: number
  unused: number
  void: number
  /** Online ballots that a paper one took the place of; among `usedOnPaper`. */
  replaced: number
  sheetsInBox: number
  sheetsTyped: number
  sheetsSpoiled: number
}

/** How far the numbers are from adding up: codes and sheets, zero when they do. */
export const turnoutDifference = (t: Turnout): { codes: number; sheets: number } => ({
  codes: t.issued - (t.usedOnline + t.usedOnPaper + t.unused + t.void),
  sheets: t.sheetsInBox - (t.sheetsTyped + t.sheetsSpoiled)
})

/** Below this many ballots nothing is shown per area or building: a handful of people is no figure. */
export const fewestShown = 10
