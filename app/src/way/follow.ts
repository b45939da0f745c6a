/** "Wat is er met mijn inbreng gebeurd?": everything that hangs on one follow code, for the page and for the API. */
import {
  dayOf,
  nextOf,
  readFollowCode,
  wayOf,
  type Day,
  type FollowCode,
  type Next,
  type WayStop
} from '@buurtmacht/domain'
import type { Reader, Tables } from '../db/index.ts'
import { followHash, voiceByCode } from '../voices/index.ts'
import { factsAlong, paidAlong } from './facts.ts'
import { alongNeeds, type GoalOnWay } from './along/queries.ts'
import { needsOfVoice, toldOf, type NeedOnWay } from './queries.ts'
import { plansFrom, type PlanOnWay } from './plans/queries.ts'
import type { WayShown } from './views.tsx'

/** One way this voice goes: a voice that stands in two needs goes two ways. */
export interface OneWay {
  shown: WayShown
  stops: WayStop[]
  next: Next
}

export interface Followed {
  voice: Tables['voice']
  code: FollowCode
  /** The furthest first; at least one. */
  ways: OneWay[]
  /** Needs it was taken out of, with the reason. */
  removed: NeedOnWay[]
  /** Plans of the neighbourhood budget that came from it. */
  plans: PlanOnWay[]
}

export async function followed(
  read: Reader,
  keyed: (purpose: string, text: string) => string,
  typed: string,
  today: Day
): Promise<Followed | undefined> {
  const code = readFollowCode(typed)
  const voice = code && (await voiceByCode(read, followHash(keyed, code)))
  if (!code || !voice) return undefined
  const needs = await needsOfVoice(read, voice.id)
  const kept = needs.filter((need) => !need.removed)
  const ids = kept.map((need) => need.id)
  const along = await alongNeeds(read, ids)
  // A need that went up in another is no way any more, unless a group had made it its goal: what comes of that stays theirs to see.
  const standing = kept.filter((need) => need.state === 'open' || along.goals.some((goal) => goal.need === need.id))
  const plans = await plansFrom(read, ids, voice.id)
  const told = along.goals.length > 0 ? await toldOf(read, voice.id) : []
  const one = (need: NeedOnWay | undefined, goal: GoalOnWay | undefined): OneWay => {
    const row = told.find((one) => one.goal_id === goal?.id && (!goal.resultOn || one.since_on >= goal.resultOn))
    const wasTold = row?.outcome === 'told'
    const giver = {
      heardOn: voice.heard_on as Day,
      gatheredOn: need && dayOf(Date.parse(need.since)),
      how: voice.tell_how,
      toldOn: wasTold ? (row.told_on as Day) : undefined,
      readAtCode: wasTold && row.how === 'code',
      notReached: row?.outcome === 'unreachable'
    }
    // What came of another need it stands in is told on the way of that one.
    const own = plans.filter((plan) => plan.need === null || plan.need === need?.id || !ids.includes(plan.need))
    const facts = { ...factsAlong(giver, goal, along, today), ...paidAlong(own) }
    const shown = { facts, need, voices: need?.voices, goal, along, plans: own }
    return { shown, stops: wayOf(facts), next: nextOf(facts) }
  }
  const ways = standing.flatMap((need) => {
    const goals = along.goals.filter((goal) => goal.need === need.id)
    return goals.length > 0 ? goals.map((goal) => one(need, goal)) : [one(need, undefined)]
  })
  ways.sort((a, b) => passed(b) - passed(a))
  return {
    voice,
    code,
    ways: ways.length > 0 ? ways : [one(undefined, undefined)],
    removed: needs.filter((need) => need.removed),
    plans
  }
}

const passed = (way: OneWay): number => way.stops.filter((stop) => stop.state === 'done').length
