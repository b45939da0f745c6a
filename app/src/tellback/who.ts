/** Who opens the worklist of a goal: its owner and those who listened. Addresses are seen by those alone who tell that giver. */
import type { Day } from '@buurtmacht/domain'
import { sha256 } from '../db/index.ts'
import { speaksForGroup } from '../goals/index.ts'
import type { Resting, Visit, Who } from '../web/index.ts'
import { gathererOf, tellingOf } from './listening/queries.ts'
import { newsOf } from './queries.ts'

export const goalIn = (visit: Pick<Visit, 'params'>): string => visit.params['goal'] ?? ''

async function concerned(visit: Visit): Promise<string[]> {
  const news = await newsOf(visit.read, goalIn(visit))
  if (!news) return []
  const telling = await tellingOf(visit.read, news, visit.by.today as Day)
  const gatherer = await gathererOf(visit.read, news.goal)
  return [news.group, ...(gatherer ? [gatherer] : []), ...telling.listened]
}

export const tellers: Who = {
  says: 'members of the group that owns the goal or of a group that listened (never somebody who speaks for an institution)',
  async allows(visit) {
    if (!visit.by.person) return false
    return (await concerned(visit)).some((group) => speaksForGroup(visit.by.roles, group))
  }
}

/** What a form here rests on: nobody is ticked off for other news than was told, and no other result called reached than was read. */
export async function newsNow({ read, params }: Resting): Promise<string | undefined> {
  const news = await newsOf(read, goalIn({ params }))
  return news && sha256(`${news.event} ${news.since} ${news.text}`).slice(0, 16)
}
