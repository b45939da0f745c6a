/** Residents note an institution they deal with. Its public page is among the desks. */
import { ok } from '@buurtmacht/domain'
import { admins } from '../people/index.ts'
import { BackLink, Lead } from '../ui/index.ts'
import { page, PageForm, type Page } from '../web/index.ts'
import { addInstitution } from './actions.ts'
import { institutionKinds } from './queries.ts'

const fields = {
  name: { kind: 'text', max: 100 },
  kind: { kind: 'choice', of: institutionKinds, words: 'institution-kind' },
  about: { kind: 'long', max: 2000 }
} as const

const add = page({
  path: '/instanties/nieuw',
  who: admins,
  fields,
  show: async (visit, sent) => ({
    title: visit.t('institutions.new'),
    private: true,
    body: (
      <>
        <BackLink href="/instanties">{visit.t('frame.institutions')}</BackLink>
        <h1>{visit.t('institutions.new')}</h1>
        <Lead>{visit.t('institutions.new.lead')}</Lead>
        <PageForm visit={visit} fields={fields} words="institutions.new" sent={sent} />
      </>
    )
  }),
  async submit(tx, change, given) {
    const done = await addInstitution(tx, change.by, given)
    return done.ok ? ok({ goTo: `/instanties/${done.value}`, notice: 'institution-added' }) : done
  }
})

export const institutionsPages: readonly Page[] = [add]
