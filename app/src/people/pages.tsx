/** One's own account. Signing in and out is in sign-in/. */
import { ok } from '@buurtmacht/domain'
import { languageCookie, page, PageForm, type Page } from '../web/index.ts'
import { languages } from '../words/index.ts'
import { Buttons, Facts, LinkButton } from '../ui/index.ts'
import { editPerson } from './actions.ts'
import { personOf } from './queries.ts'
import { signInPages } from './sign-in/pages.tsx'
import { cardSince, sessionsOf } from './sign-in/queries.ts'
import { signedInPeople } from './who.ts'

const account = page({
  path: '/mijn/gegevens',
  who: signedInPeople,
  fields: {
    name: { kind: 'text', max: 100, autocomplete: 'name' },
    lang: { kind: 'choice', of: languages, words: 'language' }
  },
  async show(visit, sent) {
    const { t, by, read } = visit
    const person = await personOf(read, by.person ?? '')
    if (!person) return 'not-found'
    const card = await cardSince(read, person.id)
    const devices = await sessionsOf(read, person.id, by.at)
    return {
      title: t('people.account'),
      private: true,
      body: (
        <>
          <h1>{t('people.account')}</h1>
          <PageForm
            visit={visit}
            fields={this.fields!}
            words="people.account"
            sent={sent}
            values={{ name: person.name, lang: person.lang }}
          />
          <h2>{t('people.account.in')}</h2>
          <Facts
            facts={[
              { term: t('people.email'), detail: person.email ?? t('people.account.no-email') },
              {
                term: t('people.sign-in-card'),
                detail: card ? t('people.account.card', { day: t.dayOfInstant(card) }) : t('people.account.no-card')
              },
              { term: t('people.account.devices'), detail: t('people.account.devices.n', { n: devices }) }
            ]}
          />
          <p>{t('people.account.ask')}</p>
          <Buttons>
            <LinkButton kind="plain" href="/afmelden">
              {t('people.sign-out.button')}
            </LinkButton>
            <LinkButton kind="quiet" href="/afmelden/overal">
              {t('people.everywhere')}
            </LinkButton>
            <LinkButton kind="quiet" href="/mijn/gegevens/wissen">
              {t('people.account.erase')}
            </LinkButton>
          </Buttons>
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.by.person ?? ''
    const before = await personOf(tx, id)
    const done = await editPerson(tx, change.by, id, {
      name: given.name,
      lang: given.lang,
      email: before?.email ?? undefined,
      about: before?.about ?? undefined
    })
    if (!done.ok) return done
    return ok({ goTo: '/mijn/gegevens', notice: 'saved', cookies: [{ name: languageCookie, value: given.lang }] })
  }
})

export const peoplePages: readonly Page[] = [...signInPages, account]
