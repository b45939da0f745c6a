/** The way of a voice, drawn: what was said, into which need, which goal, what was asked and promised, what was done and told. */
import type { VNode } from 'preact'
import { daysLate, wayOf, type Day, type Stop, type WayFacts } from '@buurtmacht/domain'
import { Chip, Quote, Way, type Stop as DrawnStop } from '../ui/index.ts'
import type { Visit } from '../web/index.ts'
import type { Words } from '../words/index.ts'
import { furthestBehind, urgency } from './facts.ts'
import type { Along, CommitmentOnWay, GoalOnWay, RequestOnWay } from './along/queries.ts'
import type { PlanOnWay } from './plans/queries.ts'
import { PaidLine } from './plans/views.tsx'
import type { NeedOnWay } from './queries.ts'

export interface WayShown {
  facts: WayFacts
  need?: NeedOnWay | undefined
  /** How many voices stand in the need. */
  voices?: number | undefined
  goal?: GoalOnWay | undefined
  along: Along
  /** How the voice was heard, in words; absent on a goal's own page. */
  channel?: string | undefined
  /** Plans of the budget that came from it. */
  plans?: readonly PlanOnWay[] | undefined
}

/** The seven stops of one voice (or one goal) as a metro line, each with what happened there. */
export function WayOf({ visit, shown, label }: { visit: Visit; shown: WayShown; label: string }): VNode {
  const { t } = visit
  const stops = wayOf(shown.facts).map((stop): DrawnStop => {
    const told = tellStop[stop.stop](visit, shown, stop.on)
    return { state: stop.state, title: told.title, on: told.on, children: told.body }
  })
  const words = { done: t('way.done-aloud'), now: t('way.now-aloud'), ahead: t('way.ahead-aloud') }
  return <Way label={label} stops={stops} words={words} />
}

interface Told {
  title: VNode | string
  on?: VNode | string | undefined
  body?: VNode | VNode[] | undefined
}

type Tell = (visit: Visit, shown: WayShown, on: Day | undefined) => Told

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined

const tellStop: Record<Stop, Tell> = {
  heard: ({ t }, { facts, channel }) => ({ title: t('way.heard'), on: joined(t.day(facts.heardOn), channel) }),
  gathered: ({ t }, { need, voices }, on) => {
    if (!need) return { title: t('way.not-gathered'), body: <p>{t('way.not-gathered.what')}</p> }
    const others = Math.max(0, (voices ?? 1) - 1)
    return {
      title: (
        <>
          {t('way.gathered')} <a href={`/buurtbehoeften/${need.id}`}>{need.sentence}</a>
        </>
      ),
      on: joined(on && t.day(on), need.group.name),
      body: <p>{t('way.others', { n: others })}</p>
    }
  },
  chosen: ({ t }, { goal, facts, channel }, on) => {
    if (!goal) return { title: t('way.not-chosen'), body: <p>{t('way.not-chosen.what')}</p> }
    const group = <a href={`/groepen/${goal.group.id}`}>{goal.group.name}</a>
    if (!facts.chosenOn)
      return { title: t('way.proposed'), body: <p>{t('way.proposed.what', { group: goal.group.name })}</p> }
    return {
      title: (
        <>
          {t('way.chosen')} {group}
        </>
      ),
      on: joined(on && t.day(on), goal.lead ? t('way.lead', { name: goal.lead }) : undefined),
      body: (
        <>
          {channel ? (
            <p>
              <a href={`/buurtdoelen/${goal.id}`}>{goal.title}</a>
            </p>
          ) : null}
          <GoalHalt t={t} goal={goal} />
        </>
      )
    }
  },
  asked: (visit, { goal, along, facts }) => {
    const { t } = visit
    const requests = goal
      ? along.requests
          .filter((request) => request.goal === goal.id)
          .sort((a, b) => urgency(b, visit.by.today) - urgency(a, visit.by.today))
      : []
    const body = requests.map((request) => (
      <RequestOnLine key={request.id} visit={visit} request={request} along={along} />
    ))
    if (!facts.asked) return { title: t('way.not-asked'), body }
    const names = [...new Set(requests.map((request) => request.institution.name))]
    return { title: t('way.asked', { institutions: t.list(names) }), body }
  },
  paid: (visit, { plans }, on) => ({
    title: visit.t(on ? 'way.paid' : 'way.not-paid'),
    on: on && visit.t.day(on),
    body: (plans ?? []).filter((plan) => plan.won).map((plan) => <PaidLine key={plan.id} visit={visit} plan={plan} />)
  }),
  done: ({ t }, { goal, along }) => {
    const deeds = goal ? along.deeds.filter((deed) => deed.goal === goal.id) : []
    if (deeds.length === 0)
      return { title: t('way.not-done'), body: goal?.result ? <Result t={t} goal={goal} /> : undefined }
    return {
      title: t('way.done'),
      body: (
        <>
          <ul>
            {deeds.map((deed, at) => (
              <li key={at}>
                {deed.what}
                <br />
                <span class="meta">
                  {deed.who} · {t.day(deed.doneOn)}
                </span>
              </li>
            ))}
          </ul>
          {goal?.result ? <Result t={t} goal={goal} /> : null}
          {goal && !goal.result && goal.state !== 'letGo' ? <p>{t('way.no-result')}</p> : null}
        </>
      )
    }
  },
  told: ({ t }, { facts }, on) => {
    const { how, state } = facts.tellBack
    if (state === 'told') return { title: t('way.told'), on: joined(on && t.day(on), t.find(`way.how.${how}`)) }
    if (state === 'ready') return { title: t('way.told'), body: <p>{t('way.told.here')}</p> }
    if (state === 'unreachable') return { title: t('way.not-reached'), body: <p>{t('way.not-reached.here')}</p> }
    return { title: t('way.not-told'), body: <p>{t.find(`way.will-tell.${how}`)}</p> }
  }
}

