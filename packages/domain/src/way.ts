// "Wat is er met mijn inbreng gebeurd?": the way of a voice as the stops of a line, and what happens next.
import { type Day } from './day.ts'
import { type Goal } from './goals.ts'
import { type TellBack } from './tellbacks.ts'
import { type TellHow } from './voices.ts'

export const stops = ['heard', 'gathered', 'chosen', 'asked', 'paid', 'done', 'told'] as const
export type Stop = (typeof stops)[number]
export type StopState = 'done' | 'now' | 'ahead'
export type WayStop = { stop: Stop; state: StopState; on?: Day }

/** What is known of one voice and one goal it stands in. Days are when it happened. */
export type WayFacts = {
  heardOn: Day
  gatheredOn?: Day
  /** The state of the goal, once a group proposed one. */
  goal?: Goal['state']
  /** When a group adopted it. */
  chosenOn?: Day
  /** The request that is furthest behind. `waiting`: for the institution; `late`: waiting past its due day. */
  asked?: { on: Day; waiting: boolean; late?: boolean; answeredOn?: Day; toJudge?: boolean }
  /** The promise that is furthest behind. `open`: the institution has to deliver; `disputed`: residents say it did not; `toJudge`: it says it did. */
  promised?: { due: Day; open: boolean; overdue?: boolean; disputed?: boolean; toJudge?: boolean }
  /** Only where money is involved. */
  paid?: { on?: Day }
  done?: { on: Day }
  tellBack: { how: TellHow; state?: TellBack['state']; on?: Day }
}

type Passed = { stop: Stop; passed: boolean; on?: Day | undefined }

function passages(facts: WayFacts): Passed[] {
  const { asked, paid, done, tellBack } = facts
  const finished = facts.goal === 'reached' || facts.goal === 'letGo'
  const all: (Passed | undefined)[] = [
    { stop: 'heard', passed: true, on: facts.heardOn },
    { stop: 'gathered', passed: facts.gatheredOn !== undefined, on: facts.gatheredOn },
    { stop: 'chosen', passed: facts.chosenOn !== undefined, on: facts.chosenOn },
    asked
      ? { stop: 'asked', passed: !asked.waiting && !asked.toJudge, on: asked.answeredOn ?? asked.on }
      : done || finished
        ? undefined
        : { stop: 'asked', passed: false },
    paid && { stop: 'paid', passed: paid.on !== undefined, on: paid.on },
    { stop: 'done', passed: done !== undefined || facts.goal === 'reached', on: done?.on },
    tellBack.how === 'not' ? undefined : { stop: 'told', passed: isTold(facts), on: tellBack.on }
  ]
  const applying = all.filter((stop) => stop !== undefined)
  return facts.goal === 'letGo' ? applying.filter((stop) => stop.passed || stop.stop === 'told') : applying
}

/** Who could not be told finds it at the code; until they say so it was not told. */
const isTold = ({ tellBack }: WayFacts): boolean => tellBack.state === 'told' || tellBack.state === 'ready'
const wantsToHear = (facts: WayFacts): boolean => facts.tellBack.how !== 'not' && !isTold(facts)
const telling = (facts: WayFacts): Next =>
  facts.tellBack.state === 'unreachable' ? 'not-reached-giver' : 'waits-for-tell-back'

/**
 * The stops that apply to this voice, in order; the first that has not been passed is `now`. Left out: `asked` when it was
 * done without asking, `paid` without money, `told` for who did not want to hear, what will not come once a goal is let go.
 * `on` stands at passed stops, and at `asked` from the day of asking.
 */
export function wayOf(facts: WayFacts): WayStop[] {
  const passed = passages(facts)
  const now = passed.findIndex((stop) => !stop.passed)
  return passed.map(({ stop, passed, on }, index) => ({
    stop,
    state: passed ? 'done' : index === now ? 'now' : 'ahead',
    ...(on && (passed || stop === 'asked') ? { on } : {})
  }))
}

export const nexts = [
  'waits-for-group',
  'waits-for-adoption',
  'waits-for-start',
  'waits-for-institution',
  'late',
  'waits-for-judgement',
  'promise-due',
  'promise-overdue',
  'promise-disputed',
  'waits-for-deed',
  'waits-for-result',
  'waits-for-tell-back',
  'not-reached-giver',
  'paused',
  'let-go-tell-back',
  'let-go',
  'finished'
] as const
/** What happens next, or who it waits for. */
export type Next = (typeof nexts)[number]

/** What is waited for while a goal is under way, from the most pressing. */
function nextUnderWay(facts: WayFacts): Next {
  const { asked, promised, done } = facts
  if (asked?.waiting) return asked.late ? 'late' : 'waits-for-institution'
  if (promised?.open && promised.disputed) return 'promise-disputed'
  if (promised?.open && promised.overdue) return 'promise-overdue'
  if (asked?.toJudge || promised?.toJudge) return 'waits-for-judgement'
  if (promised?.open) return 'promise-due'
  if (facts.goal === 'adopted' && !asked && !done) return 'waits-for-start'
  // A result can be written without anybody having written down a deed.
  const news = facts.tellBack.state === 'waiting' || facts.tellBack.state === 'unreachable'
  if (!done && !news) return 'waits-for-deed'
  return wantsToHear(facts) ? telling(facts) : 'waits-for-result'
}

export function nextOf(facts: WayFacts): Next {
  if (facts.gatheredOn === undefined) return 'waits-for-group'
  if (facts.goal === undefined) return 'waits-for-adoption'
  switch (facts.goal) {
    case 'proposed':
      return 'waits-for-adoption'
    case 'paused':
      return 'paused'
    case 'letGo':
      if (facts.tellBack.state === 'unreachable') return 'not-reached-giver'
      return wantsToHear(facts) ? 'let-go-tell-back' : 'let-go'
    case 'reached':
      return wantsToHear(facts) ? telling(facts) : 'finished'
    case 'adopted':
    case 'underWay':
      return nextUnderWay(facts)
  }
}
