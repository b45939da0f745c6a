/** Advice of institutions on plans. Late is computed from the day it was asked for. */
import type { Advice, Day } from '@buurtmacht/domain'
import { held, type Reader, type Tables, type Tx } from '../../db/index.ts'

export type AdviceRow = Tables['advice'] & { institution_name: string }

const advices = (read: Reader) =>
  read
    .selectFrom('advice')
    .innerJoin('institution', 'institution.id', 'advice.institution_id')
    .selectAll('advice')
    .select('institution.name as institution_name')

export const adviceOf = (read: Reader, id: string): Promise<AdviceRow | undefined> =>
  advices(read).where('advice.id', '=', id).executeTakeFirst()
export const adviceOnPlan = (read: Reader, plan: string): Promise<AdviceRow[]> =>
  advices(read).where('advice.proposal_id', '=', plan).orderBy('advice.due_on').orderBy('advice.id').execute()

export const heldAdvice = (tx: Tx, id: string): Promise<Tables['advice'] | undefined> =>
  held(tx, tx.selectFrom('advice').selectAll().where('id', '=', id)).executeTakeFirst()
export const addAdvice = (tx: Tx, row: Tables['advice']) => tx.insertInto('advice').values(row).execute()
export const saveAdvice = (tx: Tx, id: string, row: Partial<Tables['advice']>) =>
  tx.updateTable('advice').set(row).where('id', '=', id).execute()

export function adviceIn(row: Tables['advice']): Advice {
  const due = row.due_on as Day
  if (row.state === 'asked') return { state: 'asked', due }
  const given = {
    due,
    verdict: row.verdict ?? 'feasible',
    reasons: row.reasons ?? '',
    givenOn: (row.given_on ?? row.due_on) as Day
  }
  if (row.state === 'given') return { state: 'given', ...given }
  return { state: 'answered', ...given, answer: row.answer ?? '', answeredOn: (row.answered_on ?? row.due_on) as Day }
}
