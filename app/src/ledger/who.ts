/** Who does what in the books. Everybody reads them; residents write them; an institution changes nothing here. */
import { isAdmin, isContact, leads, memberOf, type GroupId, type Role } from '@buurtmacht/domain'
import type { Visit, Who } from '../web/index.ts'

/** Writes entries, and keeps accounts and grants: a resident administrator. */
export const keepsBooks = (roles: readonly Role[]): boolean => isAdmin(roles) && !isContact(roles)

/** Asks for payments of a plan and sees its vouchers whole: members of its group, and the administrators. */
export const seesToMoney = (roles: readonly Role[], group: string | null): boolean =>
  !isContact(roles) && (isAdmin(roles) || (group !== null && memberOf(roles, group as GroupId)))

/** Is the second person: who leads the plan's group, or an administrator. */
export const mayApprove = (roles: readonly Role[], group: string | null): boolean =>
  !isContact(roles) && (isAdmin(roles) || (group !== null && leads(roles, group as GroupId)))

export const bookkeepers: Who = {
  says: 'resident administrators',
  allows: ({ by }) => by.person !== undefined && keepsBooks(by.roles)
}

/** @param find the group of the plan it is about; `null` when the plan has none. */
const ofPlan =
  (says: string, may: typeof seesToMoney) =>
  (find: (visit: Visit) => Promise<string | null | undefined>): Who => ({
    says,
    async allows(visit) {
      if (!visit.by.person) return false
      const group = await find(visit)
      return group !== undefined && may(visit.by.roles, group)
    }
  })

export const moneyPeople = ofPlan(
  'those who see to the money: members of the plan’s group and resident administrators',
  seesToMoney
)
export const approvers = ofPlan(
  'those who approve payments: leads of the plan’s group and resident administrators',
  mayApprove
)
