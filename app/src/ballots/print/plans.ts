/** The plans on the ballot with their numbers: on paper, on the screen, in the lot and in the files of the count they are the same. */
import { addDays, cents, type Cents, type Day, type RoundSettings } from '@buurtmacht/domain'
import { plansOfRound, roundOf, settingsIn, type PlanRow, type RoundRow } from '../../budget/index.ts'
import type { Reader } from '../../db/index.ts'

export interface NumberedPlan {
  number: number
  id: string
  title: string
  cost: Cents
  /** The pot it asks money from, by its name. */
  pot: string | undefined
  row: PlanRow
}

/** Per pot and then by name, by code points: the same on every machine and database. */
export function numbered(rows: readonly PlanRow[], pots: RoundSettings['pots']): NumberedPlan[] {
  const place = (row: PlanRow) => pots.findIndex((pot) => pot.key === row.pot)
  const order = (a: PlanRow, b: PlanRow) => place(a) - place(b) || before(a.title, b.title) || before(a.id, b.id)
  return rows
    .filter((row) => row.state === 'onBallot')
    .toSorted(order)
    .map((row, at) => ({
      number: at + 1,
      id: row.id,
      title: row.title,
      cost: cents(row.cost),
      pot: pots[place(row)]?.name,
      row
    }))
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A round whose ballot is fixed: from then on its plans have numbers. */
export const isFixed = (row: Pick<RoundRow, 'state'>): boolean =>
  row.state === 'frozen' || row.state === 'counted' || row.state === 'closed'

export interface FixedBallot {
  row: RoundRow
  settings: RoundSettings
  plans: NumberedPlan[]
}

/** Nothing while the ballot is not fixed, or when there is no such round. */
export async function fixedBallot(read: Reader, round: string | undefined): Promise<FixedBallot | undefined> {
  const row = await roundOf(read, round ?? '')
  if (!row || !isFixed(row)) return undefined
  const settings = settingsIn(row)
  return { row, settings, plans: numbered(await plansOfRound(read, row.id), settings.pots) }
}

/** The last day on which somebody can vote. */
export const lastVotingDay = (ballot: Pick<FixedBallot, 'settings'>): Day => addDays(ballot.settings.days.count, -1)
