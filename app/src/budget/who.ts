/** Who may do what with the neighbourhood budget. Institutions advise; nothing here is theirs to open, change or stop. */
import { isAdmin, isContact, isHelper, type GroupId, type Role } from '@buurtmacht/domain'
import { leadsGroup } from '../goals/index.ts'
import type { Who } from '../web/index.ts'
import { hasTask, type RoundTask } from './rounds/queries.ts'

/** Opens rounds and keeps them going: a resident administrator, or who leads the group that opened it. */
export const keepsRound = (roles: readonly Role[], group: string | null): boolean =>
  !isContact(roles) && (isAdmin(roles) || (group !== null && leadsGroup(roles, group)))

export const opensRounds: Who = {
  says: 'resident administrators and leads',
  allows: ({ by }) => !isContact(by.roles) && (isAdmin(by.roles) || by.roles.some((role) => role.kind === 'lead'))
}

export const leadsAny = (roles: readonly Role[]): GroupId[] =>
  roles.flatMap((role) => (role.kind === 'lead' ? [role.group] : []))

/** Residents named in the round for this task. */
export const namedFor = (
  task: RoundTask,
  says: string,
  find: (visit: Parameters<Who['allows']>[0]) => Promise<string | undefined>
): Who => ({
  says,
  async allows(visit) {
    if (!visit.by.person || isContact(visit.by.roles)) return false
    const round = await find(visit)
    return round !== undefined && hasTask(visit.read, round, visit.by.person, task)
  }
})

export const isResidentHelper = (roles: readonly Role[]): boolean => isHelper(roles) && !isContact(roles)
