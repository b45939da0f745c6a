// Who: a resident who wonders whether they answer at all; an official who wants to see what is asked of them.
import { daysLate, inForce, type Day } from '@buurtmacht/domain'
import { contactsOf, institutionOf, institutionsOf } from '../institutions/index.ts'
import { anyone } from '../people/index.ts'
import { BackLink, BigNumber, Card, CardGrid, Chip, EmptyState, Lead, LinkButton } from '../ui/index.ts'
import { page, type Visit } from '../web/index.ts'
import { Filters, Listed } from './list.tsx'
import {
  answeredInTime,
  promisesKept,
  promisesToDeliver,
  waitingFor,
  type CommitmentAtDesk,
  type RequestAtDesk
} from './queries.ts'

export const institutionsPage = page({
  path: '/instanties',
  who: anyone,
  async show(visit) {
    const { t } = visit
    const all = await institutionsOf(visit.read)
    const { soort = '' } = visit.query
    const institutions = all.filter((one) => soort === '' || one.kind === soort)
    const kinds = [...new Set(all.map((one) => one.kind))]
    return {
      title: t('frame.institutions'),
      body: (
        <>
          <h1>{t('frame.institutions')}</h1>
          <Lead>{t('institutions.lead')}</Lead>
          <Filters
            visit={visit}
            choices={[
              {
                name: 'soort',
                label: t('list.show'),
                options: [
                  ['', t('list.all')],
                  ...kinds.map((kind): [string, string] => [kind, t.find(`institution-kind.${kind}`) ?? kind])
                ]
              }
            ]}
          />
          {institutions.length === 0 ? <EmptyState title={t('institutions.none')} /> : null}
          <Listed
            visit={visit}
            items={institutions}
            card={(one) => (
              <Card
                key={one.id}
                level={2}
                title={one.name}
                href={`/instanties/${one.id}`}
                meta={t.find(`institution-kind.${one.kind}`)}
              >
                <p>{one.about}</p>
              </Card>
            )}
          />
          {visit.by.roles.some((role) => role.kind === 'admin') ? (
            <LinkButton href="/instanties/nieuw">{t('institutions.add')}</LinkButton>
          ) : null}
        </>
      )
    }
  }
})

export const institutionPage = page({
  path: '/instanties/:institution',
  who: anyone,
  async show(visit) {
    const { t, read, by } = visit
    const one = await institutionOf(read, visit.params['institution'] ?? '')
    if (!one) return 'not-found'
    const waiting = await waitingFor(read, [one.id], 50)
    const promises = await promisesToDeliver(read, [one.id], 50)
    const answered = await answeredInTime(read, by.today, one.id)
    const kept = await promisesKept(read, by.today, one.id)
    return {
      title: one.name,
      body: (
        <>
          <BackLink href="/instanties">{t('frame.institutions')}</BackLink>
          <h1>{one.name}</h1>
          <Lead>{one.about}</Lead>
          <CardGrid kind="small">
            {answered.of > 0 ? <BigCard n={t('number.of', { ...answered })} words={t('home.answered')} /> : null}
            {kept.of > 0 ? <BigCard n={t('number.of', { ...kept })} words={t('home.kept')} /> : null}
          </CardGrid>
          <h2>{t('institutions.waiting')}</h2>
          {waiting.length === 0 ? <EmptyState title={t('institutions.nothing-waits')} /> : null}
          <Requests visit={visit} requests={waiting} />
          <p>
            <a href={`/verzoeken?instantie=${one.id}`}>{t('institutions.all-requests')}</a>
          </p>
          <h2>{t('institutions.promises')}</h2>
          {promises.length === 0 ? <EmptyState title={t('institutions.no-promises')} /> : null}
          <Promises visit={visit} commitments={promises} />
          <p>
            <a href={`/toezeggingen?instantie=${one.id}`}>{t('institutions.all-promises')}</a>
          </p>
          <Contacts visit={visit} contacts={await contactsOf(read, one.id)} />
        </>
      )
    }
  }
})

const BigCard = ({ n, words }: { n: string; words: string }) => (
  <Card>
    <BigNumber number={n}>{words}</BigNumber>
  </Card>
)

/** Officials rotate; who spoke for it before stays to be seen. */
function Contacts({ visit, contacts }: { visit: Visit; contacts: Awaited<ReturnType<typeof contactsOf>> }) {
  const { t, by } = visit
  if (contacts.length === 0) return null
  return (
    <>
      <h2>{t('institutions.contacts')}</h2>
      <ul>
        {contacts.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <span class="meta">
              {inForce(one.role, by.today) || !one.role.until
                ? t('institutions.since', { day: t.day(one.role.from) })
                : t('institutions.from-until', { from: t.day(one.role.from), until: t.day(one.role.until) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Due({ visit, due }: { visit: Visit; due: Day }) {
  const { t, by } = visit
  const late = daysLate(due, by.today)
  return late > 0 ? (
    <Chip kind="late">{t('way.days-late', { n: late })}</Chip>
  ) : (
    <Chip kind="wait">{t('desk.by', { day: t.day(due) })}</Chip>
  )
}

export const Requests = ({ visit, requests }: { visit: Visit; requests: RequestAtDesk[] }) => (
  <CardGrid kind="one">
    {requests.map((request) => (
      <Card
        key={request.id}
        title={request.title}
        href={`/verzoeken/${request.id}`}
        meta={`${request.group} → ${request.institution} · ${request.goal}`}
      >
        <p>
          {request.state === 'replied' ? (
            <Chip>{visit.t('way.replied')}</Chip>
          ) : (
            <>
              {request.state === 'counterAsked' ? <Chip>{visit.t('desk.asked-back')}</Chip> : null}{' '}
              <Due visit={visit} due={request.due_on as Day} />
            </>
          )}
        </p>
      </Card>
    ))}
  </CardGrid>
)

export const Promises = ({ visit, commitments }: { visit: Visit; commitments: CommitmentAtDesk[] }) => (
  <CardGrid kind="one">
    {commitments.map((one) => (
      <Card key={one.id} title={one.what} href={`/toezeggingen/${one.id}`} meta={`${one.institution} · ${one.goal}`}>
        <p>
          {one.state === 'promised' ? (
            <Due visit={visit} due={one.due_on as Day} />
          ) : (
            <Chip kind={one.state === 'disputed' ? 'no' : 'wait'}>{visit.t.find(`way.promise-${one.state}`)}</Chip>
          )}
        </p>
      </Card>
    ))}
  </CardGrid>
)
