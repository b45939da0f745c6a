// Advice of an institution on a plan (haalbaarheidstoets). It is advice with public reasons: it decides nothing.
import { readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { readChoice, readReason, readText } from './text.ts'

export const adviceVerdicts = ['feasible', 'feasibleIf', 'notFeasible'] as const
export type AdviceVerdict = (typeof adviceVerdicts)[number]

/** Asked with a day; given with reasons; answered by the owning group. Late is read off the calendar. */
export type Advice =
  | { state: 'asked'; due: Day }
  | { state: 'given'; due: Day; verdict: AdviceVerdict; reasons: string; givenOn: Day }
  | {
      state: 'answered'
      due: Day
      verdict: AdviceVerdict
      reasons: string
      givenOn: Day
      answer: string
      answeredOn: Day
    }
export const adviceStates = ['asked', 'given', 'answered'] as const satisfies readonly Advice['state'][]

/** Refusals: `field-…` (due), `day-in-the-past`, `advice-due-after-voting`. */
export function askAdvice(due: string | undefined, today: Day, voting: Day): Decision<Advice> {
  const day = readDay('due', due)
  if (!day.ok) return day
  if (day.value < today) return refused('day-in-the-past', { field: 'due' })
  if (day.value >= voting) return refused('advice-due-after-voting', { field: 'due' })
  return ok({ state: 'asked', due: day.value })
}

/** Also a yes says why. It may be late, it may be changed until the group answered. Refusals: `advice-answered`, `field-…`, `reason-missing`. */
export function giveAdvice(
  advice: Advice,
  said: { verdict: string | undefined; reasons: string | undefined },
  on: Day
): Decision<Advice> {
  if (advice.state === 'answered') return refused('advice-answered')
  const verdict = readChoice('verdict', said.verdict, adviceVerdicts)
  if (!verdict.ok) return verdict
  const reasons = readReason(said.reasons, 'reasons')
  if (!reasons.ok) return reasons
  return ok({ state: 'given', due: advice.due, verdict: verdict.value, reasons: reasons.value, givenOn: on })
}

/** The owning group says what it does with the advice. Refusals: `advice-not-given`, `field-…` (answer). */
export function answerAdvice(advice: Advice, answer: string | undefined, on: Day): Decision<Advice> {
  if (advice.state !== 'given') return refused('advice-not-given')
  const said = readText('answer', answer, { min: 3, max: 2_000 })
  return said.ok ? ok({ ...advice, state: 'answered', answer: said.value, answeredOn: on }) : said
}

export const adviceIsLate = (advice: Advice, today: Day): boolean => advice.state === 'asked' && today > advice.due
