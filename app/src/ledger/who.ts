/** Who does what in the books. Everybody reads them; residents write them; an institution changes nothing here. */
import { isAdmin, isContact, type Role } from '@buurtmacht/domain'
import type { Who } from '../web/index.ts'

/** Writes entries, and keeps accounts and grants: a resident administrator. */
export const keepsBooks = (roles: readonly Role[]): boolean => isAdmin(roles) && !isContact(roles)

export const bookkeepers: Who = {
  says: 'resident administrators',
  allows: ({ by }) => by.person !== undefined && keepsBooks(by.roles)
}
