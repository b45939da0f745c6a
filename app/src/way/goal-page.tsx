// Who: a neighbour in the lift with a phone, who wants to see in two minutes what is done about the dark corridors; and the lead, who wants the next step.
import { leads, nextOf, type Day, type GroupId } from '@buurtmacht/domain'
import { goalOf, speaksForGroup } from '../goals/index.ts'
import { ProofLink } from '../journal/index.ts'
import { anyone, shownName } from '../people/index.ts'
import { countsIn, type Counts } from '../tellback/index.ts'
import { BackLink, Buttons, Chip, EmptyState, Lead, LinkButton, Notice, Quote, ReadAloud } from '../ui/index.ts'
import { page, type Visit } from '../web/index.ts'
import { dirOf } from '../words/index.ts'
import { factsAlong, paidAlong } from './facts.ts'
import { alongGoals, type GoalOnWay } from './along/queries.ts'
import { plansFrom } from './plans/queries.ts'
import { PlansFromHere } from './plans/views.tsx'
import { needOf, openWordsOf } from './queries.ts'
import { nextWords, WayOf, type WayShown } from './views.tsx'

const wordsShown = 12

export const goalPage = page({
  path: '/buurtdoelen/:goal',
  who: anyone,
  async show(visit) {
    const row = await goalOf(visit.read, visit.params['goal'] ?? '')
    if (!row) return 'not-found'
    const along = await alongGoals(visit.read, [row])
    const goal = along.goals[0]!
    const need = await needOf(visit.read, goal.need)
    const counts = row.news_on === null ? undefined : countsIn(row)
    const heardOn = need?.firstHeardOn ?? (goal.madeAt.slice(0, 10) as Day)
    const giver = { heardOn, gatheredOn: need?.since.slice(0, 10) as Day | undefined, how: 'person' as const }
    const plans = await plansFrom(visit.read, [goal.need])
    const told = { ...giver, toldOn: toldDay(counts, goal) }
    const facts = { ...factsAlong(told, goal, along, visit.by.today), ...paidAlong(plans) }
    const shown: WayShown = { facts, need, voices: row.voices, goal, along, plans }
    const quotes = await openWordsOf(visit.read, goal.need, visit.t.lang, wordsShown)
    return {
      title: goal.title,
      readAloud: true,
      body: <GoalBody visit={visit} goal={goal} shown={shown} counts={counts} quotes={quotes} />
    }
  }
})

/** The line of a goal reaches its last stop when everybody who wanted to hear was told. */
const toldDay = (counts: Counts | undefined, goal: GoalOnWay): Day | undefined =>
  counts && counts.waiting === 0 ? (goal.resultOn ?? goal.letGoOn) : undefined

interface BodyProps {
  visit: Visit
  goal: GoalOnWay
  shown: WayShown
  counts: Counts | undefined
  quotes: Awaited<ReturnType<typeof openWordsOf>>
}

function GoalBody({ visit, goal, shown, counts, quotes }: BodyProps) {
  const { t } = visit
  const next = nextOf(shown.facts)
  return (
    <>
      <BackLink href="/buurtdoelen">{t('frame.goals')}</BackLink>
      <h1>{goal.title}</h1>
      <Lead>
        {t('goal.of')} <a href={`/groepen/${goal.group.id}`}>{goal.group.name}</a>.{' '}
        {t('goal.said', { n: shown.voices ?? 0 })}
      </Lead>
      <ReadAloud words={t('frame.read-aloud')} />
      <p>
        <Chip kind={goal.state === 'reached' ? 'good' : 'plain'}>{t(`goal-state.${goal.state}`)}</Chip>
      </p>
      <Notice kind="note" title={t('follow.next')}>
        <p>{nextWords(visit, next, shown)}</p>
      </Notice>
      <WhatMembersCanDo visit={visit} goal={goal} counts={counts} />
      <h2>{t('goal.way')}</h2>
      <WayOf visit={visit} shown={shown} label={t('goal.way')} />
      <PlansFromHere visit={visit} plans={shown.plans ?? []} />
      {counts ? <p>{t('goal.told', { told: counts.told, wanted: counts.wanted })}</p> : null}
      {counts && counts.unreachable > 0 ? <p>{t('goal.not-reached', { n: counts.unreachable })}</p> : null}
      <h2>{t('goal.voices')}</h2>
      {quotes.length === 0 ? <EmptyState title={t('goal.no-open-words')} /> : null}
      {quotes.map((voice) => (
        <Quote
          key={voice.id}
          small
          lang={voice.lang}
          dir={dirOf(voice.lang)}
          translation={
            voice.translation === null
              ? undefined
              : {
                  lang: t.lang,
                  text: voice.translation,
                  mark: t('follow.translated-by', { name: shownName(t, voice.translator) })
                }
          }
          by={[voice.area, t.find(`channel.${voice.channel}`), t.day(voice.heard_on)].filter(Boolean).join(' · ')}
        >
          {voice.text}
        </Quote>
      ))}
      <Buttons>
        <LinkButton href="/inbreng/nieuw">{t('frame.tell')}</LinkButton>
        <LinkButton kind="plain" href={`/buurtbehoeften/${goal.need}`}>
          {t('goal.need')}
        </LinkButton>
      </Buttons>
      <ProofLink t={t} of="goal" id={goal.id} />
    </>
  )
}

/** Steps that fit the goal's state, for the group that owns it. The first is the one big button. */
const steps: Record<GoalOnWay['state'], { lead: string[]; member: string[] }> = {
  proposed: { lead: ['aannemen', 'loslaten'], member: ['gedaan'] },
  adopted: { lead: ['overdragen', 'loslaten'], member: ['beginnen', 'vraag', 'gedaan', 'pauze'] },
  underWay: { lead: ['overdragen', 'loslaten'], member: ['vraag', 'gedaan', 'resultaat', 'pauze'] },
  paused: { lead: ['overdragen', 'loslaten'], member: ['verder', 'vraag', 'gedaan'] },
  reached: { lead: [], member: ['gedaan', 'heropenen'] },
  letGo: { lead: [], member: [] }
}

function WhatMembersCanDo({ visit, goal, counts }: { visit: Visit; goal: GoalOnWay; counts: Counts | undefined }) {
  const { t, by } = visit
  const group = goal.group.id as GroupId
  if (!speaksForGroup(by.roles, group)) return null
  const lead = leads(by.roles, group)
  const reach = goal.state === 'underWay' && lead ? ['bereikt'] : []
  const told = counts ? (counts.waiting > 0 ? ['terugvertellen'] : reach) : []
  const own = steps[goal.state]
  const adopt = goal.state === 'proposed' && lead
  const all = [...told, ...(adopt ? [...own.lead, ...own.member] : [...own.member, ...(lead ? own.lead : [])])]
  if (all.length === 0) return null
  return (
    <section>
      <h2>{t('goal.for-your-group')}</h2>
      <Buttons>
        {all.map((step, at) => (
          <LinkButton key={step} kind={at === 0 ? 'main' : 'plain'} href={`/buurtdoelen/${goal.id}/${step}`}>
            {t.find(`goal-do.${step}`) ?? step}
          </LinkButton>
        ))}
      </Buttons>
    </section>
  )
}