const Result = ({ t, goal }: { t: Words; goal: GoalOnWay }) => (
  <>
    <p>
      <strong>{t('way.result')}</strong>
    </p>
    <Quote lang="nl" small by={joined(goal.group.name, goal.resultOn ? t.day(goal.resultOn) : undefined)}>
      {goal.result}
    </Quote>
  </>
)

/** A pause or an end has a reason, in public. */
function GoalHalt({ t, goal }: { t: Words; goal: GoalOnWay }) {
  if (goal.state !== 'paused' && goal.state !== 'letGo') return null
  const on = goal.state === 'paused' ? goal.pausedOn : goal.letGoOn
  return (
    <>
      <p>
        <Chip kind="wait">{t(goal.state === 'paused' ? 'way.paused' : 'way.let-go')}</Chip>
      </p>
      {goal.why ? (
        <Quote lang="nl" small by={joined(goal.group.name, on && t.day(on))}>
          {goal.why}
        </Quote>
      ) : null}
    </>
  )
}

/** One question to one institution: how long it waits, what was promised, what came of the promise. */
function RequestOnLine({ visit, request, along }: { visit: Visit; request: RequestOnWay; along: Along }) {
  const { t } = visit
  return (
    <div class="asked">
      <p>
        <a href={`/verzoeken/${request.id}`}>{request.title}</a>
      </p>
      <p>
        <Clock visit={visit} request={request} />
      </p>
      <p class="meta">
        {joined(
          request.institution.name,
          t('way.asked-on', { day: t.day(request.sentOn) }),
          t('way.level', { level: t.find(`level.${request.level}`) ?? request.level })
        )}
      </p>
      {along.commitments
        .filter((commitment) => commitment.request === request.id)
        .map((commitment) => (
          <Promised key={commitment.id} visit={visit} commitment={commitment} />
        ))}
    </div>
  )
}

export const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 157).trimEnd()}…` : text)

/** How long it waits or how late it is, in words. Read off the calendar. */
export function Clock({ visit, request }: { visit: Visit; request: RequestOnWay }) {
  const { t, by } = visit
  if (request.state === 'answered') return <Chip kind="good">{t('way.answered')}</Chip>
  if (request.state === 'replied') return <Chip>{t('way.replied')}</Chip>
  if (request.state === 'withdrawn') return <Chip>{t('way.withdrawn')}</Chip>
  const late = daysLate(request.dueOn, by.today)
  return late > 0 ? (
    <Chip kind="late">{t('way.days-late', { n: late })}</Chip>
  ) : (
    <Chip kind="wait">{t('way.answer-by', { day: t.day(request.dueOn) })}</Chip>
  )
}

function Promised({ visit, commitment }: { visit: Visit; commitment: CommitmentOnWay }) {
  const { t, by } = visit
  const late = commitment.state === 'promised' ? daysLate(commitment.dueOn, by.today) : 0
  const kind =
    commitment.state === 'kept' ? 'good' : commitment.state === 'disputed' ? 'no' : late > 0 ? 'late' : 'wait'
  const words =
    late > 0
      ? t('way.promise-late', { n: late })
      : commitment.state === 'promised'
        ? t('way.promise-by', { day: t.day(commitment.dueOn) })
        : t(`way.promise-${commitment.state}`)
  return (
    <div class="promised">
      <p>
        {t('way.promise')} <a href={`/toezeggingen/${commitment.id}`}>{commitment.what}</a>
      </p>
      <p>
        <Chip kind={kind}>{words}</Chip>
      </p>
    </div>
  )
}

/** What happens next, in one sentence at the top. */
export function nextWords(visit: Pick<Visit, 't' | 'by'>, next: string, shown: WayShown): string {
  const { t, by } = visit
  const asked = shown.goal
    ? furthestBehind(
        shown.along.requests.filter((request) => request.goal === shown.goal?.id),
        by.today
      )
    : undefined
  const facts = {
    group: shown.goal?.group.name ?? shown.need?.group.name ?? '',
    institution: asked?.institution.name ?? '',
    day: asked ? t.day(asked.dueOn) : '',
    n: asked ? daysLate(asked.dueOn, by.today) : 0
  }
  return t.find(`next.${next}`, facts) ?? ''
}
