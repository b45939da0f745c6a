// Only in the demo: become any of its people with one button, and see what they see.
import { ok, type PersonId } from '@buurtmacht/domain'
import { anyone, endSession, signInAs } from '../src/people/index.ts'
import { type DemoBarProps } from '../src/ui/index.ts'
import { type Words } from '../src/words/index.ts'
import { ownPath, page, sessionCookie, type Page, type Visit } from '../src/web/index.ts'
import { type Known } from './play.ts'
import { story, type Person, type Role } from './story/index.ts'

/** Everybody of the story, and above all nobody: a visitor without an account. */
export const demoPeople =
  (known: Known) =>
  async ({ t }: Visit): Promise<DemoBarProps['people']> => [
    { id: '', name: t('demo.nobody'), role: t('demo.nobody.what') },
    ...story.people.map((person) => ({
      id: known.id('person', person.key),
      name: person.name,
      role: tasksOf(person, t)
    }))
  ]

/** What somebody does here, or did. */
export const tasksOf = (person: Person, t: Words): string =>
  t.list(
    person.roles.filter(({ until }) => until === undefined || person.roles.length === 1).map((role) => task(role, t))
  )

function task(role: Role, t: Words): string {
  if (role.kind === 'admin') return t('demo.task.admin')
  const what =
    role.kind === 'contact'
      ? t('demo.task.contact', { title: role.title, where: nameIn(story.institutions, role.institution) })
      : t(`demo.task.${role.kind}`, { group: nameIn(story.groups, role.group) })
  return role.until === undefined ? what : t('demo.task.before', { what })
}

const nameIn = (all: readonly { key: string; name: string }[], key: string) =>
  all.find((one) => one.key === key)?.name ?? key

export const becomePage = (known: Known): Page => {
  const people = new Set<string>(story.people.map((person) => known.id('person', person.key)))
  return page({
    path: '/voorbeeld/word',
    who: anyone,
    fields: { person: { kind: 'pick', optional: true }, terug: { kind: 'hidden', optional: true } },
    show: async () => ({ goTo: '/voorbeeld' }),
    async submit(tx, { by, cookies }, { person, terug }) {
      const session = cookies[sessionCookie]
      const cookie = people.has(person)
        ? await signInAs(tx, by, person as PersonId, session)
        : await endSession(tx, session)
      return ok({ goTo: ownPath(terug), cookies: [cookie] })
    }
  })
}
