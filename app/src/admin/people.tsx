/** People with an account: adding them, their details, their sign-in card. Only administrators see e-mail addresses. */
import { inForce, ok } from '@buurtmacht/domain'
import { limitOf, sha256 } from '../db/index.ts'
import {
  addPerson,
  admins,
  CardToKeep,
  cardSince,
  editPerson,
  everybody,
  holdingsAmong,
  holdingsOf,
  keepCard,
  keptCard,
  freshCard,
  makeCard,
  personOf
} from '../people/index.ts'
import { neighbourhood } from '../place/index.ts'
import { BackLink, Buttons, Card, CardGrid, Facts, Lead, LinkButton } from '../ui/index.ts'
import { ListPager, page, PageForm, type Page } from '../web/index.ts'
import { languages } from '../words/index.ts'
import { namesForTasks, TaskList, taskWords } from './views.tsx'

const personFields = {
  name: { kind: 'text', max: 100 },
  email: { kind: 'text', input: 'email', max: 254, optional: true },
  lang: { kind: 'choice', of: languages, words: 'language' }
} as const

const people = page({
  path: '/beheer/mensen',
  who: admins,
  fields: personFields,
  async show(visit, sent) {
    const { t, by, read, query } = visit
    const { items: all, next } = await everybody(read, { after: query['na'], limit: limitOf(undefined) })
    const names = await namesForTasks(read)
    const holders = (
      await holdingsAmong(
        read,
        all.map(({ id }) => id)
      )
    ).filter((one) => inForce(one.role, by.today))
    const tasksOf = (id: string) =>
      holders.filter((one) => one.person === id).map((one) => taskWords(t, one.role, names))
    return {
      title: t('admin.people'),
      private: true,
      body: (
        <>
          <BackLink href="/beheer">{t('frame.admin')}</BackLink>
          <h1>{t('admin.people')}</h1>
          <Lead>{t('admin.people.lead')}</Lead>
          <p>
            <a href="#form">{t('admin.people.more')}</a>
          </p>
          <CardGrid>
            {all.map((person) => (
              <Card
                key={person.id}
                level={2}
                title={person.name}
                href={`/beheer/mensen/${person.id}`}
                meta={person.email ?? t('admin.person.no-email')}
              >
                <p>{tasksOf(person.id).join(' · ') || t('admin.person.no-tasks')}</p>
              </Card>
            ))}
          </CardGrid>
          <ListPager visit={visit} next={next} />
          <h2>{t('admin.people.more')}</h2>
          <PageForm visit={visit} fields={personFields} words="admin.people" sent={sent} values={{ lang: t.lang }} />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const done = await addPerson(tx, change.by, given)
    return done.ok ? ok({ goTo: `/beheer/mensen/${done.value}`, notice: 'person-added' }) : done
  }
})

const person = page({
  path: '/beheer/mensen/:person',
  who: admins,
  async show(visit) {
    const { t, read } = visit
    const found = await personOf(read, visit.params['person'] ?? '')
    if (!found || found.erased_at) return 'not-found'
    const card = await cardSince(read, found.id)
    const here = `/beheer/mensen/${found.id}`
    return {
      title: found.name,
      private: true,
      body: (
        <>
          <BackLink href="/beheer/mensen">{t('admin.people')}</BackLink>
          <h1>{found.name}</h1>
          <Facts
            facts={[
              { term: t('people.email'), detail: found.email ?? t('people.account.no-email') },
              {
                term: t('people.sign-in-card'),
                detail: card ? t('people.account.card', { day: t.dayOfInstant(card) }) : t('people.account.no-card')
              },
              { term: t('admin.person.since'), detail: t.dayOfInstant(found.made_at) }
            ]}
          />
          <Buttons>
            <LinkButton kind="plain" href={`${here}/gegevens`}>
              {t('admin.person.edit')}
            </LinkButton>
            <LinkButton kind="plain" icon="card" href={`${here}/kaart`}>
              {t('admin.card')}
            </LinkButton>
          </Buttons>
          <h2>{t('admin.tasks')}</h2>
          <TaskList visit={visit} tasks={await holdingsOf(read, found.id)} names={await namesForTasks(read)} />
          <Buttons>
            <LinkButton href={`${here}/taak`}>{t('admin.task')}</LinkButton>
          </Buttons>
        </>
      )
    }
  }
})

const details = page({
  path: '/beheer/mensen/:person/gegevens',
  who: admins,
  fields: personFields,
  async restsOn({ read, params }) {
    const found = await personOf(read, params['person'] ?? '')
    return found && sha256(JSON.stringify([found.name, found.email, found.lang, found.about])).slice(0, 16)
  },
  async show(visit, sent) {
    const { t } = visit
    const found = await personOf(visit.read, visit.params['person'] ?? '')
    if (!found || found.erased_at) return 'not-found'
    return {
      title: t('admin.person.edit-title', { name: found.name }),
      private: true,
      body: (
        <>
          <BackLink href={`/beheer/mensen/${found.id}`}>{found.name}</BackLink>
          <h1>{t('admin.person.edit-title', { name: found.name })}</h1>
          <PageForm
            visit={visit}
            fields={personFields}
            words="admin.person"
            sent={sent}
            values={{ name: found.name, email: found.email ?? '', lang: found.lang }}
          />
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const id = change.params['person'] ?? ''
    const before = await personOf(tx, id)
    const done = await editPerson(tx, change.by, id, { ...given, about: before?.about ?? undefined })
    return done.ok ? ok({ goTo: `/beheer/mensen/${id}`, notice: 'saved' }) : done
  }
})

const card = page({
  path: '/beheer/mensen/:person/kaart',
  who: admins,
  async show(visit, sent) {
    const { t } = visit
    const found = await personOf(visit.read, visit.params['person'] ?? '')
    if (!found || found.erased_at) return 'not-found'
    const made = keptCard(visit, found.id)
    const since = await cardSince(visit.read, found.id)
    const siteName = (await neighbourhood(visit.read))?.name ?? 'Buurtmacht'
    return {
      title: t('admin.card.title', { name: found.name }),
      private: true,
      body: (
        <>
          <BackLink href={`/beheer/mensen/${found.id}`}>{found.name}</BackLink>
          <h1>{t('admin.card.title', { name: found.name })}</h1>
          {made ? <CardToKeep visit={visit} card={made} siteName={siteName} /> : null}
          {made ? null : <Lead>{t('admin.card.lead')}</Lead>}
          {!made && since ? <p>{t('admin.card.old', { day: t.dayOfInstant(since) })}</p> : null}
          {made ? null : <PageForm visit={visit} fields={{}} words="admin.card" sent={sent} />}
        </>
      )
    }
  },
  beforehand: ({ by, keyed }) => freshCard(by, keyed),
  async submit(tx, change, _given, fresh) {
    const id = change.params['person'] ?? ''
    const done = await makeCard(tx, change.by, fresh, id)
    if (!done.ok) return done
    const cookie = keepCard(change, change.by.person ?? '', id, done.value)
    return ok({ goTo: `/beheer/mensen/${id}/kaart`, cookies: [cookie] })
  }
})

export const peopleAdminPages: readonly Page[] = [people, person, details, card]
