// Who: a helper whose letter came back; a lead who would rather have the other group call her people.
import { isAdmin, ok, unreachableWhys } from '@buurtmacht/domain'
import { leadsGroup } from '../goals/index.ts'
import { groupOf } from '../groups/index.ts'
import { BackLink, EmptyState, Lead } from '../ui/index.ts'
import { page, PageForm, type Visit, type Who } from '../web/index.ts'
import { giveUpOnGivers, handOverTelling } from './actions.ts'
import { gathererOf, tellingOf } from './listening/queries.ts'
import { newsOf } from './queries.ts'
import { goalIn, newsNow, tellers } from './who.ts'
import { optionsOf, worklistOf } from './worklist.tsx'

const fields = {
  voices: { kind: 'picks' },
  why: { kind: 'choice', of: unreachableWhys, words: 'tellback.why' }
} as const

/** Who cannot be told does not hold a goal up for ever: a reason, a public number, and the news stays at their code. */
export const notReachedPage = page({
  path: '/buurtdoelen/:goal/niet-bereikt',
  who: tellers,
  fields,
  restsOn: newsNow,
  async show(visit, sent) {
    const { t } = visit
    const news = await newsOf(visit.read, goalIn(visit))
    if (!news) return 'not-found'
    const waiting = (await worklistOf(visit, news)).mine.filter((one) => one.unreachable === undefined)
    return {
      title: t('tellback.not-reached.title'),
      private: true,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${news.goal}/terugvertellen`}>{t('tellback.title')}</BackLink>
          <h1>{t('tellback.not-reached.title')}</h1>
          <Lead>{t('tellback.not-reached.lead')}</Lead>
          {waiting.length === 0 && !sent ? (
            <EmptyState title={t('tellback.all-told')} />
          ) : (
            <PageForm
              visit={visit}
              fields={fields}
              words="tellback.not-reached"
              sent={sent}
              options={{ voices: await optionsOf(visit, waiting) }}
            />
          )}
        </>
      )
    }
  },
  async submit(tx, change, given) {
    const goal = goalIn(change)
    const done = await giveUpOnGivers(tx, change.by, goal, given)
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}/terugvertellen`, notice: 'not-reached' }) : done
  }
})

/** Of the groups that listened: those this person leads, or all for a resident administrator. */
async function mayHandOver(visit: Visit) {
  const news = await newsOf(visit.read, goalIn(visit))
  if (!news) return undefined
  const telling = await tellingOf(visit.read, news, visit.by.today)
  const listened = telling.listened.filter((group) => group !== news.group)
  const own = listened.filter((group) => isAdmin(visit.by.roles) || leadsGroup(visit.by.roles, group))
  const gatherer = await gathererOf(visit.read, news.goal)
  const opens = own.length > 0 || (gatherer !== undefined && leadsGroup(visit.by.roles, gatherer))
  return { news, opens, left: own.filter((group) => !telling.handedOver.includes(group)) }
}

const listenersLeads: Who = {
  says: 'leads of a group that listened, and resident administrators',
  async allows(visit) {
    if (!visit.by.person) return false
    return isAdmin(visit.by.roles) || ((await mayHandOver(visit))?.opens ?? false)
  }
}

const handoverFields = { from: { kind: 'pick' } } as const

/** The addresses of those who spoke with one group go to another only when the first says so, in public. */
export const handoverPage = page({
  path: '/buurtdoelen/:goal/laat-vertellen',
  who: listenersLeads,
  fields: handoverFields,
  async show(visit, sent) {
    const { t, read } = visit
    const found = await mayHandOver(visit)
    if (!found) return 'not-found'
    const owner = (await groupOf(read, found.news.group))?.name ?? ''
    const options = await Promise.all(
      found.left.map(async (group) => ({ value: group, label: (await groupOf(read, group))?.name ?? group }))
    )
    return {
      title: t('tellback.handover.title', { group: owner }),
      private: true,
      body: (
        <>
          <BackLink href={`/buurtdoelen/${found.news.goal}`}>{found.news.title}</BackLink>
          <h1>{t('tellback.handover.title', { group: owner })}</h1>
          <Lead>{t('tellback.handover.lead', { group: owner })}</Lead>
          {options.length === 0 && !sent ? (
            <EmptyState title={t('tellback.handover.none')} />
          ) : (
            <PageForm
              visit={visit}
              fields={handoverFields}
              words="tellback.handover"
              sent={sent}
              values={options.length === 1 ? { from: options[0]!.value } : {}}
              options={{ from: options }}
            />
          )}
        </>
      )
    }
  },
  async submit(tx, change, { from }) {
    const goal = goalIn(change)
    const done = await handOverTelling(tx, change.by, goal, from)
    return done.ok ? ok({ goTo: `/buurtdoelen/${goal}`, notice: 'telling-handed-over' }) : done
  }
})
