/** Who speaks for a group: its helpers and leads, and never somebody who speaks for an institution as well. */
import { isContact, isHelper, leads, memberOf, type GroupId, type Role } from '@buurtmacht/domain'
import type { Visit, Who } from '../web/index.ts'

/** Residents only: a professional may help a group to listen, not decide, ask or judge for it. */
export const speaksForGroup = (roles: readonly Role[], group: string): boolean =>
  memberOf(roles, group as GroupId) && !isContact(roles)

/** Those who take a goal on, let it go or hand it over. */
export const leadsGroup = (roles: readonly Role[], group: string): boolean =>
  leads(roles, group as GroupId) && !isContact(roles)

type FindGroup = (visit: Visit) => Promise<string | undefined>

const residents =
  (kind: string, may: (roles: readonly Role[], group: string) => boolean) =>
  (says: string, find: FindGroup): Who => ({
    says: `${kind} of ${says} (never somebody who speaks for an institution)`,
    async allows(visit) {
      const group = visit.by.person && (await find(visit))
      return group !== undefined && may(visit.by.roles, group)
    }
  })

export const residentsOf = residents('members', speaksForGroup)
export const leadingResidentsOf = residents('leads', leadsGroup)

/** Somebody who helps or leads any group. */
export const residentsOfAnyGroup: Who = {
  says: 'members of a residents’ group (never somebody who speaks for an institution)',
  allows: ({ by }) => by.person !== undefined && isHelper(by.roles) && !isContact(by.roles)
}
