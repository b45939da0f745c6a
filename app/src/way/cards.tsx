/** A goal on a card: its title, whose it is, how many said it, and the same line, small. */
import { daysLate, nextOf, wayOf, type Day, type Next, type WayFacts } from '@buurtmacht/domain'
import type { Reader } from '../db/index.ts'
import type { GoalRow } from '../goals/index.ts'
import { Card, Chip, Meta, MiniWay, type ChipKind } from '../ui/index.ts'
import type { Visit } from '../web/index.ts'
import { factsAlong, firstPromise, furthestBehind } from './facts.ts'
import type { GoalOnWay } from './along/queries.ts'
import { standingOf, type Standing } from './along/standing-queries.ts'

export interface GoalOnCard {
  goal: GoalOnWay
  facts: WayFacts
  along: Standing
  voices: number
}

/** Cards for these goals, in the order given, in a fixed number of questions. */
export async function goalCards(read: Reader, goals: GoalRow[], today: Day): Promise<GoalOnCard[]> {
  const along = await standingOf(read, goals)
  return along.goals.map((goal, at) => {
    const made = goal.madeAt.slice(0, 10) as Day
    const giver = {
      heardOn: made,
      gatheredOn: made,
      how: 'person' as const,
      ...(goal.state === 'reached' && goal.resultOn ? { toldOn: goal.resultOn } : {})
    }
    return { goal, along, voices: goals[at]?.voices ?? 0, facts: factsAlong(giver, goal, along, today) }
  })
}

export function GoalCard({ visit, card, level }: { visit: Visit; card: GoalOnCard; level?: 2 | 3 }) {
  const { t, by } = visit
  const stops = wayOf(card.facts)
  const at = stops.filter((stop) => stop.state === 'done').length
  const label = t('card.line', { at, of: stops.length, next: t(`card.next.${nextOf(card.facts)}`, { n: 0 }) })
  return (
    <Card
      level={level}
      title={card.goal.title}
      href={`/buurtdoelen/${card.goal.id}`}
      meta={`${card.goal.group.name} · ${t('goal.said', { n: card.voices }).replace(/\.$/, '')}`}
    >
      <MiniWay label={label} stops={stops.map((stop) => stop.state)} />
      <State visit={visit} card={card} today={by.today} />
    </Card>
  )
}

const kinds: Partial<Record<Next, ChipKind>> = {
  late: 'late',
  'promise-overdue': 'late',
  'promise-disputed': 'no',
  finished: 'good'
}

/** The most pressing thing, in a few words. */
function State({ visit, card, today }: { visit: Visit; card: GoalOnCard; today: Day }) {
  const { t } = visit
  const { goal, along, facts } = card
  const next = nextOf(facts)
  const asked = furthestBehind(
    along.requests.filter((request) => request.goal === goal.id),
    today
  )
  const promise = firstPromise(along.commitments.filter((one) => one.goal === goal.id))
  const kind = kinds[next] ?? 'plain'
  const days =
    next === 'promise-overdue' && promise ? daysLate(promise.dueOn, today) : asked ? daysLate(asked.dueOn, today) : 0
  const who =
    next === 'late' || next === 'waits-for-institution'
      ? asked?.institution.name
      : next.startsWith('promise')
        ? promise?.institution.name
        : undefined
  const day = next === 'promise-due' && promise ? t.day(promise.dueOn) : asked ? t.day(asked.dueOn) : ''
  return (
    <>
      <p>
        <Chip kind={kind}>{t(`card.next.${next}`, { n: days, day })}</Chip>
      </p>
      {who ? <Meta>{who}</Meta> : null}
    </>
  )
}
