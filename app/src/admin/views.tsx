import { inForce, type Role } from '@buurtmacht/domain'
import type { Reader } from '../db/index.ts'
import { groupNames } from '../groups/index.ts'
import { institutionNames } from '../institutions/index.ts'
import type { Holder } from '../people/index.ts'
import type { Visit } from '../web/index.ts'
import type { Words } from '../words/index.ts'

/** Names of groups and institutions by id. */
export const namesForTasks = async (read: Reader): Promise<Map<string, string>> =>
  new Map([...(await groupNames(read)), ...(await institutionNames(read))])

/** "Trekker – Flatcommissie". */
export function taskWords(t: Words, role: Role, names: Map<string, string>): string {
  const at = 'group' in role ? role.group : 'institution' in role ? role.institution : undefined
  const what = t.find(`role-kind.${role.kind}`) ?? ''
  return at === undefined ? what : `${what} – ${names.get(at) ?? ''}`
}

/** What somebody does and did here, each with its days. */
export function TaskList({ visit, tasks, names }: { visit: Visit; tasks: Holder[]; names: Map<string, string> }) {
  const { t, by } = visit
  if (tasks.length === 0) return <p>{t('admin.person.no-tasks')}</p>
  const days = ({ from, until }: Role) =>
    until === undefined
      ? t('admin.task.since', { from: t.day(from) })
      : t('admin.task.from-until', { from: t.day(from), until: t.day(until) })
  return (
    <ul>
      {tasks.map(({ id, role }) => (
        <li key={id}>
          {taskWords(t, role, names)}, {days(role)}
          {inForce(role, by.today) || role.from > by.today ? (
            <>
              {' · '}
              <a href={`/taken/${id}`}>{t('admin.end')}</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
