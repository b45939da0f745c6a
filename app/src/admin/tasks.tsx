/** Giving and ending tasks (roles), each from a day until a day. The history stays readable. */
import { isAdmin, mayGive, ok, refused, roleKinds, type Day, type Decision, type Role } from '@buurtmacht/domain'
import { groupNames } from '../groups/index.ts'
import { institutionNames } from '../institutions/index.ts'
import { admins, endRole, giveRole, holderOf, personOf, type Holder } from '../people/index.ts'
import { BackLink, Buttons, Lead, LinkButton, Notice } from '../ui/index.ts'
import { NotAfterAll, page, PageForm, type Page, type Visit, type Who } from '../web/index.ts'
import type { Reader } from '../db/index.ts'
import { namesForTasks, taskWords } from './views.tsx'

const giveFields = {
  kind: { kind: 'choice', of: roleKinds, words: 'role-kind' },
  group: { kind: 'pick', optional: true },
  institution: { kind: 'pick', optional: true },
  from: { kind: 'day' },
  until: { kind: 'day', optional: true }
} as const

interface TaskTyped {
  kind: Role['kind']
  group: string
  institution: string
  from: Day
  until: Day | ''
}

/** Refusals: `field-missing` when the group or institution that goes with the task is not chosen, `field-not-a-choice`. */
async function readTask(read: Reader, typed: TaskTyped): Promise<Decision<Role>> {
  const time = { from: typed.from, ...(typed.until ? { until: typed.until } : {}) }
  if (typed.kind === 'admin') return ok({ kind: 'admin', ...time })
  const at = typed.kind === 'contact' ? 'institution' : 'group'
  const names = at === 'group' ? await groupNames(read) : await institutionNames(read)
  if (typed[at] === '') return refused('field-missing', { field: at })
  if (!names.has(typed[at])) return refused('field-not-a-choice', { field: at })
  return ok({ kind: typed.kind, [at]: typed[at], ...time } as unknown as Role)
}

const give = page({
  path: '/beheer/mensen/:person/taak',
  who: admins,
  fields: giveFields,
  async show(visit, sent) {
    const { t, read } = visit
    const found = await personOf(read, visit.params['person'] ?? '')
    if (!found || found.erased_at) return 'not-found'
    const list = (names: ReadonlyMap<string, string>) => [...names].map(([value, label]) => ({ value, label }))
    const options = { group: list(await groupNames(read)), institution: list(await institutionNames(read)) }
    // What there is none of is not asked.
    const asked = Object.entries(giveFields).filter(([name]) => options[name as keyof typeof options]?.length !== 0)
    return {
      title: t('admin.task.title', { name: found.name }),
      private: true,
      body: (
        <>
          <BackLink href={`/beheer/mensen/${found.id}`}>{found.name}</BackLink>
          <h1>{t('admin.task.title', { name: found.name })}</h1>
          <Lead>{t('admin.task.lead')}</Lead>
          <PageForm
            visit={visit}
            fields={Object.fromEntries(asked)}
            words="admin.task"
            sent={sent}
            values={{ from: visit.by.today }}
            options={options}
          />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.params['person'] ?? ''
    const role = await readTask(tx, given)
    if (!role.ok) return role
    const done = await giveRole(tx, change.by, id, role.value)
    return done.ok ? ok({ goTo: `/beheer/mensen/${id}`, notice: 'role-given' }) : done
  }
})

const whoMayEnd: Who = {
  says: 'resident administrators, and leads for helpers of their own group',
  async allows(visit) {
    if (!visit.by.person) return false
    const holder = await holderOf(visit.read, visit.params['role'] ?? '')
    return holder ? mayGive(visit.by.roles, holder.role) : isAdmin(visit.by.roles)
  }
}

const endFields = { until: { kind: 'day' } } as const

/** An administrator came from the person, a lead from the helpers of the group. */
function cameFrom(
  { by, t }: Visit,
  holder: Holder,
  names: ReadonlyMap<string, string>
): { href: string; text: string } {
  const group = 'group' in holder.role ? holder.role.group : ''
  return isAdmin(by.roles)
    ? { href: `/beheer/mensen/${holder.person}`, text: holder.name }
    : { href: `/groepen/${group}/helpers`, text: t('groups.helpers.title', { group: names.get(group) ?? '' }) }
}

const end = page({
  path: '/taken/:role',
  who: whoMayEnd,
  fields: endFields,
  async show(visit, sent) {
    const { t, read } = visit
    const holder = await holderOf(read, visit.params['role'] ?? '')
    if (!holder) return 'not-found'
    const names = await namesForTasks(read)
    const task = taskWords(t, holder.role, names)
    const back = cameFrom(visit, holder, names)
    const ended = holder.role.until !== undefined && holder.role.until <= visit.by.today
    return {
      title: t('admin.end.title', { name: holder.name }),
      private: true,
      body: (
        <>
          <BackLink href={back.href}>{back.text}</BackLink>
          <h1>{t('admin.end.title', { name: holder.name })}</h1>
          {ended && !sent ? (
            <>
              <Notice kind="stop" title={t('verb.not-now')}>
                <p>{t('refusal.role-not-in-force')}</p>
              </Notice>
              <Buttons>
                <LinkButton kind="plain" href={back.href}>
                  {t('verb.back')}
                </LinkButton>
              </Buttons>
            </>
          ) : (
            <>
              <Lead>{t('admin.end.lead', { name: holder.name, task })}</Lead>
              <PageForm
                visit={visit}
                fields={endFields}
                words="admin.end"
                sent={sent}
                values={{ until: visit.by.today }}
                more={<NotAfterAll visit={visit} back={back.href} />}
              />
            </>
          )}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const holder = await holderOf(tx, change.params['role'] ?? '')
    const done = await endRole(tx, change.by, change.params['role'] ?? '', given.until)
    if (!done.ok) return done
    const group = holder && 'group' in holder.role ? holder.role.group : ''
    const goTo = isAdmin(change.by.roles) ? `/beheer/mensen/${done.value}` : `/groepen/${group}/helpers`
    return ok({ goTo, notice: 'role-ended' })
  }
})

export const taskPages: readonly Page[] = [give, end]
