/** Who may open the pages of needs, as sentences. */
import { type GroupId, type Role } from '@buurtmacht/domain'
import { mayReadAll } from '../voices/index.ts'
import type { Who } from '../web/index.ts'
import { mayGather } from './actions.ts'
import { groupOfNeed } from './queries.ts'

/** Groups somebody gathers for. */
export const groupsOfPerson = (roles: readonly Role[]): GroupId[] =>
  mayReadAll(roles) ? [...new Set(roles.flatMap((role) => ('group' in role ? [role.group] : [])))] : []

/** Helpers and leads of any group; never somebody who speaks for an institution. */
export const gatherers: Who = {
  says: 'residents who help, each for their own groups (never somebody who speaks for an institution)',
  allows: (visit) => visit.by.person !== undefined && groupsOfPerson(visit.by.roles).length > 0
}

/** Members of the group that gathered the need of this page. */
export const itsGatherers: Who = {
  says: 'members of the group that gathered the need (never somebody who speaks for an institution)',
  async allows(visit) {
    if (!visit.by.person) return false
    const group = await groupOfNeed(visit.read, visit.params['need'] ?? '')
    return group !== undefined && mayGather(visit.by, group)
  }
}
