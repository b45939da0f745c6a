// Who: an active resident on Tuesday evening, or an official on Monday morning: what waits for me, what is late, what is next?
import { isAdmin, isContact, type GroupId, type InstitutionId } from '@buurtmacht/domain'
import { signedInPeople } from '../people/index.ts'
import { Buttons, EmptyState, Lead, LinkButton } from '../ui/index.ts'
import { page, type Visit } from '../web/index.ts'
import { forCommittee } from './committee.tsx'
import { Promises, Requests } from './institutions.tsx'
import {
  goalsWithNews,
  needsAttention,
  notGathered,
  promisesToDeliver,
  promisesToJudge,
  waitingFor,
  type CommitmentAtDesk,
  type RequestAtDesk
} from './queries.ts'

export const minePage = page({
  path: '/mijn',
  who: signedInPeople,
  async show(visit) {
    const { t, by } = visit
    // Who also speaks for an institution cannot open what a group decides, judges or tells: nothing of that waits for them.
    const groups = isContact(by.roles)
      ? []
      : [...new Set(by.roles.flatMap((role): GroupId[] => ('group' in role ? [role.group] : [])))]
    const institutions = by.roles.flatMap((role): InstitutionId[] => ('institution' in role ? [role.institution] : []))
    return {
      title: t('frame.mine'),
      private: true,
      body: (
        <>
          <h1>{t('mine.title', { name: visit.name ?? '' })}</h1>
          <Buttons>
            {groups.length > 0 ? (
              <>
                <LinkButton icon="speech" href="/inbreng/nieuw?voor=ander">
                  {t('mine.hear')}
                </LinkButton>
                <LinkButton kind="plain" href="/inbreng/verzamelen">
                  {t('groups.gather')}
                </LinkButton>
              </>
            ) : null}
            {isAdmin(by.roles) ? (
              <LinkButton kind="plain" href="/beheer">
                {t('frame.admin')}
              </LinkButton>
            ) : null}
          </Buttons>
          {by.roles.length === 0 ? <EmptyState title={t('mine.no-roles')}>{t('mine.no-roles.what')}</EmptyState> : null}
          {isContact(by.roles) ? null : await forCommittee(visit)}
          {groups.length > 0 ? await forGroups(visit, groups) : null}
          {institutions.length > 0 ? await forInstitutions(visit, institutions) : null}
          <p>
            <a href="/mijn/gegevens">{t('mine.account')}</a>
          </p>
        </>
      )
    }
  }
})

async function forGroups(visit: Visit, groups: GroupId[]) {
  const { t, read, by } = visit
  const requests = await needsAttention(read, groups, by.today, 30)
  const promises = await promisesToJudge(read, groups, 30)
  const news = await goalsWithNews(read, groups)
  const waiting = await notGathered(read)
  return (
    <>
      <Lead>{t('mine.not-gathered', { n: waiting })}</Lead>
      <Waiting visit={visit} title={t('mine.requests')} requests={requests} />
      <Given visit={visit} title={t('mine.judge')} commitments={promises} />
      {news.length > 0 ? (
        <>
          <h2>{t('goal-do.terugvertellen')}</h2>
          <ul>
            {news.map((goal) => (
              <li key={goal.id}>
                <a href={`/buurtdoelen/${goal.id}/terugvertellen`}>{goal.title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {requests.length + promises.length + news.length === 0 ? <EmptyState title={t('mine.nothing')} /> : null}
    </>
  )
}

async function forInstitutions(visit: Visit, institutions: InstitutionId[]) {
  const { t, read } = visit
  const requests = await waitingFor(read, institutions, 50)
  const promises = await promisesToDeliver(read, institutions, 50)
  return (
    <>
      <Waiting visit={visit} title={t('mine.asked')} requests={requests} />
      <Given visit={visit} title={t('mine.deliver')} commitments={promises} />
      {requests.length + promises.length === 0 ? <EmptyState title={t('mine.nothing')} /> : null}
    </>
  )
}

const Waiting = ({ visit, title, requests }: { visit: Visit; title: string; requests: RequestAtDesk[] }) =>
  requests.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <Requests visit={visit} requests={requests} />
    </>
  )

const Given = ({ visit, title, commitments }: { visit: Visit; title: string; commitments: CommitmentAtDesk[] }) =>
  commitments.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <Promises visit={visit} commitments={commitments} />
    </>
  )
