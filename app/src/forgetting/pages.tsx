// Who: somebody who stops, moves, or has had enough, and wants to be left alone; who wants to know first what is kept of them.
import { ok, type Leaving } from '@buurtmacht/domain'
import { tablesThatForget } from '../db/index.ts'
import { groupNames } from '../groups/index.ts'
import { booksNeed } from '../ledger/index.ts'
import { anyone, cardSince, holdingsOf, leavingOf, personOf, sessionsOf, signedInPeople } from '../people/index.ts'
import { BackLink, Buttons, Facts, Form, Lead, LinkButton, Notice } from '../ui/index.ts'
import { NotAfterAll, page, Refused, refusalWords, sessionCookie, type Page, type Visit } from '../web/index.ts'
import { forgetPerson } from './actions.ts'
import { hasOf } from './queries.ts'

const about = page({
  path: '/mijn/gegevens/wissen',
  who: signedInPeople,
  async show(visit) {
    const { t, read, by } = visit
    const person = await personOf(read, by.person ?? '')
    if (!person) return 'not-found'
    const books = await booksNeed(read, person.id)
    const leaving = await leavingOf(read, person.id, by.today, books)
    return {
      title: t('forgetting.title'),
      private: true,
      body: (
        <>
          <BackLink href="/mijn/gegevens">{t('people.account')}</BackLink>
          <h1>{t('forgetting.title')}</h1>
          <Lead>{t('forgetting.lead')}</Lead>
          {await whatWeHave(visit, person)}
          <h2>{t('forgetting.goes')}</h2>
          <ul>
            {(['name', 'sign-in', 'tasks', 'deeds'] as const).map((what) => (
              <li key={what}>{t(`forgetting.goes.${what}`)}</li>
            ))}
          </ul>
          <h2>{t('forgetting.stays')}</h2>
          <ul>
            {(['acts', 'words', 'voices'] as const).map((what) => (
              <li key={what}>{t(`forgetting.stays.${what}`)}</li>
            ))}
            {books && books > by.today ? <li>{t('forgetting.stays.books', { day: t.day(books) })}</li> : null}
          </ul>
          {leaving.ok ? (
            <>
              {await leftAlone(visit, leaving.value)}
              <Buttons>
                <LinkButton href="/mijn/gegevens/wissen/zeker">{t('forgetting.on')}</LinkButton>
                <NotAfterAll visit={visit} back="/mijn/gegevens" />
              </Buttons>
            </>
          ) : (
            <Notice kind="stop" title={t('verb.not-now')}>
              <p>{refusalWords(visit, leaving.refusal)}</p>
              <p>{t('forgetting.last-admin')}</p>
            </Notice>
          )}
        </>
      )
    }
  }
})

/** Everything, in a few lines: what is theirs one by one, what they did for others as numbers. */
async function whatWeHave(
  visit: Visit,
  person: { id: string; name: string; email: string | null; about: string | null }
) {
  const { t, read, by } = visit
  const [has, devices, card, tasks] = [
    await hasOf(read, person.id),
    await sessionsOf(read, person.id, by.at),
    await cardSince(read, person.id),
    await holdingsOf(read, person.id)
  ]
  return (
    <>
      <h2>{t('forgetting.has')}</h2>
      <Facts
        facts={[
          { term: t('people.account.name.short'), detail: person.name },
          { term: t('people.email'), detail: person.email ?? t('people.account.no-email') },
          ...(person.about ? [{ term: t('forgetting.has.about'), detail: person.about }] : []),
          {
            term: t('forgetting.has.sign-in'),
            detail: `${t('people.account.devices.n', { n: devices })}${card ? `, ${t('forgetting.has.card')}` : ''}`
          },
          { term: t('forgetting.has.tasks'), detail: t('forgetting.has.n', { n: tasks.length }) },
          { term: t('forgetting.has.voices'), detail: t('forgetting.has.n', { n: has.voices }) },
          { term: t('forgetting.has.acts'), detail: t('forgetting.has.n', { n: has.acts }) },
          { term: t('forgetting.has.money'), detail: t('forgetting.has.n', { n: has.money }) }
        ]}
      />
    </>
  )
}

/** What happens to a group that nobody leads any more. */
async function leftAlone({ t, read }: Visit, { withoutLead }: Leaving) {
  if (withoutLead.length === 0) return null
  const names = await groupNames(read)
  return (
    <Notice kind="note">
      <p>{t('forgetting.without-lead', { groups: t.list(withoutLead.map((group) => names.get(group) ?? '')) })}</p>
    </Notice>
  )
}

const sure = page({
  path: '/mijn/gegevens/wissen/zeker',
  who: signedInPeople,
  fields: {},
  async show(visit, sent) {
    const { t } = visit
    return {
      title: t('forgetting.sure'),
      private: true,
      body: (
        <>
          <BackLink href="/mijn/gegevens/wissen">{t('forgetting.title')}</BackLink>
          <Refused visit={visit} refusals={sent?.refusals} />
          <h1>{t('forgetting.sure')}</h1>
          <p>{t('forgetting.sure.what')}</p>
          <Form action={visit.here} hidden={visit.formTokens()} id="form" button={t('forgetting.button')} />
          <Buttons>
            <NotAfterAll visit={visit} back="/mijn/gegevens" />
          </Buttons>
        </>
      )
    }
  },
  async submit(tx, { by, sealed, post }) {
    const done = await forgetPerson(tx, by, by.person ?? '', { sealed: (name) => sealed('kept-name', name) })
    if (!done.ok) return done
    const { email } = done.value
    return ok({
      goTo: '/gewist',
      cookies: [{ name: sessionCookie, value: '' }],
      after: async (store) => {
        if (email) post.forget(email)
        await store.wipe(tablesThatForget())
      }
    })
  }
})

/** The same for everybody: nobody can tell from it who was here. */
const gone = page({
  path: '/gewist',
  who: anyone,
  show: async ({ t }) => ({
    title: t('forgetting.gone'),
    body: (
      <>
        <h1>{t('forgetting.gone')}</h1>
        <Lead>{t('forgetting.gone.what')}</Lead>
        <p>{t('forgetting.gone.voices')}</p>
        <Buttons>
          <LinkButton href="/">{t('forgetting.gone.home')}</LinkButton>
        </Buttons>
      </>
    )
  })
})

export const forgettingPages: readonly Page[] = [about, sure, gone]
