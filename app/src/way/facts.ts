/** From rows to what the rules ask: the facts of one voice along one goal, ready for `wayOf` and `nextOf`. */
import { daysLate, type Day, type TellHow, type WayFacts } from '@buurtmacht/domain'
import type { GoalOnWay } from './along/queries.ts'
import type { Standing } from './along/standing-queries.ts'
import type { PlanOnWay } from './plans/queries.ts'

type RequestStanding = Standing['requests'][number]
type CommitmentStanding = Standing['commitments'][number]

/** The institution's turn: it was asked, asked back, or its reply was no answer. */
const waits = (request: Pick<RequestStanding, 'state'>): boolean =>
  ['sent', 'counterAsked', 'unanswered'].includes(request.state)

/** The latest first, then what waits, then what has to be judged, then what is answered. */
export const urgency = (request: Pick<RequestStanding, 'state' | 'dueOn'>, today: Day): number =>
  request.state === 'withdrawn'
    ? -1
    : waits(request)
      ? 2 + daysLate(request.dueOn, today)
      : request.state === 'replied'
        ? 1
        : 0

/** The request that is furthest behind: the one the goal really waits for. */
export const furthestBehind = <R extends RequestStanding>(requests: R[], today: Day): R | undefined =>
  requests
    .filter((request) => request.state !== 'withdrawn')
    .sort((a, b) => urgency(b, today) - urgency(a, today) || (a.sentOn < b.sentOn ? -1 : 1))[0]

export const firstPromise = <C extends CommitmentStanding>(commitments: C[]): C | undefined =>
  commitments
    .filter((one) => one.state !== 'kept')
    .sort(
      (a, b) => (a.state === 'delivered' ? 1 : 0) - (b.state === 'delivered' ? 1 : 0) || (a.dueOn < b.dueOn ? -1 : 1)
    )[0]

export interface Giver {
  heardOn: Day
  gatheredOn?: Day | undefined
  how: TellHow
  toldOn?: Day | undefined
  /** The giver read it at the code, whatever was wished. */
  readAtCode?: boolean
  /** Somebody tried to tell and could not. */
  notReached?: boolean
}

const toldTo = ({ toldOn, notReached }: Giver) => (toldOn ? 'told' : notReached ? 'unreachable' : 'waiting')

/** @param goal absent while no group made it its goal. */
export function factsAlong(giver: Giver, goal: GoalOnWay | undefined, along: Standing, today: Day): WayFacts {
  const requests = goal ? along.requests.filter((request) => request.goal === goal.id) : []
  const promises = goal ? along.commitments.filter((one) => one.goal === goal.id) : []
  const deed = goal ? along.deeds.findLast((one) => one.goal === goal.id) : undefined
  // A goal that ended may have asked in vain: that it took its question back stays to be seen.
  const ended = goal?.state === 'letGo' || goal?.state === 'reached'
  const asked = furthestBehind(requests, today) ?? (ended ? requests[0] : undefined)
  const promised = firstPromise(promises)
  // Letting go of what nobody had adopted is no news.
  const news = goal !== undefined && (goal.result !== null || (goal.state === 'letGo' && goal.adoptedOn !== undefined))
  const told = !news ? undefined : giver.how === 'code' ? 'ready' : toldTo(giver)
  return {
    heardOn: giver.heardOn,
    ...(giver.gatheredOn ? { gatheredOn: giver.gatheredOn } : {}),
    ...(goal ? { goal: goal.state } : {}),
    ...(goal?.adoptedOn ? { chosenOn: goal.adoptedOn } : {}),
    ...(asked
      ? {
          asked: {
            on: asked.sentOn,
            waiting: waits(asked),
            late: waits(asked) && daysLate(asked.dueOn, today) > 0,
            toJudge: asked.state === 'replied',
            ...(asked.repliedOn ? { answeredOn: asked.repliedOn } : {})
          }
        }
      : {}),
    ...(promised
      ? {
          promised: {
            due: promised.dueOn,
            open: promised.state !== 'delivered',
            // What residents dispute has not been done yet, whatever the institution said.
            overdue: promised.state !== 'delivered' && today > promised.dueOn,
            disputed: promised.state === 'disputed',
            toJudge: promised.state === 'delivered'
          }
        }
      : {}),
    ...(deed ? { done: { on: deed.doneOn } } : {}),
    tellBack: {
      how: giver.readAtCode && giver.how !== 'not' ? 'code' : giver.how,
      ...(told ? { state: told } : {}),
      ...(giver.toldOn ? { on: giver.toldOn } : told === 'ready' && goal?.resultOn ? { on: goal.resultOn } : {})
    }
  }
}

/** Money is on the way once a plan that came from it was chosen, and passed when something was paid. */
export function paidAlong(plans: readonly PlanOnWay[]): Pick<WayFacts, 'paid'> {
  const won = plans.filter((plan) => plan.won)
  if (won.length === 0) return {}
  const first = won.flatMap((plan) => plan.firstPaidOn ?? []).toSorted()[0]
  return { paid: first ? { on: first } : {} }
}
