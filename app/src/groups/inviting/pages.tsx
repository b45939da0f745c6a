// Who: a lead who knows a neighbour that would like to help; and that neighbour, reading a letter.
import { inForce, ok } from '@buurtmacht/domain'
import { anyone, leadsOf } from '../../people/index.ts'
import { BackLink, Buttons, Lead, LinkButton, Notice } from '../../ui/index.ts'
import { page, PageForm, refusalWords, type Page, type Shown, type Visit } from '../../web/index.ts'
import type { Words } from '../../words/index.ts'
import { groupOf, membersOfGroup } from '../queries.ts'
import { acceptInvite, addHelper, inviteHelper } from './actions.ts'
import { inviteOf, invitesOf } from './queries.ts'

export const itsLeads = leadsOf('the group', (visit) => visit.params['group'])

const helperFields = {
  name: { kind: 'text', max: 100 },
  email: { kind: 'text', input: 'email', max: 254, optional: true }
} as const

/** A lead asks neighbours to help: by a letter to their e-mail address, or with an account and a card. */
const helpers = page({
  path: '/groepen/:group/helpers',
  who: itsLeads,
  fields: helperFields,
  async show(visit, sent) {
    const { t, by } = visit
    const group = await groupOf(visit.read, visit.params['group'] ?? '')
    if (!group) return 'not-found'
    const now = (await membersOfGroup(visit.read, group.id)).filter((one) => inForce(one.role, by.today))
    const asked = await invitesOf(visit.read, group.id, by.at)
    return {
      title: t('groups.helpers.title', { group: group.name }),
      private: true,
      body: (
        <>
          <BackLink href={`/groepen/${group.id}`}>{group.name}</BackLink>
          <h1>{t('groups.helpers.title', { group: group.name })}</h1>
          <ul>
            {now.map((one) => (
              <li key={one.id}>
                {one.name} · {roleWords(t, one.role.kind)}
                {one.role.kind === 'helper' ? (
                  <>
                    {' · '}
                    <a href={`/taken/${one.id}`}>{t('groups.helpers.stop', { name: one.name })}</a>
                  </>
                ) : null}
              </li>
            ))}
            {asked.map((one) => (
              <li key={one.hash}>{t('groups.helpers.asked', { name: one.name, day: t.dayOfInstant(one.made_at) })}</li>
            ))}
          </ul>
          <h2>{t('groups.helpers.more')}</h2>
          <PageForm visit={visit} fields={helperFields} words="groups.helpers" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change, { name, email }) {
    const group = change.params['group'] ?? ''
    const goTo = `/groepen/${group}/helpers`
    if (email === '') {
      const added = await addHelper(tx, change.by, group, name, change.t.lang)
      return added.ok ? ok({ goTo, notice: 'role-given' }) : added
    }
    const letter = await inviteHelper(tx, change, group, { name, email })
    if (!letter.ok) return letter
    return ok({ goTo, notice: 'helper-invited', after: () => change.post.send(letter.value) })
  }
})

const roleWords = (t: Words, kind: string): string => t.find(`role-kind.${kind}`) ?? ''

/** Opening it says nothing yet: mail scanners open links, people press buttons. It signs nobody in. */
const invitation = page({
  path: '/uitnodiging/:token',
  who: anyone,
  limit: 'tries',
  async show(visit, sent) {
    const { t } = visit
    const invite = await inviteOf(visit.read, visit.params['token'] ?? '')
    if (!invite || invite.ends_at <= visit.by.at) return overView(visit)
    const facts = { name: invite.name, by: invite.by_name, group: invite.group_name }
    return {
      title: t('groups.invite.title', facts),
      private: true,
      body: (
        <>
          <h1>{t('groups.invite.title', facts)}</h1>
          <Lead>{t('groups.invite.lead', facts)}</Lead>
          <p>{t('groups.invite.what')}</p>
          <PageForm visit={visit} fields={{}} words="groups.invite" sent={sent} />
          <p>{t('groups.invite.no')}</p>
          <p>
            <a href={`/groepen/${invite.group_id}`}>{t('groups.invite.who', facts)}</a>
          </p>
        </>
      )
    }
  },
  async submit(tx, change) {
    const done = await acceptInvite(tx, change.by, change.params['token'] ?? '')
    return done.ok ? ok({ goTo: `/groepen/${done.value.group}`, notice: 'invite-accepted' }) : done
  }
})

const overView = (visit: Visit): Shown => ({
  title: visit.t('groups.invite.over'),
  private: true,
  status: 410,
  body: (
    <>
      <h1>{visit.t('groups.invite.over')}</h1>
      <Notice kind="stop">
        <p>{refusalWords(visit, { code: 'invite-wrong' })}</p>
      </Notice>
      <Buttons>
        <LinkButton kind="plain" href="/groepen">
          {visit.t('frame.groups')}
        </LinkButton>
      </Buttons>
    </>
  )
})

export const invitingPages: readonly Page[] = [helpers, invitation]
