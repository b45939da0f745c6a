/** A name goes out of what says who holds the money of a plan; the plan stays. */
import { withoutName } from '@buurtmacht/domain'
import type { Tx } from '../../db/index.ts'
import { record } from '../../journal/index.ts'
import type { By } from '../../web/index.ts'
import { plansToForgetIn, setBursar } from './queries.ts'

/** @param of absent: in every plan, because the name is somebody's whole name; else only in what this person wrote. */
export async function forgetNameInPlans(tx: Tx, by: By, name: string, of: string | undefined): Promise<void> {
  for (const { id, bursar } of await plansToForgetIn(tx, of)) {
    const left = withoutName(bursar, name)
    if (left === bursar) continue
    await setBursar(tx, id, left || null)
    await record(tx, by, { kind: 'name-erased', about: { kind: 'plan', id } })
  }
}
