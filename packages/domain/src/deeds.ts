// Who did what, and when: written down so that a result can be walked back to the people who made it.
import { readDay, type Day } from './day.ts'
import { ok, refused, type Decision } from './decision.ts'
import { readText } from './text.ts'

/** `who` is free words as the doers want to be named ("vrijwilligers van de Kruidenhof"), not an account. */
export type Deed = { what: string; who: string; doneOn: Day }

export type DeedTyped = { what: string | undefined; who: string | undefined; doneOn: string | undefined }

/** Refusals: `field-…` (what: 3–500 characters, who: 2–200, doneOn), `day-in-the-future`: a plan is no deed. */
export function done(typed: DeedTyped, today: Day): Decision<Deed> {
  const what = readText('what', typed.what, { min: 3, max: 500 })
  if (!what.ok) return what
  const who = readText('who', typed.who, { min: 2, max: 200 })
  if (!who.ok) return who
  const doneOn = readDay('doneOn', typed.doneOn)
  if (!doneOn.ok) return doneOn
  if (doneOn.value > today) return refused('day-in-the-future', { field: 'doneOn' })
  return ok({ what: what.value, who: who.value, doneOn: doneOn.value })
}
