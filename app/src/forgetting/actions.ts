/** Somebody with an account is forgotten by the whole house, in one change. */
import { ok, type Decision } from '@buurtmacht/domain'
import { forgetNameInPlans } from '../budget/index.ts'
import { erasures, tablesThatForget, type Store, type Tx } from '../db/index.ts'
import { forgetNameInDeeds } from '../goals/index.ts'
import { dropInvitesTo } from '../groups/index.ts'
import { booksNeed, leaveCommittee } from '../ledger/index.ts'
import { eraseHeld } from '../people/index.ts'
import type { By } from '../web/index.ts'

export interface Keeping {
  /** Seals a name that the books still need. */
  sealed(name: string): string
}

/** Nobody's account: the record tells that somebody was forgotten, not by which device. */
const asThemselves = (by: By, person: string): By => ({ ...by, person: person as NonNullable<By['person']>, roles: [] })

/**
 * Refusals: `not-found`, `last-administrator`. What they said at a door or online has no link to their account: that goes with its code.
 * @returns the address letters went to.
 */
export async function forgetPerson(
  tx: Tx,
  by: By,
  person: string,
  { sealed }: Keeping
): Promise<Decision<{ email: string | null }>> {
  const as = asThemselves(by, person)
  const booksUntil = await booksNeed(tx, person)
  const erased = await eraseHeld(tx, as, person, { booksUntil, sealed })
  if (!erased.ok) return erased
  const { name, email } = erased.value
  await leaveCommittee(tx, as, person)
  if (email) await dropInvitesTo(tx, email)
  // One word is many people's name: only where they themselves wrote it down.
  const of = /\S\s+\S/.test(name) ? undefined : person
  await forgetNameInDeeds(tx, as, name, of)
  await forgetNameInPlans(tx, as, name, of)
  return ok({ email })
}

/** What was too much work at once (db/wipe.ts): when something was forgotten since. */
export async function wipeAtNight(store: Store, since: string): Promise<void> {
  const last = (await erasures(store.read)).at(-1)
  if (last && last.at >= since) await store.wipe(tablesThatForget(), { thorough: true })
}
