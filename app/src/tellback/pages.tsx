// Who: a lead with a cup of coffee and a telephone, who calls twelve people to tell what came of it.
import { ok, refused, type GroupId } from '@buurtmacht/domain'
import { reachGoal, residentsOf } from '../goals/index.ts'
import { leadsOf } from '../people/index.ts'
import { areasOf } from '../place/index.ts'
import { BackLink, EmptyState, Lead, Notice, Quote } from '../ui/index.ts'
import { page, PageForm, type Page, type Visit } from '../web/index.ts'
import { tellGivers } from './actions.ts'
import {
  countsOf,
  newsHeld,
  newsOf,
  personalWays,
  stillWaitingToHear,
  type PersonalWay,
  type Waiting
} from './queries.ts'

const ownerOf = async (visit: Visit): Promise<GroupId | undefined> =>
  (await newsOf(visit.read, visit.params['goal'] ?? ''))?.group as GroupId | undefined

const fields = { told: { kind: 'picks' } } as const

/** Who still has to be told, per way; ticked off one by one or all at once. Addresses of givers are for residents' eyes only. */
const tellBackList = page({
  path: '/buurtdoelen/:goal/terugvertellen',
  who: residentsOf('the group that owns the goal', ownerOf),
  fields,
  async show(visit, sent) {
    const { t } = visit
    const news = await newsOf(visit.read, visit.params['goal'] ?? '')
    if (!news) return 'not-found'
    const waiting = await stillWaitingToHear(visit.read, news)
    const counts = await countsOf(visit.read, news)
    const areas = new Map((await areasOf(visit.read)).map((area) => [area.id, area.name]))
    return {
      title: t('tellback.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${news.goal}`}>{news.title}</BackLink>
          <h1>{t('tellback.title')}</h1>
          <Lead>{t('goal.told', { told: counts.told, wanted: counts.wanted })}</Lead>
          <h2>{t('tellback.say')}</h2>
          <Quote lang="nl" small>
            {news.text}
          </Quote>
          {waiting.length === 0 ? (
            <EmptyState title={t('tellback.all-told')} />
          ) : (
            <PageForm
              visit={visit}
              fields={fields}
              words="tellback"
              sent={sent}
              options={{ told: optionsOf(visit, waiting, areas) }}
            />
          )}
        </>
      )
    }
  },
  async submit(tx, change, { told }) {
    const goal = change.params['goal'] ?? ''
    const done = await tellGivers(tx, change.by, goal, told)
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}/terugvertellen`, notice: 'told' }) : done
  }
})

function optionsOf(visit: Visit, waiting: Waiting[], areas: Map<string, string>) {
  const { t } = visit
  const inOrder = [...waiting].sort((a, b) => place(a.how) - place(b.how))
  return inOrder.map((one) => ({
    value: one.voice,
    label: `${t(`tellback.how.${one.how}`)}: ${one.address || t('tellback.no-address')}`,
    hint: [
      one.area && areas.get(one.area),
      t('tellback.heard-on', { day: t.day(one.heardOn) }),
      one.lang === 'nl' ? '' : t('tellback.speaks', { lang: one.lang })
    ]
      .filter(Boolean)
      .join(' · ')
  }))
}

const place = (how: PersonalWay): number => personalWays.indexOf(how)

/** Calling a goal reached: only when nobody waits to hear. */
const reachedPage = page({
  path: '/buurtdoelen/:goal/bereikt',
  who: leadsOf('the group that owns the goal', ownerOf),
  fields: {},
  async show(visit, sent) {
    const { t } = visit
    const news = await newsOf(visit.read, visit.params['goal'] ?? '')
    if (!news) return 'not-found'
    const { waiting } = await countsOf(visit.read, news)
    return {
      title: t('reached.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${news.goal}`}>{news.title}</BackLink>
          <h1>{t('reached.title')}</h1>
          <Lead>{t('reached.lead')}</Lead>
          <Quote lang="nl" small>
            {news.text}
          </Quote>
          {waiting > 0 ? (
            <Notice kind="stop">
              <p>{t('refusal.tell-backs-waiting', { waiting })}</p>
              <p>
                <a href={`/buurtdoelen/${news.goal}/terugvertellen`}>{t('goal-do.terugvertellen')}</a>
              </p>
            </Notice>
          ) : null}
          <PageForm visit={visit} fields={{}} words="reached" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change) {
    const goal = change.params['goal'] ?? ''
    const news = await newsHeld(tx, goal)
    if (!news) return refused('not-found')
    const { waiting } = await countsOf(tx, news)
    const done = await reachGoal(tx, change.by, goal, { waitingTellBacks: waiting })
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}`, notice: 'goal-reached' }) : done
  }
})

export const tellbackPages: readonly Page[] = [tellBackList, reachedPage]
