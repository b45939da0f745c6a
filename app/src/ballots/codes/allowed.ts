/** What is asked before anything is done with codes. */
import { ok, phaseOn, refused, type Decision } from '@buurtmacht/domain'
import { daysIn, hasTask, heldRound, type RoundRow } from '../../budget/index.ts'
import type { Tables, Tx } from '../../db/index.ts'
import type { By } from '../../web/index.ts'
import { isAfterVoting } from '../box/phases.ts'

export const whole = (field: string, typed: string | undefined, max: number): Decision<number> => {
  const n = /^\d{1,6}$/.test(typed?.trim() ?? '') ? Number(typed) : 0
  return n >= 1 && n <= max ? ok(n) : refused('field-not-a-number', { field, facts: { min: 1, max } })
}

export type RoundToVoteIn = Pick<RoundRow, 'id' | 'state' | 'group_id'>

/** The ballot is fixed, and voting is not over. Refusals: `round-not-frozen`, `voting-over`. */
export function codesCanBeMade<R extends Tables['budget_round']>(row: R, today: By['today']): Decision<R> {
  if (row.state !== 'frozen') return refused('round-not-frozen')
  return isAfterVoting(phaseOn(daysIn(row), today)) ? refused('voting-over') : ok(row)
}

/** Refusals: `not-found`, those of `codesCanBeMade`. */
export async function beforeTheEnd(tx: Tx, by: By, round: string): Promise<Decision<RoundToVoteIn>> {
  const row = await heldRound(tx, round)
  return row ? codesCanBeMade(row, by.today) : refused('not-found')
}

export const ofCommittee = async (tx: Tx, by: By, round: string): Promise<boolean> =>
  by.person !== undefined && (await hasTask(tx, round, by.person, 'committee'))
