/** From what a group fills in to a clock that can be frozen: on what it rests, and the day it is counted from. */
import {
  addDays,
  bases,
  freeze,
  freezeOwnPromise,
  readChoice,
  readDay,
  refused,
  ruleFor,
  type Day,
  type Decision,
  type FrozenTerm
} from '@buurtmacht/domain'

export interface TermTyped {
  basis: string
  /** The day it is counted from. */
  from: string
  /** Another number of weeks than usual; empty when it is as usual. */
  weeks?: string
  /** 'yes' when an advisory committee is involved. */
  committee?: string
  /** The institution's own date, for the basis `own-promise`. */
  ownDay?: string
}

/**
 * Refusals: `field-…` (basis, from, weeks, committee, ownDay), `term-out-of-range`, `day-in-the-past` or `day-in-the-future` when
 * the counted-from day is more than a year away: a typing mistake would show an institution as centuries late.
 */
export function termFrom(typed: TermTyped, replyWeeks: number, today: Day): Decision<FrozenTerm> {
  const basis = readChoice('basis', typed.basis, bases)
  if (!basis.ok) return basis
  const from = readDay('from', typed.from)
  if (!from.ok) return from
  if (from.value < addDays(today, -366)) return refused('day-in-the-past', { field: 'from' })
  if (from.value > addDays(today, 366)) return refused('day-in-the-future', { field: 'from' })
  if (basis.value === 'own-promise') {
    const due = readDay('ownDay', typed.ownDay)
    if (!due.ok) return due
    const frozen = freezeOwnPromise(from.value, due.value)
    return frozen.ok ? frozen : refused(frozen.refusal.code, { field: 'ownDay' })
  }
  const weeks = readWeeks(typed.weeks)
  if (!weeks.ok) return weeks
  const usual = basis.value === 'voluntary-promise' ? replyWeeks : undefined
  const chosen = weeks.value ?? usual
  const rule = ruleFor(basis.value, {
    ...(chosen === undefined ? {} : { weeks: chosen }),
    ...(typed.committee === 'yes' ? { committee: true } : {})
  })
  return rule.ok ? { ok: true, value: freeze(rule.value, from.value) } : rule
}

function readWeeks(typed: string | undefined): Decision<number | undefined> {
  const text = typed?.trim() ?? ''
  if (text === '') return { ok: true, value: undefined }
  return /^\d{1,3}$/.test(text) ? { ok: true, value: Number(text) } : refused('field-not-a-number', { field: 'weeks' })
}
