/** A name goes out of what says who did something; what was done stays. */
import { withoutName } from '@buurtmacht/domain'
import type { Tx } from '../db/index.ts'
import { record } from '../journal/index.ts'
import type { By } from '../web/index.ts'
import { deedsToForgetIn, setDeedWho } from './queries.ts'

/** @param of absent: in every deed, because the name is somebody's whole name; else only in what this person wrote down. */
export async function forgetNameInDeeds(tx: Tx, by: By, name: string, of: string | undefined): Promise<void> {
  for (const { id, who } of await deedsToForgetIn(tx, of)) {
    const left = withoutName(who, name)
    if (left === who) continue
    await setDeedWho(tx, id, left)
    await record(tx, by, { kind: 'name-erased', about: { kind: 'deed', id } })
  }
}
