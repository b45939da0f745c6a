/** Starting a group, telling about it, and who helps in it. Its public page is among the desks. */
import { groupKinds, isAdmin, ok, type GroupId } from '@buurtmacht/domain'
import { beginAsLead } from '../people/index.ts'
import { areasOf } from '../place/index.ts'
import { BackLink, Lead } from '../ui/index.ts'
import { page, PageForm, type Option, type Page, type Visit, type Who } from '../web/index.ts'
import { editGroup, startGroup } from './actions.ts'
import { invitingPages, itsLeads } from './inviting/pages.tsx'
import { groupOf, groupsOf } from './queries.ts'

/** Languages heard in Dutch neighbourhoods, to choose from; named in the reader's own language. */
const spoken = ['nl', 'en', 'srn', 'pap', 'ak', 'hi', 'ur', 'ar', 'tr', 'pl', 'es', 'fr', 'pt']

const aboutFields = {
  name: { kind: 'text', max: 100 },
  about: { kind: 'long', max: 2000 },
  areas: { kind: 'picks', optional: true },
  meets: { kind: 'text', max: 300, optional: true },
  reach: { kind: 'text', max: 300, optional: true },
  languages: { kind: 'picks', optional: true }
} as const

const startFields = {
  name: aboutFields.name,
  kind: { kind: 'choice', of: groupKinds, words: 'group-kind' },
  about: aboutFields.about,
  spokenWith: { kind: 'picks', optional: true },
  noneBecause: { kind: 'long', max: 2000, optional: true },
  areas: aboutFields.areas,
  meets: aboutFields.meets,
  reach: aboutFields.reach,
  languages: aboutFields.languages,
  leading: { kind: 'choice', of: ['me', 'later'] }
} as const

async function optionsOf(visit: Pick<Visit, 'read' | 't'>): Promise<Record<string, Option[]>> {
  const areas = await areasOf(visit.read)
  const names = new Intl.DisplayNames([visit.t.lang, 'nl'], { type: 'language' })
  return {
    areas: areas.map((area) => ({ value: area.id, label: area.name })),
    languages: spoken.map((lang) => ({ value: lang, label: names.of(lang) ?? lang })),
    spokenWith: (await groupsOf(visit.read)).map((group) => ({
      value: group.id,
      label: group.name,
      hint: group.areas.map((area) => area.name).join(', ') || undefined
    }))
  }
}

const knownLanguages = (typed: string[]): string[] => typed.filter((lang) => spoken.includes(lang))

const adminsAndLeads: Who = {
  says: 'resident administrators and leads',
  allows: ({ by }) => isAdmin(by.roles) || by.roles.some((role) => role.kind === 'lead')
}

/** A question that has nothing to choose from is not asked. */
function without<F extends object>(fields: F, options: Record<string, Option[]>, ...also: string[]): F {
  const left = Object.entries(fields).filter(([name]) => options[name]?.length !== 0 && !also.includes(name))
  return Object.fromEntries(left) as F
}

const start = page({
  path: '/groepen/nieuw',
  who: adminsAndLeads,
  fields: startFields,
  async show(visit, sent) {
    const { t } = visit
    const options = await optionsOf(visit)
    const first = options['spokenWith']?.length === 0
    return {
      title: t('groups.new'),
      private: true,
      body: (
        <>
          <BackLink href="/groepen">{t('frame.groups')}</BackLink>
          <h1>{t('groups.new')}</h1>
          <Lead>{t(first ? 'groups.new.lead-first' : 'groups.new.lead')}</Lead>
          <PageForm
            visit={visit}
            fields={without(startFields, options, ...(first ? ['noneBecause'] : []))}
            words="groups.new"
            sent={sent}
            values={{ leading: isAdmin(visit.by.roles) ? 'later' : 'me' }}
            options={options}
          />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const started = await startGroup(tx, change.by, {
      ...given,
      spokenWith: given.spokenWith as GroupId[],
      languages: knownLanguages(given.languages)
    })
    if (!started.ok) return started
    const lead = given.leading === 'me' && change.by.person
    const begun = lead ? await beginAsLead(tx, change.by, lead, started.value) : undefined
    if (begun && !begun.ok) return begun
    return ok({ goTo: `/groepen/${started.value}`, notice: 'group-started' })
  }
})

const editFields = { ...aboutFields, version: { kind: 'hidden' } } as const

const edit = page({
  path: '/groepen/:group/wijzigen',
  who: itsLeads,
  fields: editFields,
  async show(visit, sent) {
    const { t } = visit
    const group = await groupOf(visit.read, visit.params['group'] ?? '')
    if (!group) return 'not-found'
    const options = await optionsOf(visit)
    return {
      title: t('groups.edit.title', { group: group.name }),
      private: true,
      body: (
        <>
          <BackLink href={`/groepen/${group.id}`}>{group.name}</BackLink>
          <h1>{t('groups.edit.title', { group: group.name })}</h1>
          <p>
            <a href={`/groepen/${group.id}/helpers`}>{t('groups.helpers')}</a>
          </p>
          <PageForm
            visit={visit}
            fields={without(editFields, options)}
            words="groups.edit"
            sent={sent}
            values={{
              name: group.name,
              about: group.about,
              meets: group.meets ?? '',
              reach: group.reach ?? '',
              areas: group.areas.map((area) => area.id),
              languages: group.languages,
              version: String(group.version)
            }}
            options={options}
          />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.params['group'] ?? ''
    const done = await editGroup(tx, change.by, id, {
      ...given,
      languages: knownLanguages(given.languages),
      version: Number(given.version)
    })
    return done.ok ? ok({ goTo: `/groepen/${id}`, notice: 'saved' }) : done
  }
})

export const groupsPages: readonly Page[] = [start, edit, ...invitingPages]
