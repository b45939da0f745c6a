/** What became of every code and every sheet, and whether the numbers add up. */
import { fewestShown, turnoutDifference, type Turnout } from '@buurtmacht/domain'
import type { Reader } from '../../db/index.ts'
import { batchesOf, statesByBatch, type BatchRow, type StateCounts } from '../codes/queries.ts'
import { bundlesOf, outcomesOf } from '../sheets/queries.ts'
import { sealedBallots } from '../count/queries.ts'
import { boxOf, countOf } from './queries.ts'

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0)

export async function turnoutOf(read: Reader, round: string): Promise<Turnout> {
  const batches = await batchesOf(read, round)
  const states = [...(await statesByBatch(read, round)).values()]
  const outcomes = await outcomesOf(read, round)
  const bundles = await bundlesOf(read, round)
  const spoiled = sum(outcomes.filter((one) => one.outcome === 'spoiled').map((one) => one.n))
  return {
    issued: sum(batches.map((batch) => batch.size)),
    usedOnline: sum(states.map((one) => one.online)),
    usedOnPaper: sum(states.map((one) => one.paper)),
    unused: sum(states.map((one) => one.unused)),
    void: sum(states.map((one) => one.void)),
    replaced: sum(states.map((one) => one.replaced)),
    sheetsInBox: sum(bundles.map((bundle) => bundle.sheets)),
    sheetsTyped: sum(outcomes.map((one) => one.n)) - spoiled,
    sheetsSpoiled: spoiled
  }
}

/** How far the numbers are from adding up; `ballots` is what lies in the box beyond, or short of, the codes that were used. */
export async function differenceOf(
  read: Reader,
  round: string
): Promise<{ codes: number; sheets: number; ballots: number }> {
  const turnout = await turnoutOf(read, round)
  const box = await boxOf(read, round)
  const inside = await countOf(read, box?.opened ? 'ballot' : 'ballot_envelope', round)
  // Sealed away after the count: how many there were stands with the result.
  const sealed = box?.opened ? await sealedBallots(read, round) : undefined
  return {
    ...turnoutDifference(turnout),
    ballots: (sealed ?? inside.online + inside.paper) - turnout.usedOnline - turnout.usedOnPaper
  }
}

export interface Part {
  name: string
  counts: StateCounts
  issued: number
}

/** By area, or by building: only where at least ten voted, and never so that what is left out can be worked out from the rest. */
export async function partsOf(read: Reader, round: string, by: (batch: BatchRow) => string | null): Promise<Part[]> {
  const states = await statesByBatch(read, round)
  const found = new Map<string, Part>()
  for (const batch of await batchesOf(read, round)) {
    const name = by(batch)
    const counts = states.get(batch.id)
    if (name === null || !counts) continue
    const part = found.get(name) ?? {
      name,
      issued: 0,
      counts: { unused: 0, online: 0, paper: 0, void: 0, replaced: 0 }
    }
    part.issued += batch.size
    for (const key of Object.keys(part.counts) as (keyof StateCounts)[]) part.counts[key] += counts[key]
    found.set(name, part)
  }
  const shown = [...found.values()].filter((part) => cast(part) >= fewestShown)
  // What is left out is the total minus the rest.
  const hidden = sum([...states.values()].map((counts) => cast({ counts }))) - sum(shown.map(cast))
  if (hidden > 0 && hidden < fewestShown) return leaveOutAnother(shown)
  return shown
}

export const cast = (part: Pick<Part, 'counts'>): number => part.counts.online + part.counts.paper

const leaveOutAnother = (shown: readonly Part[]): Part[] => shown.toSorted((a, b) => cast(b) - cast(a)).slice(0, -1)
