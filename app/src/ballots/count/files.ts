/**
 * The files with which anybody counts again. Single ballots are published only when they point at nobody; otherwise they are sealed
 * for the same two key cards as the box (docs/decisions/publishing-ballots.md).
 */
import { ballotsMayMarkPeople, canonical, fewestShown, inEuros } from '@buurtmacht/domain'
import { sha256 } from '../../db/index.ts'
import type { By } from '../../web/index.ts'
import type { BoxRow } from '../box/queries.ts'
import { sealTo } from '../box/sealing.ts'
import type { FixedBallot } from '../print/plans.ts'
import { potsOf } from './pots.ts'
import { lotIn, pbText, type CastBallot, type Counted } from './tally.ts'

export interface CountFile {
  name: string
  content: string
  hash: string
  /** One of those that say who won. */
  isResult: boolean
}

interface Of {
  ballot: FixedBallot
  counted: readonly Counted[]
  ballots: readonly CastBallot[]
  lot: readonly number[]
  box: BoxRow
  chance: By['chance']
}

const file = (name: string, content: string, isResult = false): CountFile => ({
  name,
  content,
  hash: sha256(content),
  isResult
})

/** With few ballots, or many plans and choices, whoever knows a little of somebody finds the rest of their ballot. */
export const mustBeSealed = (ballot: Pick<FixedBallot, 'plans' | 'settings'>, ballots: number): boolean =>
  ballots < fewestShown || ballotsMayMarkPeople(ballot.plans.length, ballot.settings.ballot.most)

/** How a ballot was cast is left out when so few were cast that way that it would point at them. */
const tellsChannel = (ballots: readonly CastBallot[]): boolean =>
  (['online', 'paper'] as const).every((channel) => {
    const n = ballots.filter((one) => one.channel === channel).length
    return n === 0 || n >= fewestShown
  })

export function filesOfCount(of: Of): { files: CountFile[]; sealed: boolean } {
  const { ballot, counted, ballots, lot } = of
  const sealed = mustBeSealed(ballot, ballots.length)
  const pots = potsOf(ballot, ballots, lot)
  const named = (name: string, at: number, end: string) => `${name}${pots.length > 1 ? `-${at + 1}` : ''}.${end}`
  const files = pots.flatMap((to, at) => {
    const { result } = counted[at]!
    // Who paid what stands there per kind of ballot: as telling as the ballots themselves.
    const steps = sealed ? result.steps.map(({ payers: _, ...step }) => step) : result.steps
    const pb = named('stemmen', at, 'pb')
    return [
      file(named('uitslag', at, 'json'), canonical({ ...result, steps }), true),
      sealed
        ? file(`${pb}.verzegeld.json`, sealedFile(of, pb, pbText(to, true)))
        : file(pb, pbText(to, tellsChannel(ballots)))
    ]
  })
  return { files: [...files, file('instellingen.json', settingsFile(of)), file('plannen.csv', plansFile(of))], sealed }
}

/** Everything that was fixed before anybody voted, and the lot. */
function settingsFile({ ballot, ballots, lot }: Of): string {
  const { row, settings, plans } = ballot
  return canonical({
    round: settings,
    rule: JSON.parse(row.rule ?? '{}') as unknown,
    ruleHash: row.rule_hash,
    lot: [...lot],
    pots: potsOf(ballot, ballots, lot).map((to) => ({
      pot: to.pot ?? null,
      budget: inEuros(to.money),
      lot: lotIn(to)
    })),
    plans: plans.map(({ number, id, title, cost, pot }) => ({ number, id, title, cost, pot: pot ?? null }))
  })
}

/** A spreadsheet takes what begins with these as a sum. */
const cell = (value: string | number): string => {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value)
  return /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Per plan how many people chose it: what can always be published. */
function plansFile({ counted }: Of): string {
  const rows = counted.flatMap(({ told }) =>
    [...told.won.map((plan) => ({ ...plan, won: 1 })), ...told.lost.map((plan) => ({ ...plan, won: 0 }))]
      .toSorted((a, b) => a.number - b.number)
      .map((plan) => [
        plan.number,
        plan.title,
        told.pot ?? '',
        inEuros(plan.cost as never),
        plan.people,
        plan.points ?? '',
        plan.won
      ])
  )
  const head = ['nummer', 'plan', 'potje', 'kosten', 'mensen', 'punten', 'gekozen']
  return [head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n'
}

/** What the sealed file is bound to: it opens under no other name. */
export const boundTo = (round: string, name: string): string => `${round} ${name}`

/** Opens with two key cards and this file alone, on any computer with the program: `buurtmacht open FILE`. */
const sealedFile = ({ ballot, box, chance }: Of, name: string, pb: string): string =>
  JSON.stringify({
    round: ballot.row.id,
    name,
    pairs: JSON.parse(box.opened_by_pair) as unknown,
    sealed: sealTo(box.public_key, Buffer.from(pb), chance(32), boundTo(ballot.row.id, name))
  })
