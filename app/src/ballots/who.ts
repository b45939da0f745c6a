/** Who may do what with ballots. Asked of the budget, because nothing here knows a person. */
import type { Role } from '@buurtmacht/domain'
import { hasTask, isResidentHelper, keepsRound, namedFor, roundOf } from '../budget/index.ts'
import type { Visit, Who } from '../web/index.ts'

export const anyone: Who = { says: 'anyone', allows: () => true }

type FindRound = (visit: Visit) => Promise<string | undefined>

const inPath: FindRound = async (visit) => visit.params['round']

/** Counts, opens and settles; named in the round before the ballot was fixed. */
export const committeeOf = (find: FindRound = inPath): Who =>
  namedFor('committee', 'the election committee of the round', find)

/** Prepares: the election committee, and those who keep the round. */
export const preparersOf = (find: FindRound = inPath): Who => ({
  says: 'the election committee of the round, and resident administrators',
  async allows(visit) {
    const round = await find(visit)
    const row = round === undefined ? undefined : await roundOf(visit.read, round)
    if (!row || !visit.by.person) return false
    return keepsRound(visit.by.roles, row.group_id) || committeeOf(async () => round).allows(visit)
  }
})

/** Types sheets and hands out cards: residents who help, and the election committee. */
export const typistsOf = (find: FindRound): Who => ({
  says: 'resident helpers and the election committee',
  async allows(visit) {
    const round = await find(visit)
    if (!round || !visit.by.person || !(await roundOf(visit.read, round))) return false
    return isResidentHelper(visit.by.roles) || committeeOf(async () => round).allows(visit)
  }
})

export const isOfCommittee = async (visit: Pick<Visit, 'read' | 'by'>, round: string): Promise<boolean> =>
  visit.by.person !== undefined && (await hasTask(visit.read, round, visit.by.person, 'committee'))

/** Residents with a task: the platform knows them, so it can give each of them one code. Whoever speaks for an institution gets none here. */
export const entitled = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role.kind !== 'contact')

export const entitledResidents: Who = {
  says: 'residents with a task',
  allows: ({ by }) => by.person !== undefined && entitled(by.roles)
}
