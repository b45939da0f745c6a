// The form of a round: every setting on one page, each with its own explanation.
import { roundPhases, type AreaId, type RoundDays, type RoundTyped } from '@buurtmacht/domain'
import type { Given, Typed } from '../../web/index.ts'
import { costLines, costsTyped } from '../plans/costs.ts'
import { settingsIn, type RoundRow } from './queries.ts'
import { inEuros } from '@buurtmacht/domain'

const day = { kind: 'day' } as const
const number = { kind: 'text', max: 9, inputmode: 'numeric' } as const

export const roundFields = {
  title: { kind: 'text', max: 120 },
  amount: { kind: 'text', max: 20 },
  areas: { kind: 'picks', optional: true },
  ageFrom: number,
  votersExpected: number,
  ballot: { kind: 'choice', of: ['approval', 'points'] },
  most: { ...number, optional: true },
  points: { ...number, optional: true },
  mostPerPlan: { kind: 'text', max: 20, optional: true },
  pots: { kind: 'long', max: 2_000, optional: true },
  plans: day,
  advice: day,
  voting: day,
  count: day,
  doing: day,
  accounting: day,
  end: day
} as const

const dayNames: readonly (keyof RoundDays)[] = [...roundPhases, 'end']

export function typedRound(given: Given<typeof roundFields>): RoundTyped {
  return {
    title: given.title,
    amount: given.amount,
    ageFrom: given.ageFrom,
    votersExpected: given.votersExpected,
    ballot: given.ballot,
    most: given.most,
    points: given.points,
    mostPerPlan: given.mostPerPlan,
    areas: given.areas as AreaId[],
    days: Object.fromEntries(dayNames.map((name) => [name, given[name]])),
    pots: costLines(given.pots).map(({ what, amount }) => ({ key: keyOf(what), name: what, amount }))
  }
}

/** A pot is named after its words, so that a plan's choice stays right when another pot is added. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') || 'pot'

/** The settings as they stand in the form. */
export function roundValues(row: RoundRow): Typed {
  const settings = settingsIn(row)
  const euros = (amount: Parameters<typeof inEuros>[0]) => inEuros(amount).replace('.', ',')
  return {
    title: settings.title,
    amount: euros(settings.amount),
    areas: [...settings.areas],
    ageFrom: String(settings.ageFrom),
    votersExpected: String(settings.votersExpected),
    ballot: settings.ballot.kind,
    most: settings.ballot.most === undefined ? '' : String(settings.ballot.most),
    points: settings.ballot.kind === 'points' ? String(settings.ballot.points) : '',
    mostPerPlan: settings.mostPerPlan === undefined ? '' : euros(settings.mostPerPlan),
    pots: costsTyped(settings.pots.map((pot) => ({ what: pot.name, amount: pot.amount }))),
    ...Object.fromEntries(dayNames.map((name) => [name, settings.days[name]]))
  }
}
