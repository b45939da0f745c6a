/** The kascommissie opens what only it may: named by administrators, two residents who keep no books. */
import { isContact } from '@buurtmacht/domain'
import type { Who } from '../../web/index.ts'
import { isAuditor } from './queries.ts'

export const auditorsOnly: Who = {
  says: 'the kascommissie: two residents from different areas',
  allows: async ({ read, by }) => !isContact(by.roles) && (await isAuditor(read, by.person, by.today))
}
