/** Opening the box and counting are one act, begun by two people of the election committee with a key card each. */
import {
  beginCount,
  canonical,
  countRound,
  ok,
  refused,
  type BudgetRound,
  type Decision,
  type Turnout
} from '@buurtmacht/domain'
import { daysIn, hasTask, heldRound, roundColumns, roundIn, saveRound, saveWinners } from '../../budget/index.ts'
import { sha256, type Reader, type Tables, type Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import type { By } from '../../web/index.ts'
import { cardFits, openBox } from '../box/actions.ts'
import { boxOf } from '../box/queries.ts'
import { differenceOf, turnoutOf } from '../box/turnout.ts'
import { lotOf } from '../lot/queries.ts'
import { fixedBallot } from '../print/plans.ts'
import { bundlesOpen } from '../sheets/queries.ts'
import { filesOfCount, type CountFile } from './files.ts'
import { addBegun, addFile, addResult, begunCount, dropBegun, forgetBallots } from './queries.ts'
import { countAll } from './pots.ts'
import type { PotTold } from './told.ts'

/** What the page of the result says, whole. */
export interface CountTold {
  pots: PotTold[]
  turnout: Turnout
  lot: number[]
  countedOn: string
  points: boolean
}

type Row = Tables['budget_round']

/** What must be so before the count can begin, in the order in which it is put right. */
export const readySteps = ['voting', 'paper', 'turnout', 'lot'] as const
export type ReadyStep = (typeof readySteps)[number]

/**
 * Each step with its refusal, when it is not yet so: `round-not-frozen`, `voting-not-over`, `paper-still-open` (facts: sheets),
 * `turnout-does-not-reconcile` (facts: difference), `lot-missing`.
 */
export async function readyToCount(
  read: Reader,
  row: Row,
  today: By['today']
): Promise<Record<ReadyStep, Decision<unknown>>> {
  const open = await bundlesOpen(read, row.id)
  const { codes, sheets, ballots } = await differenceOf(read, row.id)
  const difference = [codes, sheets, ballots].find((one) => one !== 0) ?? 0
  return {
    voting: countRound(roundIn(row), { days: daysIn(row), openSheets: 0 }, today),
    paper: open.bundles > 0 ? refused('paper-still-open', { facts: { sheets: open.sheets } }) : ok(true),
    turnout: difference === 0 ? ok(true) : refused('turnout-does-not-reconcile', { facts: { difference } }),
    lot: (await lotOf(read, row.id)) ? ok(true) : refused('lot-missing')
  }
}

/** Keeps a key card so that only this installation can read it back, until the second person comes. */
export interface Keeping {
  sealed(purpose: string, text: string): string
  unsealed(purpose: string, text: string | undefined): string | undefined
}

const purposeOf = (round: string): string => `count of ${round}`

/**
 * The first begins; when a second does the same, the box is opened and counted. Refusals: `not-found`, `not-allowed`,
 * `key-card-wrong` (not this person's), those of `readyToCount`, `count-needs-second-person`, those of `openBox`.
 * After `counted`, `sweepBox` must run.
 */
export async function startCount(
  tx: Tx,
  by: By,
  keeping: Keeping,
  round: string,
  card: string
): Promise<Decision<'waits' | 'counted'>> {
  const row = await heldRound(tx, round)
  if (!row) return refused('not-found')
  if (!by.person || !(await hasTask(tx, round, by.person, 'committee'))) return refused('not-allowed')
  const ready = await readyToCount(tx, row, by.today)
  for (const step of readySteps) {
    const is = ready[step]
    if (!is.ok) return is
  }
  const begun = await begunCount(tx, round)
  const next = beginCount(begun?.person_id, by.person)
  if (!next.ok) return next
  if (!(await cardFits(tx, round, by.person, card))) return refused('key-card-wrong', { field: 'card' })
  if (!begun) {
    await addBegun(tx, {
      round_id: round,
      person_id: by.person,
      card: keeping.sealed(purposeOf(round), card),
      at: by.at
    })
    await record(tx, by, { kind: 'round-count-begun', about: { kind: 'round', id: round }, facts: {} })
    return ok('waits')
  }
  const first = keeping.unsealed(purposeOf(round), begun.card)
  if (first === undefined) return refused('count-not-begun')
  return countNow(tx, by, row, { first: begun.person_id, cards: [first, card] })
}

/** Who began takes it back, as long as nobody followed; their card is forgotten. Refusals: `count-not-begun`, `not-allowed`. */
export async function takeCountBack(tx: Tx, by: By, round: string): Promise<Decision<string>> {
  await heldRound(tx, round)
  const begun = await begunCount(tx, round)
  if (!begun) return refused('count-not-begun')
  if (begun.person_id !== by.person) return refused('not-allowed')
  await dropBegun(tx, round)
  await record(tx, by, { kind: 'round-count-taken-back', about: { kind: 'round', id: round }, facts: {} })
  return ok(round)
}

interface Two {
  first: string
  cards: readonly [string, string]
}

async function countNow(tx: Tx, by: By, row: Row, two: Two): Promise<Decision<'counted'>> {
  const [ballot, lot, box] = [await fixedBallot(tx, row.id), await lotOf(tx, row.id), await boxOf(tx, row.id)]
  if (!ballot || !lot) return refused('lot-missing')
  if (!box) return refused('box-not-ready')
  const round = countRound(roundIn(row), { days: daysIn(row), openSheets: 0 }, by.today)
  if (!round.ok) return round
  const turnout = await turnoutOf(tx, row.id)
  const opened = await openBox(tx, row.id, two.cards[0], two.cards[1], by.chance)
  if (!opened.ok) return opened
  const counted = countAll(ballot, opened.value, lot)
  const { files, sealed } = filesOfCount({ ballot, counted, ballots: opened.value, lot, box, chance: by.chance })
  const told: CountTold = {
    pots: counted.map((one) => one.told),
    turnout,
    lot: [...lot],
    countedOn: by.today,
    points: ballot.settings.ballot.kind === 'points'
  }
  if (sealed) await forgetBallots(tx, row.id)
  await dropBegun(tx, row.id)
  await keepResult(tx, by, row, { round: round.value, two, told, files, sealed })
  return ok('counted')
}

interface ToKeep {
  round: BudgetRound
  two: Two
  told: CountTold
  files: readonly CountFile[]
  sealed: boolean
}

async function keepResult(tx: Tx, by: By, row: Row, { round, two, told, files, sealed }: ToKeep): Promise<void> {
  const hash = sha256(canonical(files.filter((file) => file.isResult).map((file) => file.hash)))
  await addResult(tx, {
    round_id: row.id,
    told: JSON.stringify(told),
    hash,
    sealed: sealed ? 1 : 0,
    first_by: two.first,
    second_by: by.person ?? '',
    counted_at: by.at
  })
  for (const { name, hash: of, content } of files) await addFile(tx, { round_id: row.id, name, hash: of, content })
  const won = told.pots.flatMap((pot) => pot.won.map((plan) => plan.id))
  const plans = await saveWinners(tx, row.id, won)
  await saveRound(tx, row.id, { ...roundColumns(round), version: row.version + 1, changed_at: by.at })
  await record(tx, by, {
    kind: 'round-counted',
    about: { kind: 'round', id: row.id },
    also: plans.map((id) => ({ kind: 'plan', id })),
    facts: {
      state: round.state,
      won,
      lot: told.lot.map(String),
      ...told.turnout,
      rule: row.rule_hash,
      files: files.map((file) => `${file.name} ${file.hash}`)
    }
  })
}
