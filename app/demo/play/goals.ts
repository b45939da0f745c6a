// Goals go their way: chosen, worked on, rested, reached or let go; what people did for them; and who was told what came of it.
import { type Decision } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import {
  adoptGoal,
  letGoOfGoal,
  pauseGoal,
  proposeGoal,
  reachGoal,
  resumeGoal,
  startGoal,
  writeDeed,
  writeGoalResult
} from '../../src/goals/index.ts'
import { giveUpOnGivers, handOverTelling, newsOf, stillWaitingToHear, tellGivers } from '../../src/tellback/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Goal, type GoalEvent, type Story, type TellBack } from '../story/index.ts'
import { kept, type Known } from './known.ts'
import { type Moment } from './moments.ts'

/** All steps but the last one: a goal is reached when everybody has been told, also on the day of the last telling. */
export const goalMoments = ({ goals }: Story): Moment[] => goals.flatMap((goal) => steps(goal, isOnTheWay))
export const reachedMoments = ({ goals }: Story): Moment[] =>
  goals.flatMap((goal) => steps(goal, (event) => !isOnTheWay(event)))

const isOnTheWay = (event: GoalEvent) => event.kind !== 'reached'

const steps = (goal: Goal, which: (event: GoalEvent) => boolean): Moment[] =>
  goal.history.filter(which).map((event) => ({
    daysAgo: event.daysAgo,
    person: event.by,
    what: `${goal.key}, ${event.kind}`,
    live: (tx, by, known) => step(tx, by, known, goal, event)
  }))

async function step(tx: Tx, by: By, known: Known, goal: Goal, event: GoalEvent): Promise<Decision<unknown>> {
  if (event.kind === 'proposed') {
    const typed = { group: known.id('group', goal.owner), title: goal.title }
    return kept(known, 'goal', goal.key, proposeGoal(tx, by, known.id('need', goal.need), typed))
  }
  const id = known.id('goal', goal.key)
  switch (event.kind) {
    case 'adopted':
      return adoptGoal(tx, by, id, known.id('person', goal.lead))
    case 'started':
      return startGoal(tx, by, id)
    case 'paused':
      return pauseGoal(tx, by, id, event.why)
    case 'resumed':
      return resumeGoal(tx, by, id)
    case 'result':
      return writeGoalResult(tx, by, id, { result: event.result })
    case 'reached': {
      const news = await newsOf(tx, id)
      return reachGoal(tx, by, id, { waitingTellBacks: news ? (await stillWaitingToHear(tx, news)).length : 0 })
    }
    case 'letGo':
      return letGoOfGoal(tx, by, id, event.why)
  }
}

export const deedMoments = ({ deeds }: Story): Moment[] =>
  deeds.map((deed) => ({
    daysAgo: deed.daysAgo,
    person: deed.by,
    what: deed.key,
    live: (tx, by, known) =>
      writeDeed(tx, by, known.id('goal', deed.goal), { what: deed.what, who: deed.who, doneOn: by.today })
  }))

/** Whom one person told on one day is told in one go. */
export function tellBackMoments({ tellBacks }: Story): Moment[] {
  const rounds = Map.groupBy(tellBacks, ({ goal, daysAgo, by }) => `${goal} ${daysAgo} ${by}`)
  return [...rounds.values()].map((round) => {
    const [first] = round as [TellBack]
    return {
      daysAgo: first.daysAgo,
      person: first.by,
      what: `${first.goal}, told by ${first.by}`,
      live: (tx, by, known) =>
        tellGivers(
          tx,
          by,
          known.id('goal', first.goal),
          round.map((one) => known.id('voice', one.voice))
        )
    }
  })
}

export const handoverMoments = ({ handovers }: Story): Moment[] =>
  handovers.map(({ goal, daysAgo, by: person, from }) => ({
    daysAgo,
    person,
    what: `${goal}, told by others than ${from}`,
    live: (tx, by, known) => handOverTelling(tx, by, known.id('goal', goal), known.id('group', from))
  }))

export const notReachedMoments = ({ notReached }: Story): Moment[] =>
  notReached.map(({ goal, voice, daysAgo, by: person, why }) => ({
    daysAgo,
    person,
    what: `${goal}, ${voice} not reached`,
    live: (tx, by, known) => giveUpOnGivers(tx, by, known.id('goal', goal), { voices: [known.id('voice', voice)], why })
  }))
