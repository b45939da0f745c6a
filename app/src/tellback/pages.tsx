// Who: a lead with a cup of coffee and a telephone, who calls twelve people to tell what came of it.
import { ok, refused, type GroupId } from '@buurtmacht/domain'
import { reachGoal } from '../goals/index.ts'
import { leadsOf } from '../people/index.ts'
import { BackLink, EmptyState, Lead, Notice, Quote } from '../ui/index.ts'
import { page, PageForm, type Page, type Visit } from '../web/index.ts'
import { tellGivers } from './actions.ts'
import { handoverPage, notReachedPage } from './not-reached.tsx'
import { countsOf, newsHeld, newsOf, type News } from './queries.ts'
import { readPage } from './read.tsx'
import { goalIn, newsNow, tellers } from './who.ts'
import { optionsOf, worklistOf, type Worklist } from './worklist.tsx'

const fields = { told: { kind: 'picks' } } as const

/** Who still has to be told, per way; ticked off one by one or all at once. Addresses of givers are for those who tell them. */
const tellBackList = page({
  path: '/buurtdoelen/:goal/terugvertellen',
  who: tellers,
  fields,
  restsOn: newsNow,
  async show(visit, sent) {
    const { t } = visit
    const news = await newsOf(visit.read, goalIn(visit))
    if (!news) return 'not-found'
    const list = await worklistOf(visit, news)
    const counts = await countsOf(visit.read, news)
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
          {list.mine.length > 0 ? (
            <>
              <PageForm
                visit={visit}
                fields={fields}
                words="tellback"
                sent={sent}
                options={{ told: await optionsOf(visit, list.mine) }}
              />
              <p>
                <a href={`/buurtdoelen/${news.goal}/niet-bereikt`}>{t('tellback.not-reached')}</a>
              </p>
            </>
          ) : null}
          {counts.waiting === 0 && list.mine.length === 0 ? <EmptyState title={t('tellback.all-told')} /> : null}
          <Others visit={visit} news={news} list={list} />
        </>
      )
    }
  },
  async submit(tx, change, { told }) {
    const goal = goalIn(change)
    const done = await tellGivers(tx, change.by, goal, told)
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}/terugvertellen`, notice: 'told' }) : done
  }
})

/** Those whom another group tells: how many, and no more than that. */
function Others({ visit, news, list }: { visit: Visit; news: News; list: Worklist }) {
  const { t } = visit
  if (list.others.length === 0 && list.mayHandOver.length === 0) return null
  return (
    <section>
      {list.others.length > 0 ? <h2>{t('tellback.others')}</h2> : null}
      {list.others.length > 0 ? (
        <ul>
          {list.others.map((one) => (
            <li key={one.group}>{t('tellback.others.group', { n: one.n, group: one.name })}</li>
          ))}
        </ul>
      ) : null}
      {list.mayHandOver.length > 0 ? (
        <p>
          <a href={`/buurtdoelen/${news.goal}/laat-vertellen`}>{t('tellback.hand-over')}</a>
        </p>
      ) : null}
    </section>
  )
}

const ownerOf = async (visit: Visit): Promise<GroupId | undefined> =>
  (await newsOf(visit.read, goalIn(visit)))?.group as GroupId | undefined

/** Calling a goal reached: only when nobody waits to hear. */
const reachedPage = page({
  path: '/buurtdoelen/:goal/bereikt',
  who: leadsOf('the group that owns the goal', ownerOf),
  fields: {},
  restsOn: newsNow,
  async show(visit, sent) {
    const { t } = visit
    const news = await newsOf(visit.read, goalIn(visit))
    if (!news) return 'not-found'
    const { waiting, unreachable } = await countsOf(visit.read, news)
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
          {unreachable > 0 ? <p>{t('goal.not-reached', { n: unreachable })}</p> : null}
          <PageForm visit={visit} fields={{}} words="reached" sent={sent} />
        </>
      )
    }
  },
  async submit(tx, change) {
    const goal = goalIn(change)
    const news = await newsHeld(tx, goal)
    if (!news) return refused('not-found')
    const { waiting } = await countsOf(tx, news)
    const done = await reachGoal(tx, change.by, goal, { waitingTellBacks: waiting })
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}`, notice: 'goal-reached' }) : done
  }
})

export const tellbackPages: readonly Page[] = [tellBackList, notReachedPage, handoverPage, reachedPage, readPage]
